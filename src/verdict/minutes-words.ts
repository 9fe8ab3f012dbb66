import type { Dictionary, Language } from '#platform/language.ts';
import { isCriterionId } from './award.ts';

export interface MinutesWords {
  heading: string;
  version: (number: number) => string;
  opening: (title: string, day: string) => string;
  correction: string;
  session: string;
  place: string;
  day: string;
  deliberated: string;
  drawnUpBy: string;
  referential: string;
  referentialVersion: (version: string) => string;
  panel: string;
  member: string;
  seat: string;
  room: string;
  attendance: string;
  attended: (present: boolean | null) => string;
  president: string;
  juror: string;
  results: string;
  number: string;
  candidate: string;
  outcome: string;
  outcomes: Record<'awarded' | 'refused' | 'absent', string>;
  legend: string;
  summary: (counts: { enrolled: number; assessed: number; awarded: number }) => string;
  decisions: string;
  target: string;
  decision: string;
  reason: string;
  noDecision: string;
  incidents: string;
  time: string;
  incident: string;
  noIncident: string;
  signatures: string;
  sealed: string;
  hash: string;
  signedIn: (moment: string, hash: string) => string;
  unsigned: string;
}

const plural = (count: number, one: string, many: string) =>
  `${count}\u00a0${count > 1 ? many : one}`;

export const minutesWords: Dictionary<MinutesWords> = {
  fr: {
    heading: 'Procès-verbal de délibération',
    version: (number) => `Version ${number}`,
    opening: (title, day) =>
      `Le ${day}, le jury de la certification « ${title} » a délibéré des résultats de la session désignée ci-dessous.`,
    correction: 'Cette version remplace la précédente. Motif',
    session: 'Session',
    place: 'Lieu',
    day: 'Jour des évaluations',
    deliberated: 'Délibération',
    drawnUpBy: 'Établi par',
    referential: 'Référentiel',
    referentialVersion: (version) => `version ${version}`,
    panel: 'Jury',
    member: 'Membre',
    seat: 'Qualité',
    room: 'Salle',
    attendance: 'Présence',
    attended: (present) => (present === null ? 'Non notée' : present ? 'Présent' : 'Absent'),
    president: 'Présidence du jury',
    juror: 'Juré',
    results: 'Résultats',
    number: 'Nº',
    candidate: 'Candidat',
    outcome: 'Décision',
    outcomes: { awarded: 'Délivrée', refused: 'Non délivrée', absent: 'Absent' },
    legend:
      '✓ validée · – non validée · A acquise à une session antérieure · o non évaluée · * après délibération',
    summary: ({ enrolled, assessed, awarded }) =>
      `${plural(enrolled, 'candidat inscrit', 'candidats inscrits')}, ${plural(assessed, 'évalué', 'évalués')}\u202f; certification délivrée à ${plural(awarded, 'candidat', 'candidats')}.`,
    decisions: 'Décisions du jury et motifs',
    target: 'Objet',
    decision: 'Décision',
    reason: 'Motif',
    noDecision: 'Aucun point n’a demandé de décision particulière.',
    incidents: 'Incidents',
    time: 'Heure',
    incident: 'Faits',
    noIncident: 'Aucun incident n’a été signalé.',
    signatures: 'Signatures',
    sealed:
      'Chaque membre du jury signe l’empreinte ci-dessous, calculée sur tout ce que ce procès-verbal arrête\u00a0: jury, présences, résultats, décisions et incidents. Tout changement, même d’un seul signe, en donnerait une autre.',
    hash: 'Empreinte du procès-verbal (SHA-256)',
    signedIn: (moment, hash) =>
      `Signé électroniquement dans Parchemin le ${moment}, empreinte :\n${hash}`,
    unsigned: 'Signature attendue'
  },
  en: {
    heading: 'Minutes of the deliberation',
    version: (number) => `Version ${number}`,
    opening: (title, day) =>
      `On ${day}, the panel of the French certification « ${title} » deliberated on the results of the session named below.`,
    correction: 'This version replaces the one before. Reason',
    session: 'Session',
    place: 'Place',
    day: 'Day of the assessments',
    deliberated: 'Deliberation',
    drawnUpBy: 'Drawn up by',
    referential: 'Reference text',
    referentialVersion: (version) => `version ${version}`,
    panel: 'Panel',
    member: 'Member',
    seat: 'Capacity',
    room: 'Room',
    attendance: 'Attendance',
    attended: (present) => (present === null ? 'Not noted' : present ? 'Present' : 'Absent'),
    president: 'President of the panel',
    juror: 'Juror',
    results: 'Results',
    number: 'No.',
    candidate: 'Candidate',
    outcome: 'Decision',
    outcomes: { awarded: 'Awarded', refused: 'Not awarded', absent: 'Absent' },
    legend:
      '✓ validated · – not validated · A acquired in an earlier session · o not assessed · * after deliberation',
    summary: ({ enrolled, assessed, awarded }) =>
      `${plural(enrolled, 'candidate', 'candidates')} enrolled, ${assessed} assessed; certification awarded to ${plural(awarded, 'candidate', 'candidates')}.`,
    decisions: 'Decisions of the panel, with reasons',
    target: 'Subject',
    decision: 'Decision',
    reason: 'Reason',
    noDecision: 'No point called for a particular decision.',
    incidents: 'Incidents',
    time: 'Time',
    incident: 'Facts',
    noIncident: 'No incident was reported.',
    signatures: 'Signatures',
    sealed:
      'Each member of the panel signs the hash below, computed on all that these minutes settle: panel, attendance, results, decisions and incidents. Any change, be it of one character, would give another.',
    hash: 'Hash of the minutes (SHA-256)',
    signedIn: (moment, hash) => `Signed electronically in Parchemin on ${moment}, hash:\n${hash}`,
    unsigned: 'Signature awaited'
  }
};

const decisionWords: Dictionary<{
  level: (level: number) => string;
  notObserved: string;
  validated: string;
  notValidated: string;
}> = {
  fr: {
    level: (level) => `niveau ${level}`,
    notObserved: 'non observé',
    validated: 'validée',
    notValidated: 'non validée'
  },
  en: {
    level: (level) => `level ${level}`,
    notObserved: 'not observed',
    validated: 'validated',
    notValidated: 'not validated'
  }
};

/** A panel's decision in a few words: « niveau 2 », « validée ». */
export function decisionInWords(
  decision: { target: string; level: number | null; validated: boolean | null },
  language: Language
): string {
  const words = decisionWords[language];
  if (!isCriterionId(decision.target))
    return decision.validated ? words.validated : words.notValidated;
  return decision.level === null ? words.notObserved : words.level(decision.level);
}
