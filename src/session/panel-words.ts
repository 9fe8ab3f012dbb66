import type { Dictionary } from '#platform/language.ts';
import type { ConflictKind } from './model.ts';

const kindsFr: Record<ConflictKind, string> = {
  none: 'aucun',
  trained: 'l’a formé',
  employs: 'l’emploie',
  related: 'parenté',
  other: 'autre lien'
};
const kindsEn: Record<ConflictKind, string> = {
  none: 'none',
  trained: 'trained them',
  employs: 'employs them',
  related: 'kinship',
  other: 'another tie'
};

const fr = {
  title: 'Jurys',
  lead: (least: number) =>
    `Au moins ${least} jurés par jury, sans lien avec ceux qu’ils entendent\u202f; un président pour la session.`,
  none: 'Aucun jury n’est encore formé.',
  noneLead: 'Nommez un premier jury et sa salle, puis faites-y siéger des jurés.',
  add: 'Former un jury',
  name: 'Nom',
  nameHint: 'Par exemple\u00a0: Jury A.',
  room: 'Salle',
  roomHint: 'Telle qu’elle figurera sur les convocations.',
  addAction: 'Former ce jury',
  change: 'Modifier',
  changeTitle: (panel: string) => `Modifier ${panel}`,
  save: 'Enregistrer',
  remove: 'Supprimer',
  removeTitle: (panel: string) => `Supprimer ${panel}\u202f?`,
  removeAsk:
    'Ses jurés redeviennent libres et ses passages quittent le planning\u00a0: il faudra planifier de nouveau la journée.',
  hears: (room: string, candidates: number) =>
    candidates === 0
      ? room
      : `${room}, entend ${candidates}\u00a0candidat${candidates > 1 ? 's' : ''}`,
  members: (panel: string) => `Jurés de ${panel}`,
  empty: 'Personne n’y siège encore.',
  president: 'Préside la session',
  makePresident: 'Nommer président',
  hours: (from: string, until: string) => `de ${from} à ${until}`,
  availability: 'Heures',
  availabilityTitle: (juror: string) => `Les heures de ${juror}`,
  availabilityLead:
    'Son jury n’entend personne sans cette personne. Laissez vide pour toute la journée.',
  from: 'Arrive à',
  until: 'Repart à',
  removed: 'ne siège plus',
  takeOff: 'Retirer',
  takeOffTitle: (juror: string) => `Retirer ${juror}\u202f?`,
  takeOffAsk:
    'Cette personne ne pourra plus noter dans ce jury. Les grilles qu’elle a remises restent.',
  takeOffDay:
    'Faites siéger son remplaçant aussitôt\u00a0: il déclare ses liens, puis note à sa place.',
  seat: 'Faire siéger',
  seatOne: 'Faire siéger un juré',
  seatLabel: 'Juré',
  choose: 'Choisir un juré',
  noneFree:
    'Tous les jurés connus siègent déjà. Donnez ce rôle à d’autres personnes, à la page Personnes.',
  said: (answered: number, all: number) =>
    answered === all
      ? 'a déclaré ses liens'
      : `${answered} déclaration${answered > 1 ? 's' : ''} sur ${all}`,
  done: {
    added: 'Le jury est formé.',
    changed: 'Le jury est modifié.',
    removed: 'Le jury est supprimé.',
    seated: 'Le juré siège.',
    available: 'Les heures sont notées.',
    'taken-off': 'Le juré est retiré.',
    named: 'Le président est nommé.'
  },
  ties: {
    title: 'Liens déclarés',
    lead: 'Ce que chaque juré a dit de chaque candidat. Un lien interdit de noter.',
    caption: (panels: string) => `Liens déclarés par les jurés de ${panels}`,
    candidate: 'Candidat',
    kinds: kindsFr,
    awaited: 'attendu',
    none: 'Les déclarations paraîtront ici dès qu’il y aura des candidats et des jurés.'
  }
};

type Words = typeof fr;

const en: Words = {
  title: 'Panels',
  lead: (least) =>
    `At least ${least} jurors a panel, without ties to those they hear; one president for the session.`,
  none: 'No panel has been formed yet.',
  noneLead: 'Name a first panel and its room, then seat jurors on it.',
  add: 'Form a panel',
  name: 'Name',
  nameHint: 'For example: Panel A.',
  room: 'Room',
  roomHint: 'As it will appear on convocations.',
  addAction: 'Form this panel',
  change: 'Change',
  changeTitle: (panel) => `Change ${panel}`,
  save: 'Save',
  remove: 'Delete',
  removeTitle: (panel) => `Delete ${panel}?`,
  removeAsk:
    'Its jurors become free and its sittings leave the timetable: the day must be planned again.',
  hears: (room, candidates) =>
    candidates === 0
      ? room
      : `${room}, hears ${candidates}\u00a0candidate${candidates === 1 ? '' : 's'}`,
  members: (panel) => `Jurors of ${panel}`,
  empty: 'Nobody sits on it yet.',
  president: 'Presides over the session',
  makePresident: 'Name president',
  hours: (from, until) => `from ${from} to ${until}`,
  availability: 'Hours',
  availabilityTitle: (juror) => `The hours of ${juror}`,
  availabilityLead: 'The panel hears nobody without them. Leave empty for the whole day.',
  from: 'Comes at',
  until: 'Leaves at',
  removed: 'no longer sits',
  takeOff: 'Remove',
  takeOffTitle: (juror) => `Remove ${juror}?`,
  takeOffAsk: 'They can no longer mark on this panel. The sheets they handed in stay.',
  takeOffDay: 'Seat a replacement at once: they declare their ties, then mark instead.',
  seat: 'Seat',
  seatOne: 'Seat a juror',
  seatLabel: 'Juror',
  choose: 'Choose a juror',
  noneFree: 'Every known juror already sits. Grant the role to others, on the People page.',
  said: (answered, all) =>
    answered === all
      ? 'has declared their ties'
      : `${answered} of ${all} declaration${all === 1 ? '' : 's'}`,
  done: {
    added: 'The panel is formed.',
    changed: 'The panel is changed.',
    removed: 'The panel is deleted.',
    seated: 'The juror is seated.',
    available: 'The hours are noted.',
    'taken-off': 'The juror is removed.',
    named: 'The president is named.'
  },
  ties: {
    title: 'Declared ties',
    lead: 'What each juror said of each candidate. A tie forbids marking.',
    caption: (panels) => `Ties declared by the jurors of ${panels}`,
    candidate: 'Candidate',
    kinds: kindsEn,
    awaited: 'awaited',
    none: 'Declarations will appear here once there are candidates and jurors.'
  }
};

/** The words of the panels' screen. */
export const panelWords: Dictionary<Words> = { fr, en };
