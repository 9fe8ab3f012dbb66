import { readFileSync } from 'node:fs';
import { expect, test, type Browser, type Page } from '@playwright/test';
import {
  conclude,
  deliberate,
  factsFor,
  foundHouse,
  markSheets,
  must,
  openDay,
  prepareSession
} from '../src/cli/rehearsal/rehearse.ts';
import readSheets from 'read-excel-file/node';
import { readCertificates } from '../src/parchment/index.ts';
import { createSignInLink } from '../src/people/index.ts';
import type { Ground } from '../src/platform/ground.ts';
import { readPdf } from '../src/platform/typeset/testing.ts';
import { manualClock } from '../src/platform/clock.ts';
import { ok } from '../src/platform/result.ts';
import { faultsOf } from '../src/registry/cdc/testing.ts';
import { answerSurvey, sendSurveys } from '../src/registry/surveys/index.ts';
import { fullName } from '../src/session/index.ts';
import { expectAccessible } from './axe.ts';
import { serve, type Served } from './server.ts';

/** A session that is over, with at least two holders, and a way in for those who read its registry. */
async function seedRegistry(ground: Ground) {
  const house = await foundHouse(ground, 12);
  const sessionId = await prepareSession(ground, house, {
    title: 'Session d’automne',
    day: new Date().toISOString().slice(0, 10),
    candidates: 12,
    seed: 7
  });
  await openDay(ground, house, sessionId);
  await markSheets(ground, house, sessionId, 7);
  await deliberate(ground, house, sessionId);
  await conclude(ground, house, sessionId);
  const held = new Set(
    (await readCertificates(ground.db, sessionId)).map(({ enrolmentId }) => enrolmentId)
  );
  const facts = await factsFor(ground, sessionId);
  const holders = facts.enrolments
    .filter(({ id }) => held.has(id))
    .map((each) => ({ id: each.id, name: fullName(each), email: each.email }));
  // The first is erased on the way: another is asked to answer by the link.
  const survey = await askHolders(ground, holders.at(-1)!.email);
  const link = async ({ email }: { email: string }) =>
    must(await createSignInLink(ground, email, { hours: 2 }));
  return {
    sessionId,
    holders,
    survey,
    managerOnceMore: await link(house.manager),
    auditorOnceMore: await link(house.auditor),
    manager: await link(house.manager),
    auditor: await link(house.auditor),
    auditorAgain: await link(house.auditor),
    managerAgain: await link(house.manager)
  };
}

/** Half a year later, holders are asked; all but one answer. @returns the path of that one’s survey */
async function askHolders(ground: Ground, silent: string): Promise<string> {
  const paths = new Map<string, string>();
  const later = {
    ...ground,
    clock: manualClock(new Date(ground.clock.now().getTime() + 190 * 86_400_000)),
    mail: {
      async send({ to, text }: { to: string; text: string }) {
        paths.set(to, /\/survey\/[\w-]+/.exec(text)?.[0] ?? '');
        return ok('sent' as const);
      }
    }
  };
  must(await sendSurveys(later));
  for (const [to, path] of paths)
    if (to !== silent)
      must(
        await answerSurvey(later, path.slice('/survey/'.length), {
          situation: 'employed',
          luxury: 'yes',
          usefulness: 'decisive',
          comment: ''
        })
      );
  return paths.get(silent) ?? '';
}

/** Wide, middling, narrow. */
const widths = [1440, 820, 390];

async function expectAccessibleAtAllWidths(page: Page): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

let served: Served<Awaited<ReturnType<typeof seedRegistry>>>;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  served = await serve(seedRegistry);
});
test.afterAll(() => served?.stop());

async function comeIn(browser: Browser, link: string): Promise<Page> {
  const page = await (await browser.newContext({ acceptDownloads: true })).newPage();
  await page.goto(link);
  return page;
}

const receiptOf = (flux: string, accepted: string[], refused: string) =>
  `<ns2:rapport xmlns:ns2="urn:cdc:cpf:pc5:rapport:schema"><nomFichier>cdc.xml</nomFichier><idFlux>${flux}</idFlux><PassagesOK>${accepted.map((id) => `<idTechnique>${id}</idTechnique>`).join('')}</PassagesOK><PassagesKO><passage><idTechnique>${refused}</idTechnique><messageErreur>Aucun titulaire ne correspond aux critères obligatoires</messageErreur></passage></PassagesKO></ns2:rapport>`;

