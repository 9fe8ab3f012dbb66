import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#people';
import { openMarking } from '#session';
import { value } from '#session/enrolment-testing.ts';
import { sessionsOn } from '#session/ready-testing.ts';
import { sha256 } from '#platform/canonical.ts';
import { manualClock } from '#platform/clock.ts';
import { newId } from '#platform/ids.ts';
import { readLedger, verifyLedger } from '#platform/ledger.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import type { SubjectAssessment } from '../subjects/model.ts';
import { atTheDesk, candidateOf, examOpened, sittingOf, typing } from '../testing.ts';
import { readTrace } from '../trace/reading.ts';
import { handInPaper } from './entry.ts';
import { tellLeft } from './closing.ts';
import { readBoard } from './board.ts';
import { order } from './invigilation.ts';
import { subjectForJuror } from './judged.ts';
import { openOwnSitting } from './reading.ts';
import { saveEdits } from './save.ts';

const clock = manualClock(new Date('2026-11-25T08:00:00Z'));
let ground: TestGround;
let manager: Actor;
let juror: Actor;
let candidate: Actor;
let sessionId: string;
const { aReadySession, factsOf } = sessionsOn(() => ground);

beforeAll(async () => {
  ground = await testGround({ clock });
  const ready = await aReadySession();
  ({ manager, sessionId } = ready);
  juror = ready.jurors[0];
  value(await openMarking(ground, manager, sessionId));
  await examOpened(ground, manager, sessionId);
  candidate = await candidateOf(ground, await factsOf(sessionId), 1);
});
afterAll(() => ground.close());

const minutes = (count: number) => clock.advance(count * 60_000);
const board = async () => value(await readBoard(ground, manager, sessionId));
const say = async (kind: string, sittingId: string, more: Record<string, unknown> = {}) =>
  value(
    await order(ground, manager, sessionId, {
      order: kind,
      sittings: [sittingId],
      reason: 'Réseau coupé',
      ...more
    })
  );

const fieldOf = (assessment: SubjectAssessment) =>
  assessment === 'EC2' ? 'body' : assessment === 'EC3' ? 'reply-1' : 'notes';

/** A paper with one word in it. */
async function begun(assessment: SubjectAssessment, text = 'Merci') {
  const sittingId = sittingOf(await factsOf(sessionId), 1, assessment);
  const device = newId();
  const writer = await atTheDesk(ground, manager, candidate, { sessionId, sittingId, device });
  const save = async (base: number, written: string) =>
    value(
      await saveEdits(ground, candidate, sittingId, {
        writer,
        base,
        edits: typing(fieldOf(assessment), written, base, base + 1)
      })
    );
  await save(0, text);
  const hashOf = (written: string) => sha256(JSON.stringify([[fieldOf(assessment), written]]));
  return { sittingId, device, save, hashOf };
}

/** What the ledger holds of a paper’s closings, oldest first. */
const closings = async (sittingId: string) =>
  (await readLedger(ground.db, { subject: sittingId, action: 'exam.closed' }))
    .map(({ actor, payload }) => ({ actor, ...payload }))
    .toReversed();
const lineOf = async (sittingId: string) =>
  (await board()).assessments
    .flatMap(({ lines }) => lines)
    .find((line) => line.sittingId === sittingId)!;

/** Time passes until the grace of a paper is over. */
async function graceOver(sittingId: string) {
  const { state, now } = (await lineOf(sittingId)).standing;
  if (state.kind === 'running') clock.advance(state.endsAt - now + 61_000);
}

