import { Secret, TOTP } from 'otpauth';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { rows } from '#platform/database.ts';
import { newId } from '#platform/ids.ts';
import { readLedger } from '#platform/ledger.ts';
import type { Result } from '#platform/result.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { Browser } from './browser.testing.ts';
import {
  actorOf,
  createFirstManager,
  createPerson,
  giveSecondFactor,
  owed,
  removeSecondFactor,
  renewBackupCodes,
  resetSecondFactor,
  secondFactorDraft,
  secondFactorState,
  startSecondFactor,
  type Actor,
  type Role,
  type SignedIn
} from './index.ts';

let ground: TestGround;
let first: Actor;

beforeAll(async () => {
  ground = await testGround();
  first = must(
    await createFirstManager(ground, { name: 'Hélène Vauquelin', email: 'helene@exemple.fr' })
  );
});
afterAll(() => ground.close());
afterEach(() => {
  vi.useRealTimers();
});

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.error.code);

async function newPerson(role: Role) {
  const id = newId<'user'>();
  const email = `${id}@exemple.fr`;
  must(await createPerson(ground, first, { id, name: 'Marc Olivier', email, role }));
  return { id, email };
}

const personIn = async (browser: Browser): Promise<SignedIn> =>
  (await actorOf(ground, browser.headers))!;

/** What a phone computes from the secret (RFC 6238), with a library that is not the server's. */
const phone = (secret: string) => {
  const totp = new TOTP({
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: 30
  });
  return {
    /** The code of the next half minute: one that was given opens nothing more. */
    code: () => {
      vi.useFakeTimers({ now: Date.now() + 30_000, toFake: ['Date'] });
      return totp.generate();
    },
    wrong: () => String((Number(totp.generate()) + 1) % 1_000_000).padStart(6, '0')
  };
};

async function give(browser: Browser, typed: string): Promise<string> {
  const given = await giveSecondFactor(ground, browser.headers, await personIn(browser), typed);
  if (given.ok) browser.keep(given.value);
  return code(given);
}

/** A manager who has set up a device in the browser that is returned. */
async function equipped() {
  const { id, email } = await newPerson('manager');
  const browser = await Browser.signedIn(ground, email);
  must(await startSecondFactor(ground, browser.headers, await personIn(browser)));
  const draft = (await secondFactorDraft(ground, browser.headers, await personIn(browser)))!;
  const device = phone(draft.secret);
  expect(await give(browser, device.code())).toBe('ok');
  return { id, email, browser, device, draft };
}

describe('what is owed', () => {
  const actor = (role: Role): Actor => ({
    ...first,
    grants: [{ role, centreId: null }]
  });
  test.each([
    ['manager', false, false, false, 'set-up'],
    ['manager', false, false, true, null],
    ['manager', true, false, false, 'second-factor'],
    ['manager', true, false, true, 'second-factor'],
    ['manager', true, true, false, null],
    ['juror', false, false, false, null],
    ['juror', true, false, false, 'second-factor']
  ] as const)('%s, device %s, given %s, demonstration %s: %s', (role, enabled, given, demo, owes) =>
    expect(owed(actor(role), { enabled, given }, demo)).toBe(owes)
  );
});

describe('a manager', () => {
  test('must set up a device at first sign-in, and gives a code at each other one', async () => {
    const { email } = await newPerson('manager');
    const browser = await Browser.signedIn(ground, email);
    expect((await personIn(browser)).owes).toBe('set-up');

    must(await startSecondFactor(ground, browser.headers, await personIn(browser)));
    const draft = (await secondFactorDraft(ground, browser.headers, await personIn(browser)))!;
    expect(draft.uri).toMatch(/^otpauth:\/\/totp\/Parchemin/);
    expect(new Set(draft.backupCodes).size).toBe(10);
    expect((await personIn(browser)).owes).toBe('set-up');

    const device = phone(draft.secret);
    expect(await give(browser, device.wrong())).toBe('people.wrong-code');
    expect((await personIn(browser)).owes).toBe('set-up');
    const typed = device.code();
    expect(await give(browser, `${typed.slice(0, 3)} ${typed.slice(3)}`)).toBe('ok');
    expect((await personIn(browser)).owes).toBeNull();
    expect(await secondFactorDraft(ground, browser.headers, await personIn(browser))).toBeNull();

    const other = await Browser.signedIn(ground, email);
    expect((await personIn(other)).owes).toBe('second-factor');
    expect(await give(other, device.code())).toBe('ok');
    expect((await personIn(other)).owes).toBeNull();
  });

  test('begins again with another secret while none is confirmed, and not after', async () => {
    const { email } = await newPerson('manager');
    const browser = await Browser.signedIn(ground, email);
    const begin = async () =>
      code(await startSecondFactor(ground, browser.headers, await personIn(browser)));
    const draft = async () =>
      (await secondFactorDraft(ground, browser.headers, await personIn(browser)))!;
    expect(await begin()).toBe('ok');
    const stale = phone((await draft()).secret);
    expect(await begin()).toBe('ok');
    expect(await give(browser, stale.code())).toBe('people.wrong-code');
    expect(await give(browser, phone((await draft()).secret).code())).toBe('ok');
    expect(await begin()).toBe('people.second-factor-active');
  });

  test('the secret and the codes are not readable in the database', async () => {
    const { draft } = await equipped();
    const stored = JSON.stringify(await rows(ground.db, sql`select * from auth_two_factor`));
    expect(stored).not.toContain(draft.secret);
    expect(stored).not.toContain(Secret.fromBase32(draft.secret).utf8);
    expect(stored).not.toContain(draft.backupCodes[0]);
  });
});

