import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusal, someone, value } from '#session/enrolment-testing.ts';
import { manualClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import type { Mailer } from '#platform/mail.ts';
import { refuse } from '#platform/result.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { nightOf } from './model.ts';
import { openNights, runNight } from './run.ts';
import { startNights } from './start.ts';

const day = 86_400_000;

describe('the work of a night is due', () => {
  test.each([
    ['a minute before', '2026-11-25T02:29:00Z', undefined],
    ['at its hour', '2026-11-25T02:30:00Z', '2026-11-25'],
    ['hours after, for a server that was down', '2026-11-25T06:29:00Z', '2026-11-25'],
    ['no more by day', '2026-11-25T06:30:00Z', undefined],
    ['in summer, an hour earlier in UTC', '2026-07-14T01:30:00Z', '2026-07-14']
  ])('%s (03:30)', (_, now, night) => {
    expect(nightOf(new Date(now), '03:30')).toBe(night);
  });

  test.each([
    // 28 March 2027: 02:00 becomes 03:00, and 02:30 does not exist.
    ['spring, before the change', '2027-03-28T00:59:00Z', undefined],
    ['spring, where the skipped hour falls', '2027-03-28T01:30:00Z', '2027-03-28'],
    // 25 October 2026: 03:00 becomes 02:00 again, and 02:30 comes twice.
    ['autumn, the first time', '2026-10-25T00:30:00Z', '2026-10-25'],
    ['autumn, the second time, the same night', '2026-10-25T01:30:00Z', '2026-10-25'],
    ['autumn, just before the first', '2026-10-25T00:29:00Z', undefined]
  ])('when clocks change: %s (02:30)', (_, now, night) => {
    expect(nightOf(new Date(now), '02:30')).toBe(night);
  });

  test('a night that begins before midnight keeps its name after it', () => {
    expect(nightOf(new Date('2026-11-25T22:30:00Z'), '23:30')).toBe('2026-11-25');
    expect(nightOf(new Date('2026-11-26T02:00:00Z'), '23:30')).toBe('2026-11-25');
  });

  test.each(['2026-10-22', '2027-03-25'])('once each night of the week of %s', (first) => {
    const week = Array.from({ length: 7 }, (_, place) =>
      new Date(Date.parse(`${first}T00:00:00Z`) + place * day).toISOString().slice(0, 10)
    );
    for (const at of ['00:00', '02:00', '02:30', '03:00']) {
      const nights: string[] = [];
      const end = Date.parse(`${week.at(-1)}T12:00:00Z`);
      for (let now = Date.parse(`${first}T00:00:00Z`) - day / 4; now < end; now += 900_000) {
        const night = nightOf(new Date(now), at);
        if (night && night !== nights.at(-1)) nights.push(night);
      }
      expect(nights, at).toEqual(week);
    }
  });
});

test('its hour is the operator’s: an hour of Paris, or off', () => {
  expect(readConfig({}).nightAt).toBe('03:30');
  expect(readConfig({ PARCHEMIN_NIGHT: '01:15' }).nightAt).toBe('01:15');
  expect(readConfig({ PARCHEMIN_NIGHT: 'off' }).nightAt).toBeNull();
  expect(() => readConfig({ PARCHEMIN_NIGHT: '25:00' })).toThrow('PARCHEMIN_NIGHT');
});

const clock = manualClock(new Date('2026-11-25T02:30:00Z'));
let ground: TestGround;
beforeAll(async () => {
  ground = await testGround({ clock });
});
afterAll(() => ground.close());
/** A link to sign in that is past its time: what a night takes away. */
const leaveALink = () =>
  ground.db.execute(
    sql`insert into auth_verification (id, identifier, value, expires_at) values (gen_random_uuid()::text, 'x', 'y', '2026-01-01')`
  );
const done = {
  papers: { did: 0 },
  retention: { did: { 'sign-in': 1 } },
  surveys: { did: { due: 0, sent: 0, failed: 0 } }
};

test('is done once, however many servers ask at once, and again the next night', async () => {
  await leaveALink();
  const asked = await Promise.all(Array.from({ length: 6 }, () => runNight(ground)));
  expect(asked.filter(Boolean)).toMatchObject([{ night: '2026-11-25', ...done }]);
  expect(await runNight(ground)).toBeUndefined();
  clock.advance(day);
  expect(await runNight(ground)).toMatchObject({ night: '2026-11-26' });
});

test('what a server left when it was stopped is taken up by another, an hour later', async () => {
  await leaveALink();
  clock.advance(day);
  await ground.db.execute(
    sql`insert into night_run (night, claimed_at) values ('2026-11-27', ${clock.now().toISOString()})`
  );
  expect(await runNight(ground)).toBeUndefined();
  clock.advance(3_700_000);
  expect(await runNight(ground)).toMatchObject({ night: '2026-11-27', ...done });
  clock.advance(day - 3_700_000);
});

test('a part that cannot work does not keep the other from it', async () => {
  const unset = refuse('mail.unset', 'Sans courrier.', 'No mail.');
  const mail: Mailer = { unavailable: unset.error, send: async () => unset };
  await ground.db.execute(sql`alter table auth_verification rename to elsewhere`);
  const broken = await runNight({ ...ground, mail });
  await ground.db.execute(sql`alter table elsewhere rename to auth_verification`);
  expect(broken).toMatchObject({
    retention: { stopped: 'error' },
    surveys: { did: { due: 0 } }
  });
  expect(broken?.finishedAt).not.toBeNull();
});

test('is not done where the operator switched it off', async () => {
  clock.advance(day);
  const off = { ...ground, config: { ...ground.config, nightAt: null } };
  expect(await runNight(off)).toBeUndefined();
  await startNights(off)();
  const manager = await someone(ground, 'manager');
  expect(value(await openNights(off, manager))).toMatchObject({
    at: null,
    last: { night: '2026-11-28' }
  });
});

test('a server looks as soon as it starts, and its end waits for the work', async () => {
  const stop = startNights(ground);
  await stop();
  const manager = await someone(ground, 'manager');
  expect(value(await openNights(ground, manager)).last).toMatchObject({
    night: '2026-11-29',
    finishedAt: clock.now()
  });
  expect(refusal(await openNights(ground, await someone(ground, 'juror')))).toBe(
    'people.forbidden'
  );
});
