import type { PlacedEdit } from '../text.ts';

/** A point of the history worth going back to: after `count` changes, `at` milliseconds of the sitting. */
export interface Moment {
  count: number;
  at: number;
}

const restMs = 3_000;
const mostChanges = 40;

/** Where the hand rested, or a long run of changes was under way; the last change always is one. */
export function momentsOf(edits: readonly PlacedEdit[]): Moment[] {
  const moments: Moment[] = [];
  for (const [place, { at, origin }] of edits.entries()) {
    const next = edits[place + 1];
    const rests = !next || next.at - at >= restMs || next.origin.kind !== origin.kind;
    const since = place + 1 - (moments.at(-1)?.count ?? 0);
    if (rests || since >= mostChanges) moments.push({ count: place + 1, at });
  }
  return moments;
}
