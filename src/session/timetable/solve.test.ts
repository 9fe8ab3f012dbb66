import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check, checkSittings } from './check.ts';
import { luxurySession } from './example.ts';
import { greedy } from './greedy.ts';
import { gridOf } from './grid.ts';
import type { ProblemInput } from './model.ts';
import { objectiveOf } from './objective.ts';
import { solve } from './solve.ts';
import type { Progress } from './solve.ts';
import { anyProblem, bruteForce, day, smallProblem } from './testing.ts';

const quick = { rounds: 60, gap: 0 };

describe('any session', () => {
  test('a plan breaks no rule, and its bound is below every plan known', async () => {
    let planned = 0;
    await fc.assert(
      fc.asyncProperty(anyProblem, async (problem) => {
        const outcome = await solve(problem, quick);
        const { occupancy, unplaced } = greedy(gridOf(problem));
        if (unplaced.length === 0) {
          const baseline = occupancy.sittings();
          expect(checkSittings(problem, baseline)).toEqual([]);
          expect(outcome.status).toBe('planned');
          if (outcome.status === 'planned')
            expect(outcome.plan.bound).toBeLessThanOrEqual(
              objectiveOf(problem, baseline).total + 0.01
            );
        }
        if (outcome.status !== 'planned') return;
        planned++;
        expect(check(problem, outcome.plan)).toEqual([]);
      }),
      { numRuns: 120, seed: 20261125 }
    );
    expect(planned).toBeGreaterThan(60);
  }, 180_000);
});

describe('a session small enough to try everything', () => {
  const tiny = {
    granularity: 10,
    days: [{ date: day, from: '09:00', to: '10:50' }],
    rules: { lunch: null, minimumRest: 10, jurorBreak: null }
  } satisfies Partial<ProblemInput>;
  const twoPanels = {
    jurors: [{ id: 'Zoé' }, { id: 'Yan' }],
    panels: [
      { id: 'A', jurors: ['Zoé'] },
      { id: 'B', jurors: ['Yan'] }
    ]
  };
  const orals = [
    { id: 'MS1', kind: 'oral', preparation: { minutes: 10 }, minutes: 20 },
    { id: 'MS2', kind: 'oral', preparation: { minutes: 0 }, minutes: 10 }
  ] satisfies ProblemInput['assessments'];

  test.each([
    ['one panel', { assessments: orals }],
    ['an order asked', { assessments: [{ ...orals[0]!, after: ['MS2'] }, orals[1]!] }],
    [
      'two panels',
      { ...twoPanels, assessments: orals, days: [{ date: day, from: '09:00', to: '10:10' }] }
    ],
    [
      'a day that costs little',
      {
        assessments: orals,
        days: [
          { date: day, from: '09:00', to: '09:40' },
          { date: '2026-11-26', from: '09:00', to: '09:40' }
        ],
        weights: { day: 5 }
      }
    ]
  ] satisfies [string, Partial<ProblemInput>][])('%s: finds the optimum', async (_, changes) => {
    const problem = smallProblem({ ...tiny, ...changes });
    const optimum = bruteForce(problem);
    const outcome = await solve(problem, { rounds: 400, gap: 0 });
    expect(outcome.status).toBe('planned');
    if (outcome.status !== 'planned') return;
    expect(outcome.plan.objective.total).toBeCloseTo(optimum, 6);
    expect(outcome.plan.bound).toBeLessThanOrEqual(optimum + 0.001);
  });
});

test('the same seed gives the same plan', async () => {
  const problem = luxurySession(8);
  const options = { seed: 7, rounds: 40, gap: 0, seconds: 600 };
  const [one, other] = [await solve(problem, options), await solve(problem, options)];
  expect(one.status).toBe('planned');
  if (one.status === 'planned' && other.status === 'planned') expect(other.plan).toEqual(one.plan);
});

test('a search that is cancelled stops and gives what it has', async () => {
  const abort = new AbortController();
  const seen: Progress[] = [];
  const outcome = await solve(luxurySession(20), {
    gap: 0,
    rounds: 1e9,
    seconds: 600,
    signal: abort.signal,
    onProgress: (progress) => {
      seen.push(progress);
      if (progress.objective !== null && progress.share >= 0) abort.abort();
    }
  });
  expect(outcome.status).toBe('cancelled');
  expect(seen.at(-1)!.bound).toBeLessThanOrEqual(seen.at(-1)!.objective!);
  if (outcome.status === 'cancelled') expect(check(luxurySession(20), outcome.plan!)).toEqual([]);
});

test('a third of extra time lengthens preparation, oral and writing', async () => {
  const problem = smallProblem({
    candidates: [{ id: 'Ada', adaptation: { extraTimeRatio: 1 / 3, breakPerHour: 10 } }],
    assessments: [
      { id: 'EC1', kind: 'oral', preparation: { minutes: 60 }, minutes: 30 },
      { id: 'EC2', kind: 'written', minutes: 60 }
    ]
  });
  const outcome = await solve(problem, quick);
  if (outcome.status !== 'planned') throw new Error(outcome.status);
  const lengths = outcome.plan.sittings.map(({ preparationStart, start, end }) =>
    [preparationStart, start, end].map((instant) => Date.parse(`${instant}Z`) / 60_000)
  );
  const minutes = lengths.map(([from, start, end]) => [start! - from!, end! - start!]);
  expect(minutes).toContainEqual([90, 40]);
  expect(minutes).toContainEqual([0, 90]);
});

test('jurors share the orals alike when nothing prevents it', async () => {
  const problem = smallProblem({
    candidates: ['Ada', 'Béa', 'Cléo', 'Dan'].map((id) => ({ id })),
    jurors: [{ id: 'Zoé' }, { id: 'Yan' }],
    panels: [
      { id: 'A', jurors: ['Zoé'] },
      { id: 'B', jurors: ['Yan'] }
    ]
  });
  const outcome = await solve(problem, { rounds: 200, gap: 0 });
  if (outcome.status !== 'planned') throw new Error(outcome.status);
  expect(outcome.plan.objective.balance).toBe(0);
});
