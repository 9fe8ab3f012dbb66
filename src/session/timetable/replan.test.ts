import { describe, expect, test } from 'vitest';
import { checkSittings } from './check.ts';
import { clashesOf } from './explain.ts';
import { luxurySession } from './example.ts';
import type { Plan, Problem } from './model.ts';
import { timedOf } from './objective.ts';
import { replan } from './replan.ts';
import { solve } from './solve.ts';
import { day, smallProblem } from './testing.ts';
import { minuteOf } from './time.ts';

async function planned(problem: Problem): Promise<Plan> {
  const outcome = await solve(problem, { rounds: 120, gap: 0 });
  if (outcome.status !== 'planned') throw new Error(outcome.status);
  return outcome.plan;
}

const inMinutes = (plan: Plan) => plan.sittings.map(timedOf);

describe('a day put right after an incident', () => {
  const problem = luxurySession(8);
  const now = '2026-11-24T10:00';

  test('a late panel: what has begun stays, nobody is called earlier, every rule still holds', async () => {
    const plan = await planned(problem);
    const first = plan.sittings.find(({ panel, start }) => panel !== null && start >= now)!;
    const outcome = await replan(problem, plan, now, [
      { kind: 'panel-late', panel: first.panel!, minutes: 30 }
    ]);
    if (outcome.status !== 'replanned') throw new Error(outcome.messages[0]!.fr);
    expect(checkSittings(outcome.problem, inMinutes(outcome.plan))).toEqual([]);
    for (const { before, after } of outcome.moved) {
      expect(before.start >= now).toBe(true);
      expect(minuteOf(after.preparationStart)).toBeGreaterThanOrEqual(
        minuteOf(before.preparationStart)
      );
    }
    expect(outcome.moved.length).toBeLessThan(plan.sittings.length / 4);
  });

  test('a room lost for the day: nobody is left in it', async () => {
    const plan = await planned(problem);
    const { room } = plan.sittings.find(({ panel, start }) => panel !== null && start >= now)!;
    const outcome = await replan(problem, plan, now, [{ kind: 'room-lost', room }]);
    if (outcome.status !== 'replanned') throw new Error(outcome.messages[0]!.fr);
    const inside = outcome.plan.sittings.filter(
      (one) => one.room === room && minuteOf(one.start) >= minuteOf(now)
    );
    expect(inside).toEqual([]);
    expect(checkSittings(outcome.problem, inMinutes(outcome.plan))).toEqual([]);
  });

  test('an incident that touches nothing moves nothing', async () => {
    const plan = await planned(problem);
    const outcome = await replan(problem, plan, now, [
      { kind: 'room-lost', room: 'Bureau', until: '2026-11-24T10:05' }
    ]);
    expect(outcome).toMatchObject({ status: 'replanned', moved: [] });
    if (outcome.status === 'replanned') expect(outcome.plan.sittings).toEqual(plan.sittings);
  });

  test('two sittings that a delay makes meet: one moves, by the least', async () => {
    const two = smallProblem({
      candidates: [{ id: 'Ada' }, { id: 'Béa' }],
      assessments: [{ id: 'MS1', kind: 'oral', preparation: { minutes: 0 }, minutes: 20 }],
      rules: { lunch: null, jurorBreak: null }
    });
    const sitting = (candidate: string, start: string, end: string) => ({
      candidate,
      assessment: 'MS1',
      panel: 'A',
      room: 'Salon',
      preparationRoom: null,
      preparationStart: `${day}T${start}`,
      start: `${day}T${start}`,
      end: `${day}T${end}`
    });
    const plan: Plan = {
      ...(await planned(two)),
      sittings: [sitting('Ada', '09:00', '09:20'), sitting('Béa', '09:20', '09:40')]
    };
    const outcome = await replan(two, plan, `${day}T09:10`, [
      { kind: 'panel-late', panel: 'A', minutes: 15 }
    ]);
    if (outcome.status !== 'replanned') throw new Error(outcome.status);
    expect(outcome.moved.map(({ after }) => [after.candidate, after.start])).toEqual([
      ['Béa', `${day}T09:35`]
    ]);
  });

  test('no way out: says so, and names who cannot be heard', async () => {
    const one = smallProblem({
      candidates: [{ id: 'Ada' }],
      days: [{ date: day, from: '09:00', to: '09:40' }],
      assessments: [{ id: 'MS1', kind: 'oral', preparation: { minutes: 10 }, minutes: 20 }],
      rules: { lunch: null, jurorBreak: null }
    });
    const outcome = await replan(one, await planned(one), `${day}T08:55`, [
      { kind: 'juror-lost', juror: 'Zoé' }
    ]);
    expect(outcome.status).toBe('impossible');
    if (outcome.status === 'impossible') {
      expect(outcome.messages.length).toBeGreaterThan(1);
      expect(outcome.messages.map(({ fr }) => fr).join(' ')).toMatch(/Ada|Zoé|Jury A/);
    }
  });
});

describe('an impossible session', () => {
  test('names the conflict of interest that leaves a candidate without a panel', async () => {
    const problem = smallProblem({ jurors: [{ id: 'Zoé', conflicts: ['Béa'] }] });
    expect(await solve(problem)).toMatchObject({ status: 'infeasible', proved: true });
    const clashes = await clashesOf(problem);
    expect(clashes[0]!.kind).toBe('obstacle');
    expect(clashes.map(({ message }) => message.fr).join(' ')).toMatch(/Béa/);
  });

  test('names what does not fit when the day is too short for its panel', async () => {
    const problem = smallProblem({
      candidates: Array.from({ length: 12 }, (_, place) => ({ id: `C${place}` })),
      days: [{ date: day, from: '09:00', to: '12:00' }],
      rules: { lunch: null, jurorBreak: null }
    });
    const outcome = await solve(problem);
    expect(outcome).toMatchObject({ status: 'infeasible', proved: true });
    if (outcome.status === 'infeasible') expect(outcome.clashes.length).toBeGreaterThan(1);
  });
});
