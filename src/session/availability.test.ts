import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isOral } from '#referential/model.ts';
import { parisInstant, parisTime } from '#platform/clock.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { awayFrom } from './availability.ts';
import { dayProblem, plannedSittings } from './day-problem.ts';
import { refusal, value } from './enrolment-testing.ts';
import { declared, sketchedFacts } from './facts-testing.ts';
import { setAvailability } from './panel-actions.ts';
import { obstacles } from './readiness.ts';
import { sessionsOn } from './ready-testing.ts';
import { spanOf } from './span.ts';
import { solve } from './timetable/index.ts';
import { moveSitting, planSession } from './timetable-actions.ts';

let ground: TestGround;
beforeAll(async () => {
  ground = await testGround();
});
afterAll(() => ground.close());
const { aReadySession, countOf, factsOf } = sessionsOn(() => ground);

/** A session whose second juror comes only within these hours; `plan` plans its day again. */
async function with2ndJuror(from: string, until: string) {
  const session = await aReadySession();
  const { sessionId, manager, panelId, jurors } = session;
  const set = (hours: { from: string; until: string }) =>
    setAvailability(ground, manager, sessionId, {
      panelId,
      jurorId: jurors[1].userId,
      ...hours
    });
  value(await set({ from, until }));
  return { ...session, set, plan: () => planSession(ground, manager, sessionId) };
}
const said = async (sessionId: string) =>
  obstacles(await factsOf(sessionId)).map(({ message }) => message.fr);

describe('the hours of a juror', () => {
  test('are kept, said in the readiness of a day planned before, and given back', async () => {
    const { sessionId, set, jurors } = await with2ndJuror('14:00', '16:00');
    const [panel] = (await factsOf(sessionId)).panels;
    expect(panel?.members.map(({ availability }) => availability)).toEqual([
      null,
      { from: '14:00', until: '16:00' }
    ]);
    expect(await said(sessionId)).toEqual([expect.stringMatching(/de 14.h à 16.h/)]);
    value(await set({ from: '', until: '' }));
    expect(await said(sessionId)).toEqual([]);
    expect(await countOf(jurors[1].userId, 'session.juror-availability')).toBe(2);
  });

  test.each([
    { from: '9h', until: '16:00' },
    { from: '16:00', until: '09:00' },
    { from: '09:00', until: '' }
  ])('are refused when they make no sense: $from to $until', async (hours) => {
    const { set } = await with2ndJuror('09:00', '18:00');
    expect(refusal(await set(hours))).toBe('form.invalid');
  });

  test('hold the panel back until everyone is there', async () => {
    const { sessionId, plan } = await with2ndJuror('13:45', '23:00');
    value(await plan());
    const facts = await factsOf(sessionId);
    const orals = facts.sittings.filter((each) => isOral(facts.referential, each.assessmentId));
    const first = Math.min(...orals.map((each) => spanOf(each).oral));
    expect(parisTime(new Date(first)) >= '13:45').toBe(true);
    expect(await said(sessionId)).toEqual([]);
  });

  test('that hold too few orals leave the plan as it was, and say whose they are', async () => {
    const { sessionId, plan } = await with2ndJuror('09:00', '12:00');
    const before = (await factsOf(sessionId)).sittings;
    const refused = await plan();
    expect(refused).toMatchObject({
      error: { code: 'session.juror-away', message: { fr: expect.stringMatching(/de 9.h à 12.h/) } }
    });
    expect((await factsOf(sessionId)).sittings).toEqual(before);
  });

  test('forbid a move by hand outside of them', async () => {
    const { sessionId, manager, panelId } = await with2ndJuror('08:00', '21:00');
    const facts = await factsOf(sessionId);
    const oral = facts.sittings.find((each) => isOral(facts.referential, each.assessmentId))!;
    const move = (time: string) =>
      moveSitting(ground, manager, sessionId, { sittingId: oral.id, time, panelId });
    expect(refusal(await move('21:10'))).toBe('session.juror-away');
    value(await move('18:00'));
  });
});

test('a better plan is looked for within the hours of each juror', async () => {
  const sketch = declared(sketchedFacts({ percents: [100, 133, 100], jurors: [2, 2], ties: [] }));
  const availability = { from: '10:30', until: '16:30' };
  sketch.panels[0]!.members[1]!.availability = availability;
  const problem = dayProblem(sketch, {
    opensAt: '08:30',
    closesAt: '19:30',
    lunchFrom: '12:00',
    lunchUntil: '14:00',
    lunchMinutes: 60
  });
  const outcome = await solve(problem, { rounds: 100 });
  if (outcome.status !== 'planned') throw new Error(outcome.status);
  const sittings = plannedSittings(sketch, outcome.plan);
  for (const sitting of sittings) expect(awayFrom(sketch, sitting)).toBeUndefined();
  const heard = sittings.filter(
    ({ panelId, assessmentId }) =>
      panelId === sketch.panels[0]!.id && isOral(sketch.referential, assessmentId)
  );
  expect(heard.length).toBeGreaterThan(0);
  for (const { oral, end } of heard.map(spanOf)) {
    expect(oral).toBeGreaterThanOrEqual(parisInstant(sketch.day, availability.from).getTime());
    expect(end).toBeLessThanOrEqual(parisInstant(sketch.day, availability.until).getTime());
  }
});
