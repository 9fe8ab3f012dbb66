import { observe, readHeldSheet } from '#jury';
import { answerProgram, jsonOf } from '../../../program.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) =>
  answerProgram(
    await readHeldSheet(locals.ground, locals.actor, params.sitting, locals.language),
    locals.language
  );

export const POST: RequestHandler = async ({ locals, params, request }) => {
  const sent = await jsonOf(request);
  return answerProgram(
    await observe(locals.ground, locals.actor, params.sitting, sent),
    locals.language
  );
};
