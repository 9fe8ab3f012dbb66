import { saveEdits } from '#exam';
import { answerProgram, jsonOf } from '../../../program.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, params, request }) =>
  answerProgram(
    await saveEdits(locals.ground, locals.actor, params.sitting, await jsonOf(request)),
    locals.language
  );
