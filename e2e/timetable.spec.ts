import { expect, test, type Page } from '@playwright/test';
import { foundHouse, must, prepareSession } from '../src/cli/rehearsal/rehearse.ts';
import { createSignInLink } from '../src/people/index.ts';
import type { Ground } from '../src/platform/ground.ts';
import { expectAccessible } from './axe.ts';
import { serve, type Served } from './server.ts';

interface Seed {
  sessionId: string;
  /** One for each test: a link is spent once. */
  links: string[];
}

let served: Served<Seed>;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  served = await serve(async (ground: Ground) => {
    const house = await foundHouse(ground, 4);
    const sessionId = await prepareSession(ground, house, {
      title: 'Session de mars',
      day: '2027-03-09',
      candidates: 5,
      seed: 3
    });
    const links: string[] = [];
    for (let test = 0; test < 4; test += 1)
      links.push(must(await createSignInLink(ground, house.manager.email, { hours: 2 })));
    return { sessionId, links };
  });
});
test.afterAll(() => served?.stop());

const timetable = () => `${served.url}/sessions/${served.seed.sessionId}/timetable`;

const timesOf = (page: Page) => page.getByRole('table').getByRole('link').allTextContents();

test('a manager has a better day looked for, gives up once, and reads how good it is', async ({
  page
}) => {
  await page.goto(served.seed.links[0]!);
  await page.goto(timetable());
  const before = await timesOf(page);
  expect(before).toHaveLength(5 * 8);
  const improve = page.getByRole('region', { name: 'Chercher un meilleur planning' });
  await improve.getByLabel('Temps de recherche').selectOption('120');
  await improve.getByLabel('Fermeture').fill('20:00');
  await expectAccessible(page);

  await improve.getByRole('button', { name: 'Chercher' }).click();
  await expect(improve.getByRole('progressbar')).toBeVisible();
  await expectAccessible(page);
  await improve.getByRole('button', { name: 'Abandonner' }).click();
  await expect(improve.getByRole('button', { name: 'Chercher' })).toBeVisible();
  await page.reload();
  expect(await timesOf(page)).toEqual(before);

  await improve.getByLabel('Temps de recherche').selectOption('10');
  await improve.getByLabel('Fermeture').fill('20:00');
  await improve.getByRole('button', { name: 'Chercher' }).click();
  await expect(improve.getByText(/au plus à [\d,]+.% du meilleur possible\./)).toBeVisible({
    timeout: 60_000
  });
  const after = await timesOf(page);
  expect(after).toHaveLength(before.length);
  expect(after).not.toEqual(before);
  await expectAccessible(page);
});

test('a day that cannot hold everyone is explained, and the plan stays', async ({ page }) => {
  await page.goto(served.seed.links[1]!);
  await page.goto(timetable());
  const before = await timesOf(page);
  const improve = page.getByRole('region', { name: 'Chercher un meilleur planning' });
  await improve.getByLabel('Fermeture').fill('14:00');
  await improve.getByRole('button', { name: 'Chercher' }).click();
  await expect(improve.getByRole('alert')).toContainText(
    /ne pourrait pas|offrent|suffi|il en faut/
  );
  await expectAccessible(page);
  await page.reload();
  expect(await timesOf(page)).toEqual(before);
});

test('the day is drawn by panel, by room and by candidate, and a move keeps the view', async ({
  page
}) => {
  await page.goto(served.seed.links[3]!);
  await page.goto(timetable());
  const views = page.getByRole('navigation', { name: 'Façon de dessiner la journée' });
  await expect(page.getByRole('img', { name: /jury par jury/ })).toBeVisible();
  for (const [link, drawn] of [
    ['Par salle', /salle par salle/],
    ['Par candidat', /candidat par candidat/]
  ] as const) {
    await views.getByRole('link', { name: link }).click();
    await expect(page.getByRole('img', { name: drawn })).toBeVisible();
    for (const width of [1440, 820, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await expectAccessible(page);
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page
    .getByRole('link', { name: /déplacer MS1/ })
    .first()
    .click();
  await expect(page.getByRole('region', { name: 'Déplacer un passage' })).toBeVisible();
  await page.getByRole('link', { name: 'Laisser en place' }).click();
  await expect(page.getByRole('img', { name: /candidat par candidat/ })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the same search is a form that waits', async ({ page }) => {
    await page.goto(served.seed.links[2]!);
    await page.goto(timetable());
    const improve = page.getByRole('region', { name: 'Chercher un meilleur planning' });
    await improve.getByLabel('Temps de recherche').selectOption('10');
    await improve.getByLabel('Fermeture').fill('20:00');
    await improve.getByRole('button', { name: 'Chercher' }).click();
    await expect(page.getByText(/du meilleur possible\./)).toBeVisible({ timeout: 60_000 });
  });
});
