import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { shippedScript } from '../bench/tablet.ts';
import { markingSession } from '../src/jury/testing.ts';
import { createSignInLink } from '../src/people/index.ts';
import { criteriaOf, luxe, type AssessmentId } from '../src/referential/index.ts';
import { civilDay } from '../src/platform/civil-day.ts';
import { expectAccessible } from './axe.ts';
import { serve, type Served } from './server.ts';

const tablet = { width: 1180, height: 820 };
const portrait = { width: 820, height: 1180 };
const phone = { width: 390, height: 844 };
const ms4 = criteriaOf(luxe, 'MS4' as AssessmentId).map(({ id }) => id);

interface Seed {
  juror: string;
  undeclared: string;
  sheet: (number: number, assessment: string) => string;
}
let served: Served<Seed>;

// Each journey goes on where the one before it stopped.
test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(180_000);
  served = await serve(async (ground) => {
    const link = async (email: string) => {
      const made = await createSignInLink(ground, email);
      if (!made.ok) throw new Error(made.error.code);
      return made.value;
    };
    const day = civilDay(new Date());
    const open = await markingSession(ground, { candidates: 3, jurors: 2, day });
    const early = await markingSession(ground, { candidates: 2, jurors: 2, undeclared: true });
    return {
      juror: await link(open.jurors[0]!.email),
      undeclared: await link(early.jurors[0]!.email),
      sheet: (number, assessment) => open.sitting(number, assessment)
    };
  });
});
test.afterAll(() => served?.stop());

/** A tablet where the juror is signed in; the journeys share it, for a link is spent once. */
let context: BrowserContext;
let page: Page;
test.beforeAll(async ({ browser }) => {
  context = await browser.newContext({ viewport: tablet, hasTouch: true, reducedMotion: 'reduce' });
  page = await context.newPage();
  await page.goto(served.seed.juror);
});
test.afterAll(() => context?.close());

const open = async (number: number, assessment: string) => {
  await page.goto(`${served.url}/jury/${served.seed.sheet(number, assessment)}`);
  await expect(page.getByRole('button', { name: 'Remettre la grille' })).toBeVisible();
};
const row = (id: string) => page.locator(`[data-criterion="${id}"]`);
const level = (id: string, label: string) =>
  row(id).getByRole('radio', { name: label, exact: true });
const tap = (id: string, label: string) => level(id, label).tap();
/** What stays in sight at the head of the sheet. */
const bar = () => page.locator('header');
const allSaved = () => expect(bar().getByText('Tout est enregistré')).toBeVisible();

test('the day shows who comes when, and leads to the sheet', async () => {
  await page.goto(`${served.url}/jury`);
  await expect(page.getByRole('heading', { name: 'Ma journée' })).toBeVisible();
  await expect(page.getByText(/Il est \d+\sh/)).toBeVisible();
  await expectAccessible(page);
  const first = page.getByRole('listitem').filter({ hasText: 'MS4' }).first();
  await first.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('MS4');
  await page.getByRole('link', { name: 'Ma journée' }).click();
  await expect(page).toHaveURL(`${served.url}/jury`);
});

test('a whole sheet is marked by touch, with the network cut and the page reloaded half-way', async () => {
  await open(1, 'MS4');
  const [before, after] = [ms4.slice(0, 7), ms4.slice(7)];
  for (const id of before) await tap(id, 'Acquis');
  await allSaved();

  await context.setOffline(true);
  await tap('C7.1', 'Excellence');
  await expect(row('C7.1')).toContainText('sur cette tablette');
  await expect(bar().getByText(/Réseau absent/)).toBeVisible();
  await tap('C7.2', 'En cours d’acquisition');
  await expect(bar().getByText('2 notes gardées')).toBeVisible();
  await expectAccessible(page);
  await context.setOffline(false);
  await allSaved();

  await context.setOffline(true);
  await tap('C7.3', 'Non acquis');
  await expect(row('C7.3')).toContainText('sur cette tablette');
  // The page dies with a mark that never left; a page that comes back finds it on the tablet.
  await context.setOffline(false);
  await page.reload();
  await allSaved();
  await expect(level('C7.3', 'Non acquis')).toBeChecked();
  await expect(level('C7.1', 'Excellence')).toBeChecked();

  for (const id of after.slice(3)) await tap(id, 'Acquis');
  await tap('C8.6', 'Non observé');
  await page.getByRole('button', { name: 'Remettre la grille' }).tap();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('attend un commentaire');
  await expect(dialog.getByRole('button', { name: 'Je remets la grille' })).toBeDisabled();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'C8.6' }).tap();
  await page.getByLabel('Commentaire, C8.6').fill('Le client est parti avant la fin.');
  await page.getByLabel('Commentaire, C8.6').blur();
  await allSaved();
  await page.getByRole('button', { name: 'Remettre la grille' }).tap();
  await expect(dialog).toContainText('Chaque critère est noté');
  await dialog.getByRole('button', { name: 'Je remets la grille' }).tap();
  await expect(page.getByText('Grille remise')).toBeVisible();
  await expect(level('C6.1', 'Acquis')).toBeDisabled();
  await expectAccessible(page);
});

