/**
 * Quick notes: a few words caught while the candidate speaks, attached to a criterion later. They live
 * on the tablet alone, sealed beside comments being typed, and go with the hand-in.
 */
import type { CriterionId } from '#referential/model.ts';

export type JottingId = `jotting ${string}`;
/** What a text on the tablet belongs to: the comment of a criterion, or nothing yet. */
export type NoteId = CriterionId | JottingId;

export interface Jotting {
  id: JottingId;
  text: string;
}

/** The longest comment of a mark, in characters. */
export const longestComment = 4000;

/** @param id of the device, which grows with time: notes are shown in the order they were made */
export const jottingId = (id: string): JottingId => `jotting ${id}`;

const isJotting = (id: NoteId): id is JottingId => id.startsWith('jotting ');

/** The quick notes of a sheet, oldest first. */
export function jottingsOf(notes: ReadonlyMap<NoteId, string>): Jotting[] {
  return [...notes]
    .flatMap(([id, text]) => (isJotting(id) ? [{ id, text }] : []))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** A comment with a quick note under it; undefined when both together are too long. */
export function attached(comment: string, jotting: string): string | undefined {
  const whole = [comment.trim(), jotting.trim()].filter((text) => text !== '').join('\n');
  return whole.length <= longestComment ? whole : undefined;
}
