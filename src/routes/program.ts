import { json } from '@sveltejs/kit';
import type { Language } from '#platform/language.ts';
import type { Result } from '#platform/result.ts';
import { statusOf } from './answer.ts';

/** The JSON of a request; null for what is not JSON. */
export const jsonOf = (request: Request): Promise<unknown> =>
  request.json().catch(() => null) as Promise<unknown>;

/** Answers a program: the value, or the sentence to show with the status of the refusal. */
export const answerProgram = <T>(result: Result<T>, language: Language): Response =>
  result.ok
    ? json(result.value)
    : json({ message: result.error.message[language] }, { status: statusOf(result.error) });
