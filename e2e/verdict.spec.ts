import { expect, test, type Browser, type Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { serve, type Served } from './server.ts';
import { seedVerdict, type VerdictSeed } from './verdict-seed.ts';

let served: Served<VerdictSeed>;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  served = await serve(seedVerdict);
});
test.afterAll(() => served?.stop());

/** A browser of one's own, signed in by a link. */
async function comeIn(browser: Browser, link: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(link);
  return page;
}

test('from marked sheets to a certificate in hand, and a correction after it', async ({
  browser
}) => {
  test.setTimeout(900_000);
  const { sessionId, candidates, jurors, manager: managerLink } = served.seed;
  const [first, second] = [candidates[0]!, candidates[1]!];
  const session = `${served.url}/sessions/${sessionId}`;
  const manager = await comeIn(browser, managerLink);
  const president = await comeIn(browser, jurors[0]!.link);
  const juror = await comeIn(browser, jurors[1]!.link);

  await test.step('marks stay hidden until deliberation is open', async () => {
    await president.goto(`${session}/deliberation/${first.id}`);
    await expect(president.getByRole('heading', { level: 1 })).toHaveText(
      'Cette page n’existe pas'
    );
    await juror.goto(`${session}/deliberation`);
    await expect(juror.getByText('Toutes les grilles sont remises.')).toBeVisible();
    await expect(juror.getByRole('button', { name: 'Ouvrir la délibération' })).toHaveCount(0);
    await manager.goto(`${session}/deliberation`);
    await expectAccessible(manager);
    await manager.getByRole('button', { name: 'Ouvrir la délibération' }).click();
    await manager.getByRole('dialog').getByRole('button', { name: 'Ouvrir', exact: true }).click();
    await expect(manager.getByText('La délibération est ouverte.')).toBeVisible();
    await expectAccessible(manager);
  });

  await test.step('the president settles what is open, from the keyboard', async () => {
    await president.goto(`${session}/deliberation`);
    await expect(president.getByText('2 candidats attendent le jury.')).toBeVisible();
    await president.getByRole('link', { name: 'Examiner le premier' }).click();
    await expect(president.getByRole('heading', { level: 1 })).toContainText(first.name);
    await expectAccessible(president);

    await president.getByRole('button', { name: 'Arrêter la décision' }).click();
    await expect(president.getByText('Décision prise')).toHaveCount(0);
    await president.getByRole('radio', { name: /^0/ }).focus();
    await president.keyboard.press('3');
    await expect(president.getByRole('radio', { name: /^3/ })).toBeChecked();
    await president.getByRole('textbox', { name: 'Motif' }).fill('Relu ensemble, au vu des notes.');
    await president.keyboard.press('Control+Enter');
    await expect(president.getByText('Décision prise sur C1.1.')).toBeVisible();
    await expect(president.getByRole('main')).toContainText('Délivrée');
    await expectAccessible(president);

    await president
      .getByRole('link', { name: `Examiner ${second.name}` })
      .first()
      .click();
    await expect(president.getByText('1 critère observé sur 9')).toBeVisible();
    await president.getByRole('radio', { name: 'Validée', exact: true }).check();
    await president
      .getByRole('textbox', { name: 'Motif' })
      .fill('Le jury a pu en juger par les autres évaluations.');
    await president.getByRole('button', { name: 'Arrêter la décision' }).click();
    await expect(president.getByText('Tous les résultats sont arrêtés.')).toBeVisible();
  });

  await test.step('another juror reads the same, and decides nothing', async () => {
    await juror.goto(`${session}/deliberation/${first.id}`);
    await expect(juror.getByText('Relu ensemble, au vu des notes.')).toBeVisible();
    await expect(juror.getByRole('link', { name: /^Revoir/ })).toHaveCount(0);
  });

  await test.step('the minutes are drawn up, and every juror signs what they read', async () => {
    await manager.goto(`${session}/minutes`);
    await manager.getByRole('button', { name: 'Établir le procès-verbal' }).click();
    await expect(manager.getByText('Le procès-verbal est établi')).toBeVisible();
    await expectAccessible(manager);
    const pdf = await manager.request.get(`${session}/minutes/minutes.pdf`);
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');

    await juror.goto(`${session}/minutes`);
    await juror.getByLabel('Votre nom').fill('Un autre nom');
    await juror.getByRole('button', { name: 'Je signe' }).click();
    await expect(juror.getByRole('alert')).toContainText(jurors[1]!.name);
    await expectAccessible(juror);
    await juror.getByLabel('Votre nom').fill(jurors[1]!.name);
    await juror.getByRole('button', { name: 'Je signe' }).dblclick();
    await expect(juror.getByText('Votre signature est enregistrée.')).toBeVisible();
    await expect(juror.getByText('1 sur 2')).toBeVisible();
    await sign(president, `${session}/minutes`, jurors[0]!.name);
    await expect(president.getByText('la session est close')).toBeVisible();
  });

  const number = await test.step('certificates are issued, and letters leave', async () => {
    await manager.goto(`${session}/certificates`);
    await expectAccessible(manager);
    await manager.getByRole('button', { name: 'Délivrer les parchemins' }).click();
    await manager.getByRole('dialog').getByRole('button', { name: 'Délivrer' }).click();
    await expect(manager.getByText(/parchemins? (est|sont) délivrés?/)).toBeVisible();
    const certificate = manager.getByRole('link', { name: `Parchemin de ${first.name}` });
    const shown = (await certificate.textContent())?.trim() ?? '';
    const pdf = await manager.request.get(`${served.url}/certificates/${shown}`);
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await manager.getByRole('button', { name: 'Envoyer les résultats' }).click();
    await manager.getByRole('dialog').getByRole('button', { name: 'Envoyer' }).click();
    await expect(manager.getByText('2 lettres sont parties.')).toBeVisible();
    await manager.getByRole('button', { name: 'Envoyer les résultats' }).click();
    await manager.getByRole('dialog').getByRole('button', { name: 'Envoyer' }).click();
    await expect(manager.getByText('2 candidats avaient déjà reçu la leur')).toBeVisible();
    return shown;
  });

  await test.step('its candidate holds it, and anyone can have it confirmed', async () => {
    const candidate = await comeIn(browser, served.seed.candidate);
    await candidate.goto(`${served.url}/dossier`);
    await expect(candidate.getByText('la certification vous est délivrée')).toBeVisible();
    await expectAccessible(candidate);
    const own = candidate.getByRole('link', { name: 'Ouvrir mon parchemin' });
    const parchment = await candidate.request.get(
      new URL((await own.getAttribute('href')) ?? '', served.url).href
    );
    expect((await parchment.body()).subarray(0, 5).toString()).toBe('%PDF-');

    const anyone = await (await browser.newContext()).newPage();
    await anyone.goto(`${served.url}/verify`);
    await anyone.getByLabel('Numéro du certificat').fill(number.toLowerCase().replaceAll('-', ' '));
    await anyone.getByRole('button', { name: 'Vérifier', exact: true }).click();
    await expect(anyone).toHaveURL(`${served.url}/verify/${number}`);
    await expect(anyone.getByRole('heading', { level: 1 })).toHaveText(
      'Ce certificat est authentique.'
    );
    await expect(anyone.getByText(first.name)).toBeVisible();
    await expectAccessible(anyone);
    const refused = await anyone.request.get(`${served.url}/certificates/${number}`, {
      maxRedirects: 0
    });
    expect(refused.headers()['location']).toContain('/sign-in');
  });

  await test.step('a correction makes version 2, says why, and takes the award back', async () => {
    await president.goto(`${session}/deliberation/${first.id}?target=C1.1#C1.1`);
    await president.getByRole('radio', { name: /^0/ }).check();
    await president
      .getByRole('textbox', { name: 'Motif' })
      .fill('Le niveau relevé par le premier juré était juste.');
    await president.getByRole('button', { name: 'Arrêter la décision' }).click();
    await expect(president.getByText('remplacée')).toBeVisible();

    await manager.goto(`${session}/minutes`);
    await expect(manager.getByText('Les résultats ont changé depuis cette version.')).toBeVisible();
    await manager.getByLabel('Motif de la nouvelle version').fill('Niveau de C1.1 mal reporté.');
    await manager.getByRole('button', { name: 'Établir la version 2' }).click();
    await expect(manager.getByText('La version 2 est établie')).toBeVisible();

    await sign(juror, `${session}/minutes`, jurors[1]!.name);
    await sign(president, `${session}/minutes`, jurors[0]!.name);
    await expect(president.getByText('Niveau de C1.1 mal reporté.').first()).toBeVisible();
    await expectAccessible(president);

    await manager.goto(`${session}/certificates`);
    await manager.getByRole('button', { name: 'Délivrer les parchemins' }).click();
    await manager.getByRole('dialog').getByRole('button', { name: 'Délivrer' }).click();
    await expect(manager.getByText('Un certificat est révoqué.')).toBeVisible();
    await expectAccessible(manager);
    await manager.goto(`${served.url}/verify/${number}`);
    await expect(manager.getByRole('heading', { level: 1 })).toHaveText(
      'Ce certificat n’est plus valable.'
    );
    await expectAccessible(manager);
  });

  await test.step('the auditor reads every act, and has the chain verified', async () => {
    const auditor = await comeIn(browser, served.seed.auditor);
    await auditor.goto(`${served.url}/ledger`);
    await expect(auditor.getByRole('cell', { name: /^Certificat révoqué/ })).toBeVisible();
    await auditor.getByRole('button', { name: 'Vérifier le journal' }).click();
    await expect(auditor.getByText('Le journal est intact')).toBeVisible();
    await expectAccessible(auditor);
    await auditor.getByLabel('Acte').selectOption('Procès-verbal signé');
    await auditor.getByRole('button', { name: 'Filtrer' }).click();
    await expect(auditor.getByRole('row')).toHaveCount(5);
    await auditor.getByRole('link', { name: 'Session d’hiver' }).first().click();
    await expect(auditor.getByText('Seulement ce qui touche Session d’hiver.')).toBeVisible();
  });
});

