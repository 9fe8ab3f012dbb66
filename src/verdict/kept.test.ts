import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { testGround, type TestGround } from '#platform/testing.ts';
import { markingSession, value } from '#jury/testing.ts';
import {
  declareConflicts,
  obstacles,
  openMarking,
  planSession,
  readSessionFacts,
  updateSession
} from '#session';
import { openDeliberation } from './actions.ts';
import { honourKept } from './keep-actions.ts';
import { computeResults } from './results.ts';
import { addMonths } from './store.ts';
import { deliberatingSession, drawUpAndSign, markCandidate, type Hand } from './testing.ts';

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

test('who failed one competence sits its assessment alone, and is awarded by it', async () => {
  const first = await deliberatingSession(ground, 1, failsC2, '2027-03-10');
  await drawUpAndSign(ground, first);
  const again = await markingSession(ground, {
    candidates: 1,
    jurors: 2,
    day: '2027-09-10',
    undeclared: true
  });
  const { manager, jurors, facts } = again;
  expect(await honourKept(ground, manager, facts.id)).toEqual({ ok: true, value: 1 });
  value(await planSession(ground, manager, facts.id));
  const planned = (await readSessionFacts(ground.db, facts.id))!;
  expect(planned.sittings.map(({ assessmentId }) => assessmentId)).toEqual(['EC1']);
  expect(obstacles(planned).map(({ where }) => where)).not.toContain('timetable');

  const none = planned.enrolments.map(({ id }) => ({ enrolmentId: id, kind: 'none' }));
  for (const juror of jurors) value(await declareConflicts(ground, juror, facts.id, none));
  value(await openMarking(ground, manager, facts.id));
  const [sitting] = planned.sittings;
  const ec1 = {
    ...planned,
    referential: {
      ...planned.referential,
      assessments: planned.referential.assessments.filter(({ id }) => id === 'EC1')
    }
  };
  await markCandidate(ground, { ...again, facts: ec1, sitting: () => sitting!.id }, 1, () => 2);
  value(await openDeliberation(ground, manager, facts.id));
  const { results } = await computeResults(ground.db, planned);
  expect(results.get(planned.enrolments[0]!.id)!.outcome).toBe('awarded');
});

test('a session moved to another day weighs again what is kept', async () => {
  const first = await deliberatingSession(ground, 1, failsC2, '2029-06-10');
  await drawUpAndSign(ground, first);
  const { manager, facts } = await markingSession(ground, {
    candidates: 1,
    jurors: 2,
    day: '2031-06-09',
    undeclared: true
  });
  value(await honourKept(ground, manager, facts.id));
  const read = async () => (await readSessionFacts(ground.db, facts.id))!;
  const { title, place, revision, enrolments } = await read();
  expect(enrolments[0]!.excused).not.toEqual([]);
  const later = { title, place, day: '2031-06-11' };
  value(await updateSession(ground, manager, facts.id, revision, later));
  expect((await read()).enrolments[0]!.excused).toEqual([]);
  expect(await honourKept(ground, manager, facts.id)).toEqual({ ok: true, value: 0 });
});

test.each([
  ['2026-03-10', 24, '2028-03-10'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-12-31', 2, '2027-02-28']
])('%s and %i months is %s', (day, months, then) => {
  expect(addMonths(day, months)).toBe(then);
});
