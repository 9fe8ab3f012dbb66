/**
 * The history of a written answer: every change of its texts, in order. The history is the answer: a
 * text is the replay of its changes. All offsets are UTF-16 units, as in browsers.
 */
import { z } from 'zod';

const wholeNumber = z.int().min(0);

/** Where the words of a change come from, as the page that made it saw. */
export const originSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('typed') }),
  z.strictObject({ kind: z.literal('pasted') }),
  /** Inserted from an answer of the assistant; `from` is the offset in that answer's text. */
  z.strictObject({
    kind: z.literal('assistant'),
    answerId: z.string().min(1).max(64),
    from: wholeNumber
  }),
  /** Undone or done again. */
  z.strictObject({ kind: z.literal('undone') }),
  /** By the browser's spell-check, or moved by drag and drop. */
  z.strictObject({ kind: z.literal('replaced') }),
  /** The whole text, sent anew because what the server replayed was not what the page showed. */
  z.strictObject({ kind: z.literal('checkpoint') })
]);
export type Origin = z.infer<typeof originSchema>;

/** One change of one text: at `position`, `removed` units give way to `inserted`. */
export const editSchema = z.strictObject({
  /** 1, 2, 3… as the device made them. */
  seq: z.int().min(1),
  /** « subject », « body », « reply-1 »… */
  field: z.string().min(1).max(40),
  /** Milliseconds since the sitting began, by the server's time as the device knows it. */
  at: wholeNumber,
  position: wholeNumber,
  removed: wholeNumber,
  inserted: z
    .string()
    .max(100_000)
    // A database stores whole characters: half a surrogate pair would come back as another text.
    .refine((text) => text.isWellFormed()),
  origin: originSchema
});
export type Edit = z.infer<typeof editSchema>;

/** Where and what of a change, without who and when. */
export type Change = Pick<Edit, 'position' | 'removed' | 'inserted'>;

/** Whether a change can be made to a text: it lies inside, and cuts no surrogate pair in two. */
export function fits(text: string, { position, removed }: Change): boolean {
  const end = position + removed;
  return end <= text.length && !cutsPair(text, position) && !cutsPair(text, end);
}

/** The text after a change. @throws RangeError when the change does not fit */
export function apply(text: string, change: Change): string {
  if (!fits(text, change))
    throw new RangeError(
      `A change at ${change.position} of ${change.removed} units does not fit ${text.length} units`
    );
  const { position, removed, inserted } = change;
  return text.slice(0, position) + inserted + text.slice(position + removed);
}

/** Texts by field; a field that is missing is empty. */
export type Texts = Readonly<Record<string, string>>;

/** Texts after changes, in their order. @throws RangeError when one does not fit */
export function replayed(texts: Texts, edits: readonly Edit[]): Texts {
  const result: Record<string, string> = { ...texts };
  for (const edit of edits) result[edit.field] = apply(result[edit.field] ?? '', edit);
  return result;
}

/**
 * The texts that changes make, from nothing.
 * @param edits in the order in which they were made
 * @param until stops before the first change made later than this (milliseconds of the sitting)
 */
export function replay(edits: readonly Edit[], until = Infinity): Texts {
  const later = edits.findIndex(({ at }) => at > until);
  return replayed({}, later < 0 ? edits : edits.slice(0, later));
}

/**
 * The smallest single change that leads from one text to another, null when they are the same: what
 * they share at both ends is left alone, and no surrogate pair is cut.
 */
export function changeBetween(before: string, after: string): Change | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  if (cutsPair(before, start) || cutsPair(after, start)) start -= 1;
  let shared = 0;
  while (
    shared < shorter - start &&
    before.charCodeAt(before.length - 1 - shared) === after.charCodeAt(after.length - 1 - shared)
  )
    shared += 1;
  if (cutsPair(before, before.length - shared) || cutsPair(after, after.length - shared))
    shared -= 1;
  return {
    position: start,
    removed: before.length - shared - start,
    inserted: after.slice(start, after.length - shared)
  };
}

/** Whether an offset stands between the two halves of one character. */
export function cutsPair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
}
