import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLedger } from '#platform/ledger.ts';
import { manualClock } from '#platform/clock.ts';
import { newId } from '#platform/ids.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { openMarking, planSession, type SessionFacts } from '#session';
import { refusal, someone, value } from '#session/enrolment-testing.ts';
import { sessionsOn } from '#session/ready-testing.ts';
import type { Actor } from '#people';
import {
  atTheDesk,
  candidateOf,
  examOpened,
  grant,
  reviewBank,
  sittingOf,
  typing
} from '../testing.ts';
import { enterRoom, handInPaper, takeBreak, takePen } from './entry.ts';
import { readBoard } from './board.ts';
import { order } from './invigilation.ts';
import { findOpenSitting } from './open-sitting.ts';
import { changeCode, currentCode, openExam } from './opening.ts';
import { subjectForJuror, subjectsForJuror } from './judged.ts';
import { openOwnSitting } from './reading.ts';
import { saveEdits } from './save.ts';
import { replay } from './text.ts';
import { heldTexts, readPlaced } from './texts.ts';

const clock = manualClock(new Date('2026-11-25T08:00:00Z'));
const minutes = (count: number) => clock.advance(60_000 * count);
let ground: TestGround;
let manager: Actor;
let jurors: [Actor, Actor];
let facts: SessionFacts;
let ines: Actor;
let sean: Actor;
let sessionId: string;
const { aReadySession, factsOf } = sessionsOn(() => ground);

beforeAll(async () => {
  ground = await testGround({ clock });
  const ready = await aReadySession();
  ({ manager, jurors, sessionId } = ready);
  const officer = await someone(ground, 'accessibility-officer');
  await grant(ground, officer, ready.enrolments[1]!.id, ['extra-time', 'breaks']);
  value(await planSession(ground, manager, sessionId));
  value(await openMarking(ground, manager, sessionId));
  facts = await factsOf(sessionId);
  ines = await candidateOf(ground, facts, 1);
  sean = await candidateOf(ground, facts, 2);
});
afterAll(() => ground.close());

const codeNow = async () => (await currentCode(ground.db, sessionId)) ?? '';
const give = (kind: string, sittingId: string, more: object = {}) =>
  order(ground, manager, sessionId, { order: kind, sittings: [sittingId], ...more });
const save = (who: Actor, sittingId: string, writer: string, base: number, edits: unknown[] = []) =>
  saveEdits(ground, who, sittingId, { writer, base, edits });
const textOf = async (sittingId: string) => replay(await readPlaced(ground.db, sittingId));
const desk = (who: Actor, sittingId: string, device = newId()) =>
  atTheDesk(ground, manager, who, { sessionId, sittingId, device });

describe('opening', () => {
  test('is refused while a subject awaits its review, and says which', async () => {
    const refused = await openExam(ground, manager, sessionId);
    expect(refusal(refused)).toBe('no-subject-left');
    await reviewBank(ground, manager);
    expect(value(await openExam(ground, manager, sessionId)).drawn).toBe(16);
    expect(value(await openExam(ground, manager, sessionId)).drawn).toBe(0);
  });

  test('gives two candidates different subjects, which the database then keeps as they are', async () => {
    const drawn = await ground.db.execute(
      sql`select count(distinct subject_id)::int as n from subject_draw where assessment = 'EC2'`
    );
    expect((drawn as unknown as { rows: { n: number }[] }).rows[0]?.n).toBe(2);
    for (const change of [
      sql`update subject set content = '{}' where status = 'in-use'`,
      sql`update subject set status = 'draft' where status = 'in-use'`,
      sql`delete from subject where status = 'in-use'`,
      sql`update subject_draw set subject_version = 1`
    ])
      await expect(ground.db.execute(change)).rejects.toThrow();
  });

  test('leaves the subject sealed to the candidate until they start, and open to their jury', async () => {
    const sittingId = sittingOf(facts, 1, 'MS1');
    const device = newId();
    value(await enterRoom(ground, ines, sittingId, { code: await codeNow(), device }));
    expect(value(await openOwnSitting(ground, ines, sittingId, device)).subject).toBeNull();
    expect(refusal(await findOpenSitting(ground, ines, sittingId))).toBe('exam.not-begun');
    const read = value(await subjectForJuror(ground, jurors[0], sittingId));
    expect(read.subject.assessment).toBe('MS1');
    expect('roleSheet' in read.subject.juror).toBe(true);
    value(await give('admit', sittingId));
    value(await give('start', sittingId));
    const page = value(await openOwnSitting(ground, ines, sittingId, device));
    expect(page.subject?.id).toBe(read.subject.id);
    expect(JSON.stringify(page.subject)).not.toContain('roleSheet');
    expect(value(await openOwnSitting(ground, ines, sittingId, newId())).subject).toBeNull();
    expect(refusal(await subjectForJuror(ground, manager, sittingId))).toBe('people.forbidden');
  });

  test('opens the whole day of a juror at once, as one by one', async () => {
    const ids = facts.sittings.map(({ id }) => id);
    const day = value(await subjectsForJuror(ground, jurors[0], [...ids, newId(), 'no id']));
    expect(new Set(day.keys())).toEqual(new Set(ids));
    for (const id of [ids[0]!, ids.at(-1)!])
      expect(day.get(id)).toEqual(value(await subjectForJuror(ground, jurors[0], id)));
    expect(value(await subjectsForJuror(ground, await someone(ground, 'juror'), ids)).size).toBe(0);
    expect(refusal(await subjectsForJuror(ground, manager, ids))).toBe('people.forbidden');
  });
});

