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
    closed: 'Sessions closes'
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
    closed: 'Closed sessions'
  }
};

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
