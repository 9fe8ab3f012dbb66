import { handInSheet } from '#jury';
import { answerProgram, jsonOf } from '../../../program.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, params, request }) => {
  const sent = await jsonOf(request);
  const absent =
    typeof sent === 'object' && sent !== null && 'absent' in sent && sent.absent === true;
  return answerProgram(
    await handInSheet(locals.ground, locals.actor, params.sitting, { absent }),
    locals.language
  );
};
