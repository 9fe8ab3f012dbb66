import { sql } from 'drizzle-orm';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { refusal, value, type MarkingSession } from '#jury/testing.ts';
import { issueCertificates } from '#parchment';
import { deliberatingSession, drawUpAndSign } from '#verdict/testing.ts';
import { manualClock } from '#platform/clock.ts';
import { openMailer } from '#platform/mail.ts';
import { verifyLedger } from '#platform/ledger.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { answerSurvey, openSurvey, sendSurveys } from './actions.ts';
import { waveDue } from './model.ts';
import { readResponses } from './store.ts';

// A session of two is marked, deliberated and signed.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

describe('a holder awarded on 31 August 2026 is asked', () => {
  test.each([
    ['2027-02-27', undefined],
    ['2027-02-28', 6],
    ['2027-05-30', 6],
    ['2027-05-31', undefined],
    ['2027-08-31', 12],
    ['2028-08-31', 24],
    ['2028-12-01', undefined]
  ])('on %s: %s', (today, wave) => {
    expect(waveDue('2026-08-31', today)).toBe(wave);
  });
});

let ground: TestGround;
let session: MarkingSession;
const clock = manualClock(new Date('2026-11-25T07:00:00Z'));
const tokens = () =>
  ground.letters.flatMap(({ text }) => /\/survey\/([\w-]+)/.exec(text)?.[1] ?? []);

beforeAll(async () => {
  ground = await testGround({ clock });
  session = await deliberatingSession(ground, 2, () => 3);
  await drawUpAndSign(ground, session);
  value(await issueCertificates(ground, session.manager, session.facts.id));
  ground.letters.length = 0;
});
afterAll(() => ground.close());

test('nobody is asked before their time, and a dry run sends nothing', async () => {
  expect(value(await sendSurveys(ground))).toEqual({ due: 0, sent: 0, failed: 0 });
  clock.advance(182 * 86_400_000);
  expect(value(await sendSurveys(ground, true))).toEqual({ due: 2, sent: 0, failed: 0 });
  expect(ground.letters).toEqual([]);
});

test('each is asked once a wave, however many run it', async () => {
  const sent = await Promise.all([1, 2].map(() => sendSurveys(ground)));
  expect(sent.map((each) => value(each).sent).reduce((one, other) => one + other)).toBe(2);
  expect(value(await sendSurveys(ground)).due).toBe(0);
  expect(new Set(ground.letters.map(({ to }) => to)).size).toBe(2);
  const kept = await ground.db.execute(sql`select token_hash from survey_invitation`);
  expect(JSON.stringify(kept)).not.toContain(tokens()[0]);
});

test('the link alone opens the form; answers may be changed, and count once', async () => {
  const [token = ''] = tokens();
  expect(value(await openSurvey(ground, token))).toEqual({ wave: 6, answer: null });
  expect(refusal(await openSurvey(ground, `${token}x`))).toBe('survey.unknown');
  expect(await answerSurvey(ground, token, { situation: 'king' })).toMatchObject({
    error: { fields: { situation: { fr: /Choisissez/ }, usefulness: { fr: /Choisissez/ } } }
  });
  const answer = {
    situation: 'employed',
    luxury: 'yes',
    usefulness: 'useful',
    comment: ' Merci. '
  };
  value(await answerSurvey(ground, token, answer));
  value(await answerSurvey(ground, token, { ...answer, situation: 'seeking' }));
  const answered = (await readResponses(ground.db)).filter(({ situation }) => situation !== null);
  expect(answered).toMatchObject([{ wave: 6, situation: 'seeking', luxury: null }]);
  expect((await verifyLedger(ground.db)).valid).toBe(true);
});

test('over SMTP: a letter that a server refuses is sent the next time', async () => {
  clock.advance(184 * 86_400_000);
  const received: string[] = [];
  let refuses = true;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: (_address, _session, callback) => callback(refuses ? new Error('full') : null),
    onData: (stream, _session, callback) => {
      let letter = '';
      stream.on('data', (chunk: Buffer) => (letter += chunk.toString('utf8')));
      stream.on('end', () => {
        received.push(letter);
        callback();
      });
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as { port: number };
  const mail = openMailer({ ...ground.config, smtpUrl: `smtp://127.0.0.1:${port}` });
  try {
    expect(value(await sendSurveys({ ...ground, mail }))).toMatchObject({ sent: 0, failed: 2 });
    refuses = false;
    expect(value(await sendSurveys({ ...ground, mail }))).toMatchObject({ sent: 2, failed: 0 });
    expect(received).toHaveLength(2);
  } finally {
    await new Promise<void>((closed) => server.close(closed));
  }
});
