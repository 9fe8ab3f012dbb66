import { error } from '@sveltejs/kit';
import { examTopic, findPlace, followOwn } from '#exam';
import { liveFor } from '../../../live.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) => {
  const { ground, actor, language } = locals;
  const place = await findPlace(ground, actor, params.sitting);
  if (!place.ok) error(404, place.error.message[language]);
  return liveFor(locals, request, [examTopic(place.value.sessionId)], (by) =>
    followOwn(ground, by, params.sitting)
  );
};
