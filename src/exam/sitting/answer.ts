/** What a candidate's answer is, once the time is over: which changes count, and what they make. */
import { digest, sha256 } from '#platform/canonical.ts';
import type { Database } from '#platform/database.ts';
import { answerText, closesAt, type SittingEvent, type SittingState } from './model.ts';
import { lastPlaceBy, readEdits, type EditRow } from './store.ts';
import { replay, type Texts } from './text.ts';

/** An answer: its texts, the changes that made them, and those kept apart for coming too late. */
export interface Answer {
  texts: Texts;
  edits: EditRow[];
  late: EditRow[];
}

/**
 * The place of the last change that counts: up to the hand-in or, without one, whatever arrived before
 * the grace was over; further when the invigilator counted late ones. While it goes on, all count.
 * @param inTime the place of the last change that arrived before the grace was over
 */
export function lastCounted(
  events: readonly SittingEvent[],
  state: SittingState,
  inTime: number
): number {
  const counted = Math.max(
    0,
    ...events.map(({ fact }) => (fact.kind === 'late-counted' ? fact.upTo : 0))
  );
  if (state.kind === 'handed-in') return Math.max(counted, state.upTo);
  return Math.max(counted, inTime);
}

/** How many changes came too late to count, without reading them. */
export async function countLate(
  db: Database,
  sittingId: string,
  { events, state }: { events: readonly SittingEvent[]; state: SittingState },
  { changes, lastSaved }: { changes: number; lastSaved: Date | null }
): Promise<number> {
  const closing = closesAt(state);
  const isLate = closing !== null && lastSaved !== null && lastSaved > closing;
  const inTime = isLate ? await lastPlaceBy(db, sittingId, closing) : changes;
  return changes - lastCounted(events, state, inTime);
}

export async function readAnswer(
  db: Database,
  sittingId: string,
  events: readonly SittingEvent[],
  state: SittingState
): Promise<Answer> {
  const all = await readEdits(db, sittingId);
  const closing = closesAt(state);
  const inTime = all.findLast(({ receivedAt }) => closing === null || receivedAt <= closing);
  const last = lastCounted(events, state, inTime?.place ?? 0);
  const edits = all.filter(({ place }) => place <= last);
  return { edits, late: all.filter(({ place }) => place > last), texts: replay(edits) };
}

/** The hash of an answer, as its receipt tells it. */
export const answerHash = (texts: Texts): string => sha256(answerText(texts));

/** What the ledger keeps of a paper: the hash of its answer, and the digest of its whole history. */
export const paperHashes = (edits: readonly EditRow[]): { answer: string; trail: string } => ({
  answer: answerHash(replay(edits)),
  trail: digest(edits)
});
