/** A history as moments to walk through: how the answer stood after each stretch of work. */
import type { Edit } from './edits.ts';

/** What happened in a stretch of work. */
export type Happening = 'writing' | 'assistant' | 'pasted' | 'checkpoint';

/** The answer after a stretch of work: after its first `edits` changes, at `at` milliseconds. */
export interface Frame {
  edits: number;
  at: number;
  happening: Happening;
  /** How long nothing had been written before this stretch, in milliseconds. */
  pauseMs: number;
}

/** A stretch of writing ends after this long without a change… */
const restMs = 3_000;
/** …and is cut when it lasts longer, so that the replay moves at each step. */
const stretchMs = 15_000;

/**
 * The frames of a history, the empty answer left out. Inserting from the assistant and pasting are
 * always stretches of their own.
 * @param edits in the order in which they were made
 */
export function timeline(edits: readonly Edit[]): Frame[] {
  const frames: Frame[] = [];
  let began = 0;
  for (const [index, { at, origin }] of edits.entries()) {
    const last = frames.at(-1);
    const happening = happeningOf(origin.kind);
    const goesOn =
      last?.happening === 'writing' &&
      happening === 'writing' &&
      at - last.at < restMs &&
      at - began < stretchMs;
    if (last && goesOn) {
      last.edits = index + 1;
      last.at = Math.max(last.at, at);
    } else {
      began = at;
      const pauseMs = Math.max(0, at - (last?.at ?? 0));
      frames.push({ edits: index + 1, at: Math.max(at, last?.at ?? 0), happening, pauseMs });
    }
  }
  return frames;
}

function happeningOf(kind: Edit['origin']['kind']): Happening {
  switch (kind) {
    case 'assistant':
    case 'pasted':
    case 'checkpoint':
      return kind;
    case 'typed':
    case 'undone':
    case 'replaced':
      return 'writing';
  }
}
