/** Decisions, minutes and signatures against the ledger and the marks: each must prove the others. */
import { asc, inArray } from 'drizzle-orm';
import { readSessionFacts } from '#session';
import { canonicalJson, digest } from '#platform/canonical.ts';
import type { Database } from '#platform/database.ts';
import { ledgerEntry } from '#platform/tables.ts';
import { draftMinutes } from './minutes.ts';
import { factsOfMinutes, resultsOfMinutes } from './results.ts';
import { readMarks, type MinutesRow } from './store.ts';
import { minutes, minutesSignature, panelDecision } from './tables.ts';

/**
 * What `parchemin audit verify` says of the verdicts. A fault names the first row that does not hold:
 * a « decision » or « signature » that is not what the ledger traced, minutes « altered » since they
 * were drawn up, or whose « results-differ » from what the marks give when computed again today.
 */
export type MinutesReport =
  | { valid: true; minutes: number }
  | {
      valid: false;
      minutes: number;
      brokenAt: string;
      reason: 'decision' | 'altered' | 'signature' | 'results-differ';
    };

type Fault = Pick<Extract<MinutesReport, { valid: false }>, 'brokenAt' | 'reason'>;

export async function verifyMinutes(db: Database): Promise<MinutesReport> {
  const versions = await db.select().from(minutes).orderBy(asc(minutes.drawnUpAt));
  const fault =
    (await firstUnlikeItsTrace(db, versions)) ?? (await firstThatResultsDeny(db, versions));
  return fault
    ? { valid: false, minutes: versions.length, ...fault }
    : { valid: true, minutes: versions.length };
}

/** Rows against the ledger, both ways: what one holds and the other does not is a fault too. */
async function firstUnlikeItsTrace(
  db: Database,
  versions: readonly MinutesRow[]
): Promise<Fault | undefined> {
  const traces = await db
    .select({
      actor: ledgerEntry.actor,
      action: ledgerEntry.action,
      payload: ledgerEntry.payload
    })
    .from(ledgerEntry)
    .where(inArray(ledgerEntry.action, Object.keys(kinds)));
  const traced = new Map(
    traces.map(({ actor, action, payload }) => {
      const { reason, named, proof } = kinds[action as keyof typeof kinds];
      const id = reason === 'signature' ? `${payload[named]} ${actor}` : String(payload[named]);
      return [`${reason} ${id}`, { id, reason, proof: payload[proof] }] as const;
    })
  );
  const stored = [
    ...(await db.select().from(panelDecision)).map((row) => ({
      reason: 'decision' as const,
      id: row.id,
      proof: digest(row)
    })),
    ...versions.map(({ id, document, hash }) => ({
      reason: 'altered' as const,
      id,
      proof: digest(document) === hash ? hash : null
    })),
    ...(await db.select().from(minutesSignature)).map(({ minutesId, jurorId, hash }) => ({
      reason: 'signature' as const,
      id: `${minutesId} ${jurorId}`,
      proof: hash
    }))
  ];
  for (const { reason, id, proof } of stored) {
    if (traced.get(`${reason} ${id}`)?.proof !== proof) return { brokenAt: id, reason };
    traced.delete(`${reason} ${id}`);
  }
  const [lost] = traced.values();
  return lost && { brokenAt: lost.id, reason: lost.reason };
}

/** For each action of the ledger: what a fault there is called, and where it names and proves a row. */
const kinds = {
  'verdict.decide': { reason: 'decision', named: 'decision', proof: 'digest' },
  'verdict.draw-up-minutes': { reason: 'altered', named: 'minutes', proof: 'hash' },
  'verdict.sign-minutes': { reason: 'signature', named: 'minutes', proof: 'hash' }
} as const;

async function firstThatResultsDeny(
  db: Database,
  versions: readonly MinutesRow[]
): Promise<Fault | undefined> {
  for (const [sessionId, own] of Map.groupBy(versions, (row) => row.sessionId)) {
    const facts = await readSessionFacts(db, sessionId);
    if (!facts) continue;
    const marks = await readMarks(db, sessionId);
    for (const { id, document } of own) {
      const then = factsOfMinutes(facts, document);
      const results = resultsOfMinutes(facts, document, marks);
      const isSettled = [...results.values()].every(({ outcome }) => outcome !== 'pending');
      const again = isSettled && draftMinutes(then, results, document.decisions).candidates;
      if (canonicalJson(again) !== canonicalJson(document.candidates))
        return { brokenAt: id, reason: 'results-differ' };
    }
  }
  return undefined;
}