test('after hand-in a mark is corrected with its reason, and only so', async () => {
  await page.goto(`${served.url}/jury/${served.seed.sheet(1, 'MS4')}`);
  await row('C6.2').getByRole('button', { name: 'Corriger' }).tap();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Non acquis' }).tap();
  await dialog.getByRole('button', { name: 'Enregistrer la correction' }).tap();
  await expect(dialog.getByRole('alert')).toContainText('Dites pourquoi');
  await expectAccessible(page);
  await dialog.getByLabel('Raison de la correction').fill('Erreur de ligne.');
  await dialog.getByRole('button', { name: 'Enregistrer la correction' }).tap();
  await expect(row('C6.2')).toContainText('Corrigé : Erreur de ligne.');
  await allSaved();
  await page.reload();
  await expect(level('C6.2', 'Non acquis')).toBeChecked();
  await expect(row('C6.2')).toContainText('Corrigé : Erreur de ligne.');
});

test('a whole sheet is marked from the keyboard, and each mark is said', async () => {
  await open(2, 'MS4');
  for (const [place] of ms4.entries()) {
    await page.keyboard.press('j');
    await page.keyboard.press(String(place % 4));
  }
  await allSaved();
  await expect(page.getByRole('status').filter({ hasText: 'C8.6' })).toHaveText(
    'C8.6 : Excellence, enregistré'
  );
  for (const [place, id] of ms4.entries())
    await expect(
      row(id)
        .locator('input')
        .nth(place % 4)
    ).toBeChecked();
  await page.keyboard.press('k');
  await page.keyboard.press('n');
  await page.keyboard.type('Hors de vue');
  await page.keyboard.press('Tab');
  await allSaved();
  await expect(level('C8.5', 'Non observé')).toBeChecked();
  await page.reload();
  await expect(page.getByLabel('Commentaire, C8.5')).toHaveValue('Hors de vue');
});

test('a quick note is caught within a second, outlives a reload, and joins the comment of a criterion', async () => {
  await open(2, 'EC1');
  await expect(page.getByRole('button', { name: 'Note rapide' })).toBeVisible();
  await page.keyboard.press('q');
  const pad = page.getByRole('complementary', { name: 'Note rapide' });
  const typed = pad.getByLabel('Note rapide');
  await expect(typed).toBeFocused();
  await typed.pressSequentially('Cite la maison');
  await typed.press('Enter');
  await expect(typed).toHaveValue('');
  await typed.pressSequentially('Parle trop vite');
  // What was being typed is on the tablet within a second.
  await page.waitForTimeout(1000);
  await page.reload();
  const opener = page.getByRole('button', { name: /Note rapide.*2.*à rattacher/ });
  await opener.tap();
  await expect(pad.getByRole('listitem')).toHaveText([/Cite la maison/, /Parle trop vite/]);
  for (const size of [tablet, phone]) {
    await page.setViewportSize(size);
    await expectAccessible(page);
  }
  await page.setViewportSize(tablet);
  await pad.getByLabel('Rattacher à un critère : Cite la maison').selectOption('C1.2');
  await expect(pad.getByRole('status')).toHaveText('Rattachée au commentaire de C1.2');
  await expect(page.getByLabel('Commentaire, C1.2')).toHaveValue('Cite la maison');
  await typed.press('Escape');
  await tap('C1.2', 'Acquis');
  await allSaved();
  await page.reload();
  await expect(page.getByLabel('Commentaire, C1.2')).toHaveValue('Cite la maison');
  await page.getByRole('button', { name: 'Remettre la grille' }).tap();
  await expect(page.getByRole('dialog')).toContainText('Une note rapide n’est rattachée à aucun');
  await page.getByRole('button', { name: 'Annuler' }).tap();
});

test('two tabs of one sheet agree', async () => {
  await open(3, 'MS1');
  const other = await context.newPage();
  await other.goto(page.url());
  await tap('C3.1', 'Acquis');
  await expect(other.locator('[data-criterion="C3.1"] input').nth(2)).toBeChecked();
  await other.getByRole('group', { name: 'C3.1' }).getByRole('radio', { name: 'Excellence' }).tap();
  await expect(level('C3.1', 'Excellence')).toBeChecked();
  await page.reload();
  await expect(level('C3.1', 'Excellence')).toBeChecked();
  await other.close();
});

test('the server may fall and rise: the marks made meanwhile arrive', async () => {
  await open(3, 'MS2');
  await served.crash();
  await tap('C4.1', 'Acquis');
  await expect(bar().getByText(/Réseau absent/)).toBeVisible();
  await served.revive();
  await page.getByRole('button', { name: 'Réessayer' }).tap();
  await allSaved();
});

