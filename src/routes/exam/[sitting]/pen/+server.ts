import { takePen } from '#exam';
import { answerProgram, jsonOf } from '../../../program.ts';
import { deviceOf } from '../../device.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, params, request, cookies }) => {
  const sent = await jsonOf(request);
  const writer =
    typeof sent === 'object' && sent !== null && 'writer' in sent ? String(sent.writer) : '';
  return answerProgram(
    await takePen(locals.ground, locals.actor, params.sitting, {
      writer,
      device: deviceOf(cookies)
    }),
    locals.language
  );
};
