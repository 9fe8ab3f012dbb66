import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '#people';
import { openMarking } from '#session';
import { refusal, someone, value } from '#session/enrolment-testing.ts';
import { sessionsOn } from '#session/ready-testing.ts';
import { manualClock } from '#platform/clock.ts';
import { newId } from '#platform/ids.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { handInPaper } from '../sitting/entry.ts';
import { saveEdits } from '../sitting/save.ts';
import { atTheDesk, candidateOf, examOpened, sittingOf } from '../testing.ts';
import { readTrace } from './reading.ts';
import { Hand } from './testing.ts';

const clock = manualClock(new Date('2026-11-25T08:00:00Z'));
let ground: TestGround;
let manager: Actor;
let jurors: [Actor, Actor];
let journey: string;
let spoken: string;
let unfinished: string;
const { aReadySession, factsOf } = sessionsOn(() => ground);

beforeAll(async () => {
  ground = await testGround({ clock });
  const ready = await aReadySession();
  ({ manager, jurors } = ready);
  const { sessionId } = ready;
  value(await openMarking(ground, manager, sessionId));
  await examOpened(ground, manager, sessionId);
  const facts = await factsOf(sessionId);
  const candidate = await candidateOf(ground, facts, 1);
  [journey, spoken, unfinished] = [
    sittingOf(facts, 1, 'EC1'),
    sittingOf(facts, 1, 'MS1'),
    sittingOf(facts, 2, 'EC1')
  ];
  const place = { sessionId, sittingId: journey, device: newId() };
  const writer = await atTheDesk(ground, manager, candidate, place);
  const hand = new Hand({}, 'stages').edit(0, 0, '1,2', { kind: 'typed' });
  hand.field = 'stage-1.name';
  hand.type('L’acceuil');
  hand.field = 'stage-2.name';
  hand.type('Le broullon');
  hand.field = 'stages';
  hand.edit(1, 2, '', { kind: 'typed' });
  const { edits } = hand;
  value(await saveEdits(ground, candidate, journey, { writer, base: 0, edits }));
  value(await handInPaper(ground, candidate, journey, { base: edits.length, hash: null }));
  await atTheDesk(ground, manager, await candidateOf(ground, facts, 2), {
    ...place,
    sittingId: unfinished
  });
});
afterAll(() => ground.close());

it('a journey is read with its whole history, by its jury and by whoever follows marking', async () => {
  for (const reader of [jurors[0], manager, await someone(ground, 'auditor')]) {
    const { texts, edits, exchanges } = value(await readTrace(ground, reader, journey));
    expect(texts['stages']).toBe('1');
    expect(edits).toHaveLength(22);
    expect(exchanges).toEqual([]);
  }
});

it('clues are looked for on the map alone: a stage that was taken away proves nothing', async () => {
  const { findings } = value(await readTrace(ground, manager, journey));
  const fields = new Set(findings.map(({ field }) => field));
  expect(fields).toEqual(new Set(['stages', 'stage-1.name']));
  expect(findings[0]?.sentence.fr).toBe('La carte a une étape.');
});

it('is closed to those who do not judge it, before its end, and where nothing is written to be read', async () => {
  const stranger = await someone(ground, 'juror');
  expect(refusal(await readTrace(ground, stranger, journey))).toBe('exam.unknown');
  expect(refusal(await readTrace(ground, null, journey))).toBe('people.signed-out');
  expect(refusal(await readTrace(ground, jurors[0], unfinished))).toBe('exam.not-closed');
  expect(refusal(await readTrace(ground, jurors[0], spoken))).toBe('exam.unknown');
  expect(refusal(await readTrace(ground, manager, spoken))).toBe('exam.unknown');
  expect(refusal(await readTrace(ground, manager, 'no-id'))).toBe('exam.unknown');
});