test('an absent candidate is handed in empty, after being asked', async () => {
  await open(3, 'MS3');
  await page.getByRole('button', { name: 'Remettre la grille' }).tap();
  await page.getByRole('button', { name: 'Le candidat est absent' }).tap();
  await page.getByRole('button', { name: 'Je déclare son absence' }).tap();
  await expect(page.getByText('Candidat absent')).toBeVisible();
});

test('the lights go down, and stay down, on every size of screen', async () => {
  await open(3, 'MS4');
  await page.getByRole('button', { name: 'Lumière basse' }).tap();
  for (const size of [tablet, portrait, phone]) {
    await page.setViewportSize(size);
    await expectAccessible(page);
  }
  await page.goto(`${served.url}/jury`);
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
  await expectAccessible(page);
  await open(3, 'MS4');
  await page.getByRole('button', { name: 'Lumière basse' }).tap();
  for (const size of [phone, portrait, tablet]) {
    await page.setViewportSize(size);
    await expectAccessible(page);
    for (const target of await row('C6.1').locator('label').all())
      expect((await target.boundingBox())!.height).toBeGreaterThanOrEqual(56);
  }
  const words = row('C6.1').locator('legend');
  expect(
    parseFloat(await words.evaluate((each) => getComputedStyle(each).fontSize))
  ).toBeGreaterThanOrEqual(20);
});

test('the timer runs, rests, and outlives a reload', async () => {
  await open(3, 'EC1');
  const timer = page.getByRole('group', { name: 'Minuteur' });
  await expect(timer.getByRole('timer')).toHaveText('60:00');
  await timer.getByRole('button', { name: 'Démarrer' }).tap();
  await expect(timer.getByRole('timer')).toHaveText(/^59:5\d$/);
  await timer.getByRole('button', { name: 'Suspendre' }).tap();
  const rested = await timer.getByRole('timer').textContent();
  await page.reload();
  await expect(timer.getByRole('timer')).toHaveText(rested!);
  await timer.getByRole('button', { name: 'Remettre à zéro' }).tap();
  await timer.getByRole('button', { name: 'Passer à l’entretien' }).tap();
  await expect(timer.getByRole('timer')).toHaveText('30:00');
});

test('ties are declared first, and without JavaScript too', async ({ browser }) => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const early = await plain.newPage();
  await early.goto(served.seed.undeclared);
  await early.goto(`${served.url}/jury`);
  await early.getByRole('link', { name: 'Déclarer mes liens' }).click();
  await expect(early.getByRole('button', { name: 'Je le déclare' })).toBeVisible();
  for (const [place, group] of (await early.locator('fieldset').all()).entries())
    await group.getByLabel(place === 0 ? 'Je l’ai formé' : 'Aucun lien').check();
  await early.getByRole('button', { name: 'Je le déclare' }).click();
  await expect(early).toHaveURL(`${served.url}/jury`);
  await expect(early.getByText('Lien déclaré').first()).toBeVisible();
  await early.close();
});

test('without JavaScript the sheet is read, and says what is needed to mark', async ({
  browser
}) => {
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await context.storageState()
  });
  const still = await plain.newPage();
  await still.goto(`${served.url}/jury/${served.seed.sheet(1, 'MS4')}`);
  await expect(still.locator('noscript')).toBeVisible();
  expect(await still.locator('noscript').textContent()).toContain('activez JavaScript');
  await expect(still.getByRole('radio').first()).toBeDisabled();
  await expect(still.locator('[data-criterion="C7.1"] input').nth(3)).toBeChecked();
  await plain.close();
});

test('a written example is marked, and the distance to the agreed marks is shown', async () => {
  await page.setViewportSize(tablet);
  await page.goto(`${served.url}/jury`);
  await page.getByRole('link', { name: 'S’accorder avant la session' }).click();
  await expectAccessible(page);
  await page.getByRole('link', { name: /Une bague remise/ }).click();
  await expect(page.getByText(/Projet/)).toBeVisible();
  await expectAccessible(page);
  for (const group of await page.locator('form fieldset').all())
    await group.getByText('Acquis', { exact: true }).click();
  await page.getByRole('button', { name: 'Comparer aux notes convenues' }).click();
  await expect(page.getByText(/3 critères identiques, 5 à un niveau, 1 à deux/)).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize(phone);
  await expectAccessible(page);
  await page.setViewportSize(tablet);
});

test('another juror’s sheet, or none, is not shown', async () => {
  const answer = await page.goto(`${served.url}/jury/01934b2a-7c00-7000-8000-000000000001`);
  expect(answer?.status()).toBe(404);
});

test('the marking page ships at most 60 kB of JavaScript', async () => {
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const path = `/jury/${served.seed.sheet(1, 'MS4')}`;
  const { gzip } = await shippedScript(Number(new URL(served.url).port), path, cookie);
  expect(gzip).toBeGreaterThan(20_000);
  expect(gzip).toBeLessThanOrEqual(60_000);
});
