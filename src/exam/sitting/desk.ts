/**
 * A candidate's desk: the texts as they stand on this page, what the server holds of them, and the
 * changes still to be sent. Pure values: the same keys and answers always give the same desk.
 */
import { ChangeSet, Text } from '@codemirror/state';
import { changeBetween, type Edit, type Origin } from '../trace/edits.ts';
import { fieldLimit } from './fields.ts';
import { keepable, replay, replayed, type PlacedEdit, type Texts } from './text.ts';

export interface Desk {
  /** The place of the last change that this page knows the server to hold. */
  head: number;
  /** The texts at that place. */
  held: Texts;
  /** Changes made here since, in order. */
  pending: readonly Edit[];
  /** The texts as they are shown: what is held, with what is pending. */
  texts: Texts;
  /** The number of the next change. */
  nextSeq: number;
}

export function openDesk(edits: readonly PlacedEdit[]): Desk {
  const held = replay(edits);
  return { head: edits.length, held, pending: [], texts: held, nextSeq: 1 };
}

/**
 * A text becomes another: the smallest change between the two is added. What no database can hold is
 * replaced, and what passes the field's limit is left out.
 */
export function write(
  desk: Desk,
  field: string,
  after: string,
  { at, origin }: { at: number; origin: Origin }
): Desk {
  const change = changeBetween(
    desk.texts[field] ?? '',
    keepable(after.slice(0, fieldLimit(field)))
  );
  if (!change) return desk;
  const edit: Edit = {
    seq: desk.nextSeq,
    field,
    at: Math.max(0, Math.round(at)),
    origin,
    ...change
  };
  return {
    ...desk,
    pending: [...desk.pending, edit],
    texts: replayed(desk.texts, [edit]),
    nextSeq: desk.nextSeq + 1
  };
}

/** The server holds the first `count` pending changes now, and nothing else is new. */
export function settle(desk: Desk, count: number): Desk {
  return {
    ...desk,
    head: desk.head + count,
    held: replayed(desk.held, desk.pending.slice(0, count)),
    pending: desk.pending.slice(count)
  };
}

/**
 * Takes in what the server holds and this page did not know. Its own changes are found there when an
 * answer was lost; those of another page move the pending ones, which keep their meaning: no letter of
 * either is lost. After operational transformation (Ellis & Gibbs, 1989), by CodeMirror's change sets.
 */
export function catchUp(desk: Desk, writer: string, since: readonly PlacedEdit[]): Desk {
  let { held } = desk;
  let pending = [...desk.pending];
  for (const edit of since) {
    if (edit.writer === writer && pending[0]?.seq === edit.seq) pending = pending.slice(1);
    else pending = moved(held, pending, edit);
    held = replayed(held, [edit]);
  }
  const first = pending[0]?.seq ?? desk.nextSeq;
  // A change that another one split has become several: they are numbered again from the first.
  pending = pending.map((edit, place) => ({ ...edit, seq: first + place }));
  return {
    head: desk.head + since.length,
    held,
    pending,
    texts: replayed(held, pending),
    nextSeq: Math.max(desk.nextSeq, first + pending.length)
  };
}

/** Pending changes as they are after another page's change, which comes first. */
function moved(held: Texts, pending: readonly Edit[], foreign: PlacedEdit): Edit[] {
  const start = held[foreign.field] ?? '';
  let length = start.length;
  let over = changeSet(foreign, length);
  return pending.flatMap((edit) => {
    if (edit.field !== foreign.field) return [edit];
    const own = changeSet(edit, length);
    length = own.newLength;
    const result = editsOf(own.map(over), edit);
    over = over.map(own, true);
    return result;
  });
}

const changeSet = (
  { position, removed, inserted }: Pick<Edit, 'position' | 'removed' | 'inserted'>,
  length: number
): ChangeSet =>
  ChangeSet.of({ from: position, to: position + removed, insert: Text.of([inserted]) }, length);

function editsOf(changes: ChangeSet, like: Edit): Edit[] {
  const edits: Edit[] = [];
  changes.iterChanges((fromA, toA, fromB, _toB, inserted) => {
    edits.push({
      ...like,
      // Each is made after those before it: places are counted in the text that they leave.
      position: fromB,
      removed: toA - fromA,
      inserted: inserted.toString()
    });
  });
  return edits;
}
