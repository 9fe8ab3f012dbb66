import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { seedEnrolment, type EnrolmentSeed } from './enrolment-seed.ts';
import { serve, type Served } from './server.ts';

let served: Served<EnrolmentSeed>;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  served = await serve(seedEnrolment, { BODY_SIZE_LIMIT: '6M' });
});
test.afterAll(() => served?.stop());

test.describe.configure({ mode: 'serial' });

let manager: Page;
let officer: Page;
let candidate: Page;
const candidates = () => `${served.url}/sessions/${served.seed.sessionId}/candidates`;

test.beforeAll(async ({ browser }) => {
  const signedIn = async (link: string) => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(link);
    return page;
  };
  manager = await signedIn(served.seed.manager);
  officer = await signedIn(served.seed.officer);
  candidate = await signedIn(served.seed.candidate);
});

/** A file on the disk of the person who imports it. */
function file(name: string, content: string | Uint8Array): string {
  const path = join(served.dataDir, name);
  writeFileSync(path, content);
  return path;
}

const head = 'Nom;Prénoms;Sexe;Né le;Lieu de naissance;Pays;Courriel;Taille';

test('a manager enrols someone by hand, and is told every fault first', async () => {
  await manager.goto(candidates());
  await expect(manager.getByText('2 candidats inscrits.')).toBeVisible();
  await expectAccessible(manager);
  await manager.getByLabel('Nom de naissance').fill('张伟');
  await manager.getByLabel('Prénoms').fill('Wei');
  await manager.getByLabel('Homme').check();
  await manager.getByLabel('Date de naissance').fill('1991-04-05');
  await manager.getByLabel('Commune ou ville de naissance').fill('Saint-Denis');
  await manager.getByLabel('Adresse électronique').fill('wei@exemple.fr');
  await manager.getByRole('button', { name: 'Inscrire', exact: true }).click();
  await expect(manager.getByRole('alert')).toContainText('transcription latine');
  await expect(manager.getByRole('alert')).toContainText('93066');
  await expect(manager.getByLabel('Prénoms')).toHaveValue('Wei');
  await expectAccessible(manager);

  await manager.getByLabel('Nom de naissance').fill('Zhang');
  await manager.getByLabel('Code INSEE').fill('93066');
  await manager.getByRole('button', { name: 'Inscrire', exact: true }).dblclick();
  await expect(manager.getByText('Wei Zhang est inscrit sous le numéro 3.')).toBeVisible();
  await expect(manager.getByRole('link', { name: 'Wei Zhang' })).toHaveCount(1);
});

test('a list with faults enrols nobody; corrected, it enrols everyone, once', async () => {
  await manager.goto(`${candidates()}/import`);
  await expectAccessible(manager);
  const choose = async (path: string) => {
    await manager.getByLabel('Liste des candidats').setInputFiles(path);
    await manager.getByRole('button', { name: 'Voir l’aperçu' }).click();
  };
  await choose(
    file(
      'liste.csv',
      [
        head,
        'Durand;Zoé;F;31/02/1990;Bordeaux;;zoe@exemple.fr;M',
        'N’Diaye;Awa;F;06/06/1999;Dakar;;awa@exemple.fr;S',
        'Belkacem;Inès Lina;F;12/03/1994;Bordeaux;;ines@exemple.fr;S'
      ].join('\n')
    )
  );
  await expect(manager.getByRole('alert')).toContainText('2 lignes à corriger');
  await expect(manager.getByText('Cette date n’existe pas')).toBeVisible();
  await expect(manager.getByText('indiquez le pays')).toBeVisible();
  await expect(manager.getByText('Taille')).toBeVisible();
  await expect(manager.getByRole('button', { name: /^Importer/ })).toHaveCount(0);
  await expectAccessible(manager);

  const good = file(
    'liste-corrigée.csv',
    Buffer.from(
      [
        head,
        'Durand;Zoé;F;31/01/1990;Bordeaux;;zoe@exemple.fr;M',
        'N’Diaye;Awa;F;06/06/1999;Dakar;Sénégal;awa@exemple.fr;S',
        'Belkacem;Inès Lina;F;12/03/1994;Bordeaux;;ines@exemple.fr;S'
      ]
        .join('\r\n')
        .replaceAll('’', "'"),
      'latin1'
    )
  );
  await choose(good);
  await manager.getByRole('button', { name: 'Importer ces 3 lignes' }).click();
  await expect(manager.getByText('2 inscrits, 1 déjà inscrit')).toBeVisible();
  await expect(manager.getByText('5 candidats inscrits.')).toBeVisible();

  await manager.goto(`${candidates()}/import`);
  await choose(good);
  await expect(manager.getByText('Tout le monde est déjà inscrit')).toBeVisible();
});