async function sign(page: Page, minutes: string, name: string): Promise<void> {
  await page.goto(minutes);
  await page.getByLabel('Votre nom').fill(name);
  await page.getByRole('button', { name: 'Je signe' }).click();
  await expect(page.getByText('Votre signature est enregistrée.')).toBeVisible();
}

test('a number that nobody bears is denied, and one that cannot be read is explained', async ({
  page
}) => {
  await page.goto(`${served.url}/verify/LUX-2026-7K3M-9QXD`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Ce numéro n’est celui d’aucun certificat.'
  );
  await expectAccessible(page);
  await page.goto(`${served.url}/verify/bonjour`);
  await expect(page).toHaveURL(`${served.url}/verify?number=bonjour`);
  await expect(page.getByText('Ce numéro n’a pas la bonne forme')).toBeVisible();
  await expectAccessible(page);
});

test('guessing numbers is slowed down, and never indexed', async ({ request }) => {
  const guess = (place: number) =>
    request.get(`${served.url}/verify/LUX-2026-0000-${String(place).padStart(4, '0')}`);
  const statuses: number[] = [];
  for (let place = 0; place < 50; place += 1) statuses.push((await guess(place)).status());
  expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(40);
  const refused = statuses.indexOf(429);
  expect(refused).toBeGreaterThan(0);
  expect((await guess(99)).headers()['x-robots-tag']).toBe('noindex');
});
