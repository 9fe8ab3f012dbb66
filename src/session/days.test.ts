import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parisInstant, parisTime } from '#platform/clock.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { createSession, updateSession } from './actions.ts';
import { dayOfSitting, daysBetween, daysLater } from './days.ts';
import { enrol } from './enrolment-actions.ts';
import { aSession, people, refusal, someone, value } from './enrolment-testing.ts';
import type { Sitting } from './model.ts';
import { addPanel, seatJuror } from './panel-actions.ts';
import { obstacles } from './readiness.ts';
import { sessionsOn } from './ready-testing.ts';
import { spanOf } from './span.ts';
import { moveSitting, planSession } from './timetable-actions.ts';

let ground: TestGround;
beforeAll(async () => {
  ground = await testGround();
});
afterAll(() => ground.close());
const { factsOf } = sessionsOn(() => ground);

describe('the days of a session', () => {
  /** Twelve candidates before one panel of two, and an empty one. */
  async function aLongSession(lastDay = '') {
    const { manager, centreId } = await aSession(ground);
    const sessionId = value(
      await createSession(ground, manager, {
        title: 'Session d’hiver',
        centreId,
        day: '2026-12-07',
        lastDay,
        place: 'Salon Opéra'
      })
    );
    for (let place = 0; place < 12; place += 1)
      value(
        await enrol(ground, manager, sessionId, {
          ...people[0]!,
          birthName: `Martin ${'ABCDEFGHIJKL'[place]}`,
          email: `martin-${place}@exemple.fr`
        })
      );
    const panel = async (name: string) =>
      value(await addPanel(ground, manager, sessionId, { name, room: `Salon ${name}` }));
    const panelId = await panel('Jury A');
    await panel('Jury B');
    for (let place = 0; place < 2; place += 1) {
      const { userId } = await someone(ground, 'juror');
      value(await seatJuror(ground, manager, sessionId, { panelId, jurorId: userId }));
    }
    return { sessionId, manager, panelId };
  }

  test('that are too short are told with what it would take, which is then enough', async () => {
    const { sessionId, manager } = await aLongSession();
    const refused = await planSession(ground, manager, sessionId);
    expect(refused).toMatchObject({ error: { code: 'session.too-long' } });
    const said = refused.ok ? '' : refused.error.message.fr;
    const [, days = ''] = /il faudrait (\d+) jours avec ces jurys, ou \d+ jurys en 1 jour/.exec(
      said
    )!;
    expect((await factsOf(sessionId)).sittings).toEqual([]);

    const { revision } = await factsOf(sessionId);
    const lasting = (count: number) => ({
      title: 'Session d’hiver',
      day: '2026-12-07',
      lastDay: daysLater('2026-12-07', count - 1),
      place: 'Salon Opéra'
    });
    value(await updateSession(ground, manager, sessionId, revision, lasting(Number(days))));
    value(await planSession(ground, manager, sessionId));
    const facts = await factsOf(sessionId);
    expect(new Set(facts.sittings.map(dayOfSitting)).size).toBe(Number(days));
    for (const sitting of facts.sittings) {
      const { start, end } = spanOf(sitting);
      expect(parisTime(new Date(start)) >= '08:30').toBe(true);
      expect(parisTime(new Date(end)) <= '19:00').toBe(true);
    }
    // Nobody is dealt to a panel where nobody sits.
    expect(new Set(facts.sittings.map(({ panelId }) => panelId)).size).toBe(1);
    const where = obstacles(facts).map(({ message }) => message.fr);
    expect(where).toContain(
      'Jury B n’a pas de juré\u00a0: il en faut au moins 2, ou supprimez ce jury.'
    );
    expect(where.join(' ')).not.toMatch(/passages?/);

    // One day fewer: what was planned on the last is an obstacle, and the session does not open.
    value(
      await updateSession(ground, manager, sessionId, facts.revision, lasting(Number(days) - 1))
    );
    expect(
      obstacles(await factsOf(sessionId)).some(({ message }) =>
        /hors des jours de la session/.test(message.fr)
      )
    ).toBe(true);
  });

  test('are followed by a move by hand, and by a session that moves', async () => {
    const { sessionId, manager, panelId } = await aLongSession('2026-12-10');
    value(await planSession(ground, manager, sessionId));
    const before = await factsOf(sessionId);
    const last = before.sittings.at(-1)!;
    expect(dayOfSitting(last) > '2026-12-07').toBe(true);
    const move = (day: string) =>
      moveSitting(ground, manager, sessionId, { sittingId: last.id, day, time: '18:00', panelId });
    expect(refusal(await move('2026-12-11'))).toBe('session.bad-move');
    value(await move('2026-12-10'));
    const moved = await factsOf(sessionId);
    expect(moved.sittings.find(({ id }) => id === last.id)!.startsAt).toEqual(
      parisInstant('2026-12-10', '18:00')
    );
    // Into summer time: the hours stay.
    value(
      await updateSession(ground, manager, sessionId, moved.revision, {
        title: 'Session de printemps',
        day: '2027-04-05',
        lastDay: '2027-04-08',
        place: 'Salon Opéra'
      })
    );
    const spring = await factsOf(sessionId);
    const when = ({ sittings }: { sittings: readonly Sitting[] }, first: string) =>
      sittings.map((each) => [
        each.id,
        daysBetween(first, dayOfSitting(each)),
        parisTime(each.startsAt)
      ]);
    expect(when(spring, '2027-04-05').sort()).toEqual(when(moved, '2026-12-07').sort());
  });

  test('are ten at most, and the last follows the first', async () => {
    const { manager, centreId } = await aSession(ground);
    const given = (lastDay: string) =>
      createSession(ground, manager, {
        title: 'Session d’hiver',
        centreId,
        day: '2026-12-07',
        lastDay,
        place: 'Salon Opéra'
      });
    for (const lastDay of ['2026-12-06', '2026-12-17', 'demain'])
      expect(await given(lastDay)).toMatchObject({ error: { fields: { lastDay: {} } } });
    value(await given('2026-12-16'));
  });
});
