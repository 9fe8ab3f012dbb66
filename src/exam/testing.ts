import { readPeople, type Actor } from '#people';
import {
  decideAdaptations,
  openAccessibility,
  type AdaptationKind,
  type SessionFacts
} from '#session';
import type { Ground } from '#platform/ground.ts';
import { newId } from '#platform/ids.ts';
import type { Result } from '#platform/result.ts';
import { listSubjects, stepSubject, subjectKey } from './subjects/actions.ts';
import { order } from './sitting/invigilation.ts';
import { enterRoom, takePen } from './sitting/entry.ts';
import { currentCode, openExam } from './sitting/opening.ts';
import type { SubjectAssessment } from './subjects/model.ts';
import type { Edit } from './trace/edits.ts';

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** A second person reviews every subject that Parchemin ships. */
export async function reviewBank(ground: Ground, manager: Actor): Promise<void> {
  for (const subject of must(await listSubjects(ground, manager)))
    if (subject.lifecycle.status === 'draft')
      must(await stepSubject(ground, manager, subjectKey(subject), { kind: 'review' }));
}

/** Grants adaptations to a candidate, as the accessibility officer does. */
export async function grant(
  ground: Ground,
  officer: Actor,
  enrolmentId: string,
  kinds: readonly AdaptationKind[]
): Promise<void> {
  const form = new FormData();
  for (const kind of kinds) form.append('kind', kind);
  const { seen } = must(await openAccessibility(ground, officer, enrolmentId));
  must(await decideAdaptations(ground, officer, enrolmentId, form, seen));
}

/** Subjects reviewed and drawn, the door open. */
export async function examOpened(ground: Ground, manager: Actor, sessionId: string): Promise<void> {
  await reviewBank(ground, manager);
  must(await openExam(ground, manager, sessionId));
}

/** A candidate as they are once signed in. */
export async function candidateOf(
  ground: Ground,
  facts: SessionFacts,
  number: number
): Promise<Actor> {
  const enrolment = facts.enrolments.find((each) => each.number === number)!;
  const [person] = await readPeople(ground.db, [enrolment.userId!]);
  return { userId: person!.id, name: person!.name, email: person!.email, grants: person!.grants };
}

export const sittingOf = (
  facts: SessionFacts,
  number: number,
  assessment: SubjectAssessment
): string => {
  const enrolment = facts.enrolments.find((each) => each.number === number);
  return facts.sittings.find(
    (each) => each.enrolmentId === enrolment?.id && each.assessmentId === assessment
  )!.id;
};

/** A candidate who came in, was admitted, started and holds the pen. @returns the name of the page */
export async function atTheDesk(
  ground: Ground,
  manager: Actor,
  candidate: Actor,
  { sessionId, sittingId, device }: { sessionId: string; sittingId: string; device: string }
): Promise<string> {
  const code = (await currentCode(ground.db, sessionId)) ?? '';
  must(await enterRoom(ground, candidate, sittingId, { code, device }));
  for (const each of ['admit', 'start'])
    must(await order(ground, manager, sessionId, { order: each, sittings: [sittingId] }));
  const writer = newId();
  must(await takePen(ground, candidate, sittingId, { writer, device }));
  return writer;
}

/** What typing a text at the end of a field makes, letter after letter. */
export const typing = (field: string, text: string, from = 0, seq = 1): Edit[] =>
  [...text].map((inserted, place) => ({
    seq: seq + place,
    field,
    at: 1000 + 100 * (seq + place),
    position: from + [...text].slice(0, place).join('').length,
    removed: 0,
    inserted,
    origin: { kind: 'typed' }
  }));
