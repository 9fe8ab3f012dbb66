/**
 * Every link that leads to a file is clicked, by every role that is shown it, and the file is what
 * its type says. The demonstration has a session that is over, one of today, one to come.
 */
import { expect, test, type Page } from '@playwright/test';
import { fileRouteIds, routeIds } from '../src/routes/route-ids.testing.ts';
import { startDemo, type Demo } from './demo.ts';

let demo: Demo;
/** Routes of files that somebody was given. */
const given = new Set<string>();

test.beforeAll(async () => {
  test.setTimeout(240_000);
  demo = await startDemo();
});
test.afterAll(() => demo?.stop());

const patterns = routeIds()
  // A literal name wins over a parameter.
  .toSorted((one, other) => one.split('[').length - other.split('[').length)
  .map((id) => ({ id, pattern: new RegExp(`^${id.replace(/\[[^\]]+\]/g, '[^/]+')}$`) }));
const routeOf = (path: string): string | undefined =>
  patterns.find(({ pattern }) => pattern.test(path))?.id;
const files = new Set(fileRouteIds());

/** How a file of each media type begins. */
const heads: Record<string, RegExp> = {
  'application/pdf': /^%PDF-/,
  'application/zip': /^PK\x03\x04/,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': /^PK\x03\x04/,
  'text/csv': /^(\xef\xbb\xbf)?[\w"]/,
  'text/calendar': /^BEGIN:VCALENDAR\r\n/,
  'application/xml': /^(\xef\xbb\xbf)?<\?xml /,
  'image/svg+xml': /^(<\?xml |<svg )/,
  'image/png': /^\x89PNG\r\n/,
  'text/plain': /^eyJ[\w-]+/,
  'application/json': /^\{/,
  'application/vc': /^\{/,
  'application/ld+json': /^\{/
};

/** The pages that a person is led to: one of each kind in each session. */
async function pagesOf(page: Page): Promise<Map<string, string[]>> {
  const seen = new Set<string>();
  const withFiles = new Map<string, string[]>();
  const waiting = ['/', '/account', '/verify'];
  while (waiting.length > 0) {
    const address = waiting.pop()!;
    const path = address.replace(/\?.*/, '');
    const kind = `${routeOf(path)} ${/^\/sessions\/[^/]+/.exec(path)?.[0] ?? ''}`;
    if (seen.has(kind)) continue;
    seen.add(kind);
    const answer = await page.request.get(demo.url + address, { headers: { accept: 'text/html' } });
    if (!answer.headers()['content-type']?.startsWith('text/html')) continue;
    const html = await answer.text();
    const base = new URL(answer.url());
    const found = [...html.matchAll(/<a [^>]*?href="([^"]+)"/g)]
      .map(([, href = '']) => new URL(href.replaceAll('&amp;', '&'), base))
      .filter(({ origin }) => origin === base.origin)
      .map(({ pathname, search }) => pathname + search);
    const leading = new Map(
      found.flatMap((each) => {
        const id = routeOf(each.replace(/\?.*/, ''));
        // Of a list of files, the first of each kind and extension.
        return id && files.has(id) ? [[id + (/\.\w+$/.exec(each)?.[0] ?? ''), each] as const] : [];
      })
    );
    if (leading.size > 0) withFiles.set(address, [...leading.values()]);
    waiting.push(...found.filter((each) => !files.has(routeOf(each.replace(/\?.*/, '')) ?? '')));
  }
  return withFiles;
}

/** Clicks a link and reads what the server answers to the browser that followed it. */
async function follow(page: Page, href: string) {
  const answered = Promise.withResolvers<{ type: string; status: number; head: string }>();
  const isAsked = (url: URL) => url.pathname + url.search === href;
  await page.route(isAsked, async (route) => {
    const answer = await route.fetch();
    answered.resolve({
      status: answer.status(),
      type: answer.headers()['content-type']?.split(';')[0] ?? '',
      head: (await answer.body()).subarray(0, 64).toString('latin1')
    });
    // Nothing to show: the page stays for the next link.
    await route.fulfill({ status: 204 });
  });
  const link = page.locator(`a[href]`).filter({ visible: true });
  const place = await link.evaluateAll(
    (all, wanted) =>
      all.findIndex((each) => {
        const { pathname, search } = each as HTMLAnchorElement;
        return pathname + search === wanted;
      }),
    href
  );
  expect(place, `${href} is a visible link of ${page.url()}`).toBeGreaterThanOrEqual(0);
  await link.nth(place).click();
  const lost = page.getByText('Cette page n’existe pas').waitFor();
  const answer = await Promise.race([
    answered.promise,
    lost.then(
      () => Promise.reject(new Error(`${href} answers « Cette page n’existe pas »`)),
      () => answered.promise
    )
  ]);
  await page.unroute(isAsked);
  return answer;
}

const roles = [
  'Responsable de la certification',
  'Responsable de centre',
  'Présidente du jury',
  'Juré',
  'Référente handicap',
  'Auditeur',
  'Titulaire d’un certificat',
  'Candidat du jour'
];

test.describe.serial('every file', () => {
  for (const role of roles)
    test(`is what it says, for « ${role} »`, async ({ page }) => {
      await page.goto(demo.links.get(role)!);
      if (role === roles[0])
        await test.step('a declaration is made, so that there is one to take', async () => {
          await page.goto(`${demo.url}/sessions`);
          await page.getByRole('link', { name: 'Session d’automne' }).click();
          await page.waitForURL(/\/sessions\/[^/]+$/);
          await page.goto(`${page.url()}/registry`);
          await page.getByRole('button', { name: 'Préparer le fichier' }).click();
          await page.getByRole('dialog').getByRole('button', { name: 'Préparer' }).click();
          await expect(page.getByRole('link', { name: /^Télécharger/ }).first()).toBeVisible();
        });
      for (const [address, hrefs] of await pagesOf(page))
        await test.step(address, async () => {
          await page.goto(demo.url + address);
          await page
            .locator('details')
            .evaluateAll((all) =>
              all.forEach((each) => ((each as HTMLDetailsElement).open = true))
            );
          for (const href of hrefs) {
            const { status, type, head } = await follow(page, href);
            expect.soft(status, href).toBe(200);
            expect.soft(head, `${href}, ${type}`).toMatch(heads[type] ?? /a known type/);
            given.add(routeOf(href.replace(/\?.*/, ''))!);
          }
        });
    });

  test('was given to somebody', () => {
    expect([...files].filter((id) => !given.has(id))).toEqual([]);
  });
});
