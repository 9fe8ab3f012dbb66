import { and, asc, count, desc, eq, gt, lt, sql, type SQL } from 'drizzle-orm';
import { digest } from './canonical.ts';
import type { LedgerAct } from './ledger-acts.ts';
import { isTaken, type Database } from './database.ts';
import { ledgerEntry } from './tables.ts';

/** One fact for the audit trail, before it is chained. */
export interface LedgerFact {
  /** Who: a user id, or « system ». */
  actor: string;
  /** What: slice.verb, e.g. « jury.observe ». */
  action: LedgerAct;
  /** About whom or what: an id, never a name. */
  subject: string;
  payload?: Record<string, unknown>;
}

export type LedgerEntry = typeof ledgerEntry.$inferSelect;

export const genesisHash = '0'.repeat(64);

/** The newest entry of a ledger that this transaction has locked; what it appends is chained to it. */
export type LedgerHead = Pick<LedgerEntry, 'place' | 'at' | 'hash'> | undefined;

/**
 * Takes the ledger's lock until the transaction ends. A transaction that must first read what
 * others may be writing takes it before it reads: what it then sees is what the ledger tells.
 * @returns the newest entry, for one `appendAfter`
 */
export async function lockLedger(tx: Database): Promise<LedgerHead> {
  await tx.execute(sql`select pg_advisory_xact_lock(727002)`);
  const [head] = await tx
    .select({ place: ledgerEntry.place, at: ledgerEntry.at, hash: ledgerEntry.hash })
    .from(ledgerEntry)
    .orderBy(desc(ledgerEntry.place))
    .limit(1);
  return head;
}

/**
 * Appends facts to the ledger, inside the transaction that makes them true. Entries are chained in
 * one order for the whole database: the lock is held until the transaction ends. Time never goes
 * back in the ledger, even when the machine's clock does.
 */
export async function appendToLedger(
  tx: Database,
  now: Date,
  facts: readonly LedgerFact[]
): Promise<void> {
  if (facts.length > 0) await appendAfter(tx, await lockLedger(tx), now, facts);
}

/** Appends facts after the head that `lockLedger` gave to this transaction; once for each lock. */
export async function appendAfter(
  tx: Database,
  head: LedgerHead,
  now: Date,
  facts: readonly LedgerFact[]
): Promise<void> {
  if (facts.length > 0) await tx.insert(ledgerEntry).values(chainAfter(head, now, facts));
}

/** The entries that follow a head. */
function chainAfter(head: LedgerHead, now: Date, facts: readonly LedgerFact[]): LedgerEntry[] {
  const at = head && head.at > now ? head.at : now;
  let place = head?.place ?? 0;
  let previousHash = head?.hash ?? genesisHash;
  return facts.map((fact) => {
    place += 1;
    const body = { place, at, ...fact, payload: fact.payload ?? {}, previousHash };
    const hash = hashOf(body);
    previousHash = hash;
    return { ...body, hash };
  });
}

/** The newest entry, as a column of a larger query: `readHead` reads it. */
export const headColumn = sql<string | null>`(
  select json_build_object('place', place, 'at', at, 'hash', hash)::text
  from ledger_entry order by place desc limit 1
)`;

export function readHead(column: string | null): LedgerHead {
  if (column === null) return undefined;
  const head = JSON.parse(column) as { place: number; at: string; hash: string };
  return { ...head, at: new Date(head.at) };
}

/**
 * Appends facts after a head that was read without the lock, with the insert that makes them true, in
 * one statement of its own. What was read with the head still holds when this succeeds: whatever
 * changes it appends to the ledger too, and would have taken the place.
 * @param insert an `insert` that reads from `turn`, so that it waits for the ledger's lock
 * @returns false, and nothing written, when something else was appended first: read again, try again
 */
export async function appendIfNext(
  db: Database,
  head: LedgerHead,
  now: Date,
  facts: readonly LedgerFact[],
  insert: SQL
): Promise<boolean> {
  try {
    await db.execute(sql`
      with turn as materialized (select 1 from pg_advisory_xact_lock(727002)),
      made as (${insert})
      insert into ledger_entry (place, at, actor, action, subject, payload, previous_hash, hash)
      select place, at, actor, action, subject, payload, "previousHash", hash
      from turn, jsonb_to_recordset(${JSON.stringify(chainAfter(head, now, facts))}::jsonb) as entry(
        place bigint, at timestamptz, actor text, action text, subject text, payload jsonb,
        "previousHash" text, hash text
      )`);
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
}

/** What `parchemin audit verify` says of the chain. */
export type LedgerReport =
  | { valid: true; entries: number; head: string }
  | {
      valid: false;
      entries: number;
      brokenAt: number;
      reason: 'missing' | 'unchained' | 'altered';
    };

/** Recomputes every hash of the chain, in pages, and names the first entry that does not hold. */
export async function verifyLedger(db: Database, pageSize = 2000): Promise<LedgerReport> {
  const [total] = await db.select({ entries: count() }).from(ledgerEntry);
  const entries = total?.entries ?? 0;
  let place = 0;
  let head = genesisHash;
  for (;;) {
    const page = await db
      .select()
      .from(ledgerEntry)
      .where(gt(ledgerEntry.place, place))
      .orderBy(asc(ledgerEntry.place))
      .limit(pageSize);
    if (page.length === 0) return { valid: true, entries, head };
    for (const { hash, ...body } of page) {
      const broken = (reason: 'missing' | 'unchained' | 'altered') =>
        ({ valid: false, entries, brokenAt: place + 1, reason }) as const;
      if (body.place !== place + 1) return broken('missing');
      if (body.previousHash !== head) return broken('unchained');
      if (hashOf(body) !== hash) return broken('altered');
      place = body.place;
      head = hash;
    }
  }
}

/** What to read of the ledger; all of it when nothing is asked. */
export interface LedgerQuery {
  subject?: string | undefined;
  /** One action (« jury.observe »), or all those of a slice (« jury. »). */
  action?: string | undefined;
  /** Only entries before this place. */
  before?: number | undefined;
  limit?: number;
}

/** Entries of the ledger, newest first. */
export async function readLedger(
  db: Database,
  { subject, action, before, limit = 100 }: LedgerQuery = {}
): Promise<LedgerEntry[]> {
  return db
    .select()
    .from(ledgerEntry)
    .where(
      and(
        subject ? eq(ledgerEntry.subject, subject) : undefined,
        action?.endsWith('.') ? sql`starts_with(${ledgerEntry.action}, ${action})` : undefined,
        action && !action.endsWith('.') ? eq(ledgerEntry.action, action) : undefined,
        before ? lt(ledgerEntry.place, before) : undefined
      )
    )
    .orderBy(desc(ledgerEntry.place))
    .limit(limit);
}

function hashOf(body: Omit<LedgerEntry, 'hash'>): string {
  return digest({
    place: body.place,
    at: body.at,
    actor: body.actor,
    action: body.action,
    subject: body.subject,
    payload: body.payload,
    previousHash: body.previousHash
  });
}
