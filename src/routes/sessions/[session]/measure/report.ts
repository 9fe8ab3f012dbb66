import { reportFrom } from '#insight';
import { measuredMarks } from '#verdict/measured.ts';
import { valueOr } from '../../../answer.ts';

/** The report of a session's measure, in the reader's language; null without marks. */
export async function sessionReport({ ground, actor, language }: App.Locals, sessionId: string) {
  const { facts, marks } = valueOr(await measuredMarks(ground, actor, sessionId), language);
  const { scale, policy } = facts.referential;
  const report = reportFrom(marks, {
    language,
    scale: scale.levels.map(({ level }) => level),
    awardLine: policy.competenceMean
  });
  return { facts, report };
}
