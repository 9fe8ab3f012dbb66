import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { seedCredential, type CredentialSeed } from './credential-seed.ts';
import { serve, type Served } from './server.ts';

let served: Served<CredentialSeed>;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  served = await serve(seedCredential);
});
test.afterAll(() => served?.stop());

const folder = mkdtempSync(join(tmpdir(), 'parchemin-credential-e2e-'));

async function comeIn(browser: Browser, link: string): Promise<Page> {
  const page = await (await browser.newContext({ acceptDownloads: true })).newPage();
  await page.goto(link);
  return page;
}

/** Saves what a link downloads. */
async function save(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click()
  ]);
  const file = join(folder, download.suggestedFilename());
  await download.saveAs(file);
  return file;
}

/** Hands a file over on the public page, as someone who drops it on the frame does. */
async function verify(page: Page, file: string): Promise<void> {
  await page.goto(`${served.url}/verify`);
  await page.getByLabel('Fichier reçu du titulaire').setInputFiles(file);
  await page.getByRole('button', { name: 'Vérifier le fichier' }).click();
}

const genuine = (page: Page) => page.getByRole('heading', { name: 'Ce fichier est authentique.' });
const refused = (page: Page) =>
  page.getByRole('heading', { name: 'Ce fichier ne vaut pas certificat.' });

