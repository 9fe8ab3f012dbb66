import { openDay } from '#jury';
import { answerProgram, jsonOf } from '../../program.ts';
import { readSubjectPages } from '../[sitting]/subject/read.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, request }) => {
  const { ground, actor, language } = locals;
  const opened = await openDay(ground, actor, await jsonOf(request), language);
  if (opened.ok) {
    const { day } = opened.value;
    const sittingIds = day.sheets.map(({ sittingId }) => sittingId);
    day.subjects = await readSubjectPages(ground, actor, sittingIds);
  }
  return answerProgram(opened, language);
};
