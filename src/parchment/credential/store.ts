import { and, count, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import { certificate } from '../tables.ts';
import type { StatusPurpose } from './achievement.ts';
import { listLength } from './status-list.ts';
import { credential } from './tables.ts';

export type CredentialRow = typeof credential.$inferSelect;

/** The signed credential of a certificate; certificates of before credentials have none. */
export async function findCredential(
  db: Database,
  number: string
): Promise<CredentialRow | undefined> {
  const [row] = await db.select().from(credential).where(eq(credential.number, number));
  return row;
}

/**
 * The status list that new credentials join, and its places that are taken. A list is left when it
 * is half full, so that a place drawn at random is soon found. Holds a lock until the transaction
 * ends: two issues never draw the same place.
 */
export async function openList(tx: Database): Promise<{ list: number; taken: Set<number> }> {
  await tx.execute(sql`select pg_advisory_xact_lock(727005)`);
  const [newest] = await tx
    .select({ list: credential.list, held: count() })
    .from(credential)
    .groupBy(credential.list)
    .orderBy(desc(credential.list))
    .limit(1);
  if (!newest) return { list: 1, taken: new Set() };
  if (newest.held >= listLength / 2) return { list: newest.list + 1, taken: new Set() };
  const places = await tx
    .select({ place: credential.place })
    .from(credential)
    .where(eq(credential.list, newest.list));
  return { list: newest.list, taken: new Set(places.map(({ place }) => place)) };
}

/** The places of a list whose bit is set; undefined when there is no such list. */
export async function setPlaces(
  db: Database,
  purpose: StatusPurpose,
  list: number
): Promise<number[] | undefined> {
  const [any] = await db
    .select({ number: credential.number })
    .from(credential)
    .where(eq(credential.list, list))
    .limit(1);
  // The first list is there before the first credential.
  if (!any && list !== 1) return undefined;
  const since = purpose === 'revocation' ? certificate.revokedAt : certificate.suspendedAt;
  const rows = await db
    .select({ place: credential.place })
    .from(credential)
    .innerJoin(certificate, eq(certificate.number, credential.number))
    .where(and(eq(credential.list, list), isNotNull(since)));
  return rows.map(({ place }) => place);
}
