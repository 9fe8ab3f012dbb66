import type { Dictionary, Language } from '#platform/language.ts';
import type { Letter } from '#platform/mail.ts';

interface SignInWords {
  subject: string;
  text: (url: string, minutes: number) => string;
}

const signIn: Dictionary<SignInWords> = {
  fr: {
    subject: 'Votre lien de connexion à Parchemin',
    text: (url, minutes) =>
      [
        'Bonjour,',
        'Voici votre lien pour entrer dans Parchemin\u00a0:',
        url,
        `Il sert une seule fois et reste valable ${minutes}\u00a0minutes.`,
        'Si vous n’avez rien demandé, laissez ce message sans suite\u00a0: personne n’entrera sans lui.'
      ].join('\n\n')
  },
  en: {
    subject: 'Your sign-in link for Parchemin',
    text: (url, minutes) =>
      [
        'Hello,',
        'Here is your link to enter Parchemin:',
        url,
        `It works once and remains valid for ${minutes} minutes.`,
        'If you asked for nothing, leave this message aside: nobody can enter without it.'
      ].join('\n\n')
  }
};

/** The letter that carries a sign-in link. */
export const signInLetter = (
  to: string,
  url: string,
  minutes: number,
  language: Language
): Letter => ({ to, subject: signIn[language].subject, text: signIn[language].text(url, minutes) });