test('a holder takes their credential away, and anyone has it verified', async ({ browser }) => {
  test.setTimeout(600_000);
  const { number, holder, sessionId } = served.seed;
  const candidate = await comeIn(browser, served.seed.candidate);
  const anyone = await (await browser.newContext()).newPage();
  const manager = await comeIn(browser, served.seed.manager);
  const files: string[] = [];

  await test.step('the dossier hands out the four forms, and the parchment', async () => {
    await candidate.goto(`${served.url}/dossier`);
    await expectAccessible(candidate);
    for (const name of ['Attestation (JSON)', 'Attestation (JWT)', 'Image (PNG)', 'Image (SVG)'])
      files.push(await save(candidate, name));
    const pdf = join(folder, `${number}.pdf`);
    const parchment = await candidate.request.get(`${served.url}/certificates/${number}`);
    writeFileSync(pdf, await parchment.body());
    files.push(pdf);
  });

  await test.step('each of them is verified, name and all', async () => {
    for (const file of files) {
      await verify(anyone, file);
      await expect(genuine(anyone), file).toBeVisible();
      await expect(anyone.getByText(holder)).toBeVisible();
      await expect(
        anyone.getByText('Signé par le certificateur, et inchangé depuis.')
      ).toBeVisible();
    }
    await expectAccessible(anyone);
  });

  await test.step('a file may be dropped on the frame', async () => {
    await anyone.goto(`${served.url}/verify`);
    await anyone.getByLabel('Fichier reçu du titulaire').waitFor();
    const text = readFileSync(files[0]!, 'utf8');
    const transfer = await anyone.evaluateHandle((content) => {
      const data = new DataTransfer();
      data.items.add(new File([content], 'attestation.json', { type: 'application/json' }));
      return data;
    }, text);
    await anyone
      .getByLabel('Fichier reçu du titulaire')
      .evaluate((input: HTMLInputElement, data) => {
        input.files = data.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      }, transfer);
    await anyone.getByRole('button', { name: 'Vérifier le fichier' }).click();
    await expect(genuine(anyone)).toBeVisible();
  });

  await test.step('what was tampered with is refused, and the reason is said', async () => {
    const [json = '', jwt = '', png = '', , pdf = ''] = files;
    const forged = join(folder, 'forged.json');
    writeFileSync(forged, readFileSync(json, 'utf8').replace(holder, 'Jean Faussaire'));
    await verify(anyone, forged);
    await expect(refused(anyone)).toBeVisible();
    await expect(anyone.getByText('La signature ne correspond pas')).toBeVisible();
    await expect(anyone.getByText('Jean Faussaire')).toHaveCount(0);
    await expectAccessible(anyone);

    const page = join(folder, 'page.pdf');
    const bytes = readFileSync(pdf);
    bytes[bytes.length - 200] = bytes[bytes.length - 200]! ^ 1;
    writeFileSync(page, bytes);
    await verify(anyone, page);
    await expect(refused(anyone)).toBeVisible();

    for (const [name, source, words] of [
      ['cut.png', png, 'ne porte aucune attestation signée'],
      ['cut.jwt', jwt, /abîmée ou modifiée|ne correspond pas|ni un PDF/]
    ] as const) {
      const cut = join(folder, name);
      writeFileSync(cut, readFileSync(source).subarray(0, 2000));
      await verify(anyone, cut);
      await expect(anyone.getByText(words)).toBeVisible();
    }
    const other = join(folder, 'letter.txt');
    writeFileSync(other, 'Madame, Monsieur, je suis certifiée.');
    await verify(anyone, other);
    await expect(anyone.getByText('n’est ni un PDF')).toBeVisible();
    await expectAccessible(anyone);
    const large = join(folder, 'large.pdf');
    writeFileSync(large, Buffer.alloc(5_300_000, '%PDF-'));
    await verify(anyone, large);
    await expect(anyone.getByText('trop grand')).toBeVisible();
  });

  await test.step('keys and lists are published, and lists say nothing of one holder', async () => {
    const did = await anyone.request.get(`${served.url}/.well-known/did.json`);
    expect(did.headers()['access-control-allow-origin']).toBe('*');
    const port = new URL(served.url).port;
    expect(await did.json()).toMatchObject({ id: `did:web:127.0.0.1%3A${port}` });
    for (const purpose of ['revocation', 'suspension']) {
      const list = await anyone.request.get(`${served.url}/status/${purpose}/1`);
      expect(await list.json()).toMatchObject({
        type: ['VerifiableCredential', 'BitstringStatusListCredential'],
        credentialSubject: { statusPurpose: purpose }
      });
    }
    for (const path of ['revocation/2', 'revocation/0', 'else/1'])
      expect((await anyone.request.get(`${served.url}/status/${path}`)).status()).toBe(404);
  });

  await test.step('the holder chooses what the public page says', async () => {
    const publicPage = `${served.url}/verify/${number}`;
    await anyone.goto(publicPage);
    await expect(anyone.getByText(holder)).toBeVisible();
    await candidate.getByLabel('Mon nom').uncheck();
    await candidate.getByLabel('Le niveau atteint dans chaque compétence').check();
    await candidate.getByRole('button', { name: 'Enregistrer mes choix' }).click();
    await expect(candidate.getByText('Vos choix sont enregistrés.')).toBeVisible();
    await expect(candidate.getByLabel('Mon nom')).not.toBeChecked();
    await anyone.goto(publicPage);
    await expect(anyone.getByText('Son titulaire ne partage pas son nom.')).toBeVisible();
    await expect(anyone.getByText(holder)).toHaveCount(0);
    await expect(anyone.getByRole('heading', { name: 'Niveaux atteints' })).toBeVisible();
    await expectAccessible(anyone);
  });

  const act = async (name: string, confirm: string) => {
    await manager.goto(`${served.url}/sessions/${sessionId}/certificates`);
    await manager.getByRole('button', { name, exact: true }).first().click();
    const dialog = manager.getByRole('dialog');
    const reason = dialog.getByLabel('Motif');
    if ((await reason.count()) > 0) await reason.fill('Identité à confirmer.');
    await dialog.getByRole('button', { name: confirm }).click();
    await expect(manager.getByRole('status').first()).toBeVisible();
  };

  await test.step('suspended, it is refused; lifted, it is valid again', async () => {
    await act('Suspendre', 'Suspendre');
    await expect(manager.getByText('Le certificat est suspendu.')).toBeVisible();
    await expectAccessible(manager);
    await verify(anyone, files[0]!);
    await expect(refused(anyone)).toBeVisible();
    await expect(anyone.getByText('est suspendu par le certificateur')).toBeVisible();
    await anyone.goto(`${served.url}/verify/${number}`);
    await expect(anyone.getByRole('heading', { level: 1 })).toHaveText(
      'Ce certificat est suspendu.'
    );
    await expectAccessible(anyone);
    await act('Rétablir', 'Rétablir');
    await verify(anyone, files[1]!);
    await expect(genuine(anyone)).toBeVisible();
  });

  await test.step('revoked, every form of it is refused for good', async () => {
    await act('Révoquer', 'Révoquer');
    await expect(manager.getByText('Le certificat est révoqué.')).toBeVisible();
    for (const file of files) {
      await verify(anyone, file);
      await expect(refused(anyone), file).toBeVisible();
      await expect(anyone.getByText('a été révoqué par le certificateur')).toBeVisible();
    }
    await expectAccessible(anyone);
  });
});

test('without script the page verifies just the same', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const file = join(folder, 'note.json');
  writeFileSync(file, '{"credentialSubject":{}}');
  await verify(page, file);
  await expect(refused(page)).toBeVisible();
});

test('nobody else reads a holder’s files', async ({ request }) => {
  for (const name of ['credential.json', 'credential.jwt', 'badge.png', 'badge.svg']) {
    const answer = await request.get(`${served.url}/certificates/${served.seed.number}/${name}`, {
      maxRedirects: 0
    });
    expect(answer.headers()['location']).toContain('/sign-in');
  }
});
