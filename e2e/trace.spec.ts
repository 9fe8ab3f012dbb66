import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { testProvider, type TestProvider } from '../src/exam/assistant/provider.testing.ts';
import { expectAccessible } from './axe.ts';
import { serve, type Served } from './server.ts';
import { draft, seedTrace, type TraceSeed } from './trace-seed.ts';

test.describe.configure({ mode: 'serial' });

let served: Served<TraceSeed>;
let provider: TestProvider;
let juror: Page;
let manager: Page;
let candidate: Page;
const contexts: BrowserContext[] = [];
const words = draft.split(/(?<= )/);
const fails = (broken: boolean) =>
  provider.behave(
    broken
      ? { kind: 'cut', after: ['Je vous prie d’agré'], clean: true }
      : { kind: 'answer', words }
  );

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  provider = await testProvider();
  served = await serve((ground) => seedTrace(ground, provider.config, fails), {
    PARCHEMIN_ASSISTANT_URL: provider.config.url,
    PARCHEMIN_ASSISTANT_MODEL: provider.config.model
  });
  // A sign-in link opens once: each person keeps one device through the whole journey.
  juror = await device(browser, served.seed.juror);
  manager = await device(browser, served.seed.manager);
  candidate = await device(browser, served.seed.candidate);
});
test.afterAll(async () => {
  for (const context of contexts) await context.close().catch(() => undefined);
  await served?.stop();
  await provider?.close();
});

async function device(browser: Browser, link: string): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'fr-FR' });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(link);
  return page;
}
const trace = (sitting: string) => `${served.url}/jury/${sitting}/answer`;

test('the jury reads where each word comes from, by more than a colour', async () => {
  await juror.goto(trace(served.seed.written));
  const paper = juror.getByRole('region', { name: 'La copie', exact: true });
  await expect(paper.locator('p .assistant').first()).toContainText('A');
  await expect(paper.locator('p .assistant-edited')).toHaveCount(1);
  await expect(paper.locator('p .pasted', { hasText: 'Lorem ipsum' })).toContainText('C');
  await expect(paper.getByRole('region', { name: 'Mots de la copie' })).toContainText(
    'Collé d’ailleurs'
  );
  for (const width of [1440, 820, 390]) {
    await juror.setViewportSize({ width, height: 900 });
    await expectAccessible(juror);
  }
  await juror.setViewportSize({ width: 1440, height: 900 });
});

test('the making can be walked through, by keyboard, from the first word to the last', async () => {
  const paper = juror.getByRole('region', { name: 'La copie', exact: true });
  await expect(paper).toContainText('Telle qu’elle fut remise');
  const slider = juror.getByRole('slider', { name: 'Moment de l’épreuve' });
  await slider.focus();
  await slider.press('Home');
  await expect(paper).toContainText('Telle qu’elle était à');
  await expect(paper).not.toContainText('Lorem ipsum');
  await expectAccessible(juror);
  await juror.getByRole('button', { name: 'Insertion depuis l’assistant' }).click();
  await expect(paper.locator('p .assistant')).toContainText('très honorés');
  await slider.press('End');
  await expect(paper).toContainText('Lorem ipsum');
});

test('the conversation is whole, failures included', async () => {
  await juror.getByRole('tab', { name: 'Conversation' }).click();
  const panel = juror.getByRole('tabpanel');
  await expect(panel).toContainText('heureux de le recevoir');
  await expect(panel).toContainText(draft);
  await expect(panel).toContainText('1 minute');
  await expect(panel).toContainText('Interrompue par une panne');
  await expect(panel).toContainText('mots tels quels');
  await expectAccessible(juror);
});

test('clues are facts with a place, and no mark anywhere', async () => {
  await juror.getByRole('tab', { name: 'Indices' }).click();
  const clue = juror.getByRole('button', { name: /acceuil.*dictionnaire/ });
  await clue.click();
  await expect(juror.locator('mark')).toHaveText('acceuil');
  await expect(juror.getByText('Des indices, à vérifier')).toBeVisible();
  await expect(juror.getByRole('tabpanel')).toContainText('Formule de politesse trouvée');
  await expect(juror.getByRole('main')).not.toContainText(/score|sur 20|probabilité/i);
  await expectAccessible(juror);
});

