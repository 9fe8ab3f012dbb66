import { can, type Owed, type Permission, type SignedIn } from '#people/model.ts';

/** Who a page or an endpoint answers: everyone, whoever signed in, or who holds one of these rights. */
export type Access = 'public' | 'signed-in' | Permission | readonly Permission[];

/**
 * Every route and who it answers, for reading as for posting; one line each, in order. What a
 * person may do on a page is narrowed further by the action behind it. A route that is missing here
 * answers nobody.
 */
export const access: Readonly<Record<string, Access>> = {
  '/': 'public',
  '/[x+2e]well-known/did.json': 'public',
  '/accessibility': 'accessibility.manage',
  '/accessibility/[enrolment]': 'accessibility.manage',
  '/account': 'signed-in',
  '/account/data.zip': 'signed-in',
  '/account/language': 'public',
  '/account/security': 'signed-in',
  '/api/auth/magic-link/verify': 'public',
  '/centres': 'centre.manage',
  '/centres/[centre]': 'centre.manage',
  '/centres/new': 'centre.manage',
  '/certificates/[number]': ['certificate.read', 'dossier.read-own'],
  '/certificates/[number]/[file]': ['certificate.read', 'dossier.read-own'],
  '/dossier': 'dossier.read-own',
  '/exam': 'exam.sit',
  '/exam/[sitting]': 'exam.sit',
  '/exam/[sitting]/assistant': 'exam.sit',
  '/exam/[sitting]/break': 'exam.sit',
  '/exam/[sitting]/edits': 'exam.sit',
  '/exam/[sitting]/hand-in': 'exam.sit',
  '/exam/[sitting]/live': 'exam.sit',
  '/exam/[sitting]/pen': 'exam.sit',
  '/exam/[sitting]/presentation': 'exam.sit',
  '/jury': 'marking.write',
  '/jury/[session]/declarations': 'conflict.declare',
  '/jury/[sitting]': 'marking.write',
  '/jury/[sitting]/answer': ['marking.write', 'marking.follow'],
  '/jury/[sitting]/hand-in': 'marking.write',
  '/jury/[sitting]/observations': 'marking.write',
  '/jury/[sitting]/subject': 'marking.write',
  '/jury/calibration': 'marking.write',
  '/jury/calibration/[exemplar]': 'marking.write',
  '/jury/day': 'marking.write',
  '/jury/pulse': 'marking.write',
  '/jury/tablet': 'public',
  '/ledger': 'ledger.read',
  '/people': 'people.read',
  '/people/[person]': 'people.read',
  '/people/new': 'people.manage',
  '/referential': 'public',
  '/referential/[competence]': 'public',
  '/referential/grid.pdf': 'public',
  '/registry': 'registry.read',
  '/registry/indicators': 'registry.read',
  '/registry/indicators/table.csv': 'registry.read',
  '/registry/indicators/table.xlsx': 'registry.read',
  '/registry/privacy': 'registry.read',
  '/registry/renewal': 'registry.read',
  '/registry/renewal/file.pdf': 'registry.read',
  '/registry/renewal/file.xlsx': 'registry.read',
  '/sessions': 'session.read',
  '/sessions/[session]': 'session.read',
  '/sessions/[session]/candidates': 'enrolment.read',
  '/sessions/[session]/candidates/[enrolment]': 'enrolment.read',
  '/sessions/[session]/candidates/[enrolment]/convocation.ics': [
    'convocation.read',
    'dossier.read-own'
  ],
  '/sessions/[session]/candidates/[enrolment]/convocation.pdf': [
    'convocation.read',
    'dossier.read-own'
  ],
  '/sessions/[session]/candidates/[enrolment]/privacy': 'privacy.manage',
  '/sessions/[session]/candidates/[enrolment]/privacy/data.zip': 'privacy.manage',
  '/sessions/[session]/candidates/convocations.pdf': 'convocation.read',
  '/sessions/[session]/candidates/import': 'enrolment.manage',
  '/sessions/[session]/candidates/import/template.csv': 'enrolment.manage',
  '/sessions/[session]/candidates/import/template.xlsx': 'enrolment.manage',
  '/sessions/[session]/candidates/list.csv': 'enrolment.read',
  '/sessions/[session]/certificates': 'certificate.read',
  '/sessions/[session]/certificates/[enrolment]/letter.pdf': ['results.read', 'dossier.read-own'],
  '/sessions/[session]/deliberation': 'deliberation.read',
  '/sessions/[session]/deliberation/[enrolment]': 'deliberation.read',
  '/sessions/[session]/invigilation': 'exam.invigilate',
  '/sessions/[session]/invigilation/live': 'exam.invigilate',
  '/sessions/[session]/measure': 'deliberation.read',
  '/sessions/[session]/measure.pdf': 'deliberation.read',
  '/sessions/[session]/minutes': 'minutes.read',
  '/sessions/[session]/minutes/minutes.pdf': 'minutes.read',
  '/sessions/[session]/panels': 'session.read',
  '/sessions/[session]/progress': ['marking.follow', 'attendance.record'],
  '/sessions/[session]/progress/live': 'marking.follow',
  '/sessions/[session]/registry': 'registry.read',
  '/sessions/[session]/registry/[batch]': 'registry.manage',
  '/sessions/[session]/timetable': 'session.read',
  '/sessions/[session]/timetable/improve': 'timetable.manage',
  '/sessions/communes': 'enrolment.manage',
  '/sessions/new': 'session.manage',
  '/settings': 'body.manage',
  '/sign-in': 'public',
  '/sign-in/link': 'public',
  '/sign-in/second-factor': 'public',
  '/sign-out': 'public',
  '/status/[purpose]/[list]': 'public',
  '/subjects': 'subject.manage',
  '/subjects/[subject]': 'subject.manage',
  '/survey/[token]': 'public',
  '/verify': 'public',
  '/verify/[number]': 'public'
};

