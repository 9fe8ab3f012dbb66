import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { expectAccessible } from './axe.ts';
import { seedExam, type ExamSeed } from './exam-seed.ts';
import { serve, type Served } from './server.ts';

test.describe.configure({ mode: 'serial' });

let served: Served<ExamSeed>;
let board: Page;
const contexts: BrowserContext[] = [];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  served = await serve(seedExam);
  board = await device(browser, served.seed.manager);
});
test.afterAll(async () => {
  for (const context of contexts) await context.close().catch(() => undefined);
  await served?.stop();
});

/** A browser of its own, where someone signed in by their link. */
async function device(browser: Browser, link: string, width = 1440): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    reducedMotion: 'reduce',
    locale: 'fr-FR'
  });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(link);
  return page;
}

const room = () => `${served.url}/sessions/${served.seed.sessionId}/invigilation`;
const exam = (number: number, assessment: 'EC1' | 'EC2' | 'EC3' | 'MS1') =>
  `${served.url}/exam/${served.seed.sitting(number, assessment)}`;
const code = async () => (await board.locator('[data-code]').innerText()).trim();
/** A candidate's row on the board, in one assessment. */
const line = (assessment: string, number: number) =>
  board
    .locator(`#assessment-${assessment}`)
    .getByRole('row')
    .filter({ hasText: `N°\u00a0${number},` });
const saved = (page: Page) =>
  expect(page.locator('[data-delivery="idle"]')).toContainText('Enregistré');
const text = (page: Page, label: string) => page.getByLabel(label, { exact: true });

async function enter(page: Page, address: string) {
  await page.goto(address);
  await page.getByLabel('Code de la session').fill((await code()).toLowerCase());
  await page.getByRole('button', { name: 'J’entre' }).click();
}

async function admit(assessment: string, number: number) {
  await line(assessment, number).getByRole('button', { name: 'Identité vérifiée' }).click();
  await line(assessment, number).getByRole('button', { name: 'Donner le départ' }).click();
}

test('the manager reads the bank, and draws the subjects', async () => {
  await board.goto(`${served.url}/subjects`);
  await expect(board.getByRole('table')).toContainText('Relu');
  await expectAccessible(board);
  await board.getByRole('link', { name: /Lindqvist/ }).click();
  await expectAccessible(board);
  // What the jury alone reads is reviewed as the jury will read it.
  await board.goto(`${served.url}/subjects`);
  await board.getByRole('row').filter({ hasText: 'MS4' }).getByRole('link').first().click();
  await expect(board.getByRole('heading', { name: 'La fiche de rôle' })).toBeVisible();
  await expect(board.getByText('Sans fondement dans le dossier').first()).toBeVisible();
  await expect(board.getByRole('heading', { name: 'Notes de correction' })).toBeVisible();
  await expect(board.locator('pre')).toHaveCount(0);
  for (const width of [820, 390, 1440]) {
    await board.setViewportSize({ width, height: 900 });
    await expectAccessible(board);
  }
  // This installation has no assistant: the session's page says so, and what to set.
  await board.goto(`${served.url}/sessions/${served.seed.sessionId}`);
  await expect(board.getByText('PARCHEMIN_ASSISTANT_URL')).toBeVisible();
  await expectAccessible(board);
  await board.goto(room());
  await expectAccessible(board);
  await board.getByRole('button', { name: 'Tirer les sujets' }).click();
  await expect(board.getByText('24 sujets tirés')).toBeVisible();
  await expect(board.locator('[data-code]')).toHaveText(/^[0-9A-Z]{3} [0-9A-Z]{3}$/);
  await expectAccessible(board);
});

/** The text of the first candidate's e-mail, as it grows from test to test. */
let body = '';
let ines: Page;

test('a candidate comes in with the code, waits, is admitted, and reads the subject at the start', async ({
  browser
}) => {
  ines = await device(browser, served.seed.candidates[1]![0]!);
  await ines.goto(`${served.url}/exam`);
  await expectAccessible(ines);
  await ines.goto(exam(1, 'EC2'));
  await expectAccessible(ines);
  await ines.getByLabel('Code de la session').fill('AAAAAA');
  await ines.getByRole('button', { name: 'J’entre' }).click();
  await expect(ines.getByText('Ce code n’ouvre pas')).toBeVisible();
  await enter(ines, exam(1, 'EC2'));
  await expect(ines.getByRole('heading', { name: 'Bienvenue.' })).toBeVisible();
  await expectAccessible(ines);
  expect(await ines.content()).not.toContain('Consignes');
  await line('EC2', 1).getByRole('button', { name: 'Identité vérifiée' }).click();
  await expect(ines.getByRole('heading', { name: 'Vous êtes admis.' })).toBeVisible();
  await line('EC2', 1).getByRole('button', { name: 'Donner le départ' }).click();
  await expect(text(ines, 'Message')).toBeEditable();
  // An hour and a third, to a whole minute, applied by nobody.
  await expect(ines.getByRole('timer')).toHaveText(/^(80|79)\u00a0min$/);
  await expectAccessible(ines);
});

