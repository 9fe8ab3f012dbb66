import { longDate, frenchSpaces } from '#platform/typography.ts';
import type { Dictionary, Phrase } from '#platform/language.ts';

const say = (fr: string, en: string): Phrase => ({ fr: frenchSpaces(fr), en });

export const convocationFaults = {
  unplanned: () =>
    say(
      'Le déroulé de la journée n’est pas encore établi pour ce candidat : les convocations se tirent du planning.',
      'The day is not planned yet for this candidate: convocations come from the timetable.'
    ),
  nobody: () =>
    say(
      'Aucun candidat n’a encore d’horaire : établissez d’abord le planning.',
      'No candidate has a time yet: plan the day first.'
    )
};

/** The letter that carries a convocation. */
export const convocationLetter: Dictionary<{
  subject: (session: string, day: string) => string;
  text: (name: string, day: string, place: string, url: string, sender: string) => string;
  file: string;
}> = {
  fr: {
    subject: (session, day) =>
      frenchSpaces(`Votre convocation : ${session}, ${longDate(day, 'fr')}`),
    text: (name, day, place, url, sender) =>
      frenchSpaces(
        [
          `Bonjour ${name},`,
          `Vous êtes convoqué(e) le ${longDate(day, 'fr')} : ${place}.`,
          'Votre convocation est jointe, avec vos horaires à ajouter à votre agenda. Si vous l’aviez déjà reçue, celle-ci la remplace.',
          `Votre dossier, et la demande d’aménagement si vous en avez besoin : ${url}`,
          sender
        ].join('\n\n')
      ),
    file: 'convocation'
  },
  en: {
    subject: (session, day) => `Your convocation: ${session}, ${longDate(day, 'en')}`,
    text: (name, day, place, url, sender) =>
      [
        `Hello ${name},`,
        `You are called on ${longDate(day, 'en')}: ${place}.`,
        'Your convocation is attached, with your times to add to your calendar. If you had received one already, this one replaces it.',
        `Your dossier, and how to ask for an adaptation if you need one: ${url}`,
        sender
      ].join('\n\n'),
    file: 'convocation'
  }
};
