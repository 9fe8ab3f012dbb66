/** A candidate's texts and their changes, as pages and the server exchange them. Pure. */
import { z } from 'zod';
import { editSchema, fits, type Edit } from '../trace/edits.ts';
import { fieldLimit } from './fields.ts';

export { replay, replayed, type Texts } from '../trace/edits.ts';

/** A change that the server holds, at its place in the order of all. */
export interface PlacedEdit extends Edit {
  place: number;
  /** The opening of the page that made it; `seq` is its number there. */
  writer: string;
}

/** Whether a change can be made to a text, and leaves it within its limit. */
export const isAcceptable = (text: string, edit: Edit): boolean =>
  fits(text, edit) && text.length - edit.removed + edit.inserted.length <= fieldLimit(edit.field);

/** A text as it is kept: what no database holds gives way to a mark of the same length. */
export const keepable = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD');

/** What no column of a database can hold, even inside JSON. */
const isClean = ({ field, inserted, origin }: Edit): boolean =>
  ![field, inserted, origin.kind === 'assistant' ? origin.answerId : ''].some((text) =>
    text.includes('\0')
  );

const largestInteger = 2_147_483_647;

/** What a page sends: its changes since `base`, the last place it knows. None: it only asks. */
export const savingSchema = z.strictObject({
  writer: z.uuid(),
  base: z.int().min(0),
  edits: z
    .array(
      editSchema.refine(
        (edit) => isClean(edit) && edit.seq <= largestInteger && edit.at <= largestInteger
      )
    )
    .max(500)
});
export type Saving = z.output<typeof savingSchema>;
