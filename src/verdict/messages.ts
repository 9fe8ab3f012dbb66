import type { Dictionary } from '#platform/language.ts';
import type { Pending } from './award.ts';
import type { BoardLine } from './board.ts';

/** How a competence stands, by the name of its mark. */
export type Standing = 'validated' | 'not-validated' | 'pending' | 'kept' | 'missed';

/** What both deliberation screens and the minutes say of results. */
interface ResultWords {
  standings: Record<Standing, string>;
  outcomes: Record<BoardLine['outcome'], string>;
  why: Record<Pending, string>;
  byPanel: string;
  mean: (figure: string) => string;
  candidate: string;
  result: string;
  legend: string;
}

interface BoardWords {
  title: string;
  board: string;
  awaitedTitle: string;
  awaitedLead: (count: number) => string;
  awaited: (juror: string, assessment: string, candidate: string) => string;
  begun: (juror: string, assessment: string, candidate: string) => string;
  shortHanded: (panel: string, assessment: string, candidate: string) => string;
  allIn: string;
  hidden: string;
  open: string;
  openTitle: string;
  openAsk: string;
  openConfirm: string;
  opened: string;
  onlyPresident: string;
  preparing: string;
  toSettle: (count: number) => string;
  settled: string;
  presidency: (name: string) => string;
  noPresident: string;
  begin: string;
  toMinutes: string;
  closed: string;
  figures: { awarded: string; refused: string; pending: string; absent: string };
  points: (count: number) => string;
}

interface CaseWords {
  back: string;
  candidateNumber: (number: number) => string;
  previous: string;
  next: string;
  nextOpen: (name: string) => string;
  allSettled: string;
  settleTitle: string;
  settleLead: (count: number) => string;
  gap: (levels: string) => string;
  unjudged: (observed: number, total: number) => string;
  attendance: string;
  seeCriteria: string;
  sheetsMissing: string;
  settle: string;
  review: string;
  levelQuestion: string;
  outcomeQuestion: string;
  notObserved: string;
  notObservedHint: string;
  validated: string;
  notValidated: string;
  reason: string;
  reasonHint: string;
  decide: string;
  cancel: string;
  decided: (target: string) => string;
  recomputed: string;
  keys: string;
  contents: string;
  competence: (id: string) => string;
  criterion: string;
  retained: string;
  nothing: string;
  history: string;
  decidedBy: (by: string, at: string) => string;
  replaced: string;
  readOnly: (name: string | null) => string;
  tied: string;
  closed: string;
  incidents: string;
  markedBy: (name: string) => string;
}

export const resultWords: Dictionary<ResultWords> = {
  fr: {
    standings: {
      validated: 'validée',
      'not-validated': 'non validée',
      pending: 'à délibérer',
      kept: 'acquise à une session antérieure',
      missed: 'non évaluée'
    },
    outcomes: {
      awarded: 'Délivrée',
      refused: 'Non délivrée',
      pending: 'À délibérer',
      absent: 'Absent'
    },
    why: {
      'sheets-missing': 'une grille manque',
      discrepancy: 'écart entre jurés',
      'too-little-observed': 'trop peu observé',
      attendance: 'présence contestée'
    },
    byPanel: 'sur décision du jury',
    mean: (figure) => `moyenne ${figure}`,
    candidate: 'Candidat',
    result: 'Certification',
    legend: 'Lecture'
  },
  en: {
    standings: {
      validated: 'validated',
      'not-validated': 'not validated',
      pending: 'to be deliberated',
      kept: 'acquired in an earlier session',
      missed: 'not assessed'
    },
    outcomes: {
      awarded: 'Awarded',
      refused: 'Not awarded',
      pending: 'To deliberate',
      absent: 'Absent'
    },
    why: {
      'sheets-missing': 'a sheet is missing',
      discrepancy: 'jurors differ',
      'too-little-observed': 'too little observed',
      attendance: 'attendance disputed'
    },
    byPanel: 'by decision of the panel',
    mean: (figure) => `mean ${figure}`,
    candidate: 'Candidate',
    result: 'Certification',
    legend: 'Key'
  }
};

