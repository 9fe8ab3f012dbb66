import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { testGround, type TestGround } from '#platform/testing.ts';
import { computeResults } from './results.ts';
import { addMonths } from './store.ts';
import { deliberatingSession, drawUpAndSign, type Hand } from './testing.ts';

// Each test plays whole days of marking.
vi.setConfig({ testTimeout: 120_000 });

let ground: TestGround;
beforeAll(async () => {
  ground = await testGround();
});
afterAll(() => ground.close());

const failsC2: Hand = (_, id) => (id.startsWith('C2.') ? 1 : 2);
/** Good on C2, bad on all the rest. */
const onlyC2: Hand = (_, id) => (id.startsWith('C2.') ? 2 : 0);

test('competences validated in an earlier session count for 24 months, and only those', async () => {
  const first = await deliberatingSession(ground, 1, failsC2, '2026-03-10');
  await drawUpAndSign(ground, first);

  const inTime = await deliberatingSession(ground, 1, onlyC2, '2028-03-10');
  const candidate = ({ facts }: typeof inTime) => facts.enrolments[0]!;
  expect(candidate(inTime).candidateId).toBe(candidate(first).candidateId);
  const { results } = await computeResults(ground.db, inTime.facts);
  const { outcome, competences } = results.get(candidate(inTime).id)!;
  expect(outcome).toBe('awarded');
  expect(competences.map(({ id, verdict }) => [id, verdict.state])).toEqual(
    competences.map(({ id }) => [id, id === 'C2' ? 'validated' : 'kept'])
  );

  const tooLate = await deliberatingSession(ground, 1, onlyC2, '2028-03-11');
  const late = await computeResults(ground.db, tooLate.facts);
  expect(late.results.get(candidate(tooLate).id)!.outcome).toBe('refused');

  const sameDay = await deliberatingSession(ground, 1, onlyC2, '2026-03-10');
  const same = await computeResults(ground.db, sameDay.facts);
  expect(same.results.get(candidate(sameDay).id)!.outcome).toBe('refused');
});

test.each([
  ['2026-03-10', 24, '2028-03-10'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-12-31', 2, '2027-02-28']
])('%s and %i months is %s', (day, months, then) => {
  expect(addMonths(day, months)).toBe(then);
});
