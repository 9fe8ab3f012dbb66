import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayTopic } from '#session';
import { testGround, type TestGround } from '#platform/testing.ts';
import { markingSession } from '../testing.ts';
import { awayAfterSeconds, isAway, pulse, readPresences } from './presence.ts';

let ground: TestGround;
beforeAll(async () => {
  ground = await testGround();
});
afterAll(() => ground.close());

test('a sign of life is kept for the session being marked, and told when it changes something', async () => {
  const { facts, jurors } = await markingSession(ground, { candidates: 1, jurors: 2 });
  const [juror] = jurors;
  const told: string[] = [];
  const stop = ground.bus.subscribe(dayTopic(facts.id), () => told.push('news'));
  const say = (waiting: unknown) => pulse(ground, juror!, { waiting });

  expect(await say(3)).toEqual({ ok: true, value: 'seen' });
  expect(await readPresences(ground.db, facts.id)).toMatchObject([
    { jurorId: juror!.userId, waiting: 3 }
  ]);
  await say(3);
  expect(told).toHaveLength(1);
  await say(0);
  expect(told).toHaveLength(2);
  expect(await readPresences(ground.db, facts.id)).toMatchObject([{ waiting: 0 }]);
  stop();
});

test('a juror who sits nowhere leaves no trace, and nobody else may speak', async () => {
  const one = await markingSession(ground, { candidates: 1, jurors: 2 });
  const other = await markingSession(ground, { candidates: 1, jurors: 2 });
  await pulse(ground, one.jurors[0]!, { waiting: 1 });
  expect(await readPresences(ground.db, other.facts.id)).toEqual([]);
  expect(await pulse(ground, one.manager, { waiting: 0 })).toMatchObject({ ok: false });
  expect(await pulse(ground, null, { waiting: 0 })).toMatchObject({ ok: false });
});

test.each([[{}], [{ waiting: -1 }], [{ waiting: 1.5 }], [{ waiting: 1, juror: 'x' }], [null]])(
  '%j is not a sign of life',
  async (input) => {
    const { jurors } = await markingSession(ground, { candidates: 1, jurors: 2 });
    expect(await pulse(ground, jurors[0]!, input)).toMatchObject({
      ok: false,
      error: { code: 'jury.bad-pulse' }
    });
  }
);

test('three signs missed make a tablet away', () => {
  const now = new Date('2026-11-25T10:00:00Z');
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
  expect(isAway(ago(awayAfterSeconds), now)).toBe(false);
  expect(isAway(ago(awayAfterSeconds + 1), now)).toBe(true);
});
