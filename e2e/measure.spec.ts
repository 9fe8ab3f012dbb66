import { expect, test, type Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import {
  foundHouse,
  markSheets,
  must,
  openDay,
  prepareSession
} from '../src/cli/rehearsal/rehearse.ts';
import { createSignInLink } from '../src/people/index.ts';
import type { Ground } from '../src/platform/ground.ts';
import { openDeliberation } from '../src/verdict/index.ts';
import { expectAccessible } from './axe.ts';
import { serve, type Served } from './server.ts';

interface Seed {
  session: string;
  auditor: string;
  juror: string;
}

let served: Served<Seed>;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  served = await serve(seed);
});
test.afterAll(() => served?.stop());

/** A session of eight candidates whose sheets are all in, with deliberation open. */
async function seed(ground: Ground): Promise<Seed> {
  const house = await foundHouse(ground, 6);
  const sessionId = await prepareSession(ground, house, {
    title: 'Session d’hiver',
    day: new Date().toISOString().slice(0, 10),
    candidates: 8,
    seed: 5
  });
  await openDay(ground, house, sessionId);
  await markSheets(ground, house, sessionId, 5);
  must(await openDeliberation(ground, house.manager, sessionId));
  const link = async (email: string) => must(await createSignInLink(ground, email, { hours: 2 }));
  return {
    session: sessionId,
    auditor: await link(house.auditor.email),
    juror: await link(house.jurors[0]!.email)
  };
}

const measureOf = () => `${served.url}/sessions/${served.seed.session}/measure`;

async function open(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.goto(measureOf());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('La mesure de cette session');
}

test('an auditor reads the measure in words, then in figures, then takes it away', async ({
  page
}) => {
  await open(page, served.seed.auditor);
  const main = page.getByRole('main');
  for (const question of ['Les jurés voient-ils la même chose', 'Peut-on se fier aux résultats'])
    await expect(main.getByRole('heading', { level: 2, name: question })).toBeVisible();
  await expect(main.getByText(/^Avec 8.candidats/)).toBeVisible();
  await expectAccessible(page);

  const part = main.getByRole('region', { name: 'compétence par compétence' });
  await expect(part.getByRole('img')).toBeVisible();
  await part.getByText('Les chiffres').click();
  await expect(part.getByRole('row')).toHaveCount(1 + 12);
  await expect(part.getByRole('rowheader').or(part.getByRole('cell')).first()).toHaveText('C1');
  await expectAccessible(page);

  const pdf = page.getByRole('link', { name: 'Télécharger en PDF' });
  const url = new URL((await pdf.getAttribute('href'))!, page.url()).href;
  const bytes = new Uint8Array(await (await page.request.get(url)).body());
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
  expect(text).toContain('La mesure de cette session');
  expect(text).toContain('C12');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('a juror reads it too, and it says that it changes no result', async ({ page }) => {
    await open(page, served.seed.juror);
    await expect(page.getByText('ne changent aucun résultat')).toBeVisible();
    await expectAccessible(page);
  });
});
