import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#people';
import { openMarking } from '#session';
import { value } from '#session/enrolment-testing.ts';
import { sessionsOn } from '#session/ready-testing.ts';
import { certificationSession } from '#session/tables.ts';
import { manualClock } from '#platform/clock.ts';
import type { Database } from '#platform/database.ts';
import { newId } from '#platform/ids.ts';
import { verifyLedger } from '#platform/ledger.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { ask } from './assistant/ask.ts';
import { testProvider, type TestProvider } from './assistant/provider.testing.ts';
import { eraseWords, isErased, wordsToErase } from './erasure.ts';
import { handInPaper } from './sitting/entry.ts';
import { saveEdits } from './sitting/save.ts';
import { readEdits } from './sitting/store.ts';
import { replay } from './sitting/text.ts';
import { atTheDesk, candidateOf, examOpened, sittingOf } from './testing.ts';
import { readTrace } from './trace/reading.ts';
import { Hand } from './trace/testing.ts';

const clock = manualClock(new Date('2026-11-25T08:00:00Z'));
let ground: TestGround;
let provider: TestProvider;
let manager: Actor;
let sessionId: string;
/** The first candidate’s e-mail; the second’s is left alone. */
let written: string;
let other: string;
const { aReadySession, factsOf } = sessionsOn(() => ground);
const answerText = 'Chère Madame, merci 👋';

beforeAll(async () => {
  [ground, provider] = await Promise.all([testGround({ clock }), testProvider()]);
  const ready = await aReadySession();
  ({ manager, sessionId } = ready);
  value(await openMarking(ground, manager, sessionId));
  await examOpened(ground, manager, sessionId);
  const facts = await factsOf(sessionId);
  provider.behave({ kind: 'answer', words: [answerText] });
  [written, other] = [sittingOf(facts, 1, 'EC2'), sittingOf(facts, 2, 'EC2')];
  await write(await candidateOf(ground, facts, 1), written);
  await write(await candidateOf(ground, facts, 2), other);
});
afterAll(async () => {
  await Promise.all([ground.close(), provider.close()]);
});

/** A candidate asks, inserts what came, adds a few words of their own, and hands in. */
async function write(candidate: Actor, sittingId: string) {
  const writer = await atTheDesk(ground, manager, candidate, {
    sessionId,
    sittingId,
    device: newId()
  });
  const id = newId();
  const { signal } = new AbortController();
  const question = { id, text: 'Comment remercier Camille ?' };
  const answer = value(await ask(ground, candidate, sittingId, question, provider.config, signal));
  while (!(await answer.next()).done);
  const hand = new Hand({ answers: [{ id, at: 0, text: answerText }] });
  hand.insert(id).type(' de tout cœur 🌿').remove('🌿').back(`${answerText} de tout cœur 🌿`);
  const { edits } = hand;
  value(await saveEdits(ground, candidate, sittingId, { writer, base: 0, edits }));
  value(await handInPaper(ground, candidate, sittingId, { base: edits.length, hash: null }));
}

const textsOf = async (sittingId: string) => replay(await readEdits(ground.db, sittingId));
const erasing = (tx: Database) =>
  tx.execute(sql`select set_config('parchemin.erasing', 'on', true)`);

test.each([
  ['another text', sql`update answer_edit set inserted = 'x'`],
  ['another length', sql`update answer_edit set inserted = '█'`],
  ['another place', sql`update answer_edit set position = position + 1`],
  [
    'a place changed with the words',
    sql`update answer_edit set inserted = erased_words(inserted), at = at + 1`
  ],
  [
    'an origin changed with the words',
    sql`update answer_edit set inserted = erased_words(inserted), origin = '{"kind":"typed"}'`
  ],
  ['another question', sql`update assistant_question set text = 'x'`],
  [
    'a question given to another',
    sql`update assistant_question set text = erased_words(text), place = place + 10`
  ],
  ['another answer', sql`update assistant_answer set text = 'x'`],
  ['other tokens', sql`update assistant_answer set text = erased_words(text), tokens = 0`],
  ['no row', sql`delete from answer_edit`],
  ['no question', sql`delete from assistant_question`],
  ['no answer', sql`truncate assistant_answer`]
])('even while it erases, the database refuses %s', async (_, change) => {
  const before = await textsOf(written);
  await expect(
    ground.db.transaction(async (tx) => {
      await erasing(tx);
      await tx.execute(change);
    })
  ).rejects.toThrow();
  expect(await textsOf(written)).toEqual(before);
});

test('nothing is erased without saying so', async () => {
  for (const change of [
    sql`update answer_edit set inserted = erased_words(inserted)`,
    sql`update assistant_question set text = erased_words(text)`,
    sql`update assistant_answer set text = erased_words(text)`
  ])
    await expect(ground.db.execute(change)).rejects.toThrow();
});

test('words are past their time when their session is', async () => {
  const [session] = await ground.db
    .select({ day: certificationSession.day })
    .from(certificationSession)
    .where(eq(certificationSession.id, sessionId));
  expect(await wordsToErase(ground.db, session!.day)).toEqual([]);
  expect((await wordsToErase(ground.db, '2100-01-01')).toSorted()).toEqual(
    [written, other].toSorted()
  );
});

test('words go from texts, questions and answers; the history keeps its shape, the ledger its hashes', async () => {
  const paper = await textsOf(written);
  const kept = await textsOf(other);
  const before = value(await readTrace(ground, manager, written));
  expect(before.erased).toBe(false);
  const ledger = await verifyLedger(ground.db);
  expect(ledger.valid).toBe(true);

  expect(await ground.db.transaction((tx) => eraseWords(tx, [written]))).toBe(1);

  const dump = JSON.stringify(
    await Promise.all(
      ['answer_edit', 'assistant_question', 'assistant_answer'].map((table) =>
        ground.db.execute(sql.raw(`select * from ${table}`))
      )
    )
  );
  // What is left of these words is the other candidate’s.
  expect(dump.split('Camille')).toHaveLength(2);
  const after = value(await readTrace(ground, manager, written));
  expect(after.erased).toBe(true);
  expect(after.findings).toEqual([]);
  expect(after.texts['body']).toBe('█'.repeat(paper['body']!.length));
  const shape = ({ edits }: typeof before) =>
    edits.map(({ inserted, ...edit }) => ({ ...edit, length: inserted.length }));
  expect(shape(after)).toEqual(shape(before));
  expect(after.exchanges.map(({ answer }) => answer.length)).toEqual([answerText.length]);
  expect(await textsOf(other)).toEqual(kept);
  expect(await verifyLedger(ground.db)).toEqual(ledger);
});

test('twice is once, and the next change of the same transaction is refused again', async () => {
  expect(await ground.db.transaction((tx) => eraseWords(tx, [written]))).toBe(0);
  expect(await wordsToErase(ground.db, '2100-01-01')).toEqual([other]);
  await expect(
    ground.db.transaction(async (tx) => {
      await eraseWords(tx, [other]);
      await tx.execute(sql`update answer_edit set inserted = erased_words(inserted)`);
    })
  ).rejects.toThrow();
  expect(isErased(await textsOf(other))).toBe(false);
});
