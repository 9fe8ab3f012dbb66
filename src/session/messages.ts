import type { Dictionary } from '#platform/language.ts';
import type { SessionStatus } from './model.ts';
import type { Obstacle } from './readiness.ts';

/** « 1 candidat », « 4 candidats » */
const count = (figure: number, one: string, many: string): string =>
  figure === 0 ? `Aucun\u00a0${one}` : `${figure}\u00a0${figure > 1 ? many : one}`;
/** “1 candidate”, “4 candidates” */
const counted = (figure: number, one: string, many: string): string =>
  figure === 0 ? `No\u00a0${one}` : `${figure}\u00a0${figure === 1 ? one : many}`;

const statusesFr: Record<SessionStatus, string> = {
  preparing: 'En préparation',
  marking: 'Notation ouverte',
  deliberating: 'En délibération',
  closed: 'Close'
};
const statusesEn: Record<SessionStatus, string> = {
  preparing: 'Being prepared',
  marking: 'Marking open',
  deliberating: 'In deliberation',
  closed: 'Closed'
};
const settleFr: Record<Obstacle['where'], string> = {
  candidates: 'Inscrire les candidats',
  panels: 'Constituer les jurys',
  timetable: 'Planifier la journée'
};
const settleEn: Record<Obstacle['where'], string> = {
  candidates: 'Enrol candidates',
  panels: 'Form the panels',
  timetable: 'Plan the day'
};

const fr = {
  sessions: 'Sessions',
  status: statusesFr,
  candidates: (figure: number) => count(figure, 'candidat', 'candidats'),
  list: {
    lead: 'De la préparation au parchemin, une journée d’examen après l’autre.',
    add: 'Ouvrir une session',
    groups: { now: 'En cours', next: 'En préparation', past: 'Closes' },
    none: 'Aucune session pour l’instant.',
    noneLead:
      'Une session réunit des candidats et des jurys pour un ou plusieurs jours. Ouvrez la première, le reste se prépare ensuite, dans l’ordre qui vous convient.',
    noneCentre: 'Les sessions de votre centre apparaîtront ici dès leur ouverture.'
  },
  form: {
    newTitle: 'Ouvrir une session',
    newLead:
      'Un intitulé, un centre, un ou plusieurs jours, un lieu. Candidats, jurys et horaires viennent ensuite.',
    title: 'Intitulé',
    titleHint: 'Par exemple\u00a0: Session de printemps.',
    centre: 'Centre',
    centreHint: 'Il doit être habilité chacun de ces jours.',
    chooseCentre: 'Choisir un centre',
    day: 'Premier jour',
    lastDay: 'Dernier jour',
    lastDayHint: 'Vide pour une session d’un jour.',
    place: 'Lieu',
    placeHint: 'Tel qu’il figurera sur les convocations.',
    create: 'Ouvrir la session',
    save: 'Enregistrer',
    edit: 'Modifier l’intitulé, les jours ou le lieu',
    editHint:
      'Le planning garde ses heures aux nouveaux jours. Si les convocations sont parties, renvoyez-les.',
    saved: 'La session est modifiée.'
  },
  tabs: {
    label: 'Parties de la session',
    overview: 'Aperçu',
    candidates: 'Candidats',
    panels: 'Jurys',
    timetable: 'Journée',
    progress: 'Suivi',
    invigilation: 'Surveillance',
    deliberation: 'Délibération',
    minutes: 'Procès-verbal',
    certificates: 'Parchemins',
    measure: 'Mesure',
    registry: 'Déclaration'
  },
  overview: {
    title: 'Où en est la session',
    way: 'Avancement de la session',
    steps: {
      preparing: 'Préparation',
      marking: 'Notation',
      deliberating: 'Délibération',
      closed: 'Clôture'
    } satisfies Record<SessionStatus, string>,
    figures: 'En chiffres',
    candidates: (figure: number): string => (figure > 1 ? 'candidats' : 'candidat'),
    jurors: (figure: number): string => (figure > 1 ? 'jurés' : 'juré'),
    panels: (figure: number): string => (figure > 1 ? 'jurys' : 'jury'),
    sittings: (figure: number): string => (figure > 1 ? 'passages prévus' : 'passage prévu'),
    obstacles: (figure: number) =>
      figure === 1
        ? 'Un point reste à régler avant d’ouvrir la journée.'
        : `${figure} points restent à régler avant d’ouvrir la journée.`,
    attention: 'À régler pendant la journée',
    beforeExam: 'Avant les épreuves',
    settle: settleFr,
    places: { candidates: 'Candidats', panels: 'Jurys', timetable: 'Journée' },
    ready: 'Tout est prêt\u00a0: la journée peut s’ouvrir.',
    readyBut: 'La journée peut s’ouvrir\u202f; avant les épreuves, un point reste à régler.',
    open: 'Ouvrir la journée',
    openTitle: 'Ouvrir la journée\u202f?',
    openConfirm: 'J’ouvre la journée',
    openAsk:
      'Les jurés pourront noter dès maintenant. Inscriptions, jurys nouveaux et horaires seront figés\u00a0: on n’y revient pas.',
    openEarly: (day: string) => `La session est prévue le ${day}, et non aujourd’hui.`,
    opened: 'La journée est ouverte\u00a0: les jurés peuvent noter.',
    awaited: (figure: number) =>
      figure === 1 ? 'Une grille est encore attendue.' : `${figure} grilles sont encore attendues.`,
    sheets: 'Grilles remises',
    handedIn: (handedIn: number, due: number) => `${handedIn} sur ${due}`,
    markingBrief: 'Les jurés notent. La délibération s’ouvrira quand chaque grille sera remise.',
    follow: 'Suivre la notation',
    markingDone: 'Toutes les grilles sont remises.',
    toDeliberation: 'Passer à la délibération',
    deliberating: 'Le jury délibère.',
    deliberatingLead:
      'Chaque écart se règle avec sa raison, puis le procès-verbal se dresse et se signe.',
    deliberation: 'Voir la délibération',
    closed: 'Le procès-verbal est signé.',
    certificates: 'Voir les parchemins',
    minutes: 'Lire le procès-verbal'
  },
  incidents: {
    title: 'Incidents',
    lead: 'Ce qui figurera au procès-verbal, à la lettre.',
    none: 'Aucun incident signalé.',
    report: 'Signaler un incident',
    description: 'Ce qui s’est passé',
    descriptionHint: 'Les faits, en une ou deux phrases.',
    about: 'Candidat concerné',
    nobody: 'Aucun en particulier',
    submit: 'Consigner',
    reported: 'L’incident est consigné.'
  },
  measure: {
    none: 'Aucune note à mesurer.',
    pdf: 'Télécharger en PDF',
    figures: 'Les chiffres'
  }
};

