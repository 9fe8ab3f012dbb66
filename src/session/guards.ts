import { authorise, can, type Actor, type Permission, type Role } from '#people';
import type { Database } from '#platform/database.ts';
import type { Ground } from '#platform/ground.ts';
import { isId } from '#platform/ids.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { jurorsOf, type SessionFacts, type SessionStatus } from './model.ts';
import { lockSession, readSessionFacts, type SessionRow } from './store.ts';

/** Said for a session that does not exist, and for one that this person may not know of. */
export const unknownSession = () =>
  refuse(
    'session.unknown',
    'Cette session est introuvable : revenez à la liste des sessions.',
    'This session cannot be found: go back to the list of sessions.'
  );

/** The session has moved on since the page was opened, so this intent no longer applies. */
const tooLate = (status: SessionStatus) => {
  const fr = {
    preparing: 'La session est encore en préparation',
    marking: 'La notation est déjà ouverte',
    deliberating: 'La délibération a commencé',
    closed: 'La session est close'
  }[status];
  const en = {
    preparing: 'The session is still being prepared',
    marking: 'Marking is already open',
    deliberating: 'Deliberation has begun',
    closed: 'The session is closed'
  }[status];
  return refuse(
    `session.${status}`,
    `${fr} : cette action n’est plus, ou pas encore, possible. Rechargez la page.`,
    `${en}: this is no longer, or not yet, possible. Reload the page.`
  );
};

/**
 * Runs an intent on a session, in one transaction, with the session locked: refuses an unknown
 * session, a person without the right for its centre (or, for a juror, without a seat in it), and
 * a session in another state. A refusal from `work` undoes whatever it had written.
 */
export async function onSession<T>(
  ground: Ground,
  actor: Actor | null,
  permission: Permission,
  sessionId: string,
  states: readonly SessionStatus[],
  work: (tx: Database, session: SessionRow, by: Actor) => Promise<Result<T>>
): Promise<Result<T>> {
  const allowed = authorise(actor, permission);
  if (!allowed.ok) return allowed;
  if (!isId(sessionId)) return unknownSession();
  return undoOnRefusal(ground, async (tx) => {
    const session = await lockSession(tx, sessionId);
    if (!session || !(await mayTouch(tx, allowed.value, permission, session)))
      return unknownSession();
    if (!states.includes(session.status)) return tooLate(session.status);
    return work(tx, session, allowed.value);
  });
}

class Undo<T> extends Error {
  readonly result: Result<T>;
  constructor(result: Result<T>) {
    super('undone');
    this.result = result;
  }
}

/** A transaction whose refusals roll back, and are then returned as values. */
export async function undoOnRefusal<T>(
  ground: Ground,
  work: (tx: Database) => Promise<Result<T>>
): Promise<Result<T>> {
  try {
    return await ground.db.transaction(async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new Undo(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Undo) return error.result as Result<T>;
    throw error;
  }
}

async function mayTouch(
  tx: Database,
  actor: Actor,
  permission: Permission,
  session: SessionRow
): Promise<boolean> {
  if (can(without(actor, 'juror'), permission, session.centreId)) return true;
  return can(only(actor, 'juror'), permission) && sits(actor, await factsOf(tx, session));
}

/** Whether a person is a live juror of a session. */
export const sits = (actor: Actor, facts: SessionFacts): boolean =>
  jurorsOf(facts).some(({ jurorId }) => jurorId === actor.userId);

/**
 * Whether a right reaches a session: by a role that holds for its centre or, where the right is a
 * juror's too, by a seat on one of its panels.
 */
export const reaches = (actor: Actor, permission: Permission, facts: SessionFacts): boolean =>
  can(without(actor, 'juror'), permission, facts.centre.id) ||
  (can(only(actor, 'juror'), permission) && sits(actor, facts));

const only = (actor: Actor, role: Role): Actor => ({
  ...actor,
  grants: actor.grants.filter((grant) => grant.role === role)
});

const without = (actor: Actor, role: Role): Actor => ({
  ...actor,
  grants: actor.grants.filter((grant) => grant.role !== role)
});

/** The facts of a session, for whoever has this right, or one of these, on it: see `reaches`. */
export async function openFacts(
  ground: Ground,
  actor: Actor | null,
  permission: Permission | readonly [Permission, ...Permission[]],
  sessionId: string
): Promise<Result<SessionFacts>> {
  const rights = [permission].flat();
  const right = rights.find((each) => can(actor, each)) ?? rights[0];
  const allowed = authorise(actor, right as Permission);
  if (!allowed.ok) return allowed;
  if (!isId(sessionId)) return unknownSession();
  const facts = await readSessionFacts(ground.db, sessionId);
  return facts && rights.some((each) => reaches(allowed.value, each, facts))
    ? ok(facts)
    : unknownSession();
}

/** The facts of a session that is locked in this transaction, and therefore exists. */
export async function factsOf(tx: Database, session: SessionRow): Promise<SessionFacts> {
  const facts = await readSessionFacts(tx, session.id);
  if (!facts) throw new Error(`Session ${session.id} vanished while it was locked`);
  return facts;
}
