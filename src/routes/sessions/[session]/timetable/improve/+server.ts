import { improveSession } from '#session';
import { honourKept } from '#verdict';
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
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (line: unknown) => {
        if (!givenUp.signal.aborted)
          controller.enqueue(new TextEncoder().encode(`${JSON.stringify(line)}\n`));
      };
      const improved = await improveSession(locals.ground, locals.actor, params.session, form, {
        signal: givenUp.signal,
        onProgress: ({ share, unplaced, gap }) => say({ progress: { share, unplaced, gap } })
      });
      say(improved.ok ? { done: { gap: improved.value.gap } } : { refusal: improved.error });
      if (!givenUp.signal.aborted) controller.close();
    },
    cancel: () => givenUp.abort()
  });
  return new Response(stream, {
    headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' }
  });
};
