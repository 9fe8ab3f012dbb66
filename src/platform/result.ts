import type { Phrase } from './language.ts';
import { frenchSpaces } from './typography.ts';

/**
 * Why something was not done, said to the person who asked: a stable code for programs, one clear
 * sentence in each language that also says what to do, and, for a form, the sentence of each field.
 */
export interface Refusal {
  code: string;
  message: Phrase;
  fields?: Record<string, Phrase>;
}

/** The outcome of an action: a value, or a refusal that a person can read. */
export type Result<T, E = Refusal> = { ok: true; value: T } | { ok: false; error: E };

/** A success. */
export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

/** A failure with an error of any shape. */
export const fail = <E>(error: E): { ok: false; error: E } => ({ ok: false, error });

/** A refusal in both languages; the French one gets its no-break spaces. */
export function refuse(
  code: string,
  fr: string,
  en: string,
  fields?: Record<string, Phrase>
): { ok: false; error: Refusal } {
  const message = { fr: frenchSpaces(fr), en };
  return fail(fields ? { code, message, fields } : { code, message });
}
