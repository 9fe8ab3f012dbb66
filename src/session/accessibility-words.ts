import type { Dictionary } from '#platform/language.ts';

interface AccessibilityWords {
  title: string;
  lead: string;
  candidate: string;
  session: string;
  day: string;
  request: string;
  granted: string;
  toDecide: string;
  decided: string;
  nothing: string;
  none: string;
  noneLead: string;
  waiting: (count: number) => string;
  asked: string;
  notAsked: string;
  kinds: string;
  kindsLead: string;
  instruction: string;
  percent: string;
  percentHint: string;
  note: string;
  noteLead: string;
  noteHint: string;
  decide: string;
  saved: string;
  closed: string;
  planAgain: string;
}

/** The words of the accessibility officer’s pages. */
export const accessibilityWords: Dictionary<AccessibilityWords> = {
  fr: {
    title: 'Accessibilité',
    lead: 'Ce que les candidats demandent n’est lu que de vous. Le jury ne voit que ce que vous accordez.',
    candidate: 'Candidat',
    session: 'Session',
    day: 'Jour',
    request: 'Demande',
    granted: 'Aménagements',
    toDecide: 'À décider',
    decided: 'Décidée',
    nothing: 'Aucune',
    none: 'Aucun candidat à venir.',
    noneLead: 'Les inscrits des prochaines sessions apparaîtront ici.',
    waiting: (count) =>
      count === 0
        ? 'Aucune demande n’attend de décision.'
        : count === 1
          ? 'Une demande attend votre décision.'
          : `${count} demandes attendent votre décision.`,
    asked: 'Demande du candidat',
    notAsked: 'Ce candidat n’a rien demandé.',
    kinds: 'Aménagements accordés',
    kindsLead:
      'La consigne est lue par le jury\u00a0: dites ce qu’il faut faire, jamais pourquoi. Laissée vide, c’est la consigne habituelle.',
    instruction: 'Consigne au jury',
    percent: 'Durée, en pourcentage',
    percentHint: '133\u00a0% donne un tiers de temps en plus.',
    note: 'Note privée',
    noteLead: 'Chiffrée, lue de vous seul.',
    noteHint: 'Motifs, pièces vues, échanges.',
    decide: 'Enregistrer la décision',
    saved: 'La décision est enregistrée.',
    closed: 'Les épreuves sont passées\u00a0: ce dossier se lit, et ne change plus.',
    planAgain: 'Si le planning est déjà établi, prévenez l’organisateur\u00a0: les durées changent.'
  },
  en: {
    title: 'Accessibility',
    lead: 'Only you read what candidates ask for. The panel sees only what you grant.',
    candidate: 'Candidate',
    session: 'Session',
    day: 'Day',
    request: 'Request',
    granted: 'Adaptations',
    toDecide: 'To decide',
    decided: 'Decided',
    nothing: 'None',
    none: 'No candidate to come.',
    noneLead: 'Those enrolled in the next sessions will appear here.',
    waiting: (count) =>
      count === 0
        ? 'No request awaits a decision.'
        : count === 1
          ? 'One request awaits your decision.'
          : `${count} requests await your decision.`,
    asked: 'The candidate’s request',
    notAsked: 'This candidate has asked for nothing.',
    kinds: 'Adaptations granted',
    kindsLead:
      'The panel reads the instruction: say what to do, never why. Left empty, it is the usual one. Write it in French.',
    instruction: 'Instruction to the panel',
    percent: 'Time, as a percentage',
    percentHint: '133% gives a third more time.',
    note: 'Private note',
    noteLead: 'Encrypted, read by you alone.',
    noteHint: 'Grounds, papers seen, conversations.',
    decide: 'Save the decision',
    saved: 'The decision is saved.',
    closed: 'The assessments are over: this file can be read, and no longer changes.',
    planAgain: 'If the day is already planned, tell the organiser: lengths change.'
  }
};