/** Where someone who still owes something is sent. */
export const owedPage: Readonly<Record<Owed, string>> = {
  'second-factor': '/sign-in/second-factor',
  'set-up': '/account/security'
};

/** What stays open to someone who still owes something, besides the page where they give it. */
const alwaysOpen = new Set([
  '/account/language',
  '/api/auth/magic-link/verify',
  '/sign-in/link',
  '/sign-out'
]);

/** Endpoints that take other than a form: what tablets and writing rooms send. */
export const takesOther: ReadonlySet<string> = new Set([
  '/exam/[sitting]/assistant',
  '/exam/[sitting]/break',
  '/exam/[sitting]/edits',
  '/exam/[sitting]/hand-in',
  '/exam/[sitting]/pen',
  '/jury/[sitting]/hand-in',
  '/jury/[sitting]/observations',
  '/jury/day',
  '/jury/pulse'
]);

/** Whether a body can be read where it was sent: pages take forms (WHATWG HTML, 4.10.21.6). */
export function canRead(routeId: string, method: string, headers: Headers): boolean {
  const type = headers.get('content-type');
  if (method !== 'POST' || type === null || takesOther.has(routeId)) return true;
  return /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i.test(type);
}

export type Verdict = 'open' | 'sign-in' | 'owed' | 'forbidden';

/** Whether a route answers a browser. @throws when the route is missing from the table */
export function judge(routeId: string, person: SignedIn | null): Verdict {
  const asked = access[routeId];
  if (asked === undefined) throw new Error(`Route ${routeId} is missing from the access table`);
  if (person?.owes)
    return alwaysOpen.has(routeId) || owedPage[person.owes] === routeId ? 'open' : 'owed';
  if (asked === 'public') return 'open';
  if (!person) return 'sign-in';
  if (asked === 'signed-in') return 'open';
  const rights = typeof asked === 'string' ? [asked] : asked;
  return rights.some((right) => can(person.actor, right)) ? 'open' : 'forbidden';
}

/**
 * Whether a request that changes something comes from our own pages: browsers say so themselves
 * (Sec-Fetch-Site) in secure contexts, and by the Origin header elsewhere.
 */
export function isOurs(method: string, headers: Headers, publicUrl: string): boolean {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return true;
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  return headers.get('origin') === new URL(publicUrl).origin;
}
