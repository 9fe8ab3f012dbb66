import type { Dictionary } from '#platform/language.ts';

interface Lasting {
  preparationMinutes: number;
  performanceMinutes: number;
}

export interface ConvocationWords {
  heading: string;
  roles: Record<'candidate' | 'juror', string>;
  greeting: string;
  opening: Record<'candidate' | 'juror', (title: string) => string>;
  day: string;
  arrival: string;
  place: string;
  number: string;
  panel: string;
  president: string;
  programme: string;
  time: string;
  assessment: string;
  candidate: string;
  duration: string;
  room: string;
  lasting: (lasting: Lasting) => string;
  timesAreStarts: string;
  bringTitle: string;
  bring: string[];
  adaptationsTitle: string;
  accessibilityTitle: string;
  accessibility: (contact: string) => string;
  dutiesTitle: string;
  duties: string[];
  lateTitle: string;
  late: (contact: string) => string;
  closing: string;
}

export const convocationWords: Dictionary<ConvocationWords> = {
  fr: {
    heading: 'Convocation',
    roles: { candidate: 'Candidate ou candidat', juror: 'Membre du jury' },
    greeting: 'Madame, Monsieur,',
    opening: {
      candidate: (title) =>
        `Nous avons le plaisir de vous convoquer aux évaluations de la certification « ${title} ».`,
      juror: (title) =>
        `Nous vous remercions de siéger au jury de la certification « ${title} », et vous convions à la session suivante.`
    },
    day: 'Jour',
    arrival: 'Heure d’arrivée',
    place: 'Lieu',
    number: 'Numéro de candidat',
    panel: 'Jury',
    president: 'Vous présidez le jury de la session.',
    programme: 'Votre journée',
    time: 'Heure',
    assessment: 'Évaluation',
    candidate: 'Candidat',
    duration: 'Durée',
    room: 'Salle',
    lasting: ({ preparationMinutes, performanceMinutes }) =>
      preparationMinutes > 0
        ? `${preparationMinutes} + ${performanceMinutes} min`
        : `${performanceMinutes} min`,
    timesAreStarts:
      'L’heure est celle du début de la préparation, ou de l’écrit. La durée se lit : préparation + passage devant le jury.',
    bringTitle: 'À apporter',
    bring: [
      'une pièce d’identité valide avec photographie (carte d’identité, passeport, titre de séjour)',
      'cette convocation, imprimée ou à l’écran',
      'rien d’autre : les dossiers, le papier et le matériel vous sont remis sur place'
    ],
    adaptationsTitle: 'Aménagements accordés',
    accessibilityTitle: 'Handicap et accessibilité',
    accessibility: (contact) =>
      `Pour toute question sur l’accès ou sur un aménagement, écrivez en confiance au référent handicap : ${contact}.`,
    dutiesTitle: 'Avant et pendant la session',
    duties: [
      'déclarez pour chaque candidat l’absence de lien (formation, emploi, parenté) ; un lien déclaré vous écarte de ce candidat seulement',
      'notez seul, critère par critère ; les notes des autres jurés ne vous sont montrées qu’en délibération, jamais avant',
      'appliquez les aménagements indiqués sur la grille, sans en demander la raison',
      'gardez secrets les sujets, les prestations et les délibérations'
    ],
    lateTitle: 'Retard ou empêchement',
    late: (contact) => `Prévenez-nous dès que possible : ${contact}.`,
    closing: 'Nous vous prions d’agréer, Madame, Monsieur, l’expression de notre considération.'
  },
  en: {
    heading: 'Invitation to the session',
    roles: { candidate: 'Candidate', juror: 'Member of the panel' },
    greeting: 'Dear Madam or Sir,',
    opening: {
      candidate: (title) =>
        `We are pleased to invite you to the assessments of the French certification « ${title} ».`,
      juror: (title) =>
        `Thank you for sitting on the panel of the French certification « ${title} ». You are invited to the following session.`
    },
    day: 'Day',
    arrival: 'Time of arrival',
    place: 'Place',
    number: 'Candidate number',
    panel: 'Panel',
    president: 'You preside over the panel of the session.',
    programme: 'Your day',
    time: 'Time',
    assessment: 'Assessment',
    candidate: 'Candidate',
    duration: 'Length',
    room: 'Room',
    lasting: ({ preparationMinutes, performanceMinutes }) =>
      preparationMinutes > 0
        ? `${preparationMinutes} + ${performanceMinutes} min`
        : `${performanceMinutes} min`,
    timesAreStarts:
      'The time is when the preparation, or the writing, starts. The length reads: preparation + time before the panel.',
    bringTitle: 'What to bring',
    bring: [
      'a valid identity document with a photograph (identity card, passport, residence permit)',
      'this letter, printed or on a screen',
      'nothing else: files, paper and equipment are given on the spot'
    ],
    adaptationsTitle: 'Adaptations granted',
    accessibilityTitle: 'Disability and accessibility',
    accessibility: (contact) =>
      `For any question on access or on an adaptation, write in confidence to the accessibility officer: ${contact}.`,
    dutiesTitle: 'Before and during the session',
    duties: [
      'declare for each candidate that no tie binds you (training, employment, kinship); a declared tie sets you apart from that candidate only',
      'mark alone, criterion by criterion; the marks of other jurors are shown to you in deliberation, never before',
      'apply the adaptations shown on the grid, without asking for their reason',
      'keep subjects, performances and deliberations secret'
    ],
    lateTitle: 'If you are late or cannot come',
    late: (contact) => `Let us know as soon as possible: ${contact}.`,
    closing: 'Yours faithfully,'
  }
};
