import { error } from '@sveltejs/kit';
import { examTopic, readBoard } from '#exam';
import { liveStream } from '#platform/live.ts';
import { statusOf } from '../../../../answer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ground, actor, language }, params }) => {
  const board = await readBoard(ground, actor, params.session);
  if (!board.ok) error(statusOf(board.error), board.error.message[language]);
  return liveStream(ground.bus, [examTopic(params.session)], async () => {
    const read = await readBoard(ground, actor, params.session);
    return read.ok ? read.value : null;
  });
};
