/** Marks against the ledger: each must prove the other. */
import { and, asc, count, eq, gt, sql } from 'drizzle-orm';
import { except } from 'drizzle-orm/pg-core';
import type { Database } from '#platform/database.ts';
import { ledgerEntry } from '#platform/tables.ts';
import { observationDigest } from './digest.ts';
import { readObservations } from './store.ts';
import { observation } from './tables.ts';

/**
 * What `parchemin audit verify` says of the marks. A fault names the first mark that does not hold:
 * « altered » since it was traced, « missing » though traced, « untraced » though stored, or
 * « traced-twice ».
 */
export type ObservationsReport =
  | { valid: true; observations: number }
  | {
      valid: false;
      observations: number;
      observation: string;
      reason: 'altered' | 'missing' | 'untraced' | 'traced-twice';
    };

const traced = sql<string>`${ledgerEntry.payload}->>'observation'`;
const isMark = eq(ledgerEntry.action, 'jury.observe');

/** Compares every stored mark with the ledger, and the reverse, in pages. */
export async function verifyObservations(
  db: Database,
  pageSize = 2000
): Promise<ObservationsReport> {
  const [total] = await db.select({ observations: count() }).from(observation);
  const observations = total?.observations ?? 0;
  const fault =
    (await firstUnlikeItsTrace(db, pageSize)) ??
    (await firstUntraced(db)) ??
    (await firstTracedTwice(db));
  return fault ? { valid: false, observations, ...fault } : { valid: true, observations };
}

type Fault = Pick<Extract<ObservationsReport, { valid: false }>, 'observation' | 'reason'>;

async function firstUnlikeItsTrace(db: Database, pageSize: number): Promise<Fault | undefined> {
  let place = 0;
  for (;;) {
    const page = await db
      .select({
        place: ledgerEntry.place,
        observation: traced,
        digest: sql<string>`${ledgerEntry.payload}->>'digest'`
      })
      .from(ledgerEntry)
      .where(and(isMark, gt(ledgerEntry.place, place)))
      .orderBy(asc(ledgerEntry.place))
      .limit(pageSize);
    const last = page.at(-1);
    if (!last) return undefined;
    place = last.place;
    const ids = page.map((entry) => entry.observation);
    const digests = new Map(
      (await readObservations(db, ids)).map((mark) => [mark.id, observationDigest(mark)])
    );
    for (const entry of page) {
      const stored = digests.get(entry.observation);
      if (stored === undefined) return { observation: entry.observation, reason: 'missing' };
      if (stored !== entry.digest) return { observation: entry.observation, reason: 'altered' };
    }
  }
}

/** Asked as a set: a search for each mark has no index to go by, and takes hours on a large base. */
async function firstUntraced(db: Database): Promise<Fault | undefined> {
  const untraced = except(
    db.select({ id: observation.id }).from(observation),
    db.select({ id: traced }).from(ledgerEntry).where(isMark)
  ).as('untraced');
  const [found] = await db
    .select({ id: observation.id })
    .from(observation)
    .innerJoin(untraced, eq(untraced.id, observation.id))
    .orderBy(asc(observation.receivedAt), asc(observation.id))
    .limit(1);
  return found && { observation: found.id, reason: 'untraced' };
}

async function firstTracedTwice(db: Database): Promise<Fault | undefined> {
  const [found] = await db
    .select({ id: traced })
    .from(ledgerEntry)
    .where(isMark)
    .groupBy(traced)
    .having(gt(count(), 1))
    .orderBy(asc(sql`min(${ledgerEntry.place})`))
    .limit(1);
  return found && { observation: found.id, reason: 'traced-twice' };
}
