/** What a candidate's answer is, once the time is over: which changes count, and what they make. */
import type { Database } from '#platform/database.ts';
import { closesAt, type SittingEvent, type SittingState } from './model.ts';
import { readEdits, type EditRow } from './store.ts';
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
 */
export function lastCounted(
  events: readonly SittingEvent[],
  state: SittingState,
  edits: readonly Pick<EditRow, 'place' | 'receivedAt'>[]
): number {
  const counted = Math.max(
    0,
    ...events.map(({ fact }) => (fact.kind === 'late-counted' ? fact.upTo : 0))
  );
  if (state.kind === 'handed-in') return Math.max(counted, state.upTo);
  const closing = closesAt(state);
  const inTime = edits.findLast(({ receivedAt }) => closing === null || receivedAt <= closing);
  return Math.max(counted, inTime?.place ?? 0);
}

export async function readAnswer(
  db: Database,
  sittingId: string,
  events: readonly SittingEvent[],
  state: SittingState
): Promise<Answer> {
  const all = await readEdits(db, sittingId);
  const last = lastCounted(events, state, all);
  const edits = all.filter(({ place }) => place <= last);
  return { edits, late: all.filter(({ place }) => place > last), texts: replay(edits) };
}
