import { asc } from 'drizzle-orm';
import { readSessionFacts } from '#session';
import { canonicalJson, digest } from '#platform/canonical.ts';
import type { Database } from '#platform/database.ts';
import { draftMinutes } from './minutes.ts';
import { computeResults } from './results.ts';
import { readMinutes, readSignatures } from './store.ts';
import { minutes } from './tables.ts';

/** What `parchemin audit verify` says of the minutes. */
export type MinutesReport =
  | { valid: true; minutes: number }
  | {
      valid: false;
      minutes: number;
      brokenAt: string;
      reason: 'altered' | 'signature' | 'results-differ';
    };

/**
 * Checks that every version of every minutes still has the hash that was signed, and that the newest
 * version of each session says what the marks and decisions give when computed again today.
 */
export async function verifyMinutes(db: Database): Promise<MinutesReport> {
  const all = await db
    .select({ id: minutes.id, sessionId: minutes.sessionId })
    .from(minutes)
    .orderBy(asc(minutes.drawnUpAt));
  const broken = (brokenAt: string, reason: 'altered' | 'signature' | 'results-differ') =>
    ({ valid: false, minutes: all.length, brokenAt, reason }) as const;
  for (const sessionId of new Set(all.map((row) => row.sessionId))) {
    const versions = await readMinutes(db, sessionId);
    for (const version of versions) {
      if (digest(version.document) !== version.hash) return broken(version.id, 'altered');
      const signatures = await readSignatures(db, version.id);
      if (signatures.some(({ hash }) => hash !== version.hash))
        return broken(version.id, 'signature');
    }
    const [newest] = versions;
    const facts = await readSessionFacts(db, sessionId);
    if (!newest || !facts) continue;
    const { results } = await computeResults(db, facts);
    const recomputed = draftMinutes(facts, results, newest.document.decisions).candidates;
    if (canonicalJson(recomputed) !== canonicalJson(newest.document.candidates))
      return broken(newest.id, 'results-differ');
  }
  return { valid: true, minutes: all.length };
}
