import { candidateOf, grant, reviewBank, sittingOf } from '../src/exam/testing.ts';
import { markingSession } from '../src/jury/testing.ts';
import { createPerson, createSignInLink, type Actor } from '../src/people/index.ts';
import type { Ground } from '../src/platform/ground.ts';
import { newId } from '../src/platform/ids.ts';
import type { Result } from '../src/platform/result.ts';
import {
  declareConflicts,
  openMarking,
  planSession,
  readSessionFacts
} from '../src/session/index.ts';
import { civilDay } from '../src/platform/civil-day.ts';
import type { SubjectAssessment } from '../src/exam/subjects/model.ts';

export interface ExamSeed {
  sessionId: string;
  manager: string;
  juror: string;
  /** Sign-in links of each candidate, by number: one for each device. */
  candidates: Record<number, string[]>;
  sitting: (number: number, assessment: SubjectAssessment) => string;
}

/**
 * A day that is open, its bank reviewed and its subjects not yet drawn. The first candidate has extra
 * time and breaks, the second large print, high contrast and a type for dyslexic readers.
 */
export async function seedExam(ground: Ground): Promise<ExamSeed> {
  const { manager, jurors, facts } = await markingSession(ground, {
    candidates: 3,
    jurors: 2,
    undeclared: true,
    day: civilDay(new Date())
  });
  const sessionId = facts.id;
  const officerId = newId<'user'>();
  const officer: Actor = {
    userId: officerId,
    name: 'Maud Le Bihan',
    email: 'maud@exemple.fr',
    grants: [{ role: 'accessibility-officer', centreId: null }]
  };
  must(
    await createPerson(ground, manager, {
      id: officerId,
      name: officer.name,
      email: officer.email,
      role: 'accessibility-officer'
    })
  );
  const [first, second] = facts.enrolments;
  await grant(ground, officer, first!.id, ['extra-time', 'breaks', 'read-aloud']);
  await grant(ground, officer, second!.id, ['large-print', 'high-contrast', 'dyslexia-type']);
  must(await planSession(ground, manager, sessionId, { closesAt: '21:00' }));
  const none = facts.enrolments.map(({ id }) => ({ enrolmentId: id, kind: 'none' }));
  for (const juror of jurors) must(await declareConflicts(ground, juror, sessionId, none));
  must(await openMarking(ground, manager, sessionId));
  await reviewBank(ground, manager);
  const opened = (await readSessionFacts(ground.db, sessionId))!;
  const link = async ({ email }: Pick<Actor, 'email'>) =>
    must(await createSignInLink(ground, email));
  const candidates: ExamSeed['candidates'] = {};
  for (const number of [1, 2, 3]) {
    const person = await candidateOf(ground, opened, number);
    candidates[number] = [await link(person), await link(person)];
  }
  return {
    sessionId,
    manager: await link(manager),
    juror: await link(jurors[0]!),
    candidates,
    sitting: (number, assessment) => sittingOf(opened, number, assessment)
  };
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
