import {
  foundHouse,
  markSheets,
  must,
  openDay,
  prepareSession,
  factsFor,
  type House
} from '../src/cli/rehearsal/rehearse.ts';
import { observe } from '../src/jury/index.ts';
import { createSignInLink, type Actor } from '../src/people/index.ts';
import type { Ground } from '../src/platform/ground.ts';
import { newId } from '../src/platform/ids.ts';
import { criteriaOf, type AssessmentId } from '../src/referential/index.ts';
import { fullName, type SessionId } from '../src/session/index.ts';

export interface VerdictSeed {
  sessionId: SessionId;
  /** In the order of their numbers. */
  candidates: { id: string; name: string }[];
  /** Who each juror is, and their sign-in link; the first presides. */
  jurors: { name: string; link: string }[];
  manager: string;
  auditor: string;
  candidate: string;
}

/** A house, its session whose sheets are all in, and a way in for each of its people. */
export async function seedVerdict(ground: Ground): Promise<VerdictSeed> {
  const house = await foundHouse(ground, 2);
  const sessionId = await markedSession(ground, house, 2);
  const facts = await factsFor(ground, sessionId);
  const link = async ({ email }: Pick<Actor, 'email'>) =>
    must(await createSignInLink(ground, email, { hours: 2 }));
  const jurors: VerdictSeed['jurors'] = [];
  for (const juror of house.jurors) jurors.push({ name: juror.name, link: await link(juror) });
  return {
    sessionId,
    candidates: facts.enrolments.map((each) => ({ id: each.id, name: fullName(each) })),
    jurors,
    manager: await link(house.manager),
    auditor: await link(house.auditor),
    candidate: await link(facts.enrolments[0]!)
  };
}

/**
 * A session whose sheets are all in. The first candidate is excellent but for one gap of three levels
 * on C1.1; the second was hardly observed on the competence of EC2.
 */
export async function markedSession(
  ground: Ground,
  house: House,
  candidates: number
): Promise<SessionId> {
  const sessionId = await prepareSession(ground, house, {
    title: 'Session d’hiver',
    day: new Date().toISOString().slice(0, 10),
    candidates,
    seed: 12
  });
  await openDay(ground, house, sessionId);
  await markSheets(ground, house, sessionId, 12);
  await correct(ground, house, sessionId, 1, 'EC1', (id, juror) =>
    id === 'C1.1' ? (juror === 0 ? 0 : 3) : 3
  );
  await correct(ground, house, sessionId, 2, 'EC2', (id) => (id.endsWith('.1') ? 2 : null));
  return sessionId;
}

/** Both jurors correct a whole sheet after hand-in, as they may until deliberation opens. */
async function correct(
  ground: Ground,
  house: House,
  sessionId: SessionId,
  number: number,
  assessmentId: string,
  levelOf: (criterionId: string, juror: number) => number | null
): Promise<void> {
  const facts = await factsFor(ground, sessionId);
  const enrolment = facts.enrolments.find((each) => each.number === number);
  const sitting = facts.sittings.find(
    (each) => each.enrolmentId === enrolment?.id && each.assessmentId === assessmentId
  );
  const panel = facts.panels.find(({ id }) => id === sitting?.panelId);
  if (!sitting || !panel) throw new Error(`No sitting of ${number} for ${assessmentId}`);
  for (const [place, { jurorId }] of panel.members.entries()) {
    const juror = house.jurors.find(({ userId }) => userId === jurorId)!;
    const observations = criteriaOf(facts.referential, assessmentId as AssessmentId).map(
      ({ id }, line) => {
        const level = levelOf(id, place);
        return {
          id: newId(),
          criterionId: id,
          level,
          comment: level === null ? 'Le temps imparti était écoulé avant ce point.' : '',
          madeAt: ground.clock.now().toISOString(),
          sequence: 1000 + line,
          reason: 'Erreur de ligne à la saisie.'
        };
      }
    );
    must(await observe(ground, juror, sitting.id, { observations }));
  }
}