test('the jury reads a journey as it is presented, its notes, and how it was made', async () => {
  await juror.goto(trace(served.seed.journey));
  const paper = juror.getByRole('region', { name: 'La copie', exact: true });
  const stages = paper.getByRole('heading', { level: 4 });
  await expect(stages).toHaveText([/1\s+L’acceuil au salon/, /2\s+L’arrivée/]);
  await expect(paper).toContainText('Le chien guide a sa place.');
  await expect(paper).toContainText('Commencer par la cliente');
  await expect(paper.locator('.pasted', { hasText: 'Lorem ipsum' }).first()).toContainText('C');
  // No assistant in this assessment: no conversation.
  await expect(juror.getByRole('tab')).toHaveText(['Évolution', 'Indices']);
  for (const width of [1440, 820, 390]) {
    await juror.setViewportSize({ width, height: 900 });
    await expectAccessible(juror);
  }
  await juror.setViewportSize({ width: 1440, height: 900 });
  await juror.getByRole('button', { name: 'Étape ajoutée' }).nth(1).click();
  await expect(stages).toHaveText([/1\s+L’arrivée/, /2\s+Étape 2/]);
  await juror.getByRole('tab', { name: 'Indices' }).click();
  const clues = juror.getByRole('tabpanel');
  await expect(clues).toContainText('La carte a 2 étapes.');
  await expect(clues).toContainText('écrit à l’étape 2');
  await expect(clues).not.toContainText(/brouillon|score|sur 20/i);
  await juror.getByRole('button', { name: /acceuil.*dictionnaire/ }).click();
  await expect(juror.locator('mark')).toHaveText('L’acceuil');
  await expectAccessible(juror);
});

test('a paper opens to its own jury and to those who follow, once it is closed', async ({
  browser
}) => {
  const statusFor = async (page: Page, sitting: string) =>
    (await page.request.get(trace(sitting), { headers: { accept: 'text/html' } })).status();
  expect(await statusFor(juror, served.seed.open)).toBe(400);
  const { stranger, auditor, written } = served.seed;
  expect(await statusFor(await device(browser, stranger), written)).toBe(404);
  expect(await statusFor(await device(browser, auditor), written)).toBe(200);
  expect(await statusFor(manager, written)).toBe(200);
  expect(await statusFor(candidate, written)).toBe(403);
});

test('a candidate asks, watches the answer come, and puts it into the text', async () => {
  const board = manager;
  await board.goto(`${served.url}/sessions/${served.seed.sessionId}/invigilation`);
  const code = (await board.locator('[data-code]').innerText()).trim();
  const page = candidate;
  await page.goto(`${served.url}/exam/${served.seed.toWrite}`);
  await page.getByLabel('Code de la session').fill(code);
  await page.getByRole('button', { name: 'J’entre' }).click();
  const row = board.locator('#assessment-EC2').getByRole('row').filter({ hasText: 'N°\u00a02,' });
  await row.getByRole('button', { name: 'Identité vérifiée' }).click();
  await row.getByRole('button', { name: 'Donner le départ' }).click();
  const message = page.getByLabel('Message', { exact: true });
  await expect(message).toBeEditable();
  await message.fill('Chère Madame,\n');
  await message.press('End');

  fails(false);
  const question = page.getByLabel('Votre question');
  await question.fill('Comment remercier ?');
  await question.press('Control+Enter');
  const assistant = page.getByRole('complementary', { name: 'Assistant' });
  await expect(assistant.locator('.answer')).toHaveText(draft);
  await expect(assistant.getByRole('status')).toContainText('Réponse arrivée');
  await expectAccessible(page);
  await assistant.getByRole('button', { name: 'Insérer la réponse' }).click();
  await expect(message).toHaveValue(`Chère Madame,\n${draft}`);

  // A part of an answer, by what is selected in it; nothing is, once something else is.
  await assistant.locator('.answer').dblclick();
  await expect(assistant.getByRole('button', { name: 'Insérer la sélection' })).toBeVisible();
  await question.click();
  await expect(assistant.getByRole('button', { name: 'Insérer la réponse' })).toBeVisible();

  // A failure says so, and leaves the text as it was.
  fails(true);
  await question.fill('Et pour finir ?');
  await assistant.getByRole('button', { name: 'Envoyer' }).click();
  await expect(assistant.getByText('Votre texte est intact').first()).toBeVisible();
  await expect(assistant.locator('.answer').last()).toHaveText('Je vous prie d’agré');
  await expect(message).toHaveValue(`Chère Madame,\n${draft}`);
  for (const width of [820, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.getByRole('button', { name: 'Assistant' }).click();
    await expectAccessible(page);
  }
});

test('the manager sees what the assistant cost, and gives the minutes back', async () => {
  // The board followed by itself while the candidate was asking.
  const row = manager.locator('#assessment-EC2').getByRole('row').filter({ hasText: 'N°\u00a02,' });
  await expect(row).toContainText('réponse interrompue');
  await expect(row).toContainText('1\u00a0min perdue');
  for (const width of [820, 390, 1440]) {
    await manager.setViewportSize({ width, height: 900 });
    await expectAccessible(manager);
  }
  await row.getByRole('button', { name: 'Rendre 1\u00a0min' }).click();
  const dialog = manager.getByRole('dialog');
  await expect(dialog.getByLabel('Minutes')).toHaveValue('1');
  await expect(dialog.getByLabel('Raison')).toHaveValue(/^Assistant, réponse interrompue à/);
  await dialog.getByLabel('Minutes').fill('3');
  await expectAccessible(manager);
  await dialog.getByRole('button', { name: 'Je rends' }).click();
  await expect(row).toContainText('perdue, rendue');
  await expect(row.getByRole('button', { name: 'Rendre 1\u00a0min' })).toHaveCount(0);
});
