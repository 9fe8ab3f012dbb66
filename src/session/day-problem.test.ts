import { describe, expect, test } from 'vitest';
import { luxe } from '#referential';
import { parisTime } from '#platform/clock.ts';
import { clashOf } from './clash.ts';
import { dayProblem, plannedSittings } from './day-problem.ts';
import { declared, enrolmentId, panelId, sketchedFacts } from './facts-testing.ts';
import {
  jurorsOf,
  liveMembers,
  type DayHours,
  type SessionFacts,
  type Sitting,
  type SittingId
} from './model.ts';
import { check, solve } from './timetable/index.ts';

const hours: DayHours = {
  opensAt: '08:30',
  closesAt: '19:30',
  lunchFrom: '12:00',
  lunchUntil: '14:00',
  lunchMinutes: 60
};

async function solved(facts: SessionFacts, within = hours) {
  const problem = dayProblem(facts, within);
  const outcome = await solve(problem, { rounds: 150 });
  if (outcome.status !== 'planned') throw new Error(outcome.status);
  expect(check(problem, outcome.plan)).toEqual([]);
  const sittings = plannedSittings(facts, outcome.plan).map((each, place): Sitting => ({
    id: `sitting-${place}` as SittingId,
    ...each
  }));
  return { problem, plan: outcome.plan, facts: { ...facts, sittings } };
}

describe('a day that is solved', () => {
  const sketch = declared(
    sketchedFacts({ percents: [100, 133, 100, 100], jurors: [2, 2], ties: [] })
  );

  test('places every assessment of every candidate, and nothing clashes', async () => {
    const { facts } = await solved(sketch);
    expect(facts.sittings).toHaveLength(4 * luxe.assessments.length);
    for (const sitting of facts.sittings) expect(clashOf(sitting, facts)).toBeUndefined();
  });

  test('gives a third more time, and starts the papers at one minute for all', async () => {
    const { facts } = await solved(sketch);
    const of = (candidate: number, id: string) =>
      facts.sittings.find(
        (each) => each.enrolmentId === enrolmentId(candidate) && each.assessmentId === id
      )!;
    expect(of(1, 'EC2').performanceMinutes).toBe(80);
    expect(of(0, 'EC2').performanceMinutes).toBe(60);
    expect(of(0, 'EC2').startsAt).toEqual(of(1, 'EC2').startsAt);
  });

  test('keeps to its hours', async () => {
    const { facts } = await solved(sketch);
    for (const { startsAt, preparationMinutes, performanceMinutes } of facts.sittings) {
      const end = new Date(startsAt.getTime() + (preparationMinutes + performanceMinutes) * 60_000);
      expect(parisTime(startsAt) >= hours.opensAt).toBe(true);
      expect(parisTime(end) <= hours.closesAt).toBe(true);
    }
  });

  test('sends neither a candidate nor a paper to a juror who is tied to them', async () => {
    const tied = sketchedFacts({
      percents: [100, 100],
      jurors: [2, 2],
      ties: [{ juror: 0, candidate: 0, kind: 'trained' }]
    });
    const { facts } = await solved(tied);
    const [juror] = jurorsOf(facts);
    const barred = facts.panels.find((panel) =>
      liveMembers(panel).some(({ jurorId }) => jurorId === juror!.jurorId)
    );
    const own = facts.sittings.filter((each) => each.enrolmentId === enrolmentId(0));
    expect(own.map((each) => each.panelId)).not.toContain(barred!.id);
    expect(barred!.id).toBe(panelId(0));
  });

  test('a day too short says by how much, in the names of people', async () => {
    const outcome = await solve(
      dayProblem(sketch, { ...hours, closesAt: '11:00', lunchFrom: '09:00', lunchUntil: '10:00' })
    );
    expect(outcome).toMatchObject({ status: 'infeasible', proved: true });
  });
});
