import type { Dictionary } from '#platform/language.ts';
import { frenchSpaces } from '#platform/typography.ts';
import type { Situation, Usefulness } from './model.ts';

/** The letter, in French then in English: a holder’s language is not known. */
export const surveyLetter = {
  subject: (months: number) => `Votre certification, ${months} mois après`,
  text: (name: string, months: number, link: string, certifier: string) =>
    frenchSpaces(
      [
        `Bonjour ${name},`,
        `Vous avez obtenu votre certification il y a ${months} mois. Trois questions nous aident à la faire vivre, et à en rendre compte à France compétences :`,
        link,
        'Deux minutes suffisent. Vos réponses ne sont montrées que dans des totaux d’au moins cinq personnes.',
        `${months} months ago you were certified. Three questions help us keep the certification alive: the link above takes two minutes.`,
        certifier
      ].join('\n\n')
    )
} as const;

interface SurveyWords {
  title: string;
  lead: (months: number) => string;
  privacy: string;
  situation: string;
  situations: Record<Situation, string>;
  luxury: string;
  luxuryHint: string;
  yes: string;
  no: string;
  usefulness: string;
  usefulnesses: Record<Usefulness, string>;
  comment: string;
  send: string;
  thanks: string;
  changed: string;
}

export const surveyWords: Dictionary<SurveyWords> = {
  fr: {
    title: 'Que devenez-vous\u202f?',
    lead: (months) => `Vous êtes certifié depuis ${months} mois. Trois questions, deux minutes.`,
    privacy:
      'Vos réponses ne servent qu’aux chiffres de la certification, où aucun groupe de moins de cinq personnes n’est montré. Elles sont effacées avec votre dossier, si vous le demandez.',
    situation: 'Aujourd’hui, vous êtes',
    situations: {
      employed: 'salarié',
      'self-employed': 'à votre compte',
      studying: 'en études ou en formation',
      seeking: 'en recherche d’emploi',
      other: 'dans une autre situation'
    },
    luxury: 'Travaillez-vous dans le luxe\u202f?',
    luxuryHint: 'Si vous travaillez\u00a0: hôtellerie, mode, joaillerie, gastronomie…',
    yes: 'oui',
    no: 'non',
    usefulness: 'Pour votre parcours, la certification a été',
    usefulnesses: {
      decisive: 'décisive',
      useful: 'utile',
      little: 'peu utile',
      none: 'sans effet'
    },
    comment: 'Un mot à ajouter\u202f?',
    send: 'Envoyer mes réponses',
    thanks: 'Merci. Vos réponses sont enregistrées.',
    changed: 'Vous pouvez les changer en rouvrant ce lien.'
  },
  en: {
    title: 'What has become of you?',
    lead: (months) => `You have been certified for ${months} months. Three questions, two minutes.`,
    privacy:
      'Your answers serve the figures of the certification alone, where no group of fewer than five people is shown. They are erased with your file, if you ask.',
    situation: 'Today, you are',
    situations: {
      employed: 'employed',
      'self-employed': 'self-employed',
      studying: 'studying or in training',
      seeking: 'looking for work',
      other: 'in another situation'
    },
    luxury: 'Do you work in luxury?',
    luxuryHint: 'If you work: hospitality, fashion, jewellery, fine dining…',
    yes: 'yes',
    no: 'no',
    usefulness: 'For your career, the certification was',
    usefulnesses: {
      decisive: 'decisive',
      useful: 'useful',
      little: 'of little use',
      none: 'without effect'
    },
    comment: 'Anything to add?',
    send: 'Send my answers',
    thanks: 'Thank you. Your answers are saved.',
    changed: 'You may change them by opening this link again.'
  }
};
