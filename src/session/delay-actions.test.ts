import { afterAll, beforeAll, expect, test } from 'vitest';
import { parisInstant } from '#platform/clock.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { delaySession } from './delay-actions.ts';
import { dayTopic } from './day-topic.ts';
import { refusal, value } from './enrolment-testing.ts';
import { sessionsOn } from './ready-testing.ts';
import { saveSession } from './store.ts';

let ground: TestGround;
beforeAll(async () => {
  ground = await testGround();
});
afterAll(() => ground.close());
const { aReadySession, countOf, factsOf } = sessionsOn(() => ground);

/** A session on its day, in the middle of the morning. */
async function aDay() {
  const session = await aReadySession();
  await saveSession(ground.db, session.sessionId, { status: 'marking' });
  const { day, sittings } = await factsOf(session.sessionId);
  const now = parisInstant(day, '08:00');
  const at: TestGround = { ...ground, clock: { now: () => now } };
  const delay = { who: `panel ${session.panelId}`, minutes: '600' };
  return { ...session, at, delay, before: sittings };
}

test('a delay is shown, and done only when the same is sent back', async () => {
  const { sessionId, manager, at, delay, before } = await aDay();
  const shown = value(await delaySession(at, manager, sessionId, delay));
  expect(shown).toMatchObject({ done: false });
  expect(shown.shifts.length).toBeGreaterThan(0);
  expect(shown.broken.map(({ en }) => en)).toContainEqual(
    expect.stringMatching(/would go on for more than 2\sh\s30 without a pause/)
  );
  expect((await factsOf(sessionId)).sittings).toEqual(before);

  const told: string[] = [];
  const stop = ground.bus.subscribe(dayTopic(sessionId), () => told.push('moved'));
  const sent = { ...delay, revision: String(shown.revision) };
  expect(value(await delaySession(at, manager, sessionId, sent)).done).toBe(true);
  stop();
  expect(told).toHaveLength(1);
  const after = (await factsOf(sessionId)).sittings;
  for (const { sitting, startsAt } of shown.shifts)
    expect(after.find(({ id }) => id === sitting.id)?.startsAt).toEqual(startsAt);
  expect(await countOf(sessionId, 'session.delay')).toBe(1);

  // A double click does it once.
  expect(refusal(await delaySession(at, manager, sessionId, sent))).toBe('session.stale');
});

test('what was shown before the session changed is not done', async () => {
  const { sessionId, manager, at, delay } = await aDay();
  const shown = value(await delaySession(at, manager, sessionId, delay));
  await saveSession(ground.db, sessionId, {});
  const sent = { ...delay, revision: String(shown.revision) };
  expect(refusal(await delaySession(at, manager, sessionId, sent))).toBe('session.stale');
});

test.each([
  [{ who: 'panel', minutes: '10' }, 'form.invalid'],
  [{ who: 'panel nobody', minutes: '10' }, 'session.unknown-person'],
  [{ who: 'candidate nobody', minutes: '0' }, 'form.invalid'],
  [{ who: 'candidate nobody', minutes: '1.5' }, 'form.invalid']
])('%j is refused with %s', async (form, code) => {
  const { sessionId, manager, at } = await aDay();
  expect(refusal(await delaySession(at, manager, sessionId, form))).toBe(code);
});

test('before the day, one plans instead', async () => {
  const { sessionId, manager, panelId } = await aReadySession();
  const delay = { who: `panel ${panelId}`, minutes: '10' };
  expect(refusal(await delaySession(ground, manager, sessionId, delay))).toBe('session.preparing');
});