describe('a paper whose time is over without a hand-in', () => {
  it('has its hash in the ledger once the grace is over, by the first who looks, and once', async () => {
    const { sittingId, device, save, hashOf } = await begun('EC2');
    minutes(60);
    clock.advance(30_000);
    await save(5, ' !');
    await board();
    expect(await closings(sittingId)).toEqual([]);
    minutes(1);
    await board();
    const [closing] = await closings(sittingId);
    expect(closing).toMatchObject({ actor: 'system', answer: hashOf('Merci !'), upTo: 7 });
    expect(closing).toHaveProperty('trail', expect.stringMatching(/^[0-9a-f]{64}$/));
    await board();
    value(await readTrace(ground, juror, sittingId));
    value(await subjectForJuror(ground, juror, sittingId));
    const own = value(await openOwnSitting(ground, candidate, sittingId, device));
    expect(own.hash).toBe(hashOf('Merci !'));
    expect(await closings(sittingId)).toHaveLength(1);
  });

  it('has it once however many look at the same moment', async () => {
    const { sittingId } = await begun('EC3');
    await graceOver(sittingId);
    await Promise.all([
      board(),
      board(),
      readTrace(ground, juror, sittingId),
      readTrace(ground, manager, sittingId),
      subjectForJuror(ground, juror, sittingId)
    ]);
    expect(await closings(sittingId)).toHaveLength(1);
    expect((await verifyLedger(ground.db)).valid).toBe(true);
  });

  it('opens again with minutes given back, and then has the hash of what it became', async () => {
    const { sittingId, save, hashOf } = await begun('MS1');
    await graceOver(sittingId);
    await board();
    await say('give-back', sittingId, { minutes: 10 });
    await board();
    await save(5, ' bien');
    await graceOver(sittingId);
    await board();
    expect(await closings(sittingId)).toMatchObject([
      { answer: hashOf('Merci') },
      { answer: hashOf('Merci bien') }
    ]);
  });

  it('has another when late words are counted', async () => {
    const { sittingId, save, hashOf } = await begun('MS2');
    await graceOver(sittingId);
    await save(5, ' tard');
    await board();
    await say('count-late', sittingId);
    await board();
    expect(await closings(sittingId)).toMatchObject([
      { answer: hashOf('Merci'), upTo: 5 },
      { answer: hashOf('Merci tard'), upTo: 10 }
    ]);
  });

  it('has it by the work of the night when nobody comes to see; when it is blank, that of nothing', async () => {
    const { sittingId } = await begun('MS3', '');
    expect(await tellLeft(ground)).toBe(0);
    clock.advance(6 * 86_400_000);
    expect(await tellLeft(ground)).toBe(1);
    expect(await tellLeft(ground)).toBe(0);
    expect(await closings(sittingId)).toMatchObject([{ answer: sha256('[]'), upTo: 0 }]);
  });
});

describe('the room is ended by the invigilator', () => {
  it('and the paper has its hash when the grace is over', async () => {
    const { sittingId, hashOf } = await begun('MS4');
    await say('end', sittingId);
    await board();
    expect(await closings(sittingId)).toEqual([]);
    minutes(2);
    await board();
    expect(await closings(sittingId)).toMatchObject([{ answer: hashOf('Merci') }]);
  });

  it('and a sitting that never began has none', async () => {
    const sittingId = sittingOf(await factsOf(sessionId), 1, 'MS5');
    await say('end', sittingId);
    minutes(2);
    await board();
    expect(await closings(sittingId)).toEqual([]);
  });
});

describe('a paper that was handed in', () => {
  it('has its hash by the hand-in alone, until late words are counted', async () => {
    const { sittingId, save, hashOf } = await begun('EC1');
    value(await handInPaper(ground, candidate, sittingId, { base: 5, hash: null }));
    await save(5, ' encore');
    minutes(90);
    expect((await lineOf(sittingId)).late).toBe(7);
    expect(await closings(sittingId)).toEqual([]);
    await say('count-late', sittingId);
    expect((await lineOf(sittingId)).late).toBe(0);
    expect(await closings(sittingId)).toMatchObject([{ answer: hashOf('Merci encore'), upTo: 12 }]);
  });
});

it('what was told is never changed', async () => {
  for (const change of [
    sql`update closed_paper set answer = ''`,
    sql`delete from closed_paper`,
    sql`truncate closed_paper`
  ])
    await expect(ground.db.execute(change)).rejects.toThrow();
});
