import { openDay } from '#jury';
import { answerProgram, jsonOf } from '../../program.ts';
import { readSubjectPage, type SubjectPageData } from '../[sitting]/subject/read.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, request }) => {
  const { ground, actor, language } = locals;
  const opened = await openDay(ground, actor, await jsonOf(request), language);
  if (opened.ok) {
    const subjects: Record<string, SubjectPageData> = {};
    for (const { sittingId } of opened.value.day.sheets) {
      const subject = await readSubjectPage(ground, actor, sittingId);
      if (subject.ok) subjects[sittingId] = subject.value;
    }
    opened.value.day.subjects = subjects;
  }
  return answerProgram(opened, language);
};
