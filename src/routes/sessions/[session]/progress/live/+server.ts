import { dayTopic, openFacts } from '#session';
import { liveStream } from '#platform/live.ts';
import { valueOr } from '../../../../answer.ts';
import type { RequestHandler } from './$types';

/** Tells the page to read again: when something came in, and now and then for what the hour alone changes. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { ground, actor, language } = locals;
  const may = () => openFacts(ground, actor, 'marking.follow', params.session);
  valueOr(await may(), language);
  return liveStream(ground.bus, [dayTopic(params.session)], async () =>
    (await may()).ok ? { at: ground.clock.now() } : null
  );
};