test('wrong files are refused with a sentence', async () => {
  await manager.goto(`${candidates()}/import`);
  for (const [name, content, sentence] of [
    ['liste.xlsx', '%PDF-1.7', 'Ce fichier est un PDF'],
    ['vide.csv', '', 'Ce fichier est vide'],
    ['énorme.csv', new Uint8Array(20_000_000).fill(65), 'Ce fichier dépasse 5 Mo']
  ] as const) {
    await manager.getByLabel('Liste des candidats').setInputFiles(file(name, content));
    await manager.getByRole('button', { name: 'Voir l’aperçu' }).click();
    await expect(manager.getByRole('alert')).toContainText(sentence);
  }
});

test('a candidate asks, the officer decides, and the manager learns what, not why', async () => {
  await candidate.goto(`${served.url}/dossier`);
  await expect(candidate.getByText('Salon Vendôme').first()).toBeVisible();
  await candidate.getByLabel('Ce dont vous avez besoin').fill('Je suis malentendante.');
  await candidate.getByRole('button', { name: 'Transmettre' }).click();
  await expect(candidate.getByText('Votre demande est transmise')).toBeVisible();
  await expectAccessible(candidate);

  await officer.goto(`${served.url}/accessibility`);
  await expect(officer.getByText('Une demande attend votre décision.')).toBeVisible();
  await expectAccessible(officer);
  await officer.getByRole('link', { name: 'Inès Belkacem' }).click();
  await expect(officer.getByText('Je suis malentendante.')).toBeVisible();
  await officer.getByLabel('Échange par écrit').check();
  await officer.getByLabel('Motifs').fill('Audiogramme vu.');
  await expectAccessible(officer);
  await officer.getByRole('button', { name: 'Enregistrer la décision' }).click();
  await expect(officer.getByText('La décision est enregistrée.')).toBeVisible();

  await manager.goto(candidates());
  await manager.getByRole('link', { name: 'Inès Belkacem' }).click();
  await expect(manager.getByText('Posez vos questions par écrit')).toBeVisible();
  await expectAccessible(manager);
  const html = await manager.content();
  expect(html).not.toContain('malentendante');
  expect(html).not.toContain('Audiogramme');
});

test('a convocation is read by its candidate, and by nobody else’s', async () => {
  await candidate.goto(`${served.url}/dossier`);
  const href = await candidate
    .getByRole('link', { name: 'Convocation (PDF)' })
    .getAttribute('href');
  const pdf = await candidate.request.get(`${served.url}${href}`);
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  const calendar = await candidate.request.get(`${served.url}${href!.replace('.pdf', '.ics')}`);
  expect(await calendar.text()).toContain('BEGIN:VCALENDAR');
  expect((await officer.request.get(`${served.url}${href}`)).status()).toBe(403);
  expect((await manager.request.get(`${candidates()}/convocations.pdf`)).status()).toBe(200);
});

test('a correction drawn from an old page is refused, and loses nothing', async () => {
  await manager.goto(candidates());
  await manager.getByRole('link', { name: 'Zoé Durand' }).click();
  await expect(manager.getByRole('heading', { name: 'Zoé Durand' })).toBeVisible();
  const older = await manager.context().newPage();
  await older.goto(manager.url());
  const correct = async (page: Page, name: string) => {
    await page.getByText('Corriger l’identité').click();
    await page.getByLabel('Nom d’usage').fill(name);
    await page.getByRole('button', { name: 'Enregistrer la correction' }).click();
  };
  await correct(manager, 'Morel');
  await expect(manager.getByRole('heading', { name: 'Zoé Morel' })).toBeVisible();
  await correct(older, 'Perrin');
  await expect(older.getByRole('alert')).toContainText('a changé depuis');
  await expect(older.getByLabel('Nom d’usage')).toHaveValue('Perrin');
  await older.close();
});

test('the whole of it works without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await manager.context().storageState()
  });
  const page = await context.newPage();
  await page.goto(`${candidates()}/import`);
  await page
    .getByLabel('Liste des candidats')
    .setInputFiles(file('une.csv', `${head}\nMarin;Léa;F;01/01/1995;Ajaccio;;lea@exemple.fr;S`));
  await page.getByRole('button', { name: 'Voir l’aperçu' }).click();
  await page.getByRole('button', { name: 'Importer cette ligne' }).click();
  await expect(page.getByText('1 inscrit.')).toBeVisible();
  await page.getByRole('link', { name: 'Léa Marin' }).click();
  await page.getByRole('button', { name: 'Annuler l’inscription' }).click();
  await expect(page.getByText('L’inscription de Léa Marin est annulée')).toBeVisible();
  await context.close();
});