describe('the door', () => {
  test('opens to the code of the room, however it is typed, and to no other', async () => {
    const sittingId = sittingOf(facts, 1, 'MS2');
    const code = await codeNow();
    const wrong = await enterRoom(ground, ines, sittingId, { code: 'AAAAAA', device: newId() });
    expect(refusal(wrong)).toBe('exam.wrong-code');
    const spaced = ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `;
    value(await enterRoom(ground, ines, sittingId, { code: spaced, device: newId() }));
  });

  test('no longer opens to a code that was revoked; who is in stays in', async () => {
    const sittingId = sittingOf(facts, 1, 'MS3');
    const [old, device] = [await codeNow(), newId()];
    value(await enterRoom(ground, ines, sittingId, { code: old, device }));
    value(await changeCode(ground, manager, sessionId, 'renew'));
    const late = await enterRoom(ground, sean, sittingOf(facts, 2, 'MS3'), { code: old, device });
    expect(refusal(late)).toBe('exam.wrong-code');
    value(await enterRoom(ground, ines, sittingId, { code: 'whatever', device }));
    value(await changeCode(ground, manager, sessionId, 'close'));
    const shut = await enterRoom(ground, sean, sittingOf(facts, 2, 'MS3'), { code: '', device });
    expect(refusal(shut)).toBe('exam.wrong-code');
    value(await changeCode(ground, manager, sessionId, 'renew'));
  });

  test('is nobody else’s: another candidate, a juror, a signed-out browser', async () => {
    const sittingId = sittingOf(facts, 1, 'MS2');
    const with_ = { code: await codeNow(), device: newId() };
    expect(refusal(await enterRoom(ground, sean, sittingId, with_))).toBe('exam.unknown');
    expect(refusal(await enterRoom(ground, jurors[0], sittingId, with_))).toBe('people.forbidden');
    expect(refusal(await enterRoom(ground, null, sittingId, with_))).toBe('people.signed-out');
  });

  test('refuses to be guessed at', async () => {
    const sittingId = sittingOf(facts, 2, 'MS4');
    const codes: string[] = [];
    for (let tries = 0; tries < 15; tries += 1)
      codes.push(
        refusal(
          await enterRoom(ground, sean, sittingId, { code: `ZZZZZ${tries}`, device: newId() })
        )
      );
    expect(codes.at(-1)).toBe('exam.too-many-codes');
    minutes(1);
  });
});

describe('writing', () => {
  test('is kept change by change, and sending again after a lost answer adds nothing', async () => {
    const sittingId = sittingOf(facts, 1, 'EC2');
    const writer = await desk(ines, sittingId);
    const edits = typing('body', 'Chère Madame 👋');
    expect(value(await save(ines, sittingId, writer, 0, edits))).toMatchObject({
      kind: 'saved',
      head: edits.length
    });
    const again = value(await save(ines, sittingId, writer, 0, edits));
    expect(again).toMatchObject({ kind: 'behind' });
    if (again.kind === 'behind')
      expect(again.since.map(({ seq, writer: by }) => [seq, by])).toEqual(
        edits.map(({ seq }) => [seq, writer])
      );
    expect(await textOf(sittingId)).toEqual({ body: 'Chère Madame 👋' });
  });

  test('at once from 20 pages makes one text, whole', async () => {
    const sittingId = sittingOf(facts, 1, 'EC2');
    const device = newId();
    value(await enterRoom(ground, ines, sittingId, { code: await codeNow(), device }));
    const start = (await readPlaced(ground.db, sittingId)).length;
    const writers = Array.from({ length: 20 }, () => newId());
    for (const writer of writers) value(await takePen(ground, ines, sittingId, { writer, device }));
    const sent = await Promise.all(
      writers.map((writer) => save(ines, sittingId, writer, start, typing('subject', 'a')))
    );
    const kinds = sent.map((each) => value(each).kind);
    expect(kinds.filter((kind) => kind === 'saved')).toHaveLength(1);
    expect((await textOf(sittingId))['subject']).toBe('a');
  });

  test('survives a server that forgot everything it held in memory', async () => {
    const sittingId = sittingOf(facts, 1, 'EC2');
    const before = await textOf(sittingId);
    const head = (await readPlaced(ground.db, sittingId)).length;
    heldTexts(ground.db).put(sittingId, 1, { body: 'C' });
    expect(await heldTexts(ground.db).at(ground.db, sittingId, head)).toEqual(before);
  });

  test.each([
    ['a field of another assessment', { field: 'reply-1' }],
    ['a place outside the text', { position: 5000 }],
    ['half a character', { inserted: '\ud83d' }],
    ['what no database holds', { inserted: 'a\0b' }],
    ['a megabyte pasted at once', { inserted: 'x'.repeat(1_000_000), origin: { kind: 'pasted' } }],
    ['more than a field may hold', { field: 'subject', inserted: 'x'.repeat(70_000) }],
    ['an origin that nobody knows', { origin: { kind: 'dictated' } }],
    ['a time before the beginning', { at: -1 }]
  ])('refuses %s, and keeps what was there', async (_, change) => {
    const sittingId = sittingOf(facts, 1, 'EC2');
    const before = await textOf(sittingId);
    const device = newId();
    value(await enterRoom(ground, ines, sittingId, { code: await codeNow(), device }));
    const writer = newId();
    const { edits } = value(await takePen(ground, ines, sittingId, { writer, device }));
    const [edit] = typing('body', 'x');
    const refused = await save(ines, sittingId, writer, edits.length, [{ ...edit, ...change }]);
    expect(refusal(refused)).toBe('exam.bad-edit');
    expect(await textOf(sittingId)).toEqual(before);
  });

  test('is refused to a page that never took the pen, and to anyone else', async () => {
    const sittingId = sittingOf(facts, 1, 'EC2');
    const head = (await readPlaced(ground.db, sittingId)).length;
    const edits = typing('body', 'x');
    expect(refusal(await save(ines, sittingId, newId(), head, edits))).toBe('exam.not-writing');
    expect(refusal(await save(sean, sittingId, newId(), head, edits))).toBe('exam.unknown');
    expect(refusal(await save(ines, 'no-id', newId(), head, edits))).toBe('exam.unknown');
  });

  test('tells the older page that a newer one holds the pen, and still takes what it had', async () => {
    const sittingId = sittingOf(facts, 1, 'EC3');
    const older = await desk(ines, sittingId);
    value(await save(ines, sittingId, older, 0, typing('reply-1', 'Madame,')));
    const [newer, device] = [newId(), newId()];
    value(await enterRoom(ground, ines, sittingId, { code: await codeNow(), device }));
    const taken = value(await takePen(ground, ines, sittingId, { writer: newer, device }));
    expect(taken.edits).toHaveLength(7);
    value(await save(ines, sittingId, newer, 7, typing('reply-1', ' merci', 7)));
    const told = value(await save(ines, sittingId, older, 7, typing('reply-2', 'Monsieur', 0, 8)));
    expect(told).toMatchObject({ kind: 'behind', pen: newer });
    value(await save(ines, sittingId, older, 13, typing('reply-2', 'Monsieur', 0, 8)));
    expect(await textOf(sittingId)).toEqual({ 'reply-1': 'Madame, merci', 'reply-2': 'Monsieur' });
  });
});

describe('handing in', () => {
  test('gives a receipt for what the server holds, once, and only when it holds it all', async () => {
    const sittingId = sittingOf(facts, 1, 'EC3');
    const stale = await handInPaper(ground, ines, sittingId, { base: 3, hash: null });
    expect(refusal(stale)).toBe('exam.differs.stale');
    const other = await handInPaper(ground, ines, sittingId, { base: 21, hash: '0'.repeat(64) });
    expect(refusal(other)).toBe('exam.differs.stale');
    const receipt = value(await handInPaper(ground, ines, sittingId, { base: 21, hash: null }));
    expect(receipt.state).toMatchObject({
      kind: 'handed-in',
      // printf '%s' '[["reply-1","Madame, merci"],["reply-2","Monsieur"]]' | sha256sum
      hash: '0bdb63f0b5d5af1adcce80f27091fe6bd0e12eb6c631aaba46fe19e17ceb5998'
    });
  });
});

describe('the last second', () => {
  test('is the candidate’s: what was written in time counts while the network is given its minute', async () => {
    const sittingId = sittingOf(facts, 2, 'EC2');
    const device = newId();
    const writer = await desk(sean, sittingId, device);
    const open = value(await findOpenSitting(ground, sean, sittingId));
    // 60 minutes and a third.
    expect(open.endsAt!.getTime() - open.startedAt.getTime()).toBe(80 * 60_000);
    minutes(80);
    value(await save(sean, sittingId, writer, 0, typing('body', 'Au revoir')));
    clock.advance(59_000);
    const receipt = await handInPaper(ground, sean, sittingId, { base: 9, hash: null });
    expect(value(receipt).state.kind).toBe('handed-in');
  });

  test('once past leaves later words apart, lost to nobody, until the invigilator counts them', async () => {
    const sittingId = sittingOf(facts, 2, 'EC3');
    const device = newId();
    const writer = await desk(sean, sittingId, device);
    value(await save(sean, sittingId, writer, 0, typing('reply-1', 'En temps')));
    minutes(81);
    clock.advance(1);
    value(await save(sean, sittingId, writer, 8, typing('reply-1', ' utile', 8, 9)));
    expect(refusal(await handInPaper(ground, sean, sittingId, { base: 14, hash: null }))).toBe(
      'exam.too-late'
    );
    const texts = async () => value(await openOwnSitting(ground, sean, sittingId, device)).texts;
    expect(await texts()).toEqual({ 'reply-1': 'En temps' });
    const line = async () =>
      value(await readBoard(ground, manager, sessionId))
        .assessments.flatMap(({ lines }) => lines)
        .find((each) => each.sittingId === sittingId);
    expect((await line())?.late).toBe(6);
    expect(refusal(await give('count-late', sittingId))).toBe('exam.no-reason');
    value(await give('count-late', sittingId, { reason: 'Réseau coupé dans la salle' }));
    expect(await texts()).toEqual({ 'reply-1': 'En temps utile' });
    expect((await line())?.late).toBe(0);
  });
});

describe('the invigilator', () => {
  test('notes a presence by checking an identity', async () => {
    const { enrolments } = await factsOf(sessionId);
    expect(enrolments.map(({ present }) => present)).toEqual([true, true]);
  });

  test('pauses, resumes and gives minutes back, with a reason each time', async () => {
    const sittingId = sittingOf(facts, 1, 'EC1');
    await desk(ines, sittingId);
    const before = value(await findOpenSitting(ground, ines, sittingId)).endsAt!;
    expect(refusal(await give('pause', sittingId))).toBe('exam.no-reason');
    value(await give('pause', sittingId, { reason: 'Alarme' }));
    expect(value(await findOpenSitting(ground, ines, sittingId)).paused).toBe(true);
    minutes(7);
    value(await give('resume', sittingId));
    expect(refusal(await give('give-back', sittingId, { reason: 'Alarme', minutes: 0 }))).toBe(
      'exam.minutes'
    );
    value(await give('give-back', sittingId, { reason: 'Alarme', minutes: 3 }));
    const after = value(await findOpenSitting(ground, ines, sittingId)).endsAt!;
    expect(after.getTime() - before.getTime()).toBe(10 * 60_000);
  });

  test('gives one order to all, and leaves alone those it no longer concerns', async () => {
    const all = facts.sittings.map(({ id }) => id);
    const paused = value(
      await order(ground, manager, sessionId, {
        order: 'pause',
        sittings: all,
        reason: 'Évacuation'
      })
    );
    expect(paused.told).toBeGreaterThanOrEqual(1);
    expect(paused.told).toBeLessThan(paused.of);
    value(await order(ground, manager, sessionId, { order: 'resume', sittings: all }));
  });

  test('has no say elsewhere: neither a juror, nor another centre', async () => {
    const elsewhere = await someone(ground, 'centre-manager', facts.centre.id);
    const stranger = {
      ...elsewhere,
      grants: [{ role: 'centre-manager' as const, centreId: newId() as never }]
    };
    const asked = { order: 'pause', sittings: [sittingOf(facts, 1, 'EC1')], reason: 'x' };
    expect(refusal(await order(ground, jurors[0], sessionId, asked))).toBe('people.forbidden');
    expect(refusal(await order(ground, stranger, sessionId, asked))).toBe('session.unknown');
    expect(refusal(await readBoard(ground, stranger, sessionId))).toBe('session.unknown');
  });

  test('ends a paper, which then takes no pen', async () => {
    const sittingId = sittingOf(facts, 1, 'EC1');
    value(await give('end', sittingId, { reason: 'Abandon' }));
    const device = newId();
    const again = await enterRoom(ground, ines, sittingId, { code: await codeNow(), device });
    expect(refusal(again)).toBe('exam.not-now.arrived');
  });

  test('starts together those who write together: a late arrival has the time that is left', async () => {
    const other = await aReadySession();
    value(await openMarking(ground, other.manager, other.sessionId));
    const own = await factsOf(other.sessionId);
    await examOpened(ground, other.manager, other.sessionId);
    const [one, two] = [sittingOf(own, 1, 'EC2'), sittingOf(own, 2, 'EC2')];
    const [first, second] = [await candidateOf(ground, own, 1), await candidateOf(ground, own, 2)];
    const place = { sessionId: other.sessionId, device: newId() };
    const began = clock.now().getTime();
    await atTheDesk(ground, other.manager, first, { ...place, sittingId: one });
    minutes(12);
    const told = async (id: string) =>
      value(await readBoard(ground, other.manager, other.sessionId))
        .assessments.flatMap(({ lines }) => lines)
        .find(({ sittingId }) => sittingId === id)?.countedFrom;
    expect([await told(one), await told(two)]).toEqual([null, began]);
    await atTheDesk(ground, other.manager, second, { ...place, sittingId: two });
    const ends = async (who: Actor, id: string) =>
      value(await findOpenSitting(ground, who, id)).endsAt;
    expect(await ends(second, two)).toEqual(await ends(first, one));

    // Once no time is left, who is let in begins a paper of their own.
    const [early, after] = [sittingOf(own, 1, 'EC3'), sittingOf(own, 2, 'EC3')];
    await atTheDesk(ground, other.manager, first, { ...place, sittingId: early });
    minutes(60);
    expect(await told(after)).toBeNull();
    await atTheDesk(ground, other.manager, second, { ...place, sittingId: after });
    expect((await ends(second, after))?.getTime()).toBe(clock.now().getTime() + 60 * 60_000);
  });
});

describe('a break that was granted', () => {
  test('stops the clock for its candidate alone, and ends when they come back', async () => {
    const sittingId = sittingOf(facts, 2, 'EC1');
    await desk(sean, sittingId);
    const before = value(await findOpenSitting(ground, sean, sittingId)).endsAt!;
    value(await takeBreak(ground, sean, sittingId, 'break-began'));
    minutes(4);
    const back = value(await takeBreak(ground, sean, sittingId, 'break-ended'));
    expect(back.state).toMatchObject({
      kind: 'running',
      endsAt: before.getTime() + 4 * 60_000,
      breakLeftMs: 10 * 60_000
    });
  });

  test('is taken by nobody else', async () => {
    const sittingId = sittingOf(facts, 1, 'MS1');
    expect(refusal(await takeBreak(ground, ines, sittingId, 'break-began'))).toMatch(/not-now/);
  });
});

test('the ledger holds who did what to a sitting, and no word of it', async () => {
  const entries = await readLedger(ground.db, { action: 'exam.', limit: 1000 });
  const handedIn = entries.find(({ action }) => action === 'exam.handed-in');
  expect(handedIn?.payload).toMatchObject({ answer: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(JSON.stringify(entries)).not.toMatch(/Madame|Alarme/);
});
