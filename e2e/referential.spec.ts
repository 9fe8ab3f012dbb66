import { expect, test } from '@playwright/test';
import { frenchSpaces } from '../src/platform/typography.ts';
import { assessmentOf, luxe } from '../src/referential/index.ts';
import { expectAccessible } from './axe.ts';
import { serve, type Served } from './server.ts';

let served: Served<void>;
test.beforeAll(async () => {
  served = await serve(async () => undefined);
});
test.afterAll(async () => served?.stop());

test('anyone reads the table of contents: 12 competences beside the 8 assessments', async ({
  page
}) => {
  await page.goto(`${served.url}/referential`);
  await expect(page).toHaveTitle('Le référentiel · Parchemin');
  const contents = page.getByRole('region', { name: 'Les évaluations et leurs compétences' });
  await expect(contents.getByRole('heading', { level: 3 })).toHaveCount(8);
  await expect(contents.getByRole('link')).toHaveCount(12);
  await expectAccessible(page);
});

test('each competence gives its criteria and its assessment to the letter', async ({ page }) => {
  for (const competence of luxe.competences) {
    await page.goto(`${served.url}/referential/${competence.id}`);
    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(
      `Compétence ${competence.id}\u00a0: ${frenchSpaces(competence.statement)}`
    );
    for (const criterion of competence.criteria)
      await expect(page.locator(`[id="${criterion.id}"]`)).toHaveText(
        `${criterion.id} ${frenchSpaces(criterion.text)}`
      );
    for (const line of assessmentOf(luxe, competence.id).instructions)
      await expect(page.getByRole('complementary')).toContainText(
        frenchSpaces(line.replace(/^-\s*/, ''))
      );
  }
  await expectAccessible(page);
});

test('the competences are read one after the other from the keyboard alone', async ({ page }) => {
  await page.goto(`${served.url}/referential`);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'La grille à imprimer (PDF)' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/referential\/C1$/);
  for (const { id } of luxe.competences.slice(1)) {
    await page.getByRole('link', { name: /^Compétence suivante/ }).press('Enter');
    await expect(page).toHaveURL(new RegExp(`/referential/${id}$`));
  }
  await expect(page.getByRole('link', { name: /^Compétence suivante/ })).toHaveCount(0);
});

test('the grid is handed over as a PDF that names its version', async ({ request }) => {
  const answer = await request.get(`${served.url}/referential/grid.pdf`);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  expect(answer.headers()['content-disposition']).toContain(`${luxe.version}.pdf`);
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a competence that does not exist is said so, in the reader’s language', async ({ page }) => {
  const answer = await page.goto(`${served.url}/referential/C13`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette page n’existe pas');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'EN, English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
  await expect(page).toHaveURL(/\/referential\/C13$/);
});
