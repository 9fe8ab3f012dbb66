import { expect, request, test, type APIRequestContext } from '@playwright/test';
import { permissions, roles, type Role } from '../src/people/model.ts';
import { newId } from '../src/platform/ids.ts';
import { access } from '../src/routes/access.ts';
import { routeIds } from '../src/routes/route-ids.testing.ts';
import { onePersonPerRole, type Someone } from './people.ts';
import { serve, type Served } from './server.ts';

let served: Served<Record<Role, Someone>>;
/** One browser for each role, signed in by its link; null is nobody's. */
const browsers = new Map<Role | null, APIRequestContext>();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  served = await serve(onePersonPerRole);
  for (const role of [null, ...roles]) {
    const browser = await request.newContext({ baseURL: served.url });
    browsers.set(role, browser);
    if (!role) continue;
    // Led here by another site, the link shows its page and is not spent.
    const led = await browser.get(served.seed[role].link, {
      maxRedirects: 0,
      headers: { 'sec-fetch-site': 'cross-site' }
    });
    expect([led.status(), led.headers()['set-cookie']]).toEqual([303, undefined]);
    expect(led.headers()['location']).toMatch(/^\/sign-in\/link\?token=/);
    const answer = await browser.get(served.seed[role].link, { maxRedirects: 0 });
    expect([answer.status(), answer.headers()['location']]).toEqual([302, `${served.url}/`]);
  }
});
test.afterAll(async () => {
  for (const browser of browsers.values()) await browser.dispose();
  await served?.stop();
});

/** Every route, its parameters filled with ids that nothing bears. Signing out has its own test. */
const paths = routeIds()
  .filter((id) => id !== '/sign-out')
  .map((id) => ({ id, path: id.replace(/\[[^\]]+\]/g, () => newId()) }));

/** What the two tables say, read here without the server's own code. */
function isOpen(id: string, role: Role | null): boolean {
  const asked = access[id]!;
  const rights = typeof asked === 'string' ? [asked] : asked;
  return rights.some((right) => {
    if (right === 'public') return true;
    if (role === null) return false;
    return right === 'signed-in' || (permissions[right] as readonly Role[]).includes(role);
  });
}

const accepts = (type: 'text/html' | 'application/json') => ({ accept: type });

/** A door that was opened may show a page, or say that there is no such thing; never who may not. */
const wasLetIn = (status: number, location: string | undefined) =>
  status < 500 &&
  status !== 401 &&
  status !== 403 &&
  !(status === 303 && location?.startsWith('/sign-in?next='));

for (const role of [null, ...roles]) {
  test(`${role ?? 'nobody'} reads what the table opens, and nothing else`, async () => {
    const browser = browsers.get(role)!;
    for (const { id, path } of paths) {
      await test.step(id, async () => {
        const answer = await browser.get(path, { maxRedirects: 0, headers: accepts('text/html') });
        const [status, location] = [answer.status(), answer.headers()['location']];
        if (isOpen(id, role))
          expect.soft(wasLetIn(status, location), `${id} answered ${status}`).toBe(true);
        else if (role === null) {
          expect.soft(status, id).toBe(303);
          expect.soft(location, id).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
        } else expect.soft(status, id).toBe(403);

        const asProgram = await browser.get(path, {
          maxRedirects: 0,
          headers: accepts('application/json')
        });
        if (!isOpen(id, role)) {
          expect.soft(asProgram.status(), id).toBe(role === null ? 401 : 403);
          expect.soft(await asProgram.json(), id).toMatchObject({ message: /./ });
        }
      });
    }
  });

  test(`${role ?? 'nobody'} posts only where the table opens`, async () => {
    const browser = browsers.get(role)!;
    for (const { id, path } of paths) {
      await test.step(id, async () => {
        const answer = await browser.post(path, {
          form: {},
          maxRedirects: 0,
          headers: { ...accepts('text/html'), origin: served.url }
        });
        const [status, location] = [answer.status(), answer.headers()['location']];
        if (isOpen(id, role)) expect.soft(status, id).toBeLessThan(500);
        else if (role === null)
          expect.soft([status, location?.split('?')[0]], id).toEqual([303, '/sign-in']);
        else expect.soft(status, id).toBe(403);

        const forged = await browser.post(path, {
          form: {},
          maxRedirects: 0,
          headers: { origin: 'https://evil.example' }
        });
        expect.soft(forged.status(), `${id} from another site`).toBe(403);
      });
    }
  });
}

test('signing out ends the session, also for a copy of its cookie', async () => {
  const browser = browsers.get('auditor')!;
  const copy = await request.newContext({
    baseURL: served.url,
    storageState: await browser.storageState()
  });
  expect((await copy.get('/account', { maxRedirects: 0 })).status()).toBe(200);
  const out = { maxRedirects: 0, headers: { origin: served.url } };
  expect((await browser.post('/sign-out', out)).status()).toBe(303);
  expect((await browser.post('/sign-out', out)).status()).toBe(303);
  for (const each of [browser, copy])
    expect((await each.get('/account', { maxRedirects: 0 })).status()).toBe(303);
  await copy.dispose();
});
