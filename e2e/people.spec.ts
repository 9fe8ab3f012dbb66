import { expect, test, type Browser, type Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { expectAccessible } from './axe.ts';
import type { Role } from '../src/people/model.ts';
import { onePersonPerRole, type Someone } from './people.ts';
import { serve, type Served } from './server.ts';

let served: Served<Record<Role, Someone>>;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  served = await serve(onePersonPerRole);
});
test.afterAll(() => served?.stop());

/** Asks for a link on the page, and takes it from the letter that the demonstration prints. */
async function askForLink(page: Page, email: string): Promise<string> {
  const before = served.terminal().length;
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByRole('button', { name: 'Recevoir un lien' }).click();
  await expect(page.getByRole('heading', { name: 'Regardez votre courrier' })).toBeVisible();
  const letter = () => /https?:\S+\/sign-in\/link\S+/.exec(served.terminal().slice(before))?.[0];
  await expect.poll(letter).toBeDefined();
  return letter()!;
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`${served.url}/sign-in`);
  await page.goto(await askForLink(page, email));
  await page.getByRole('button', { name: 'Entrer dans Parchemin' }).click();
}

const withoutScript = (browser: Browser) =>
  browser.newPage({ javaScriptEnabled: false, locale: 'fr-FR' });

for (const script of ['with', 'without'] as const)
  test(`a letter’s link opens once, on the page that was asked for, ${script} JavaScript`, async ({
    browser
  }) => {
    const page = script === 'with' ? await browser.newPage() : await withoutScript(browser);
    await page.goto(`${served.url}/people?search=awa`);
    await expect(page).toHaveURL(/\/sign-in\?next=%2Fpeople%3Fsearch%3Dawa$/);
    const link = await askForLink(page, served.seed.auditor.email);
    await page.goto(link);
    await page.goto(link);
    await page.getByRole('button', { name: 'Entrer dans Parchemin' }).click();
    await expect(page).toHaveURL(`${served.url}/people?search=awa`);
    await expect(page.getByRole('link', { name: 'Awa N’Diaye' }).first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'Ajouter une personne' })).toHaveCount(0);

    const stranger = await browser.newPage();
    await stranger.goto(link);
    await stranger.getByRole('button', { name: 'Entrer dans Parchemin' }).click();
    await expect(stranger.getByText('Ce lien a déjà servi')).toBeVisible();
    await stranger.close();
    await page.close();
  });

test('an unknown address gets the same answer, and no letter leaves', async ({ page }) => {
  await page.goto(`${served.url}/sign-in`);
  const before = served.terminal().length;
  await page.getByLabel('Adresse électronique').fill('personne@exemple.fr');
  await page.getByRole('button', { name: 'Recevoir un lien' }).click();
  await expect(page.getByText('Si l’adresse personne@exemple.fr est connue')).toBeVisible();
  expect(served.terminal().slice(before)).not.toContain('personne@exemple.fr');
});

test('a manager adds someone without JavaScript: what was typed is kept, nothing is made twice', async ({
  browser
}) => {
  const page = await withoutScript(browser);
  await page.goto(served.seed.manager.link);
  await page.goto(`${served.url}/people/new`);
  await page.getByLabel('Nom', { exact: true }).fill('Léa 🎉 Martin');
  await page.getByLabel('Adresse électronique').fill('lea@exemple.fr');
  await page.getByLabel('Juré').check();
  await page.getByRole('button', { name: 'Ajouter' }).click();
  await expect(page.getByRole('alert')).toContainText('Rien n’a été enregistré');
  await expect(page.getByLabel('Adresse électronique')).toHaveValue('lea@exemple.fr');
  await expect(page.getByLabel('Juré')).toBeChecked();

  await page.getByLabel('Nom', { exact: true }).fill('Léa Martin');
  const form = await page
    .locator('main form')
    .evaluate((element: HTMLFormElement) =>
      Object.fromEntries([...new FormData(element)].map(([name, sent]) => [name, String(sent)]))
    );
  await page.getByRole('button', { name: 'Ajouter' }).click();
  await expect(page.getByRole('heading', { name: 'Léa Martin' })).toBeVisible();
  const person = page.url();
  const again = await page.request.post(`${served.url}/people/new`, {
    form,
    maxRedirects: 0,
    headers: { accept: 'text/html', origin: served.url }
  });
  expect([again.status(), again.headers()['location']]).toEqual([303, new URL(person).pathname]);
  await page.goto(`${served.url}/people?search=lea`);
  await expect(page.getByRole('link', { name: 'Léa Martin' })).toHaveCount(1);
  await page.close();
});

