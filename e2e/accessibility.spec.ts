import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from '@playwright/test';
import { permissions, roles, type Permission, type Role } from '../src/people/model.ts';
import { access } from '../src/routes/access.ts';
import { expectAccessible, expectWithinWindow } from './axe.ts';
import { onePersonPerRole, type Someone } from './people.ts';
import { serve, type Served } from './server.ts';

let served: Served<Record<Role, Someone>>;
test.beforeAll(async () => {
  served = await serve(onePersonPerRole);
});
test.afterAll(async () => served?.stop());

/** The pages that have an address of their own, without a parameter. */
const pages = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)\+page\.svelte$/.test(file) && !file.includes('['))
  .map((file) => `/${dirname(file)}`.replace(/^\/\.$/, '/'));

/** Seen signed out, except the first page, which is another one for whoever is signed in. */
const isPublic = (page: string) => access[page] === 'public' && page !== '/';

function opens(page: string, role: Role | null): boolean {
  const asked = access[page];
  if (asked === undefined) throw new Error(`${page} is missing from the access table`);
  if (asked === 'public') return true;
  if (!role) return false;
  if (asked === 'signed-in') return true;
  return [asked]
    .flat()
    .some((right) => (permissions[right as Permission] as readonly Role[]).includes(role));
}

/** The two layouts at their extremes; a tablet’s width only has to hold what they hold. */
const layouts = [1440, 320];
const tablet = 820;

for (const role of [null, ...roles]) {
  test(`every page that opens to ${role ?? 'anyone'} is accessible, from a desk to a phone`, async ({
    page
  }) => {
    test.setTimeout(600_000);
    if (role) await page.goto(served.seed[role].link);
    for (const path of pages.filter((each) => opens(each, role) && !(role && isPublic(each))))
      await test.step(path, async () => {
        // A candidate who is enrolled nowhere is told so: a page to read like any other.
        expect([200, 403], path).toContain((await page.goto(served.url + path))?.status());
        for (const width of layouts) {
          await page.setViewportSize({ width, height: 900 });
          await expectAccessible(page);
        }
        await page.setViewportSize({ width: tablet, height: 900 });
        await expectWithinWindow(page);
      });
  });
}
