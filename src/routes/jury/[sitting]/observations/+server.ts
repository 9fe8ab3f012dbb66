import { observe } from '#jury';
import { answerProgram, jsonOf } from '../program.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, params, request }) => {
  const sent = await jsonOf(request);
  return answerProgram(
    await observe(locals.ground, locals.actor, params.sitting, sent),
    locals.language
  );
};
