import type { Actor } from '#people';
import { readLedger } from '#platform/ledger.ts';
import type { TestGround } from '#platform/testing.ts';
import { enrol } from './enrolment-actions.ts';
import { aSession, people, someone, value } from './enrolment-testing.ts';
import type { SessionFacts } from './model.ts';
import { addPanel, declareConflicts, namePresident, seatJuror } from './panel-actions.ts';
import { readSessionFacts } from './store.ts';
import { planSession } from './timetable-actions.ts';

/** Questions that tests of a session ask of its ground. */
export function sessionsOn(ground: () => TestGround) {
  const factsOf = async (id: string): Promise<SessionFacts> =>
    (await readSessionFacts(ground().db, id))!;

  /** How many times the ledger says that something was done about one subject. */
  const countOf = async (subject: string, action: string): Promise<number> =>
    (await readLedger(ground().db, { subject, limit: 1000 })).filter(
      (each) => each.action === action
    ).length;

  return {
    factsOf,
    countOf,
    aReadySession: (undeclared = false) => aReadySession(ground(), undeclared, factsOf)
  };
}

/** Two candidates before one panel of two, planned; every word given unless `undeclared`. */
async function aReadySession(
  ground: TestGround,
  undeclared: boolean,
  factsOf: (id: string) => Promise<SessionFacts>
) {
  const { sessionId, centreId, manager } = await aSession(ground);
  for (const who of people.slice(0, 2)) value(await enrol(ground, manager, sessionId, who));
  const panelId = value(
    await addPanel(ground, manager, sessionId, { name: 'Jury A', room: 'Salon Bleu' })
  );
  const jurors: [Actor, Actor] = [await someone(ground, 'juror'), await someone(ground, 'juror')];
  for (const { userId } of jurors)
    value(await seatJuror(ground, manager, sessionId, { panelId, jurorId: userId }));
  value(await namePresident(ground, manager, sessionId, jurors[0].userId));
  value(await planSession(ground, manager, sessionId));
  const { enrolments } = await factsOf(sessionId);
  const none = enrolments.map(({ id }) => ({ enrolmentId: id, kind: 'none' }));
  if (!undeclared)
    for (const juror of jurors) value(await declareConflicts(ground, juror, sessionId, none));
  return { sessionId, centreId, manager, panelId, jurors, enrolments, none };
}
