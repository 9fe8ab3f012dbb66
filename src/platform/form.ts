import { z } from 'zod';
import { isId, type Id } from './ids.ts';
import type { Phrase } from './language.ts';
import { fail, ok, type Refusal, type Result } from './result.ts';
import { frenchSpaces } from './typography.ts';

/**
 * A field whose rule is a function that answers with a value or a refusal: the refusal's sentence
 * is kept, in both languages, for `parseForm`. An absent field is read as an empty one.
 * @example z.object({ name: field(cleanName) })
 */
export const field = <T>(clean: (raw: string) => Result<T>) =>
  z
    .unknown()
    .optional()
    .transform((raw, context): T => {
      const result = clean(typeof raw === 'string' ? raw : '');
      if (result.ok) return result.value;
      context.addIssue({ code: 'custom', params: { phrase: result.error.message } });
      return z.NEVER;
    });

/** The sentence of a Zod check, for `parseForm`: `z.enum(roles, says('Choisissez…', 'Choose…'))`. */
export const says = (fr: string, en: string): { error: string } => ({
  error: JSON.stringify({ fr: frenchSpaces(fr), en } satisfies Phrase)
});

/**
 * The id that the form carries was made when the page was drawn: sent twice, it is one thing, not
 * two.
 */
export const freshId = <Kind extends string>() =>
  z
    .string(says('Rechargez la page, puis recommencez.', 'Reload the page, then try again.'))
    .refine(isId, says('Rechargez la page, puis recommencez.', 'Reload the page, then try again.'))
    .transform((id) => id as Id<Kind>);

/** Reads what a form sent: the values, or one refusal that carries the sentence of each field. */
export function parseForm<T>(schema: z.ZodType<T>, sent: unknown): Result<T> {
  const parsed = schema.safeParse(sent instanceof FormData ? Object.fromEntries(sent) : sent);
  if (parsed.success) return ok(parsed.data);
  const fields: Record<string, Phrase> = {};
  for (const issue of parsed.error.issues)
    fields[String(issue.path[0] ?? 'form')] ??= phraseOf(issue);
  const refusal: Refusal = {
    code: 'form.invalid',
    message: {
      fr: 'Rien n’a été enregistré\u00a0: une réponse est à corriger.',
      en: 'Nothing was saved: an answer needs correcting.'
    },
    fields
  };
  return fail(refusal);
}

function phraseOf(issue: z.core.$ZodIssue): Phrase {
  if (issue.code === 'custom' && issue.params?.['phrase']) return issue.params['phrase'] as Phrase;
  try {
    return JSON.parse(issue.message) as Phrase;
  } catch {
    return { fr: 'Cette réponse n’est pas valable.', en: 'This answer is not valid.' };
  }
}
