import { error } from '@sveltejs/kit';
import { examTopic, findPlace, followOwn } from '#exam';
import { liveStream } from '#platform/live.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ground, actor, language }, params }) => {
  const place = await findPlace(ground, actor, params.sitting);
  if (!place.ok) error(404, place.error.message[language]);
  return liveStream(ground.bus, [examTopic(place.value.sessionId)], () =>
    followOwn(ground, actor, params.sitting)
  );
};
