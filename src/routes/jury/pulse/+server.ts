import { pulse } from '#jury';
import { answerProgram, jsonOf } from '../../program.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, request }) =>
  answerProgram(await pulse(locals.ground, locals.actor, await jsonOf(request)), locals.language);
