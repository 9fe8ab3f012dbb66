/** What was taken out of the texts, because an undo, a move or a paste may bring it back. */
import type { Change } from './edits.ts';
import { cut, type Clipping, type Piece } from './pieces.ts';

/**
 * The pieces of a text that was taken out before, the latest first. Letters removed one by one are
 * also found as the word that they made.
 */
export function recover(sought: string, clippings: readonly Clipping[]): Piece[] | undefined {
  let run: Clipping | undefined;
  for (const clipping of clippings.toReversed()) {
    run = run && follows(clipping, run) ? joined(clipping, run) : clipping;
    for (const { text, pieces } of [clipping, run]) {
      const place = text.lastIndexOf(sought);
      if (place >= 0) return cut(pieces, place, sought.length);
    }
  }
  return undefined;
}

/** Whether two removals, one after the other, took words that stood side by side. */
const follows = (earlier: Clipping, later: Clipping): boolean =>
  earlier.turn === later.turn - 1 &&
  (earlier.position === later.position || earlier.position === later.position + later.text.length);

function joined(earlier: Clipping, later: Clipping): Clipping {
  const forward = earlier.position === later.position;
  const [left, right] = forward ? [earlier, later] : [later, earlier];
  return {
    text: left.text + right.text,
    pieces: [...left.pieces, ...right.pieces],
    position: later.position,
    turn: earlier.turn
  };
}

/**
 * The insertions that make the same text as this one, this one first: in « non », the second n may be
 * the one that was inserted, or the first. What brings words back may name another than was removed.
 */
export function* sameInsertions(text: string, change: Change): Generator<Change> {
  yield change;
  if (change.removed > 0) return;
  let { position, inserted } = change;
  for (let turn = 1; turn < change.inserted.length; turn += 1) {
    const last = inserted.at(-1)!;
    if (position === 0 || text[position - 1] !== last) return;
    position -= 1;
    inserted = last + inserted.slice(0, -1);
    if (inserted.isWellFormed()) yield { position, removed: 0, inserted };
  }
}