test('holders are declared to the Caisse, and what it refuses is put right', async ({
  browser
}) => {
  test.setTimeout(600_000);
  const { sessionId, holders, manager: managerLink, auditor: auditorLink } = served.seed;
  expect(holders.length).toBeGreaterThan(1);
  const [wrong, ...right] = [holders[0]!, ...holders.slice(1)];
  const declaration = `${served.url}/sessions/${sessionId}/registry`;
  const manager = await comeIn(browser, managerLink);

  await test.step('the certifying body gives its identifiers, once', async () => {
    await manager.goto(`${served.url}/registry`);
    await expectAccessible(manager);
    await manager.getByLabel('Matricule (idClient)').fill('12abc34');
    await manager.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(manager.getByRole('alert')).toContainText('huit');
    await manager.getByLabel('Matricule (idClient)').fill('12abc345');
    await manager.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(manager.getByText('Les identifiants sont enregistrés.')).toBeVisible();
  });

  const xml = await test.step('the file is previewed, prepared and downloaded', async () => {
    await manager.goto(`${served.url}/sessions/${sessionId}`);
    await manager.getByRole('link', { name: 'Déclaration' }).click();
    await expect(manager.getByText('À déclarer', { exact: true })).toHaveCount(holders.length);
    await expectAccessible(manager);
    await manager.getByRole('button', { name: 'Préparer le fichier' }).click();
    await manager
      .getByRole('dialog')
      .getByRole('button', { name: 'Préparer', exact: true })
      .click();
    await expect(manager.getByText('Le fichier est prêt')).toBeVisible();
    await expectAccessible(manager);
    const saving = manager.waitForEvent('download');
    await manager.getByRole('link', { name: 'Télécharger', exact: true }).click();
    const file = readFileSync(await (await saving).path(), 'utf8');
    expect(await faultsOf(file)).toEqual([]);
    expect(file).toContain('<cpf:idClient>12ABC345</cpf:idClient>');
    for (const { id } of holders) expect(file).toContain(id);
    return file;
  });

  await test.step('its receipt is read, and each refusal shown beside its candidate', async () => {
    const flux = /<cpf:idFlux>([^<]+)/.exec(xml)?.[1] ?? '';
    const answer = receiptOf(
      flux,
      right.map(({ id }) => id),
      wrong.id
    );
    const upload = async (content: string) => {
      await manager
        .getByLabel('Accusé de traitement')
        .setInputFiles({ name: 'accuse.xml', mimeType: 'text/xml', buffer: Buffer.from(content) });
      await manager.getByRole('button', { name: 'Lire l’accusé' }).click();
    };
    await upload('Bonjour');
    await expect(manager.getByRole('alert')).toContainText('accusé de traitement');
    await upload(answer);
    await expect(manager.getByText(/^Accusé lu/)).toBeVisible();
    const row = manager.getByRole('row').filter({ hasText: wrong.name });
    await expect(row).toContainText('Refusé');
    await expect(row).toContainText('Aucun titulaire ne correspond');
    await expect(row).toContainText('pièce d’identité');
    await expectAccessible(manager);
    await upload(answer);
    await expect(manager.getByText('Cet accusé avait déjà été lu')).toBeVisible();
  });

  await test.step('the identity is corrected, and declared again alone', async () => {
    await manager.getByRole('link', { name: 'Corriger l’identité' }).click();
    await manager.locator('summary').getByText('Corriger l’identité').click();
    await manager.getByLabel('Nom de naissance').fill('Nom-Exact');
    await manager.getByRole('button', { name: 'Enregistrer la correction' }).click();
    await expect(manager.getByText('Nom-Exact').first()).toBeVisible();
    await manager.goto(declaration);
    await expect(manager.getByText('À renvoyer, corrigé')).toHaveCount(1);
    await manager.getByRole('button', { name: 'Préparer le fichier' }).click();
    await manager
      .getByRole('dialog')
      .getByRole('button', { name: 'Préparer', exact: true })
      .click();
    await expect(manager.getByText('Le fichier est prêt : 1 titulaire.')).toBeVisible();
    await manager.setViewportSize({ width: 390, height: 844 });
    await expectAccessible(manager);
  });

  await test.step('an auditor reads it all, and changes nothing', async () => {
    const auditor = await comeIn(browser, auditorLink);
    await auditor.goto(declaration);
    await expect(auditor.getByText('Accusé attendu', { exact: true })).toHaveCount(1);
    await expect(auditor.getByRole('button', { name: 'Préparer le fichier' })).toHaveCount(0);
    await expect(auditor.getByRole('link', { name: /Télécharger/ })).toHaveCount(0);
    await auditor.goto(`${served.url}/registry`);
    await expect(auditor.getByRole('button', { name: 'Enregistrer' })).toHaveCount(0);
    await expectAccessible(auditor);
  });
});