type Words = typeof fr;

const en: Words = {
  sessions: 'Sessions',
  status: statusesEn,
  candidates: (figure) => counted(figure, 'candidate', 'candidates'),
  list: {
    lead: 'From preparation to parchment, one examination day after another.',
    add: 'Open a session',
    groups: { now: 'Under way', next: 'In preparation', past: 'Closed' },
    none: 'No session yet.',
    noneLead:
      'A session brings candidates and panels together for one day or several. Open the first; the rest is prepared afterwards, in whatever order suits you.',
    noneCentre: 'Your centre’s sessions will appear here once they are opened.'
  },
  form: {
    newTitle: 'Open a session',
    newLead:
      'A title, a centre, one day or several, a place. Candidates, panels and times come next.',
    title: 'Title',
    titleHint: 'For example: Spring session.',
    centre: 'Centre',
    centreHint: 'It must be habilitated on each of these days.',
    chooseCentre: 'Choose a centre',
    day: 'First day',
    lastDay: 'Last day',
    lastDayHint: 'Empty for a session of one day.',
    place: 'Place',
    placeHint: 'As it will appear on convocations.',
    create: 'Open the session',
    save: 'Save',
    edit: 'Change the title, days or place',
    editHint:
      'The timetable keeps its hours on the new days. If convocations have been sent, send them again.',
    saved: 'The session is changed.'
  },
  tabs: {
    label: 'Parts of the session',
    overview: 'Overview',
    candidates: 'Candidates',
    panels: 'Panels',
    timetable: 'Day',
    progress: 'Progress',
    invigilation: 'Invigilation',
    deliberation: 'Deliberation',
    minutes: 'Minutes',
    certificates: 'Certificates',
    measure: 'Measure',
    registry: 'Declaration'
  },
  overview: {
    title: 'Where the session stands',
    way: 'Progress of the session',
    steps: {
      preparing: 'Preparation',
      marking: 'Marking',
      deliberating: 'Deliberation',
      closed: 'Closing'
    },
    figures: 'In figures',
    candidates: (figure) => (figure === 1 ? 'candidate' : 'candidates'),
    jurors: (figure) => (figure === 1 ? 'juror' : 'jurors'),
    panels: (figure) => (figure === 1 ? 'panel' : 'panels'),
    sittings: (figure) => (figure === 1 ? 'sitting planned' : 'sittings planned'),
    obstacles: (figure) =>
      figure === 1
        ? 'One thing is left to settle before the day can open.'
        : `${figure} things are left to settle before the day can open.`,
    attention: 'To settle during the day',
    beforeExam: 'Before the assessments',
    settle: settleEn,
    places: { candidates: 'Candidates', panels: 'Panels', timetable: 'Day' },
    ready: 'All is ready: the day can open.',
    readyBut: 'The day can open; before the assessments, one thing is left to settle.',
    open: 'Open the day',
    openTitle: 'Open the day?',
    openConfirm: 'I open the day',
    openAsk:
      'Jurors can mark from now on. Enrolments, new panels and times will be fixed: there is no way back.',
    openEarly: (day) => `The session is set for ${day}, not for today.`,
    opened: 'The day is open: jurors can mark.',
    awaited: (figure) =>
      figure === 1 ? 'One sheet is still awaited.' : `${figure} sheets are still awaited.`,
    sheets: 'Sheets handed in',
    handedIn: (handedIn, due) => `${handedIn} of ${due}`,
    markingBrief: 'Jurors are marking. Deliberation opens once every sheet is handed in.',
    follow: 'Follow the marking',
    markingDone: 'Every sheet is handed in.',
    toDeliberation: 'Go to deliberation',
    deliberating: 'The panel is deliberating.',
    deliberatingLead:
      'Each discrepancy is settled with its reason; then the minutes are drawn up and signed.',
    deliberation: 'See the deliberation',
    closed: 'The minutes are signed.',
    certificates: 'See the certificates',
    minutes: 'Read the minutes'
  },
  incidents: {
    title: 'Incidents',
    lead: 'What the minutes will say, to the letter.',
    none: 'No incident reported.',
    report: 'Report an incident',
    description: 'What happened',
    descriptionHint: 'The facts, in a sentence or two.',
    about: 'Candidate concerned',
    nobody: 'Nobody in particular',
    submit: 'Record',
    reported: 'The incident is recorded.'
  },
  measure: {
    none: 'No mark to measure.',
    pdf: 'Download as PDF',
    figures: 'The figures'
  }
};

/** The words of a session's screens; those of one screen alone stand beside, in their own file. */
export const sessionWords: Dictionary<Words> = { fr, en };
