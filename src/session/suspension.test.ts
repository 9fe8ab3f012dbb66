import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { liftSuspension, openOversight, recordVisit, suspendCentre } from '#people';
import { manualClock } from '#platform/clock.ts';
import { newId } from '#platform/ids.ts';
import { readLedger } from '#platform/ledger.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { createSession } from './actions.ts';
import { enrol } from './enrolment-actions.ts';
import { aSession, people, refusal, someone, value } from './enrolment-testing.ts';

const clock = manualClock(new Date('2026-11-01T09:00:00Z'));
let ground: TestGround;
beforeAll(async () => {
  ground = await testGround({ clock });
});
afterAll(() => ground.close());

test('a suspended centre opens no session and enrols nobody, until the suspension is lifted', async () => {
  const { sessionId, centreId, manager } = await aSession(ground);
  const enrolOne = (place: number) => enrol(ground, manager, sessionId, people[place]);
  const open = () =>
    createSession(ground, manager, { title: 'Autre', centreId, day: '2026-12-01', place: 'Ici' });
  value(await enrolOne(0));
  const form = { id: newId(), startsOn: '2026-11-02', reason: 'Émargements manquants.' };
  for (let twice = 0; twice < 2; twice += 1)
    value(await suspendCentre(ground, manager, centreId, form));
  value(await enrolOne(1));
  clock.advance(86_400_000);
  expect(refusal(await enrolOne(2))).toBe('centre.suspended');
  expect(refusal(await open())).toBe('centre.suspended');
  value(await liftSuspension(ground, manager, centreId));
  value(await enrolOne(2));
  value(await open());
  const acts = await readLedger(ground.db, { subject: centreId, action: 'centre.' });
  expect(acts.map(({ action }) => action)).toEqual([
    'centre.lift',
    'centre.suspend',
    'centre.create'
  ]);
});

test('a control visit is recorded once, by a manager, and is never rewritten', async () => {
  const { centreId, manager } = await aSession(ground);
  const visit = {
    id: newId(),
    day: '2026-11-01',
    visitor: 'Claire Fontanel',
    conclusion: 'reserves',
    findings: 'Les registres sont tenus, sauf celui de mai.'
  };
  for (let twice = 0; twice < 2; twice += 1)
    value(await recordVisit(ground, manager, centreId, visit));
  expect(value(await openOversight(ground, manager, centreId)).visits).toHaveLength(1);
  expect(await recordVisit(ground, manager, centreId, { ...visit, findings: '' })).toMatchObject({
    error: { fields: { findings: { fr: /phrase/ } } }
  });
  const outsider = await someone(ground, 'centre-manager', centreId);
  expect(refusal(await recordVisit(ground, outsider, centreId, visit))).toBe('people.forbidden');
  expect(refusal(await recordVisit(ground, manager, 'nowhere', visit))).toBe('centre.unknown');
  await expect(ground.db.execute(sql`delete from centre_visit`)).rejects.toThrow();
});
