import type { Language, Phrase } from '#platform/language.ts';
import { can, type Actor, type Permission, type Role } from '#people/model.ts';

/** What every page knows, whoever reads it. */
export interface Shell {
  language: Language;
  /** Who may act, and as what. */
  actor: { name: string; roles: Role[] } | null;
  /** The name of whoever came by a link, even while they still owe a second factor. */
  person: string | null;
  navigation: Entry[];
  /** The people of this place are fictitious. */
  demo: boolean;
}

/** A place one can go to, named in the reader’s language. */
export interface Entry {
  href: string;
  label: string;
}

/** Every entry of the menu, in order; without a permission it is open to all. */
const places: readonly { href: string; label: Phrase; permission?: Permission }[] = [
  {
    href: '/jury',
    label: { fr: 'Ma journée', en: 'My day' },
    permission: 'marking.write'
  },
  {
    href: '/dossier',
    label: { fr: 'Mon dossier', en: 'My dossier' },
    permission: 'dossier.read-own'
  },
  {
    href: '/exam',
    label: { fr: 'Mes épreuves', en: 'My assessments' },
    permission: 'exam.sit'
  },
  {
    href: '/sessions',
    label: { fr: 'Sessions', en: 'Sessions' },
    permission: 'session.read'
  },
  {
    href: '/accessibility',
    label: { fr: 'Accessibilité', en: 'Accessibility' },
    permission: 'accessibility.manage'
  },
  {
    href: '/subjects',
    label: { fr: 'Sujets', en: 'Subjects' },
    permission: 'subject.manage'
  },
  {
    href: '/people',
    label: { fr: 'Personnes', en: 'People' },
    permission: 'people.read'
  },
  {
    href: '/centres',
    label: { fr: 'Centres', en: 'Centres' },
    permission: 'centre.manage'
  },
  {
    href: '/registry',
    label: { fr: 'Registre', en: 'Registry' },
    permission: 'registry.read'
  },
  {
    href: '/ledger',
    label: { fr: 'Journal', en: 'Ledger' },
    permission: 'ledger.read'
  },
  {
    href: '/settings',
    label: { fr: 'Réglages', en: 'Settings' },
    permission: 'body.manage'
  },
  { href: '/referential', label: { fr: 'Référentiel', en: 'Référentiel' } },
  { href: '/verify', label: { fr: 'Vérifier', en: 'Verify' } }
];

/** The menu of a person: what their roles open, and what is open to all. */
export const navigationOf = (actor: Actor | null, language: Language): Entry[] =>
  places
    .filter(({ permission }) => !permission || can(actor, permission))
    .map(({ href, label }) => ({ href, label: label[language] }));
