/**
 * The timetable of a large session (60 candidates × 8 assessments × 6 panels, four days) against the
 * greedy plan of a careful person, in the same run: time to a first whole plan, to 1 % above the bound.
 *
 *     node bench/timetable.ts [--candidates 60] [--seconds 120]
 */
import { parseArgs } from 'node:util';
import { luxurySession } from '../src/session/timetable/example.ts';
import { greedy } from '../src/session/timetable/greedy.ts';
import { gridOf } from '../src/session/timetable/grid.ts';
import { check, solve } from '../src/session/timetable/index.ts';
import { objectiveOf } from '../src/session/timetable/objective.ts';

const { values } = parseArgs({
  options: {
    candidates: { type: 'string', default: '60' },
    seconds: { type: 'string', default: '120' }
  }
});
const problem = luxurySession(Number(values.candidates));

const began = performance.now();
const { occupancy, unplaced } = greedy(gridOf(problem));
const baseline = {
  seconds: (performance.now() - began) / 1000,
  unplaced: unplaced.length,
  objective: objectiveOf(problem, occupancy.sittings()).total
};

let feasible: number | undefined;
let within: number | undefined;
const outcome = await solve(problem, {
  seconds: Number(values.seconds),
  rounds: Infinity,
  gap: 0.01,
  onProgress({ seconds, gap }) {
    if (gap === null) return;
    feasible ??= seconds;
    if (gap <= 0.01) within ??= seconds;
  }
});
if (outcome.status !== 'planned') throw new Error(outcome.status);
const { plan, seconds } = outcome;
const violations = check(problem, plan).length;
if (plan.gap <= 0.01) within ??= seconds;

console.table({
  greedy: { ...baseline, bound: plan.bound },
  solver: {
    seconds,
    unplaced: 0,
    objective: plan.objective.total,
    bound: plan.bound,
    gap: `${(plan.gap * 100).toFixed(2)} %`,
    'first plan (s)': feasible ?? seconds,
    '1 % gap (s)': within ?? '—',
    'against greedy': (plan.objective.total / baseline.objective).toFixed(3),
    'rules broken': violations
  }
});
