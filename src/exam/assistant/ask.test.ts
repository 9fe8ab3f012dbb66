import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#people';
import { openMarking } from '#session';
import { refusal, value } from '#session/enrolment-testing.ts';
import { sessionsOn } from '#session/ready-testing.ts';
import { sha256 } from '#platform/canonical.ts';
import { manualClock } from '#platform/clock.ts';
import { newId } from '#platform/ids.ts';
import { readLedger } from '#platform/ledger.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { readBoard } from '../sitting/board.ts';
import { order } from '../sitting/invigilation.ts';
import { findOpenSitting } from '../sitting/open-sitting.ts';
import { examTopic } from '../sitting/topics.ts';
import { examGaps } from '../readiness.ts';
import { atTheDesk, candidateOf, examOpened, sittingOf } from '../testing.ts';
import { ask, readConversation } from './ask.ts';
import { testProvider, type TestProvider } from './provider.testing.ts';
import { readAssistantIncidents } from './store.ts';

const clock = manualClock(new Date('2026-11-25T08:00:00Z'));
let ground: TestGround;
let provider: TestProvider;
let manager: Actor;
let candidate: Actor;
let other: Actor;
let sessionId: string;
let sittingId: string;
const { aReadySession, factsOf } = sessionsOn(() => ground);

beforeAll(async () => {
  [ground, provider] = await Promise.all([testGround({ clock }), testProvider()]);
  const ready = await aReadySession();
  ({ manager, sessionId } = ready);
  value(await openMarking(ground, manager, sessionId));
  await examOpened(ground, manager, sessionId);
  const facts = await factsOf(sessionId);
  candidate = await candidateOf(ground, facts, 1);
  other = await candidateOf(ground, facts, 2);
  sittingId = sittingOf(facts, 1, 'EC2');
  await atTheDesk(ground, manager, candidate, { sessionId, sittingId, device: newId() });
  await atTheDesk(ground, manager, candidate, {
    sessionId,
    sittingId: sittingOf(facts, 1, 'MS1'),
    device: newId()
  });
});
afterAll(async () => {
  await Promise.all([ground.close(), provider.close()]);
});

const asking = (
  text: string,
  { who = candidate, id = newId(), signal = new AbortController().signal, tokens = 10_000 } = {}
) => ask(ground, who, sittingId, { id, text }, { ...provider.config, tokens }, signal);

async function whole(text: string, options?: Parameters<typeof asking>[1]) {
  const answer = value(await asking(text, options));
  let said = '';
  for (;;) {
    const next = await answer.next();
    if (next.done) return { said, ...next.value };
    said += next.value;
  }
}
const conversation = async () =>
  value(await readConversation(ground, candidate, sittingId, provider.config));

describe('a question', () => {
  it('is answered, and both are kept, in the ledger by their hashes alone', async () => {
    provider.behave({ kind: 'answer', words: ['Chère ', 'Madame'] });
    const id = newId();
    expect(await whole('Comment commencer ?', { id })).toMatchObject({
      said: 'Chère Madame',
      ending: { kind: 'whole' },
      leftPercent: 99
    });
    const { turns } = await conversation();
    expect(turns).toMatchObject([
      { id, question: 'Comment commencer ?', answer: { text: 'Chère Madame', tokens: 120 } }
    ]);
    const entries = await readLedger(ground.db, { subject: sittingId, action: 'exam.' });
    const told = JSON.stringify(entries);
    expect(told).toContain(sha256('Comment commencer ?'));
    expect(told).toContain(sha256('Chère Madame'));
    expect(told).not.toContain('Madame');
  });

  it('goes with the conversation, and without anything of the candidate', async () => {
    await whole('Et pour finir ?');
    const { messages } = provider.received.at(-1)!.body;
    expect(messages.slice(1).map(({ content }) => content)).toEqual([
      'Comment commencer ?',
      'Chère Madame',
      'Et pour finir ?'
    ]);
    const sent = JSON.stringify(provider.received.at(-1)!.body);
    for (const secret of [candidate.name, candidate.email, candidate.userId, sittingId])
      expect(sent).not.toContain(secret);
  });

  it('waits for the end of the one before', async () => {
    const first = value(await asking('Première'));
    expect(refusal(await asking('Seconde'))).toBe('assistant.busy');
    while (!(await first.next()).done);
    expect((await whole('Seconde')).ending).toEqual({ kind: 'whole' });
  });

  it('is refused empty, too long, or from another', async () => {
    expect(refusal(await asking('  '))).toBe('assistant.question');
    expect(refusal(await asking('a'.repeat(6_001)))).toBe('assistant.question');
    expect(refusal(await asking('Bonjour', { who: other }))).toBe('exam.unknown');
  });

  it('is refused without a provider, and in an assessment that has no assistant', async () => {
    const { signal } = new AbortController();
    const asked = { id: newId(), text: 'Bonjour' };
    expect(refusal(await ask(ground, candidate, sittingId, asked, null, signal))).toBe(
      'assistant.absent'
    );
    const spoken = sittingOf(await factsOf(sessionId), 1, 'MS1');
    expect(refusal(await ask(ground, candidate, spoken, asked, provider.config, signal))).toBe(
      'assistant.unknown'
    );
  });

  it('is refused when the tokens of the candidate are spent', async () => {
    expect(refusal(await asking('Encore', { tokens: 500 }))).toBe('assistant.exhausted');
  });
});

