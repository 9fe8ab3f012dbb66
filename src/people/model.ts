import type { Id } from '#platform/ids.ts';
import { refuse, ok, type Result } from '#platform/result.ts';

export type UserId = Id<'user'>;
export type CentreId = Id<'centre'>;

export const roles = [
  'manager',
  'centre-manager',
  'juror',
  'accessibility-officer',
  'candidate',
  'auditor'
] as const;
export type Role = (typeof roles)[number];

export const isRole = (value: unknown): value is Role => roles.includes(value as Role);

/** Roles that hold only within one centre. */
export const centreRoles: readonly Role[] = ['centre-manager'];

export interface Grant {
  role: Role;
  /** The centre that the role is bound to; null when it holds everywhere. */
  centreId: CentreId | null;
}

/** Someone who is signed in, with every role they hold now. */
export interface Actor {
  userId: UserId;
  name: string;
  email: string;
  grants: readonly Grant[];
}

/**
 * The permission table: who may do what. The only one; every action and every page goes through
 * it. A centre manager's right holds for their own centre (`can` checks it when the centre is
 * known); a juror's and a candidate's right is narrowed further by the slice that owns the thing
 * (own panels, own dossier).
 */
export const permissions = {
  // people
  'people.manage': ['manager'],
  'people.read': ['manager', 'auditor'],
  'centre.manage': ['manager'],
  'body.manage': ['manager'],
  // session
  'session.read': ['manager', 'centre-manager', 'auditor'],
  'session.manage': ['manager'],
  'enrolment.read': ['manager', 'centre-manager', 'auditor'],
  'enrolment.manage': ['manager', 'centre-manager'],
  'panel.manage': ['manager'],
  'timetable.manage': ['manager'],
  'convocation.read': ['manager', 'centre-manager', 'auditor'],
  'incident.report': ['manager', 'centre-manager', 'juror'],
  'attendance.record': ['manager', 'centre-manager', 'juror'],
  'accessibility.manage': ['accessibility-officer'],
  'dossier.read-own': ['candidate'],
  // exam
  'subject.manage': ['manager'],
  'exam.invigilate': ['manager', 'centre-manager'],
  'exam.sit': ['candidate'],
  // jury
  'conflict.declare': ['juror'],
  'marking.write': ['juror'],
  'marking.follow': ['manager', 'auditor'],
  // verdict
  'deliberation.read': ['manager', 'juror', 'auditor'],
  'deliberation.open': ['manager', 'juror'],
  'deliberation.decide': ['juror'],
  'minutes.draw-up': ['manager'],
  'minutes.read': ['manager', 'juror', 'auditor'],
  'minutes.sign': ['juror'],
  'results.read': ['manager', 'centre-manager', 'auditor'],
  // parchment
  'certificate.issue': ['manager'],
  'certificate.read': ['manager', 'centre-manager', 'auditor'],
  'certificate.revoke': ['manager'],
  // registry
  'registry.read': ['manager', 'auditor'],
  'registry.manage': ['manager'],
  'renewal.write': ['manager'],
  'privacy.manage': ['manager'],
  // platform
  'ledger.read': ['manager', 'auditor']
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/**
 * Whether a person holds a right; with `centreId`, whether they hold it for a thing of that centre.
 * Without it the question is only whether some role grants it at all (for pages and menus).
 */
export function can(actor: Actor | null, permission: Permission, centreId?: string): boolean {
  if (!actor) return false;
  const allowed: readonly Role[] = permissions[permission];
  return actor.grants.some(
    (grant) =>
      allowed.includes(grant.role) &&
      (centreId === undefined || grant.centreId === null || grant.centreId === centreId)
  );
}

/** The centres that a right is limited to; « all » when it holds everywhere. */
export function centresFor(actor: Actor, permission: Permission): 'all' | string[] {
  const allowed: readonly Role[] = permissions[permission];
  const grants = actor.grants.filter((grant) => allowed.includes(grant.role));
  if (grants.some((grant) => grant.centreId === null)) return 'all';
  return grants.flatMap((grant) => (grant.centreId === null ? [] : [grant.centreId]));
}

export const hasRole = (actor: Actor | null, role: Role): boolean =>
  actor?.grants.some((grant) => grant.role === role) ?? false;

/** The guard that every action starts with. */
export function authorise(
  actor: Actor | null,
  permission: Permission,
  centreId?: string
): Result<Actor> {
  if (!actor)
    return refuse('people.signed-out', 'Connectez-vous pour continuer.', 'Sign in to continue.');
  if (!can(actor, permission, centreId))
    return refuse(
      'people.forbidden',
      'Votre rôle ne permet pas cette action. Adressez-vous au responsable de la certification.',
      'Your role does not allow this. Ask the certification manager.'
    );
  return ok(actor);
}

/** What a browser still owes before it may act: the second factor, or setting one up first. */
export type Owed = 'second-factor' | 'set-up';

/** A browser where someone signed in by a link. While something is owed, they act as nobody. */
export interface SignedIn {
  actor: Actor;
  /** The browser's session, not a certification session. */
  sessionId: string;
  owes: Owed | null;
}

/** Managers prove a second factor, except in a demonstration; whoever has set one up gives it too. */
export function owed(
  actor: Actor,
  secondFactor: { enabled: boolean; given: boolean },
  demo: boolean
): Owed | null {
  if (secondFactor.enabled) return secondFactor.given ? null : 'second-factor';
  return hasRole(actor, 'manager') && !demo ? 'set-up' : null;
}

/** How a centre's habilitation stands on a day (YYYY-MM-DD, both ends included). */
export function habilitationOn(
  centre: { habilitatedFrom: string; habilitatedUntil: string | null },
  day: string
): 'to-come' | 'current' | 'ended' {
  if (day < centre.habilitatedFrom) return 'to-come';
  return centre.habilitatedUntil !== null && day > centre.habilitatedUntil ? 'ended' : 'current';
}

export const visitConclusions = ['conform', 'reserves', 'breach'] as const;
/** What a control visit concludes: all is in order, something is to be put right, a duty is failed. */
export type VisitConclusion = (typeof visitConclusions)[number];

/** Whether one of a centre’s suspensions covers a day (YYYY-MM-DD, both ends included). */
export const suspendedOn = (
  suspensions: readonly { startsOn: string; liftedOn: string | null }[],
  day: string
): boolean =>
  suspensions.some(
    ({ startsOn, liftedOn }) => startsOn <= day && (liftedOn === null || day <= liftedOn)
  );
