import type { Dictionary } from '#platform/language.ts';
import type { ConflictKind } from '#session/model.ts';
import type { SheetState } from './marks.ts';

/** Words of a juror's day: the line of the day, and the word on ties. */
interface DayWords {
  title: string;
  lead: string;
  none: { title: string; lead: string };
  panel: (name: string, room: string) => string;
  withColleagues: (names: readonly string[]) => string;
  presides: string;
  status: Record<'preparing' | 'marking' | 'deliberating' | 'closed', string>;
  toDeclare: (count: number) => string;
  declare: string;
  reviewDeclarations: string;
  timetable: string;
  noSitting: string;
  preparationFrom: (time: string) => string;
  now: (time: string) => string;
  number: (number: number) => string;
  state: Record<SheetState, string>;
  progress: (marked: number, of: number) => string;
  tied: string;
  candidateAbsent: string;
  adaptations: string;
  deliberation: string;
  minutes: string;
  closed: string;
  calibrate: string;
  /** What is said of the tablet itself. */
  tablet: {
    opened: (time: string, sheets: number) => string;
    kept: (time: string) => string;
    notOpened: string;
    back: string;
    reload: string;
    unkept: string;
    locked: string;
    sealed: string;
    signIn: string;
    waiting: (marks: number, handIns: number) => string;
    refused: string;
    here: (marks: number, handIn: boolean) => string;
    late: (minutes: number) => string;
    early: (minutes: number) => string;
    /** Without a network, and without what the page asks for. */
    closed: { title: string; lead: string; sealed: (marks: number) => string };
    retry: string;
    elsewhere: { title: string; lead: string };
  };
}

export const dayWords: Dictionary<DayWords> = {
  fr: {
    title: 'Ma journée',
    lead: 'Vos passages, dans l’ordre. Ce que vous notez n’est vu que de vous jusqu’à la délibération.',
    none: {
      title: 'Aucune session ne vous attend.',
      lead: 'Vos passages paraîtront ici dès que le responsable vous aura inscrit dans un jury.'
    },
    panel: (name, room) => `${name}, ${room}`,
    withColleagues: (names) => `avec ${new Intl.ListFormat('fr').format(names)}`,
    presides: 'vous présidez',
    status: {
      preparing: 'En préparation',
      marking: 'Notation ouverte',
      deliberating: 'En délibération',
      closed: 'Close'
    },
    toDeclare: (count) =>
      count === 1
        ? 'Avant de noter, dites si vous avez un lien avec un candidat.'
        : `Avant de noter, dites si vous avez un lien avec chacun des ${count} candidats.`,
    declare: 'Déclarer mes liens',
    reviewDeclarations: 'Mes déclarations',
    timetable: 'Les passages',
    noSitting: 'Le planning n’est pas encore établi.',
    preparationFrom: (time) => `se prépare dès ${time}`,
    now: (time) => `Il est ${time}`,
    number: (number) => `N°\u00a0${number}`,
    state: {
      untouched: 'À noter',
      begun: 'En cours',
      'handed-in': 'Remise',
      absent: 'Absent'
    },
    progress: (marked, of) => `${marked} sur ${of}`,
    tied: 'Lien déclaré\u00a0: un autre jury entend ce candidat',
    candidateAbsent: 'Absent à l’appel',
    adaptations: 'Aménagements',
    deliberation: 'Délibération',
    minutes: 'Procès-verbal',
    closed: 'Sessions closes',
    calibrate: 'S’accorder avant la session',
    tablet: {
      opened: (time, sheets) =>
        `Journée ouverte sur cette tablette à ${time}\u00a0: ${sheets === 1 ? 'une grille' : `${sheets} grilles`}. Vous pouvez noter sans réseau.`,
      kept: (time) =>
        `Réseau absent. Cette tablette garde votre journée, ouverte à ${time}\u00a0: notez et remettez, tout partira au retour du réseau.`,
      notOpened:
        'Réseau absent\u00a0: la journée n’est pas ouverte sur cette tablette. Gardez cette page, elle s’ouvrira au retour du réseau.',
      back: 'Le réseau est revenu.',
      reload: 'Voir la journée à jour',
      unkept:
        'Cette tablette ne peut rien garder (mémoire pleine, navigation privée ou connexion non sécurisée)\u00a0: sans réseau, vous ne pourrez pas ouvrir de grille.',
      locked: 'Votre connexion a pris fin. Cette tablette ne garde plus votre journée.',
      sealed:
        'Ce qui n’était pas parti reste scellé sur cette tablette, et partira quand vous vous reconnecterez.',
      signIn: 'Se reconnecter',
      waiting: (marks, handIns) =>
        `Sur cette tablette seulement\u00a0: ${frenchCount(marks, handIns)}.`,
      refused: 'Des notes n’ont pas été acceptées\u00a0: ouvrez leur grille, elle dit pourquoi.',
      here: (marks, handIn) => `${frenchCount(marks, handIn ? 1 : 0)} sur cette tablette`,
      late: (minutes) =>
        `L’horloge de cette tablette retarde de ${minutes}\u00a0min\u00a0: vos notes portent l’heure du serveur.`,
      early: (minutes) =>
        `L’horloge de cette tablette avance de ${minutes}\u00a0min\u00a0: vos notes portent l’heure du serveur.`,
      closed: {
        title: 'Cette tablette ne garde aucune journée',
        lead: 'Pour noter sans réseau, ouvrez d’abord «\u00a0Ma journée\u00a0» avec le réseau, une fois connecté.',
        sealed: (marks) =>
          marks === 1
            ? 'Une note reste scellée ici\u00a0: elle partira quand son juré se reconnectera.'
            : `${marks} notes restent scellées ici\u00a0: elles partiront quand leur juré se reconnectera.`
      },
      retry: 'Réessayer',
      elsewhere: {
        title: 'Cette page demande le réseau',
        lead: 'Sans réseau, cette tablette ouvre votre journée et ses grilles.'
      }
    }
  },
  en: {
    title: 'My day',
    lead: 'Your candidates, in order. Nobody else sees your marks until deliberation.',
    none: {
      title: 'No session awaits you.',
      lead: 'Your candidates will appear here once the manager has seated you on a panel.'
    },
    panel: (name, room) => `${name}, ${room}`,
    withColleagues: (names) => `with ${new Intl.ListFormat('en-GB').format(names)}`,
    presides: 'you preside',
    status: {
      preparing: 'Being prepared',
      marking: 'Marking is open',
      deliberating: 'Deliberating',
      closed: 'Closed'
    },
    toDeclare: (count) =>
      count === 1
        ? 'Before marking, say whether you have a tie with one candidate.'
        : `Before marking, say whether you have a tie with each of ${count} candidates.`,
    declare: 'Declare my ties',
    reviewDeclarations: 'My declarations',
    timetable: 'Candidates',
    noSitting: 'The timetable has not been drawn up yet.',
    preparationFrom: (time) => `prepares from ${time}`,
    now: (time) => `It is ${time}`,
    number: (number) => `No.\u00a0${number}`,
    state: {
      untouched: 'To mark',
      begun: 'Begun',
      'handed-in': 'Handed in',
      absent: 'Absent'
    },
    progress: (marked, of) => `${marked} of ${of}`,
    tied: 'Tie declared: another panel hears this candidate',
    candidateAbsent: 'Did not answer the call',
    adaptations: 'Adaptations',
    deliberation: 'Deliberation',
    minutes: 'Minutes',
    closed: 'Closed sessions',
    calibrate: 'Agreeing before the session',
    tablet: {
      opened: (time, sheets) =>
        `Day opened on this tablet at ${time}: ${sheets === 1 ? 'one sheet' : `${sheets} sheets`}. You can mark without a network.`,
      kept: (time) =>
        `No network. This tablet keeps your day, opened at ${time}: mark and hand in, all will be sent when the network returns.`,
      notOpened:
        'No network: the day is not open on this tablet. Keep this page, it will open when the network returns.',
      back: 'The network is back.',
      reload: 'See the day as it stands',
      unkept:
        'This tablet can keep nothing (memory full, private browsing, or a connection that is not secure): without a network you will not be able to open a sheet.',
      locked: 'You are no longer signed in. This tablet no longer keeps your day.',
      sealed:
        'What had not been sent stays sealed on this tablet, and will be sent when you sign in again.',
      signIn: 'Sign in again',
      waiting: (marks, handIns) => `On this tablet only: ${englishCount(marks, handIns)}.`,
      refused: 'Some marks were not accepted: open their sheet, it says why.',
      here: (marks, handIn) => `${englishCount(marks, handIn ? 1 : 0)} on this tablet`,
      late: (minutes) =>
        `This tablet’s clock is ${minutes}\u00a0min slow: your marks carry the server’s time.`,
      early: (minutes) =>
        `This tablet’s clock is ${minutes}\u00a0min fast: your marks carry the server’s time.`,
      closed: {
        title: 'This tablet keeps no day',
        lead: 'To mark without a network, first open “My day” with one, once signed in.',
        sealed: (marks) =>
          marks === 1
            ? 'One mark stays sealed here: it will be sent when its juror signs in again.'
            : `${marks} marks stay sealed here: they will be sent when their juror signs in again.`
      },
      retry: 'Try again',
      elsewhere: {
        title: 'This page needs the network',
        lead: 'Without one, this tablet opens your day and its sheets.'
      }
    }
  }
};