export const boardWords: Dictionary<BoardWords> = {
  fr: {
    title: 'Délibération',
    board: 'Résultats par candidat et par compétence',
    awaitedTitle: 'Ce qui est attendu',
    awaitedLead: (count) =>
      count === 1
        ? 'Une grille manque encore pour ouvrir la délibération.'
        : `${count} grilles manquent encore pour ouvrir la délibération.`,
    awaited: (juror, assessment, candidate) => `${juror}\u00a0: ${assessment}, ${candidate}`,
    begun: (juror, assessment, candidate) =>
      `${juror}\u00a0: ${assessment}, ${candidate} (commencée, non remise)`,
    shortHanded: (panel, assessment, candidate) =>
      `${panel}\u00a0: trop peu de jurés pour ${assessment}, ${candidate}`,
    allIn: 'Toutes les grilles sont remises.',
    hidden:
      'Jusqu’à l’ouverture, chaque juré note sans voir les notes des autres. Ensuite, plus aucune note ne change\u00a0: le jury compare, et motive ce qu’il retient.',
    open: 'Ouvrir la délibération',
    openTitle: 'Ouvrir la délibération\u202f?',
    openAsk: 'La notation prend fin pour tous les jurys, et chacun voit les notes des autres.',
    openConfirm: 'Ouvrir',
    opened: 'La délibération est ouverte.',
    onlyPresident:
      'Le président du jury ou le responsable de la certification ouvre la délibération.',
    preparing: 'La délibération s’ouvrira une fois la journée notée.',
    toSettle: (count) =>
      count === 1 ? 'Un candidat attend le jury.' : `${count} candidats attendent le jury.`,
    settled: 'Tout est arrêté.',
    presidency: (name) => `Présidence\u00a0: ${name}`,
    noPresident: 'Aucun président n’est désigné\u00a0: le responsable doit en nommer un.',
    begin: 'Examiner le premier',
    toMinutes: 'Passer au procès-verbal',
    closed:
      'Le procès-verbal est signé. Une décision prise maintenant demandera une nouvelle version, motivée et signée de nouveau.',
    figures: {
      awarded: 'délivrées',
      refused: 'non délivrées',
      pending: 'à délibérer',
      absent: 'absents'
    },
    points: (count) => (count === 1 ? 'un point à trancher' : `${count} points à trancher`)
  },
  en: {
    title: 'Deliberation',
    board: 'Results by candidate and competence',
    awaitedTitle: 'What is awaited',
    awaitedLead: (count) =>
      count === 1
        ? 'One sheet is still missing before deliberation can open.'
        : `${count} sheets are still missing before deliberation can open.`,
    awaited: (juror, assessment, candidate) => `${juror}: ${assessment} of ${candidate}`,
    begun: (juror, assessment, candidate) =>
      `${juror}: ${assessment} of ${candidate}, begun but not handed in`,
    shortHanded: (panel, assessment, candidate) =>
      `${panel}: too few jurors for ${assessment} of ${candidate}`,
    allIn: 'Every sheet has been handed in.',
    hidden:
      'Until it opens, each juror marks without seeing the others’ marks. From then on no mark changes: the panel compares, and gives a reason for what it retains.',
    open: 'Open deliberation',
    openTitle: 'Open deliberation?',
    openAsk: 'Marking ends for every panel, and everyone sees the marks of the others.',
    openConfirm: 'Open',
    opened: 'Deliberation is open.',
    onlyPresident: 'The president of the jury or the certification manager opens deliberation.',
    preparing: 'Deliberation opens once the day has been marked.',
    toSettle: (count) =>
      count === 1 ? 'One candidate awaits the panel.' : `${count} candidates await the panel.`,
    settled: 'Everything is settled.',
    presidency: (name) => `President: ${name}`,
    noPresident: 'No president has been named: the manager must name one.',
    begin: 'Examine the first',
    toMinutes: 'Go to the minutes',
    closed:
      'The minutes are signed. A decision made now will ask for a new version, with its reason, signed again.',
    figures: {
      awarded: 'awarded',
      refused: 'not awarded',
      pending: 'to deliberate',
      absent: 'absent'
    },
    points: (count) => (count === 1 ? 'one point to settle' : `${count} points to settle`)
  }
};

