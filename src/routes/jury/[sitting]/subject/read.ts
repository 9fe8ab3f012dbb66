import { subjectForJuror, subjectsForJuror, type JurorSubject } from '#exam';
import { juryPart, readable } from '#exam/subjects/render.ts';
import { forCandidate } from '#exam/subjects/model.ts';
import type { Actor } from '#people/model.ts';
import type { Ground } from '#platform/ground.ts';
import { ok, type Result } from '#platform/result.ts';

export type SubjectPageData = ReturnType<typeof pageOf>;

/** What a juror has at hand beside one sheet. */
export async function readSubjectPage(
  ground: Ground,
  actor: Actor | null,
  sittingId: string
): Promise<Result<SubjectPageData>> {
  const read = await subjectForJuror(ground, actor, sittingId);
  return read.ok ? ok(pageOf(sittingId, read.value)) : read;
}

/** The same beside each sheet of a day, by sitting, for the tablet to keep. */
export async function readSubjectPages(
  ground: Ground,
  actor: Actor | null,
  sittingIds: readonly string[]
): Promise<Record<string, SubjectPageData>> {
  const read = await subjectsForJuror(ground, actor, sittingIds);
  return Object.fromEntries(
    read.ok ? [...read.value].map(([id, subject]) => [id, pageOf(id, subject)]) : []
  );
}

const pageOf = (
  sittingId: string,
  { subject, candidate, writtenChannel, answer }: JurorSubject
) => ({
  sittingId,
  candidate,
  given: readable(forCandidate(subject, writtenChannel)),
  part: juryPart(subject, writtenChannel),
  answer
});
