import { error } from '@sveltejs/kit';
import { examTopic, readBoard } from '#exam';
import { statusOf } from '../../../../answer.ts';
import { liveFor } from '../../../../live.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) => {
  const { ground, actor, language } = locals;
  const board = await readBoard(ground, actor, params.session);
  if (!board.ok) error(statusOf(board.error), board.error.message[language]);
  return liveFor(locals, request, [examTopic(params.session)], async (by) => {
    const read = await readBoard(ground, by, params.session);
    return read.ok ? read.value : null;
  });
};