test('what is typed is kept within a second, and survives a page closed in the middle of a word', async () => {
  await text(ines, 'Objet').pressSequentially('Merci de votre séjour');
  await saved(ines);
  body = 'Chère Madame, votre marque-page vous attend. 👋\n';
  await text(ines, 'Message').fill(body);
  await text(ines, 'Message').press('End');
  const word = 'inachev';
  await text(ines, 'Message').pressSequentially(word);
  body += word;
  const context = ines.context();
  await ines.close({ runBeforeUnload: false });
  ines = await context.newPage();
  await ines.goto(exam(1, 'EC2'));
  await expect(text(ines, 'Message')).toHaveValue(body);
  await expect(text(ines, 'Objet')).toHaveValue('Merci de votre séjour');
  await saved(ines);
});

test('a device clock that jumps an hour ahead changes neither the time left nor the paper', async () => {
  await ines.evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 3_600_000;
  });
  await text(ines, 'Message').press('End');
  await text(ines, 'Message').pressSequentially('!');
  body += '!';
  await saved(ines);
  await expect(ines.getByRole('timer')).toHaveText(/^(80|79|78)\u00a0min$/);
  await expect(text(ines, 'Message')).toBeEditable();
});

test('a network cut, then a reload, lose nothing', async () => {
  await ines.context().setOffline(true);
  await text(ines, 'Message').press('Control+End');
  await text(ines, 'Message').pressSequentially('é, sans réseau');
  body += 'é, sans réseau';
  await expect(ines.getByText(/Réseau absent/)).toBeVisible();
  await expectAccessible(ines);
  await ines.context().setOffline(false);
  await saved(ines);
  await ines.reload();
  await expect(text(ines, 'Message')).toHaveValue(body);
});

test('a server killed and started again loses nothing either', async () => {
  await served.crash();
  await text(ines, 'Message').press('Control+End');
  await text(ines, 'Message').pressSequentially(' ni serveur');
  body += ' ni serveur';
  await expect(ines.getByText(/Réseau absent/)).toBeVisible();
  // The page dies before the server is back: the words are on the device alone, within a second.
  await ines.waitForTimeout(1000);
  const context = ines.context();
  await ines.close({ runBeforeUnload: false });
  await served.revive();
  ines = await context.newPage();
  await ines.goto(exam(1, 'EC2'));
  await expect(text(ines, 'Message')).toHaveValue(body);
  await expect(ines.getByText('Ce que vous aviez écrit avant l’interruption')).toBeVisible();
});

test('on two devices the newer writes, the older is told and reads', async ({ browser }) => {
  const other = await device(browser, served.seed.candidates[1]![1]!, 820);
  await other.goto(exam(1, 'EC2'));
  await expect(other.getByText('Vous avez déjà commencé sur un autre appareil')).toBeVisible();
  await expectAccessible(other);
  await board.goto(room());
  await enter(other, exam(1, 'EC2'));
  await expect(text(other, 'Message')).toHaveValue(body);
  await text(other, 'Formule de politesse et signature').fill('Votre dévouée');
  await saved(other);
  await expect(ines.getByText('Vous écrivez sur un autre appareil.')).toBeVisible();
  await expect(text(ines, 'Message')).not.toBeEditable();
  await expectAccessible(ines);
  await expectAccessible(other);
  await ines.getByRole('button', { name: 'Reprendre la plume ici' }).click();
  await expect(text(ines, 'Message')).toBeEditable();
  await expect(text(ines, 'Formule de politesse et signature')).toHaveValue('Votre dévouée');
});

test('the invigilator suspends, resumes and gives minutes back; a break stops the clock', async () => {
  await line('EC2', 1).getByRole('button', { name: 'Suspendre' }).click();
  await board.getByRole('dialog').getByLabel('Raison').fill('Alarme incendie');
  await expectAccessible(board);
  await board.getByRole('dialog').getByRole('button', { name: 'Je suspends' }).click();
  await expect(ines.getByRole('heading', { name: 'L’épreuve est suspendue.' })).toBeVisible();
  await expect(ines.getByText('Consignes')).toHaveCount(0);
  await expectAccessible(ines);
  await line('EC2', 1).getByRole('button', { name: 'Reprendre' }).click();
  await expect(text(ines, 'Message')).toHaveValue(body);
  await ines.getByRole('button', { name: 'Faire une pause' }).click();
  await expect(ines.getByRole('heading', { name: 'Votre pause.' })).toBeVisible();
  await expectAccessible(ines);
  await line('EC2', 1).getByRole('button', { name: 'Rendre du temps' }).click();
  await board.getByRole('dialog').getByLabel('Minutes').fill('10');
  await ines.getByRole('button', { name: 'Je reprends' }).click();
  await expect(text(ines, 'Message')).toBeEditable();
  // An order being filled in outlives what the candidate does meanwhile.
  const row = board.locator('#assessment-EC2 tr', { hasText: 'N°\u00a01,' });
  await expect(row).toContainText('En cours');
  await board.getByRole('dialog').getByLabel('Raison').fill('Alarme incendie');
  await board.getByRole('dialog').getByRole('button', { name: 'Je rends' }).click();
  await expect(ines.getByRole('timer')).toHaveText(/^(9\d|8\d)\u00a0min$/);
});

