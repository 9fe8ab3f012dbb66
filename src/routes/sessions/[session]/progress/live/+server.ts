import type { Actor } from '#people';
import { dayTopic, openFacts } from '#session';
import { valueOr } from '../../../../answer.ts';
import { liveFor } from '../../../../live.ts';
import type { RequestHandler } from './$types';

/** Tells the page to read again: when something came in, and now and then for what the hour alone changes. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
  const { ground, actor, language } = locals;
  const may = (by: Actor | null) => openFacts(ground, by, 'marking.follow', params.session);
  valueOr(await may(actor), language);
  return liveFor(locals, request, [dayTopic(params.session)], async (by) =>
    (await may(by)).ok ? { at: ground.clock.now() } : null
  );
};
