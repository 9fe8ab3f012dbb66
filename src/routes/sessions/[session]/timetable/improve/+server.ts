import { improveSession } from '#session';
import type { Told } from '#session/ui/improving.ts';
import { honourKept } from '#verdict';
import { answerLines } from '#platform/json-lines.ts';
import { valueOr } from '../../../../answer.ts';
import type { RequestHandler } from './$types';

/**
 * Looks for a better plan and tells how far it is, a line of JSON at a time: `{ progress }`, then
 * `{ done }` or `{ refusal }`. Whoever stops listening gives the search up.
 */
export const POST: RequestHandler = async ({ locals, params, request }) => {
  const form = await request.formData();
  valueOr(await honourKept(locals.ground, locals.actor, params.session), locals.language);
  const givenUp = new AbortController();
  return answerLines<Told>(givenUp, async (say) => {
    const improved = await improveSession(locals.ground, locals.actor, params.session, form, {
      signal: givenUp.signal,
      onProgress: ({ share, unplaced, gap }) => say({ progress: { share, unplaced, gap } })
    });
    say(improved.ok ? { done: { gap: improved.value.gap } } : { refusal: improved.error });
  });
};
