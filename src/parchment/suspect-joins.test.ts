import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendToLedger } from '#platform/ledger.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { enrol, openEnrolment } from '#session';
import { aSession, people, value } from '#session/enrolment-testing.ts';
import { suspectJoins } from './suspect-joins.ts';

let ground: TestGround;
beforeAll(async () => {
  ground = await testGround();
});
afterAll(() => ground.close());

test('changes of address or birth place are told, those made by an enrolment first', async () => {
  const { sessionId, manager } = await aSession(ground);
  const dossiers: string[] = [];
  for (const who of people.slice(0, 3)) {
    const { id } = value(await enrol(ground, manager, sessionId, who));
    const { enrolment } = value(await openEnrolment(ground, manager, sessionId, id));
    dossiers.push(enrolment.candidate.id);
  }
  expect(await suspectJoins(ground.db)).toEqual([]);
  const [byPage = '', joined = '', spelling = ''] = dossiers;
  const corrected = (subject: string, fields: string[]) => ({
    actor: manager.userId,
    action: 'candidate.correct' as const,
    subject,
    payload: { session: sessionId, fields }
  });
  // As each was written: on the dossier's page, and by an enrolment, in one transaction.
  await ground.db.transaction((tx) =>
    appendToLedger(tx, new Date('2026-12-01T09:00:00Z'), [
      corrected(byPage, ['email']),
      corrected(spelling, ['firstNames', 'usageName'])
    ])
  );
  await ground.db.transaction((tx) =>
    appendToLedger(tx, new Date('2026-12-02T09:00:00Z'), [
      corrected(joined, ['birthPlace', 'birthInseeCode', 'email']),
      {
        actor: manager.userId,
        action: 'enrolment.enrol',
        subject: 'enrolment',
        payload: { session: sessionId, candidate: joined, number: 9 }
      }
    ])
  );
  expect(await suspectJoins(ground.db)).toMatchObject([
    {
      candidateId: joined,
      name: 'Seán O’Brien',
      fields: ['birthPlace', 'birthInseeCode', 'email'],
      byEnrolment: true,
      held: false
    },
    { candidateId: byPage, fields: ['email'], byEnrolment: false }
  ]);
});
