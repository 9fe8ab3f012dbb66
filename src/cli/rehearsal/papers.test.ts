import { afterAll, beforeAll, expect, test } from 'vitest';
import { listSubjects, readTrace } from '#exam';
import { sittingOf } from '#exam/testing.ts';
import { manualClock } from '#platform/clock.ts';
import { verifyLedger } from '#platform/ledger.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { frenchSpaces } from '#platform/typography.ts';
import { emails } from './emails.ts';
import { rehearsePaper, rehearsePreparation } from './papers.ts';
import { factsFor, foundHouse, must, openDay, prepareSession, type House } from './rehearse.ts';

const clock = manualClock(new Date('2026-11-25T07:00:00Z'));
let ground: TestGround;
let house: House;
beforeAll(async () => {
  ground = await testGround({ clock });
  house = await foundHouse(ground, 4);
});
afterAll(() => ground.close());

test('every subject of EC2 has two e-mails, which say different things', async () => {
  const bank = must(await listSubjects(ground, house.manager));
  const ids = bank.filter(({ assessment }) => assessment === 'EC2').map(({ id }) => id);
  expect(Object.keys(emails).sort()).toEqual(ids.sort());
  for (const choice of Object.values(emails))
    expect(new Set(choice.map(({ body }) => body)).size).toBe(2);
});

test('who comes writes an e-mail of their subject, letter by letter, and hands it in', async () => {
  const playbill = { title: 'Répétition', day: '2026-11-25', candidates: 4, seed: 3 };
  const sessionId = await prepareSession(ground, house, playbill);
  await openDay(ground, house, sessionId);
  const writes = ({ number }: { number: number }) => number !== 4;
  await rehearsePaper(ground, clock, house, sessionId, { seed: 3, writes });
  const facts = await factsFor(ground, sessionId);
  const bodies = Object.values(emails).flatMap((choice) =>
    choice.map(({ body }) => frenchSpaces(body))
  );
  const read: (string | undefined)[] = [];
  for (const number of [1, 2, 3]) {
    const trace = must(await readTrace(ground, house.manager, sittingOf(facts, number, 'EC2')));
    read.push(trace.texts['body']);
  }
  expect(new Set(read).size).toBe(3);
  for (const body of read) expect(bodies).toContain(body);
  expect(await readTrace(ground, house.manager, sittingOf(facts, 4, 'EC2'))).toMatchObject({
    ok: false
  });
  const oral = facts.sittings.find(({ assessmentId }) => assessmentId === 'MS1')!;
  await rehearsePreparation(ground, house, facts, oral);
  expect(await verifyLedger(ground.db)).toMatchObject({ valid: true });
});