test('a second factor is set up, then asked for at each sign-in; the way in is narrow until then', async ({
  page
}) => {
  // Three sign-ins, one after the other.
  test.slow();
  await signIn(page, served.seed.manager.email);
  await page.goto(`${served.url}/account/security`);
  await page.getByRole('button', { name: 'Associer un appareil' }).click();
  const key = page.locator('code', { hasText: /^[A-Z2-7 ]{20,}$/ });
  const secret = (await key.innerText()).replaceAll(' ', '');
  const device = new TOTP({ secret: Secret.fromBase32(secret) });
  const backup = await page
    .getByRole('list', { name: 'Codes de secours' })
    .locator('code')
    .allInnerTexts();
  expect(backup).toHaveLength(10);
  await page.getByLabel('Code à six chiffres').fill('000000');
  await page.getByRole('button', { name: 'Confirmer l’appareil' }).click();
  await expect(page.getByRole('alert')).toContainText('Ce code n’est pas le bon');
  await page.getByLabel('Code à six chiffres').fill(device.generate());
  await page.getByRole('button', { name: 'Confirmer l’appareil' }).click();
  await expect(page.getByText('votre compte est protégé')).toBeVisible();
  await page.reload();
  await expect(page.getByText(secret.slice(0, 4))).toHaveCount(0);
  await page.getByRole('button', { name: 'Se déconnecter' }).click();

  // A code opens once: the next one, which the server takes a little early.
  const next = () => device.generate({ timestamp: Date.now() + 30_000 });
  for (const code of [next, () => backup[0]!]) {
    await signIn(page, served.seed.manager.email);
    await expect(page).toHaveURL(/\/sign-in\/second-factor/);
    for (const closed of ['/people', '/account', '/referential']) {
      await page.goto(served.url + closed);
      await expect(page).toHaveURL(/\/sign-in\/second-factor\?next=/);
    }
    await page.goto(`${served.url}/centres`);
    await page.getByLabel('Code', { exact: true }).fill(code());
    await page.getByRole('button', { name: 'Ouvrir' }).click();
    await expect(page.getByRole('heading', { name: 'Centres' })).toBeVisible();
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await expect(page.getByRole('link', { name: 'Se connecter' }).first()).toBeVisible();
  }
});

test('a form outlives a session that ends in another tab, and goes when sent again', async ({
  context,
  page
}) => {
  test.slow();
  await page.goto(served.seed.juror.link);
  await page.goto(`${served.url}/account`);
  await page.getByLabel('Nom').fill('Awa N’Diaye-Morel');
  const other = await context.newPage();
  await other.goto(served.url);
  await other.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(other.getByRole('link', { name: 'Se connecter' }).first()).toBeVisible();
  await page.bringToFront();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('alert')).toContainText('Votre connexion a pris fin');
  await expect(page.getByLabel('Nom')).toHaveValue('Awa N’Diaye-Morel');
  await other.bringToFront();
  await signIn(other, served.seed.juror.email);
  await expect(other).toHaveURL(`${served.url}/`);
  await page.bringToFront();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Votre nom est enregistré.')).toBeVisible();
});

test('a form sent without a network says so, keeps what was typed, and goes when sent again', async ({
  context,
  page
}) => {
  await signIn(page, served.seed.juror.email);
  await page.goto(`${served.url}/account`);
  await page.getByLabel('Nom').fill('Awa Morel');
  const send = page.getByRole('button', { name: 'Enregistrer' });
  await context.setOffline(true);
  await send.click();
  await expect(page.getByRole('alert')).toContainText('Le serveur ne répond pas.');
  await expect(page.getByLabel('Nom')).toHaveValue('Awa Morel');
  await expect(send).toBeFocused();
  await expectAccessible(page);
  await context.setOffline(false);
  await send.click();
  await expect(page.getByText('Votre nom est enregistré.')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('the language that one chooses stays', async ({ page }) => {
  await page.goto(`${served.url}/sign-in`);
  await page.getByRole('button', { name: 'English' }).first().click();
  await expect(page.getByRole('heading', { name: 'Enter' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.goto(`${served.url}/referential`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a page that a role does not open says so, calmly, and in the language chosen', async ({
  page
}) => {
  await page.goto(served.seed.candidate.link);
  const answer = await page.goto(`${served.url}/people`);
  expect(answer?.status()).toBe(403);
  await expect(page.getByText('Votre rôle n’ouvre pas cette page.')).toBeVisible();
  await page.getByRole('link', { name: 'Accueil' }).click();
  await expect(page).toHaveURL(`${served.url}/`);
});
