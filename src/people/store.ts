import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import { newId } from '#platform/ids.ts';
import type { CentreId, Grant, Role, UserId } from './model.ts';
import { authSession, centre, roleGrant, user, twoFactor } from './tables.ts';

/** Someone who may sign in, and the roles they hold now. */
export interface Person {
  id: UserId;
  name: string;
  email: string;
  hasSecondFactor: boolean;
  grants: Grant[];
}

export interface Centre {
  id: CentreId;
  name: string;
  address: string;
  city: string;
  postalCode: string;
  /** YYYY-MM-DD */
  habilitatedFrom: string;
  /** YYYY-MM-DD, the last day included; null when no end is set. */
  habilitatedUntil: string | null;
}

const personColumns = {
  id: user.id,
  name: user.name,
  email: user.email,
  hasSecondFactor: user.twoFactorEnabled
};

/** Everyone, or those with these ids, by name. */
export async function readPeople(db: Database, ids?: readonly string[]): Promise<Person[]> {
  const people = await db
    .select(personColumns)
    .from(user)
    .where(ids && inArray(user.id, [...ids]))
    .orderBy(asc(user.name), asc(user.id));
  const grants = await db
    .select({ userId: roleGrant.userId, role: roleGrant.role, centreId: roleGrant.centreId })
    .from(roleGrant)
    .where(and(isNull(roleGrant.revokedAt), ids && inArray(roleGrant.userId, [...ids])))
    .orderBy(asc(roleGrant.grantedAt), asc(roleGrant.id));
  const byPerson = Map.groupBy(grants, ({ userId }) => userId);
  return people.map((person) => ({
    ...person,
    id: person.id as UserId,
    grants: (byPerson.get(person.id) ?? []).map(asGrant)
  }));
}

const asGrant = ({ role, centreId }: { role: string; centreId: string | null }): Grant => ({
  role: role as Role,
  centreId: centreId as CentreId | null
});

export async function findPerson(
  db: Database,
  by: { id: string } | { email: string }
): Promise<{ id: UserId; name: string; email: string } | undefined> {
  const [found] = await db
    .select({ id: user.id, name: user.name, email: user.email })
    .from(user)
    .where('id' in by ? eq(user.id, by.id) : eq(user.email, by.email));
  return found && { ...found, id: found.id as UserId };
}

/** The names of the accounts that have one of these addresses, by address. */
export async function namesByEmail(
  db: Database,
  emails: readonly string[]
): Promise<Map<string, string>> {
  if (emails.length === 0) return new Map();
  const rows = await db
    .select({ email: user.email, name: user.name })
    .from(user)
    .where(inArray(user.email, [...new Set(emails)]));
  return new Map(rows.map(({ email, name }) => [email, name]));
}

/** @returns whether it was inserted; false when the id or the address is already someone's */
export async function insertPerson(
  db: Database,
  person: { id: UserId; name: string; email: string },
  at: Date
): Promise<boolean> {
  const inserted = await db
    .insert(user)
    .values({ ...person, createdAt: at, updatedAt: at })
    .onConflictDoNothing()
    .returning({ id: user.id });
  return inserted.length > 0;
}

export async function renamePerson(
  db: Database,
  id: string,
  name: string,
  at: Date
): Promise<void> {
  await db.update(user).set({ name, updatedAt: at }).where(eq(user.id, id));
}

/** @returns whether it was inserted; false when the person already holds this role there */
export async function insertGrant(
  db: Database,
  userId: string,
  grant: Grant,
  at: Date
): Promise<boolean> {
  const inserted = await db
    .insert(roleGrant)
    .values({ id: newId(), userId, ...grant, grantedAt: at })
    .onConflictDoNothing()
    .returning({ id: roleGrant.id });
  return inserted.length > 0;
}

/** @returns whether something was revoked */
export async function revokeGrant(
  db: Database,
  userId: string,
  grant: Grant,
  at: Date
): Promise<boolean> {
  const revoked = await db
    .update(roleGrant)
    .set({ revokedAt: at })
    .where(
      and(
        eq(roleGrant.userId, userId),
        eq(roleGrant.role, grant.role),
        sql`${roleGrant.centreId} is not distinct from ${grant.centreId}`,
        isNull(roleGrant.revokedAt)
      )
    )
    .returning({ id: roleGrant.id });
  return revoked.length > 0;
}

/** The managers there are now, locked until the transaction ends. */
export async function lockManagers(db: Database): Promise<string[]> {
  const managers = await db
    .select({ userId: roleGrant.userId })
    .from(roleGrant)
    .where(and(eq(roleGrant.role, 'manager'), isNull(roleGrant.revokedAt)))
    .for('update');
  return managers.map(({ userId }) => userId);
}

const centreColumns = {
  id: centre.id,
  name: centre.name,
  address: centre.address,
  city: centre.city,
  postalCode: centre.postalCode,
  habilitatedFrom: centre.habilitatedFrom,
  habilitatedUntil: centre.habilitatedUntil
};

/** Every centre, by name. */
export async function readCentres(db: Database): Promise<Centre[]> {
  const centres = await db
    .select(centreColumns)
    .from(centre)
    .orderBy(asc(centre.name), asc(centre.id));
  return centres.map((row) => ({ ...row, id: row.id as CentreId }));
}

/** One centre, locked until the transaction ends when `lock` is set. */
export async function findCentre(
  db: Database,
  id: string,
  lock = false
): Promise<Centre | undefined> {
  const query = db.select(centreColumns).from(centre).where(eq(centre.id, id));
  const [row] = await (lock ? query.for('update') : query);
  return row && { ...row, id: row.id as CentreId };
}

/** @returns whether it was inserted; false when the id is already a centre's */
export async function insertCentre(db: Database, row: Centre, at: Date): Promise<boolean> {
  const inserted = await db
    .insert(centre)
    .values({ ...row, createdAt: at })
    .onConflictDoNothing()
    .returning({ id: centre.id });
  return inserted.length > 0;
}

export async function updateCentre(db: Database, { id, ...facts }: Centre): Promise<void> {
  await db.update(centre).set(facts).where(eq(centre.id, id));
}

/**
 * Forgets someone's device and its codes.
 * @param sessions whether the browsers where they are signed in stay so, without the second factor
 */
export async function forgetSecondFactor(
  tx: Database,
  userId: string,
  sessions: 'keep' | 'end'
): Promise<void> {
  await tx.delete(twoFactor).where(eq(twoFactor.userId, userId));
  await tx.update(user).set({ twoFactorEnabled: false }).where(eq(user.id, userId));
  const theirs = eq(authSession.userId, userId);
  if (sessions === 'end') await tx.delete(authSession).where(theirs);
  else await tx.update(authSession).set({ secondFactorAt: null }).where(theirs);
}
