import { takeBreak } from '#exam';
import { answerProgram, jsonOf } from '../../../program.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, params, request }) => {
  const sent = await jsonOf(request);
  const ends =
    typeof sent === 'object' && sent !== null && 'kind' in sent && sent.kind === 'break-ended';
  return answerProgram(
    await takeBreak(
      locals.ground,
      locals.actor,
      params.sitting,
      ends ? 'break-ended' : 'break-began'
    ),
    locals.language
  );
};
