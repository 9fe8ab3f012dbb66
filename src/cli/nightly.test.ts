import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readCertificates } from '#parchment';
import { centre, verification } from '#people/tables.ts';
import { readSessionFacts } from '#session';
import { accessibilityFile } from '#session/tables.ts';
import { addMonths } from '#verdict';
import { civilDay } from '#platform/civil-day.ts';
import { manualClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { openGround } from '#platform/ground.ts';
import { parchemin } from './process.testing.ts';
import {
  conclude,
  deliberate,
  foundHouse,
  markSheets,
  openDay,
  prepareSession
} from './rehearsal/rehearse.ts';

// A whole session first, then commands in processes of their own.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const data = mkdtempSync(join(tmpdir(), 'parchemin-nightly-'));
let holders: string[];
let smtp: SMTPServer | undefined;
let smtpUrl: string;
let refuses = true;
const letters: { to: string; text: string }[] = [];

/** A session of 25 months ago: its holders are to be asked what became of them after 24. */
beforeAll(async () => {
  const day = addMonths(civilDay(new Date()), -25);
  const ground = await openGround(readConfig({}, { dataDir: data, demo: true }), {
    clock: manualClock(new Date(`${day}T07:00:00Z`))
  });
  const house = await foundHouse(ground, 4);
  await ground.db.update(centre).set({ habilitatedFrom: day });
  const session = { title: 'Session ancienne', day, candidates: 4, seed: 7 };
  const sessionId = await prepareSession(ground, house, session);
  await openDay(ground, house, sessionId);
  await markSheets(ground, house, sessionId, 7);
  await deliberate(ground, house, sessionId);
  await conclude(ground, house, sessionId);
  const facts = await readSessionFacts(ground.db, sessionId);
  const held = await readCertificates(ground.db, sessionId);
  holders = held.map(
    ({ enrolmentId }) => facts!.enrolments.find(({ id }) => id === enrolmentId)!.email
  );
  // Past their time: a link, and an accessibility file.
  const before = new Date(`${day}T07:00:00Z`);
  await ground.db
    .insert(verification)
    .values({ id: 'link', identifier: 'link', value: 'link', expiresAt: before });
  await ground.db
    .insert(accessibilityFile)
    .values({ enrolmentId: facts!.enrolments[0]!.id, sealed: 'sealed', updatedAt: before })
    .onConflictDoNothing();
  await ground.close();

  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: (_address, _session, callback) =>
      callback(refuses ? new Error('mailbox full') : null),
    onData: (stream, session, callback) => {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
      stream.on('end', () => {
        letters.push({ to: session.envelope.rcptTo[0]!.address, text });
        callback();
      });
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  smtp = server;
  smtpUrl = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`;
});
afterAll(async () => {
  await new Promise<void>((closed) => (smtp ? smtp.close(closed) : closed()));
  rmSync(data, { recursive: true, force: true });
});

const json = async (words: string[], env?: Record<string, string>) => {
  const { code, stdout, stderr } = await parchemin([...words, '--data', data, '--json'], env);
  expect(stderr).toBe('');
  return { ...(JSON.parse(stdout) as Record<string, unknown>), code };
};

describe('surveys send', () => {
  const send = (...words: string[]) => json(['surveys', 'send', ...words], { SMTP_URL: smtpUrl });

  test('counts without sending, and without mail', async () => {
    expect(holders.length).toBeGreaterThan(0);
    const counted = { code: 0, dryRun: true, due: holders.length, sent: 0, failed: 0 };
    expect(await json(['surveys', 'send', '--dry-run'])).toEqual(counted);
    expect(letters).toEqual([]);
  });

  test('without mail, says which setting is missing', async () => {
    const { code, stdout, stderr } = await parchemin(['surveys', 'send', '--data', data]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('SMTP_URL');
  });

  test('says what could not leave, and keeps it for the next time', async () => {
    expect(await send()).toMatchObject({ code: 1, sent: 0, failed: holders.length });
    expect(letters).toEqual([]);
  });

  test('sends each holder one letter, whose link opens a survey', async () => {
    refuses = false;
    expect(await send()).toMatchObject({ code: 0, sent: holders.length, failed: 0 });
    expect(letters.map(({ to }) => to).toSorted()).toEqual(holders.toSorted());
    for (const { text } of letters) expect(text).toMatch(/\/survey\/[\w=-]+/);
  });

  test('sends nothing twice, and says so', async () => {
    const { code, stdout } = await parchemin(['surveys', 'send', '--data', data], {
      SMTP_URL: smtpUrl
    });
    expect([code, stdout]).toEqual([0, '0 enquêtes envoyées.\n']);
    expect(letters).toHaveLength(holders.length);
  });
});

describe('retention run', () => {
  test('counts, takes away the same, and then finds nothing', async () => {
    const due = await json(['retention', 'run', '--dry-run']);
    expect(due).toMatchObject({ dryRun: true, 'sign-in': 1, accessibility: 1, refused: 0 });
    expect(await json(['retention', 'run'])).toEqual({ ...due, dryRun: false });
    const { code, stdout } = await parchemin(['retention', 'run', '--data', data]);
    expect(code).toBe(0);
    expect(stdout).toContain('Effacé\u00a0:\n0  connexions et liens échus\n0  ');
    expect(await json(['audit', 'verify'])).toMatchObject({ code: 0, valid: true });
  });
});

test.each([
  ['surveys', 'send'],
  ['retention', 'run']
])('%s %s where there are no data is a misuse', async (...words) => {
  const nowhere = join(data, 'nothing');
  const { code, stdout, stderr } = await parchemin([...words, '--data', nowhere]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('--data');
});
