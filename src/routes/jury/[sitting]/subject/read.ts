import { subjectForJuror } from '#exam';
import { juryPart, readable } from '#exam/subjects/render.ts';
import { forCandidate } from '#exam/subjects/model.ts';
import type { Actor } from '#people/model.ts';
import type { Ground } from '#platform/ground.ts';
import { ok } from '#platform/result.ts';

export type SubjectPageData = Extract<
  Awaited<ReturnType<typeof readSubjectPage>>,
  { ok: true }
>['value'];

/** What a juror has at hand beside one sheet, drawn for the page and for the tablet's day alike. */
export async function readSubjectPage(ground: Ground, actor: Actor | null, sittingId: string) {
  const read = await subjectForJuror(ground, actor, sittingId);
  if (!read.ok) return read;
  const { subject, candidate, writtenChannel, answer } = read.value;
  return ok({
    sittingId,
    candidate,
    given: readable(forCandidate(subject, writtenChannel)),
    part: juryPart(subject, writtenChannel),
    answer
  });
}