export const caseWords: Dictionary<CaseWords> = {
  fr: {
    back: 'Tous les candidats',
    candidateNumber: (number) => `Candidat nº\u00a0${number}`,
    previous: 'Candidat précédent',
    next: 'Candidat suivant',
    nextOpen: (name) => `Examiner ${name}`,
    allSettled: 'Tous les résultats sont arrêtés.',
    settleTitle: 'À trancher',
    settleLead: (count) =>
      count === 1 ? 'Un point attend la décision du jury.' : `${count} points attendent le jury.`,
    gap: (levels) => `Niveaux donnés\u00a0: ${levels}. Deux niveaux d’écart ou plus se tranchent.`,
    unjudged: (observed, total) =>
      `${observed} ${observed > 1 ? 'critères observés' : 'critère observé'} sur ${total}\u00a0: trop peu pour que la moyenne décide. Le jury valide, ou non.`,
    attendance:
      'Un juré a noté ce candidat, un autre l’a déclaré absent\u00a0: le jury valide la compétence, ou non.',
    seeCriteria: 'Voir les critères',
    sheetsMissing: 'Il manque une grille\u00a0: ce résultat ne peut pas être arrêté.',
    settle: 'Trancher',
    review: 'Revoir',
    levelQuestion: 'Niveau retenu par le jury',
    outcomeQuestion: 'Décision du jury sur la compétence',
    notObserved: 'Non observé',
    notObservedHint: 'Le critère sort de la moyenne.',
    validated: 'Validée',
    notValidated: 'Non validée',
    reason: 'Motif',
    reasonHint: 'Une phrase\u00a0: elle figurera au procès-verbal.',
    decide: 'Arrêter la décision',
    cancel: 'Laisser en l’état',
    decided: (target) => `Décision prise sur ${target}.`,
    recomputed: 'Le résultat est à jour.',
    keys: 'Au clavier\u00a0: 0 à 3 pour le niveau, N pour « non observé », Ctrl + Entrée pour arrêter la décision.',
    contents: 'Compétences du candidat',
    competence: (id) => `Compétence ${id}`,
    criterion: 'Critère',
    retained: 'Retenu',
    nothing: 'rien',
    history: 'Décisions du jury',
    decidedBy: (by, at) => `${by}, ${at}`,
    replaced: 'remplacée',
    readOnly: (name) =>
      name
        ? `Les décisions sont prises par le président du jury, ${name}.`
        : 'Les décisions sont prises par le président du jury.',
    tied: 'Vous avez déclaré un lien avec ce candidat\u00a0: un autre juré doit présider sa délibération.',
    closed: 'Le procès-verbal est signé\u00a0: une décision demandera une nouvelle version.',
    incidents: 'Signalé ce jour-là',
    markedBy: (name) => `Note de ${name}`
  },
  en: {
    back: 'All candidates',
    candidateNumber: (number) => `Candidate no. ${number}`,
    previous: 'Previous candidate',
    next: 'Next candidate',
    nextOpen: (name) => `Examine ${name}`,
    allSettled: 'Every result is settled.',
    settleTitle: 'To settle',
    settleLead: (count) =>
      count === 1 ? 'One point awaits the panel.' : `${count} points await the panel.`,
    gap: (levels) => `Levels given: ${levels}. Two levels apart or more must be settled.`,
    unjudged: (observed, total) =>
      `${observed} of ${total} criteria observed: too few for the mean to decide. The panel validates, or not.`,
    attendance:
      'One juror marked this candidate, another declared them absent: the panel validates the competence, or not.',
    seeCriteria: 'See the criteria',
    sheetsMissing: 'A sheet is missing: this result cannot be settled.',
    settle: 'Settle',
    review: 'Review',
    levelQuestion: 'Level retained by the panel',
    outcomeQuestion: 'The panel’s decision on the competence',
    notObserved: 'Not observed',
    notObservedHint: 'The criterion leaves the mean.',
    validated: 'Validated',
    notValidated: 'Not validated',
    reason: 'Reason',
    reasonHint: 'A sentence: it will stand in the minutes.',
    decide: 'Record the decision',
    cancel: 'Leave it as it is',
    decided: (target) => `Decision made on ${target}.`,
    recomputed: 'The result is up to date.',
    keys: 'From the keyboard: 0 to 3 for the level, N for “not observed”, Ctrl + Enter to record.',
    contents: 'The candidate’s competences',
    competence: (id) => `Competence ${id}`,
    criterion: 'Criterion',
    retained: 'Retained',
    nothing: 'nothing',
    history: 'Decisions of the panel',
    decidedBy: (by, at) => `${by}, ${at}`,
    replaced: 'replaced',
    readOnly: (name) =>
      name
        ? `Decisions are made by the president of the jury, ${name}.`
        : 'Decisions are made by the president of the jury.',
    tied: 'You have declared a tie with this candidate: another juror must preside over this deliberation.',
    closed: 'The minutes are signed: a decision will ask for a new version.',
    incidents: 'Reported on the day',
    markedBy: (name) => `Mark of ${name}`
  }
};