test('figures, the record of processing, one’s own data and an erasure are within reach', async ({
  browser
}) => {
  const { sessionId, holders, auditorAgain, managerAgain } = served.seed;
  const auditor = await comeIn(browser, auditorAgain);
  for (const path of ['/registry/indicators', '/registry/privacy']) {
    await auditor.goto(`${served.url}${path}`);
    await expectAccessibleAtAllWidths(auditor);
  }
  await auditor.goto(`${served.url}/registry/indicators`);
  await expect(
    auditor.getByRole('heading', { name: 'Ce que deviennent les titulaires' })
  ).toBeVisible();
  await expect(auditor.getByRole('rowheader', { name: 'À 6 mois', exact: true })).toBeVisible();
  const csv = await auditor.request.get(`${served.url}/registry/indicators/table.csv`);
  expect(await csv.text()).toContain('"Ensemble"');
  const own = await auditor.request.get(`${served.url}/account/data.zip`);
  expect((await own.body()).subarray(0, 2).toString()).toBe('PK');

  const manager = await comeIn(browser, managerAgain);
  const dossier = `${served.url}/sessions/${sessionId}/candidates/${holders[0]!.id}/privacy`;
  await manager.goto(dossier);
  await expectAccessible(manager);
  const data = await manager.request.get(`${dossier}/data.zip`);
  expect((await data.body()).subarray(0, 2).toString()).toBe('PK');
  await manager.getByRole('button', { name: 'Effacer la personne' }).click();
  await manager.getByRole('dialog').getByRole('button', { name: 'Effacer', exact: true }).click();
  await expect(manager.getByText('L’identité et le parchemin du titulaire restent.')).toBeVisible();
  await manager.goto(`${served.url}/centres`);
  await manager.getByRole('link', { name: 'École des Arts de Recevoir' }).click();
  await expectAccessible(manager);
});

test('a manager writes the renewal file, and takes it away; an auditor reads it', async ({
  browser
}) => {
  const { managerOnceMore, auditorOnceMore } = served.seed;
  const manager = await comeIn(browser, managerOnceMore);
  await manager.goto(`${served.url}/registry`);
  await expect(manager.getByRole('heading', { name: 'Chaque nuit' })).toBeVisible();
  await expect(manager.getByText('À 3\u00a0h\u00a030, heure de Paris')).toBeVisible();
  await manager.getByRole('link', { name: 'Renouvellement' }).click();
  await expect(manager.getByText('6 textes restent à rédiger.')).toBeVisible();
  await manager.getByLabel('À l’année').fill('2000');
  await manager.getByLabel('Justification du besoin').fill('Les maisons\n\nle demandent.');
  await manager.getByRole('button', { name: 'Enregistrer une version' }).click();
  await expect(manager.getByRole('alert')).toContainText('à corriger');
  await expect(manager.getByLabel('Justification du besoin')).toHaveValue(/le demandent/);
  await manager.getByLabel('À l’année').fill(String(new Date().getFullYear()));
  await manager.getByRole('button', { name: 'Enregistrer une version' }).click();
  await expect(manager.getByText('La version est enregistrée.')).toBeVisible();
  await expect(manager.getByText('5 textes restent à rédiger.')).toBeVisible();
  await expectAccessibleAtAllWidths(manager);

  const saving = manager.waitForEvent('download');
  await manager.getByRole('link', { name: 'Dossier PDF' }).click();
  const pdf = await readPdf(readFileSync(await (await saving).path()));
  expect(pdf.standards).toMatchObject({ 'pdfuaid:part': '1' });
  expect(pdf.text).toContain('le demandent.');
  expect(pdf.text).toContain('Session d’automne');
  const workbook = await manager.request.get(`${served.url}/registry/renewal/file.xlsx?version=1`);
  const sheets = await readSheets(await workbook.body());
  expect(sheets.find(({ sheet }) => sheet === 'Promotions')?.data).toHaveLength(2);

  const auditor = await comeIn(browser, auditorOnceMore);
  await auditor.goto(`${served.url}/registry/renewal`);
  await expect(auditor.getByText('le demandent.')).toBeVisible();
  await expect(auditor.getByRole('button', { name: 'Enregistrer une version' })).toHaveCount(0);
  await expectAccessible(auditor);
});

test('a holder answers the survey by its link alone', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${served.url}${served.seed.survey}`);
  await expectAccessibleAtAllWidths(page);
  await page.getByRole('button', { name: 'Envoyer mes réponses' }).click();
  await page.getByLabel('salarié').check();
  await page.getByLabel('oui').check();
  await page.getByLabel('utile', { exact: true }).check();
  await page.getByRole('button', { name: 'Envoyer mes réponses' }).click();
  await expect(page.getByText('Merci. Vos réponses sont enregistrées.')).toBeVisible();
  await expectAccessible(page);
});