describe('a code', () => {
  test('opens one browser, in its time, whichever of two is first', async () => {
    const { email, device } = await equipped();
    const browsers = [await Browser.signedIn(ground, email), await Browser.signedIn(ground, email)];
    const typed = device.code();
    const answers = await Promise.all(browsers.map((each) => give(each, typed)));
    expect(answers.toSorted()).toEqual(['ok', 'people.wrong-code']);
    const refused = browsers[answers.indexOf('people.wrong-code')]!;
    expect((await personIn(refused)).owes).toBe('second-factor');
    expect(await give(refused, typed)).toBe('people.wrong-code');
    expect(await give(refused, device.code())).toBe('ok');
  });

  test('that was typed too early opens once its time has come', async () => {
    const { email, device } = await equipped();
    const browser = await Browser.signedIn(ground, email);
    const now = Date.now();
    vi.useFakeTimers({ now: now + 120_000, toFake: ['Date'] });
    const early = device.code();
    vi.useFakeTimers({ now, toFake: ['Date'] });
    expect(await give(browser, early)).toBe('people.wrong-code');
    vi.useFakeTimers({ now: now + 150_000, toFake: ['Date'] });
    expect(await give(browser, early)).toBe('ok');
  });
});

describe('a backup code', () => {
  test('opens once', async () => {
    const { email, draft } = await equipped();
    const [one = ''] = draft.backupCodes;
    const browser = await Browser.signedIn(ground, email);
    expect(await give(browser, one)).toBe('ok');
    expect((await personIn(browser)).owes).toBeNull();
    const other = await Browser.signedIn(ground, email);
    expect(await give(other, one)).toBe('people.wrong-code');
  });

  test('new ones end the former ones, and only someone wholly signed in makes them', async () => {
    const { email, browser, draft } = await equipped();
    const half = await Browser.signedIn(ground, email);
    expect(code(await renewBackupCodes(ground, half.headers, await personIn(half)))).toBe(
      'people.half-signed-in'
    );
    const renewed = must(await renewBackupCodes(ground, browser.headers, await personIn(browser)));
    expect(await give(half, draft.backupCodes[3]!)).toBe('people.wrong-code');
    expect(await give(half, renewed[3]!)).toBe('ok');
  });
});

test('five wrong codes in a row, even at once, rest the second factor for fifteen minutes', async () => {
  const { email, device } = await equipped();
  const browser = await Browser.signedIn(ground, email);
  const answers = await Promise.all(Array.from({ length: 9 }, () => give(browser, device.wrong())));
  expect(answers.filter((answer) => answer === 'people.wrong-code')).toHaveLength(5);
  expect(await give(browser, device.code())).toBe('people.second-factor-resting');
  vi.useFakeTimers({ now: Date.now() + 15 * 60_000 + 1000, toFake: ['Date'] });
  expect(await give(browser, device.code())).toBe('ok');
});

test('a right code starts the count again', async () => {
  const { email, device } = await equipped();
  for (let round = 0; round < 3; round++) {
    const browser = await Browser.signedIn(ground, email);
    for (let i = 0; i < 3; i++)
      expect(await give(browser, device.wrong())).toBe('people.wrong-code');
    expect(await give(browser, device.code())).toBe('ok');
  }
});

describe('letting go of a device', () => {
  test('asks for one of its codes; a manager then owes another', async () => {
    const { id, browser, device } = await equipped();
    const remove = async (typed: string) =>
      code(await removeSecondFactor(ground, browser.headers, await personIn(browser), typed));
    expect(await remove(device.wrong())).toBe('people.wrong-code');
    expect(await remove(device.code())).toBe('ok');
    expect((await personIn(browser)).owes).toBe('set-up');
    expect(await secondFactorState(ground, id)).toBe('absent');
  });

  test('by another manager, signs the person out everywhere, and is in the ledger', async () => {
    const { id, browser } = await equipped();
    const { email } = await newPerson('juror');
    const juror = (await personIn(await Browser.signedIn(ground, email))).actor;
    expect(code(await resetSecondFactor(ground, juror, id))).toBe('people.forbidden');
    must(await resetSecondFactor(ground, first, id));
    must(await resetSecondFactor(ground, first, id));
    expect(await actorOf(ground, browser.headers)).toBeNull();
    const actions = (await readLedger(ground.db, { subject: id })).map(({ action }) => action);
    expect(actions).toEqual([
      'people.second-factor-reset',
      'people.second-factor-set-up',
      'people.grant',
      'people.create'
    ]);
  });
});
