import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assistantReadiness, readProvider } from './config.ts';
import { instructionsText } from './instructions.ts';
import type { Turn } from './model.ts';
import { streamAnswer } from './provider.ts';
import { testProvider, type Behaviour, type TestProvider } from './provider.testing.ts';

let provider: TestProvider;
beforeAll(async () => {
  provider = await testProvider();
});
afterAll(() => provider.close());

async function ask(behaviour: Behaviour, past: readonly Turn[] = [], signal?: AbortSignal) {
  provider.behave(behaviour);
  const answer = streamAnswer(provider.config, past, 'Comment remercier ?', {
    tokens: 500,
    signal: signal ?? new AbortController().signal
  });
  let text = '';
  for (;;) {
    const { value, done } = await answer.next();
    if (done) return { text, ...value };
    text += value;
  }
}

describe('an answer', () => {
  it('comes word by word, and tells what it cost', async () => {
    expect(await ask({ kind: 'answer', words: ['Chère ', 'Madame', ','] })).toEqual({
      text: 'Chère Madame,',
      ending: { kind: 'whole' },
      tokens: 120
    });
  });

  it('may end at the limit of its length', async () => {
    const { ending } = await ask({ kind: 'answer', words: ['Chère'], finish: 'length' });
    expect(ending).toEqual({ kind: 'limit' });
  });

  it.each([
    [401, 'refused'],
    [429, 'busy'],
    [500, 'down']
  ] as const)('that the provider refuses with %i is a fault: %s', async (status, fault) => {
    expect(await ask({ kind: 'status', status })).toMatchObject({
      text: '',
      ending: { kind: 'fault', fault }
    });
  });

  it('that does not begin, or does not go on, is given up', async () => {
    expect(await ask({ kind: 'silence', after: [] })).toMatchObject({
      ending: { kind: 'fault', fault: 'silent' }
    });
    expect(await ask({ kind: 'silence', after: ['Chère '] })).toMatchObject({
      text: 'Chère ',
      ending: { kind: 'fault', fault: 'silent' }
    });
  });

  it.each([true, false])('that is cut keeps what came (clean end: %s)', async (clean) => {
    expect(await ask({ kind: 'cut', after: ['Chère ', 'Mad'], clean })).toMatchObject({
      text: 'Chère Mad',
      ending: { kind: 'fault', fault: 'cut' }
    });
  });

  it('that nobody can read is a fault', async () => {
    expect(await ask({ kind: 'garbage' })).toMatchObject({
      text: '',
      ending: { kind: 'fault', fault: 'garbled' }
    });
  });

  it('from a server that is not there is a fault', async () => {
    const nowhere = { ...provider.config, url: 'http://127.0.0.1:1/v1' };
    const answer = streamAnswer(nowhere, [], 'Bonjour', {
      tokens: 10,
      signal: new AbortController().signal
    });
    expect((await answer.next()).value).toMatchObject({ ending: { kind: 'fault', fault: 'down' } });
  });

  it('that the candidate stops is no fault', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 100);
    expect(await ask({ kind: 'silence', after: ['Chère '] }, [], stop.signal)).toMatchObject({
      text: 'Chère ',
      ending: { kind: 'stopped' }
    });
  });
});

it('only the instructions, the conversation and the question are sent', async () => {
  const at = new Date();
  const answer = { text: 'Bonjour', ending: { kind: 'whole' } as const, endedAt: at, tokens: 3 };
  const past: Turn[] = [
    { id: '1', question: 'Salut', askedAt: at, answer },
    { id: '2', question: 'Perdue', askedAt: at, answer: null }
  ];
  await ask({ kind: 'answer', words: ['Oui'] }, past);
  const { body, authorization } = provider.received.at(-1)!;
  expect(authorization).toBe('Bearer secret');
  expect(body.messages).toEqual([
    { role: 'system', content: instructionsText },
    { role: 'user', content: 'Salut' },
    { role: 'assistant', content: 'Bonjour' },
    { role: 'user', content: 'Comment remercier ?' }
  ]);
  expect(Object.keys(body).sort()).toEqual([
    'max_tokens',
    'messages',
    'model',
    'stream',
    'stream_options'
  ]);
});

it('without a provider, readiness says what to set', () => {
  expect(readProvider({})).toBeNull();
  const readiness = assistantReadiness(null);
  expect(!readiness.ok && readiness.error.message.fr).toContain('PARCHEMIN_ASSISTANT_URL');
  const env = { PARCHEMIN_ASSISTANT_URL: 'http://m/v1/', PARCHEMIN_ASSISTANT_MODEL: 'plume' };
  expect(readProvider(env)).toMatchObject({ url: 'http://m/v1', key: undefined, tokens: 30_000 });
  expect(assistantReadiness(readProvider(env)).ok).toBe(true);
  expect(() => readProvider({ ...env, PARCHEMIN_ASSISTANT_TOKENS: 'beaucoup' })).toThrow();
});