test('earlier versions are looked at and brought back', async () => {
  await ines.getByRole('button', { name: 'Versions' }).click();
  await expect(ines.getByRole('dialog')).toContainText('ni serveur');
  await expectAccessible(ines);
  await ines.getByRole('slider', { name: 'Moment' }).press('Home');
  await ines.getByRole('button', { name: 'Rétablir cette version' }).click();
  await expect(text(ines, 'Message')).not.toHaveValue(body);
  await ines.getByRole('button', { name: 'Versions' }).click();
  await expect(ines.getByRole('dialog')).toBeVisible();
  await ines.keyboard.press('Escape');
  await text(ines, 'Message').fill(body);
  await saved(ines);
});

test('handing in gives a receipt whose fingerprint anyone can compute', async () => {
  await ines.getByRole('button', { name: 'Remettre' }).click();
  await expect(ines.getByRole('dialog')).toContainText('Formule d’appel');
  await expectAccessible(ines);
  await ines.getByRole('button', { name: 'Je remets ma copie' }).click();
  await expect(ines.getByRole('heading', { name: 'Votre copie est remise.' })).toBeVisible();
  await expectAccessible(ines);
  const subject = await ines.locator('p.text').first().innerText();
  expect(subject).not.toBe('');
  const printed = (await ines.locator('code').first().innerText()).replaceAll(' ', '');
  const fields = await ines
    .locator('section h3')
    .evaluateAll((heads) =>
      heads.map((head) => [head.textContent, head.nextElementSibling?.textContent])
    );
  const names: Record<string, string> = {
    Objet: 'subject',
    Message: 'body',
    'Formule de politesse et signature': 'closing'
  };
  const told = fields
    .map(([label, value]) => [names[label ?? ''] ?? label, value])
    .sort(([one], [other]) => ((one ?? '') < (other ?? '') ? -1 : 1));
  expect(printed).toBe(createHash('sha256').update(JSON.stringify(told)).digest('hex'));
  await expect(line('EC2', 1)).toContainText('Remise');
});

test('a code that was changed no longer opens', async ({ browser }) => {
  const old = await code();
  await board.getByRole('button', { name: 'Changer le code' }).click();
  await expect(board.locator('[data-code]')).not.toHaveText(old);
  // The keyboard stays where it was.
  await expect(board.getByRole('button', { name: 'Changer le code' })).toBeFocused();
  const page = await device(browser, served.seed.candidates[3]![0]!, 390);
  await page.goto(exam(3, 'EC3'));
  await page.getByLabel('Code de la session').fill(old);
  await page.getByRole('button', { name: 'J’entre' }).click();
  await expect(page.getByText('n’ouvre plus')).toBeVisible();
  await expectAccessible(page);
  await enter(page, exam(3, 'EC3'));
  await admit('EC3', 3);
  await expect(page.getByLabel(/^Votre réponse à/)).toHaveCount(2);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Le dossier' }).click();
  await expectAccessible(page);
});

test('what was granted applies by itself, and a journey becomes the picture that is presented', async ({
  browser
}) => {
  const page = await device(browser, served.seed.candidates[2]![0]!);
  await enter(page, exam(2, 'EC1'));
  await admit('EC1', 2);
  await page.getByRole('button', { name: 'Ajouter une étape' }).click();
  await page.getByLabel('Étape', { exact: true }).fill('L’arrivée');
  await page.getByLabel('Points de vigilance').fill('Le seuil, trop haut pour un fauteuil.');
  await page.getByRole('button', { name: 'Ajouter une étape' }).click();
  await page.getByLabel('Étape', { exact: true }).last().fill('Le salon');
  await saved(page);
  const look = await page.evaluate(() => ({
    size: getComputedStyle(document.documentElement).fontSize,
    type: getComputedStyle(document.querySelector('textarea')!).fontFamily,
    paper: getComputedStyle(document.body).backgroundColor
  }));
  expect(look).toEqual({
    size: '22px',
    type: expect.stringContaining('OpenDyslexic'),
    paper: 'rgb(255, 255, 255)'
  });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Remettre' }).click();
  await page.getByRole('button', { name: 'Je remets ma copie' }).click();
  await page.getByRole('link', { name: 'Présenter en plein écran' }).click();
  await expect(page.getByRole('heading', { name: /L’arrivée/ })).toBeVisible();
  await expectAccessible(page);
});

test('the jury reads the subject, its role sheet and the answer', async ({ browser }) => {
  const juror = await device(browser, served.seed.juror, 1180);
  await juror.goto(`${served.url}/jury/${served.seed.sitting(1, 'MS1')}/subject`);
  await expect(juror.getByRole('heading', { name: 'La fiche de rôle' })).toBeVisible();
  await expectAccessible(juror);
  await juror.goto(`${served.url}/jury/${served.seed.sitting(1, 'EC2')}/subject`);
  await expect(juror.getByText('sans réseau ni serveur')).toBeVisible();
  await expectAccessible(juror);
});
