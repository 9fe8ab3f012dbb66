import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { sql } from 'drizzle-orm';
import { readConfig } from '#platform/config.ts';
import { rows } from '#platform/database.ts';
import { newId } from '#platform/ids.ts';
import { openMailer } from '#platform/mail.ts';
import type { Result } from '#platform/result.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { Browser } from './browser.testing.ts';
import {
  actorOf,
  createFirstManager,
  createPerson,
  createSignInLink,
  grantRole,
  requestSignInLink,
  revokeRole,
  signOut,
  type Actor
} from './index.ts';

let ground: TestGround;
let manager: Actor;

beforeAll(async () => {
  ground = await testGround({ config: { demo: true } });
  manager = must(
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

async function newJuror(): Promise<{ id: string; email: string }> {
  const id = newId<'user'>();
  const email = `${id}@exemple.fr`;
  must(await createPerson(ground, manager, { id, name: 'Awa Diop', email, role: 'juror' }));
  return { id, email };
}

const ask = (email: string, over: { next?: string; address?: string } = {}) =>
  requestSignInLink(ground, { email, language: 'fr', address: '192.0.2.1', ...over });

const linkIn = (text: string) => new URL(/https?:\S+/.exec(text)![0]);

describe('a link by mail', () => {
  test('opens the door once, and leads to the page that was asked for', async () => {
    const { id, email } = await newJuror();
    must(await ask(` ${email.toUpperCase()} `, { next: '/jury?day=1' }));
    const letter = ground.letters.at(-1)!;
    expect(letter.to).toBe(email);
    const link = linkIn(letter.text);
    expect([link.pathname, link.searchParams.get('next')]).toEqual([
      '/sign-in/link',
      '/jury?day=1'
    ]);

    const browser = new Browser(ground);
    expect(await browser.spend(link)).toBe('/jury?day=1');
    expect(await actorOf(ground, browser.headers)).toMatchObject({
      actor: { userId: id, name: 'Awa Diop', grants: [{ role: 'juror', centreId: null }] },
      owes: null
    });
    expect(browser.cookieAttributes).toMatch(/HttpOnly/i);
    expect(browser.cookieAttributes).toMatch(/SameSite=Lax/i);

    const second = new Browser(ground);
    expect(await second.spend(link)).toBe('/sign-in?error=INVALID_TOKEN');
    expect(await actorOf(ground, second.headers)).toBeNull();
  });

  test('is worth nothing after fifteen minutes', async () => {
    const { email } = await newJuror();
    must(await ask(email));
    const link = linkIn(ground.letters.at(-1)!.text);
    vi.useFakeTimers({ now: Date.now() + 15 * 60_000 + 1000, toFake: ['Date'] });
    expect(await new Browser(ground).spend(link)).toBe('/sign-in?error=INVALID_TOKEN');
  });

  test('is stored hashed: who reads the database cannot sign in', async () => {
    const { email } = await newJuror();
    must(await ask(email));
    const token = linkIn(ground.letters.at(-1)!.text).searchParams.get('token')!;
    const stored = await rows(ground.db, sql`select * from auth_verification`);
    expect(JSON.stringify(stored)).toContain(email);
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  test('an address that nobody has gets the same answer, and no mail', async () => {
    const before = ground.letters.length;
    const { email } = await newJuror();
    expect(await ask('personne@exemple.fr')).toEqual(await ask(email));
    expect(ground.letters.length).toBe(before + 1);
  });

  test('what is not an address is told so', async () => {
    expect(await ask('hélène')).toMatchObject({ ok: false, error: { code: 'people.email' } });
  });

  test('another site cannot be led to', async () => {
    const { email } = await newJuror();
    must(await ask(email, { next: '//evil.example' }));
    expect(linkIn(ground.letters.at(-1)!.text).searchParams.has('next')).toBe(false);
  });

  test('a mailbox is not filled: five waiting links at most', async () => {
    const { email } = await newJuror();
    for (let i = 0; i < 8; i++) must(await ask(email, { address: `198.51.100.${i}` }));
    expect(ground.letters.filter(({ to }) => to === email)).toHaveLength(5);
  });

  test('one network address cannot ask without end', async () => {
    const answers = [];
    for (let i = 0; i < 35; i++)
      answers.push(await ask(`x${i}@exemple.fr`, { address: '203.0.113.9' }));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(30);
    expect(answers.at(-1)).toMatchObject({ error: { code: 'people.too-many-links' } });
    expect(await ask('x@exemple.fr', { address: '203.0.113.10' })).toMatchObject({ ok: true });
  });
});

describe('a browser that is signed in', () => {
  test('loses a role at the very next request', async () => {
    const { id, email } = await newJuror();
    const browser = await Browser.signedIn(ground, email);
    const roles = async () =>
      (await actorOf(ground, browser.headers))?.actor.grants.map(({ role }) => role);
    expect(await roles()).toEqual(['juror']);
    must(await grantRole(ground, manager, { userId: id, role: 'auditor' }));
    expect((await roles())?.sort()).toEqual(['auditor', 'juror']);
    must(await revokeRole(ground, manager, { userId: id, role: 'juror' }));
    expect(await roles()).toEqual(['auditor']);
  });

  test('is nobody again after signing out, even with a copy of its cookie', async () => {
    const browser = await Browser.signedIn(ground, (await newJuror()).email);
    const copy = new Headers(browser.headers);
    const answer = await signOut(ground, browser.headers);
    expect(answer.getSetCookie().join()).toMatch(/Max-Age=0/);
    expect(await actorOf(ground, copy)).toBeNull();
  });

  test('is nobody with a forged or altered cookie', async () => {
    const browser = await Browser.signedIn(ground, (await newJuror()).email);
    const cookie = browser.headers.get('cookie')!;
    for (const forged of [
      cookie.slice(0, -4),
      cookie.replace('=', '=x'),
      'better-auth.session_token=a.b'
    ])
      expect(await actorOf(ground, new Headers({ cookie: forged }))).toBeNull();
    expect(await actorOf(ground, browser.headers)).not.toBeNull();
  });

  test('keeps its cookie to encrypted connections where the site is served over them', async () => {
    const config = { ...ground.config, publicUrl: 'https://parchemin.example' };
    const browser = await Browser.signedIn({ ...ground, config }, (await newJuror()).email);
    expect(browser.cookieAttributes).toMatch(/^__Secure-[^\n]+; Secure/m);
    expect(await actorOf({ ...ground, config }, browser.headers)).not.toBeNull();
  });

  test('is asked again after seven days', async () => {
    const browser = await Browser.signedIn(ground, (await newJuror()).email);
    vi.useFakeTimers({ now: Date.now() + 7 * 86_400_000 + 1000, toFake: ['Date'] });
    expect(await actorOf(ground, browser.headers)).toBeNull();
  });
});

describe('a link for the terminal', () => {
  test('is as single as one sent by mail', async () => {
    const { email } = await newJuror();
    const link = new URL(must(await createSignInLink(ground, email, { next: '/jury' })));
    expect(await new Browser(ground).spend(link)).toBe('/jury');
    expect(await new Browser(ground).spend(link)).toBe('/sign-in?error=INVALID_TOKEN');
  });

  test('lasts as long as was said', async () => {
    const { email } = await newJuror();
    const link = new URL(must(await createSignInLink(ground, email, { hours: 24 })));
    vi.useFakeTimers({ now: Date.now() + 23 * 3_600_000, toFake: ['Date'] });
    expect(await new Browser(ground).spend(link)).toBe('/');
  });

  test('is refused for nobody', async () => {
    expect(await createSignInLink(ground, 'personne@exemple.fr')).toMatchObject({
      error: { code: 'people.unknown' }
    });
  });
});

describe('over SMTP', () => {
  test('the link leaves by the mail server, in UTF-8, from the sender that was configured', async () => {
    const received: { from: string; to: string[]; data: string }[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          received.push({
            from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
            to: session.envelope.rcptTo.map(({ address }) => address),
            data: Buffer.concat(chunks).toString('utf8')
          });
          done();
        });
      }
    });
    const port = await new Promise<number>((resolve) => {
      const listening = server.listen(0, '127.0.0.1', () =>
        resolve((listening.address() as { port: number }).port)
      );
    });
    const config = readConfig(
      {},
      { smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'Parchemin <noreply@maison.example>' }
    );
    const mailed = { ...ground, mail: openMailer(config) };
    const { email } = await newJuror();
    must(await requestSignInLink(mailed, { email, language: 'fr', address: '192.0.2.7' }));
    await vi.waitFor(() => expect(received).toHaveLength(1), 5000);
    await new Promise<void>((resolve) => server.close(() => resolve()));
    expect(received[0]).toMatchObject({ from: 'noreply@maison.example', to: [email] });
    const body = decodeQuotedPrintable(received[0]!.data);
    expect(body).toContain('Il sert une seule fois et reste valable 15\u00a0minutes.');
    expect(await new Browser(ground).spend(linkIn(body))).toBe('/');
  });

  test('an installation without mail says so to everyone, known or not', async () => {
    const mute = { ...ground, mail: openMailer(readConfig({})) };
    for (const email of ['personne@exemple.fr', manager.email])
      expect(
        await requestSignInLink(mute, { email, language: 'fr', address: '192.0.2.8' })
      ).toMatchObject({ error: { code: 'mail.unset' } });
  });
});

const decodeQuotedPrintable = (text: string) =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1'
  ).toString('utf8');