describe('a provider that fails', () => {
  it('leaves what came, and an incident with the minutes that it cost', async () => {
    provider.behave({ kind: 'cut', after: ['Chère ', 'Mad'], clean: false });
    const id = newId();
    const answer = value(await asking('Un début ?', { id }));
    await answer.next();
    clock.advance(95_000);
    for (;;) {
      const next = await answer.next();
      if (!next.done) continue;
      expect(next.value.ending).toEqual({ kind: 'fault', fault: 'cut' });
      break;
    }
    const { turns } = await conversation();
    expect(turns.at(-1)?.answer).toMatchObject({
      text: 'Chère Mad',
      ending: { kind: 'fault', fault: 'cut' }
    });
    expect(await readAssistantIncidents(ground.db, sessionId)).toMatchObject([
      { sittingId, questionId: id, fault: 'cut', minutesLost: 2 }
    ]);
  });

  it('does not prevent the next question, and what never came is not sent again', async () => {
    provider.behave({ kind: 'status', status: 500 });
    expect((await whole('Une idée ?')).ending).toEqual({ kind: 'fault', fault: 'down' });
    provider.behave({ kind: 'answer', words: ['Voici'] });
    expect(await whole('De nouveau')).toMatchObject({ said: 'Voici', ending: { kind: 'whole' } });
    expect(JSON.stringify(provider.received.at(-1)!.body)).not.toContain('Une idée');
  });
});

describe('the invigilator', () => {
  const board = async () =>
    value(await readBoard(ground, manager, sessionId))
      .assessments.flatMap(({ lines }) => lines)
      .find((line) => line.sittingId === sittingId)!;
  const giveBack = (incidents: readonly string[]) =>
    order(ground, manager, sessionId, {
      order: 'give-back',
      sittings: [sittingId],
      incidents,
      minutes: 4,
      reason: 'Assistant en panne'
    });
  const endsAt = async () => value(await findOpenSitting(ground, candidate, sittingId)).endsAt!;

  it('sees each failure at once, beside its candidate, with what it cost', async () => {
    let told = 0;
    const stop = ground.bus.subscribe(examTopic(sessionId), () => (told += 1));
    provider.behave({ kind: 'status', status: 429 });
    await whole('Encore une ?');
    stop();
    expect(told).toBe(1);
    expect((await board()).incidents).toMatchObject([
      { fault: 'cut', minutes: 2, settled: false },
      { fault: 'down', minutes: 1, settled: false },
      { fault: 'busy', minutes: 1, settled: false }
    ]);
  });

  it('gives these minutes back once, and the others stay owed', async () => {
    const { incidents } = await board();
    const [first, second, third] = incidents.map(({ id }) => id);
    const before = await endsAt();
    value(await giveBack([first!, second!]));
    expect((await endsAt()).getTime() - before.getTime()).toBe(4 * 60_000);
    expect((await board()).incidents.map(({ settled }) => settled)).toEqual([true, true, false]);
    expect(refusal(await giveBack([second!, third!]))).toBe('exam.incident-settled');
    expect(refusal(await giveBack([newId()]))).toBe('exam.incident-settled');
    const [entry] = await readLedger(ground.db, { action: 'exam.given-back' });
    expect(entry?.payload).toEqual({ minutes: 4, incidents: [first, second] });
  });

  it('twice at the same moment is once', async () => {
    const open = (await board()).incidents.filter(({ settled }) => !settled).map(({ id }) => id);
    const before = await endsAt();
    const both = await Promise.all([giveBack(open), giveBack(open)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await endsAt()).getTime() - before.getTime()).toBe(4 * 60_000);
  });
});

describe('before the day', () => {
  it('a manager is told when no assistant is connected and some candidate will need one', async () => {
    const facts = await factsOf(sessionId);
    expect(examGaps(facts, null).map(({ fr }) => fr)).toEqual([
      expect.stringContaining('PARCHEMIN_ASSISTANT_URL')
    ]);
    expect(examGaps(facts, provider.config)).toEqual([]);
    const enrolments = facts.enrolments.map((each) => ({
      ...each,
      excused: ['EC2', 'EC3'] as typeof each.excused
    }));
    expect(examGaps({ ...facts, enrolments }, null)).toEqual([]);
  });
});

describe('a candidate who stops, or whose page goes away', () => {
  it('keeps what had come, and it is no incident', async () => {
    const before = (await readAssistantIncidents(ground.db, sessionId)).length;
    provider.behave({ kind: 'silence', after: ['Un mot'] });
    const stop = new AbortController();
    const answer = value(await asking('Longue réponse', { signal: stop.signal }));
    expect((await answer.next()).value).toBe('Un mot');
    stop.abort();
    expect((await answer.next()).value).toMatchObject({ ending: { kind: 'stopped' } });
    const gone = value(await asking('Encore'));
    await gone.next();
    await gone.return(undefined as never);
    const { turns } = await conversation();
    expect(turns.slice(-2).map(({ answer }) => answer?.text)).toEqual(['Un mot', 'Un mot']);
    expect(await readAssistantIncidents(ground.db, sessionId)).toHaveLength(before);
  });
});

it('nothing is answered during a pause', async () => {
  value(
    await order(ground, manager, sessionId, {
      order: 'pause',
      sittings: [sittingId],
      reason: 'Alarme'
    })
  );
  expect(refusal(await asking('Bonjour'))).toBe('assistant.not-now');
});

it('the database refuses that any of it be changed', async () => {
  for (const table of ['question', 'answer', 'incident', 'instructions'])
    await expect(ground.db.execute(sql.raw(`delete from assistant_${table}`))).rejects.toThrow();
});
