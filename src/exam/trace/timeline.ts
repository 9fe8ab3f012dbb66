/** A history as moments to walk through: how the answer stood after each stretch of work. */
import { stageOrder } from '../sitting/fields.ts';
import { apply, type Edit } from './edits.ts';

/** What happened in a stretch of work; the last three, to the stages of a journey. */
export type Happening =
  | 'writing'
  | 'assistant'
  | 'pasted'
  | 'checkpoint'
  | 'stage-added'
  | 'stage-moved'
  | 'stage-removed';

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
 * The frames of a history, the empty answer left out. Inserting from the assistant, pasting and
 * arranging stages are always stretches of their own.
 * @param edits in the order in which they were made
 */
export function timeline(edits: readonly Edit[]): Frame[] {
  const frames: Frame[] = [];
  let began = 0;
  let stages = '';
  for (const [index, edit] of edits.entries()) {
    const { at } = edit;
    const last = frames.at(-1);
    const before = stages;
    if (edit.field === 'stages') stages = apply(stages, edit);
    const happening = before === stages ? happeningOf(edit.origin.kind) : arranged(before, stages);
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

/** What became of the stages of a journey when their order changed. */
function arranged(before: string, after: string): Happening {
  const [had, has] = [stageOrder(before).length, stageOrder(after).length];
  if (has > had) return 'stage-added';
  return has < had ? 'stage-removed' : 'stage-moved';
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