const frenchCount = (marks: number, handIns: number): string =>
  [
    marks > 0 ? (marks === 1 ? '1 note' : `${marks} notes`) : '',
    handIns > 0 ? (handIns === 1 ? '1 remise' : `${handIns} remises`) : ''
  ]
    .filter(Boolean)
    .join(' et ');

const englishCount = (marks: number, handIns: number): string =>
  [
    marks > 0 ? (marks === 1 ? '1 mark' : `${marks} marks`) : '',
    handIns > 0 ? (handIns === 1 ? '1 hand-in' : `${handIns} hand-ins`) : ''
  ]
    .filter(Boolean)
    .join(' and ');

interface DeclarationWords {
  title: string;
  lead: string;
  legend: (number: number, name: string) => string;
  kinds: Record<ConflictKind, string>;
  send: string;
  closed: string;
}

export const declarationWords: Dictionary<DeclarationWords> = {
  fr: {
    title: 'Mes liens avec les candidats',
    lead: 'Un juré ne note pas une personne qu’il a formée, qu’il emploie ou dont il est proche. Répondez pour chacun\u00a0; votre parole est consignée.',
    legend: (number, name) => `N°\u00a0${number}, ${name}`,
    kinds: {
      none: 'Aucun lien',
      trained: 'Je l’ai formé',
      employs: 'Je l’emploie',
      related: 'Parenté',
      other: 'Autre lien'
    },
    send: 'Je le déclare',
    closed: 'La session est close\u00a0: ces déclarations ne changent plus.'
  },
  en: {
    title: 'My ties with the candidates',
    lead: 'A juror does not mark someone they trained, employ or are close to. Answer for each; your word is recorded.',
    legend: (number, name) => `No.\u00a0${number}, ${name}`,
    kinds: {
      none: 'No tie',
      trained: 'I trained them',
      employs: 'I employ them',
      related: 'Kinship',
      other: 'Another tie'
    },
    send: 'I so declare',
    closed: 'The session is closed: these declarations no longer change.'
  }
};
