import { expect, test, type Browser, type Page } from '@playwright/test';
import { createCentre, createPerson, createSignInLink } from '../src/people/index.ts';
import { foundHouse, must, openDay, prepareSession } from '../src/cli/rehearsal/rehearse.ts';
import type { Ground } from '../src/platform/ground.ts';
import { newId } from '../src/platform/ids.ts';
import { expectAccessible } from './axe.ts';
import { serve, type Served } from './server.ts';

/** A house with one session under way, and a second centre that knows nothing of it. */
async function seed(ground: Ground) {
  const house = await foundHouse(ground, 3);
  const day = new Date().toISOString().slice(0, 10);
  const today = await prepareSession(ground, house, {
    title: 'Session du jour',
    day,
    candidates: 2,
    seed: 11
  });
  await openDay(ground, house, today);
  const elsewhere = must(
    await createCentre(ground, house.manager, {
      id: newId(),
      name: 'Institut Bellecour',
      address: '1, place Bellecour',
      postalCode: '69002',
      city: 'Lyon',
      habilitatedFrom: '2025-01-01',
      habilitatedUntil: '2029-12-31'
    })
  );
  const stranger = { name: 'Zoé Lambert', email: 'zoe@exemple.fr' };
  must(
    await createPerson(ground, house.manager, {
      id: newId(),
      ...stranger,
      role: 'centre-manager',
      centreId: elsewhere
    })
  );
  const link = async ({ email }: { email: string }) => must(await createSignInLink(ground, email));
  return {
    today,
    manager: await link(house.manager),
    centreManager: await link(house.centreManager),
    stranger: await link(stranger),
    jurors: await Promise.all(
      house.jurors.map(async (juror) => ({ name: juror.name, link: await link(juror) }))
    )
  };
}

let served: Served<Awaited<ReturnType<typeof seed>>>;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  served = await serve(seed);
});
test.afterAll(() => served?.stop());

/** A page of someone who has just come in by their link. */
async function pageOf(browser: Browser, link: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(link);
  return page;
}

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Parties de la session' }).getByRole('link', { name });

/** The page is what it claims, and anyone can use it, on a desk as on a phone. */
async function expectScreen(page: Page, heading: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

test('a manager takes a session from nothing to the opening of its day', async ({ browser }) => {
  test.setTimeout(600_000);
  const page = await pageOf(browser, served.seed.manager);
  const jurors = served.seed.jurors.slice(0, 2);

  await test.step('opens it, once, though the button is clicked twice', async () => {
    await page.goto(`${served.url}/sessions`);
    await expectScreen(page, 'Sessions');
    await page.getByRole('link', { name: 'Ouvrir une session' }).click();
    await expectScreen(page, 'Ouvrir une session');
    await page.getByLabel('Intitulé').fill('Session de printemps');
    await page.getByLabel('Centre').selectOption({ label: 'École des Arts de Recevoir' });
    await page.getByLabel('Premier jour').fill('2030-01-01');
    await page.getByLabel('Lieu').fill('Palais Brongniart, Paris');
    await page.getByRole('button', { name: 'Ouvrir la session' }).click();
    await expect(page.getByRole('alert')).toContainText('n’est pas habilité à cette date');
    await page.getByLabel('Premier jour').fill('2027-04-14');
    await page.getByRole('button', { name: 'Ouvrir la session' }).dblclick();
    await expectScreen(page, 'Où en est la session');
    await expect(page.getByText('2 points restent à régler')).toBeVisible();
    const address = page.url();
    await page.goto(`${served.url}/sessions`);
    await expect(page.getByRole('link', { name: 'Session de printemps' })).toHaveCount(1);
    await page.goto(address);
  });

  await test.step('refuses a change made on an older page', async () => {
    const other = await page.context().newPage();
    await other.goto(page.url());
    for (const [each, title] of [
      [page, 'Session d’avril'],
      [other, 'Session de mai']
    ] as const) {
      await each.getByText('Modifier l’intitulé, les jours ou le lieu').click();
      await each.getByLabel('Intitulé').fill(title);
      await each.getByRole('button', { name: 'Enregistrer' }).click();
    }
    await expect(other.getByRole('alert')).toContainText('Cette session a changé');
    await expect(other.getByLabel('Intitulé')).toHaveValue('Session de mai');
    await other.close();
    await expect(page.getByText('La session est modifiée.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Session d’avril' }).last()).toBeVisible();
  });

  await test.step('enrols a candidate', async () => {
    await page.getByRole('link', { name: 'Inscrire les candidats' }).click();
    await page.getByLabel('Nom de naissance').fill('Belkacem');
    await page.getByLabel('Prénoms').fill('Inès');
    await page.getByLabel('Femme').check();
    await page.getByLabel('Date de naissance').fill('1994-03-12');
    await page.getByLabel('Commune ou ville de naissance').fill('Bordeaux');
    await page.getByLabel('Adresse électronique').fill('ines@exemple.fr');
    await page.getByRole('button', { name: 'Inscrire', exact: true }).click();
    await expect(page.getByRole('link', { name: 'Inès Belkacem' })).toBeVisible();
  });

  await test.step('forms a panel', async () => {
    await tab(page, 'Jurys').click();
    await expect(page.getByRole('heading', { level: 1, name: 'Jurys' })).toBeVisible();
    await page.getByLabel('Nom', { exact: true }).fill('Jury A');
    await page.getByLabel('Salle').fill('Salon Vendôme');
    await page.getByRole('button', { name: 'Former ce jury' }).dblclick();
    const members = page.getByRole('list', { name: 'Jurés de Jury A' });
    await expect(page.getByRole('heading', { name: 'Jury A' })).toHaveCount(1);
    for (const { name } of jurors) {
      await page.getByLabel('Juré', { exact: true }).selectOption({ label: name });
      await page.getByRole('button', { name: 'Faire siéger, Jury A' }).click();
      await expect(members).toContainText(name);
    }
    await page.getByRole('button', { name: 'Nommer président' }).first().click();
    await expect(members).toContainText('Préside la session');
    await expect(
      page.getByRole('table', { name: /Liens déclarés par les jurés de Jury A/ })
    ).toContainText('attendu');
    // Dialogs stay in the page: the one that is open is meant.
    const hours = (button: string) =>
      page.getByRole('dialog').getByRole('button', { name: button, exact: true });
    await members.getByRole('button', { name: 'Heures' }).first().click();
    await page.getByRole('dialog').getByLabel('Arrive à').fill('08:45');
    await page.getByRole('dialog').getByLabel('Repart à').fill('20:30');
    await expectAccessible(page);
    await hours('Enregistrer').click();
    await expect(members).toContainText('de 8 h 45 à 20 h 30');
    await expectScreen(page, 'Jurys');
  });

  await test.step('plans the day, and moves a sitting where nothing clashes', async () => {
    await tab(page, 'Journée').click();
    await expectScreen(page, 'Journée');
    await page.getByRole('button', { name: 'Planifier la journée' }).click();
    await expect(page.getByText('La journée est planifiée.')).toBeVisible();
    await expect(page.getByRole('table', { name: 'Horaires de chacun' })).toContainText('8 h 30');
    await page.getByRole('link', { name: /déplacer MS1 de Inès Belkacem/ }).click();
    await page.getByLabel('Nouvelle heure').fill('08:45');
    await page.getByRole('button', { name: 'Déplacer' }).click();
    await expect(page.getByRole('alert')).toContainText('Le candidat passe déjà EC2 à cette heure');
    await page.getByLabel('Nouvelle heure').fill('18:05');
    await page.getByRole('button', { name: 'Déplacer' }).click();
    await expect(page.getByText('Le passage est déplacé.')).toBeVisible();
    await expect(page.getByRole('link', { name: /^18 h 05, déplacer MS1/ })).toBeVisible();
    await expectScreen(page, 'Journée');
  });

  await test.step('sees obstacles vanish as jurors give their word', async () => {
    await tab(page, 'Aperçu').click();
    for (const { name, link } of jurors) {
      const obstacle = page.getByText(`${name} n’a pas encore dit si un lien l’unit`);
      await expect(obstacle).toBeVisible();
      const juror = await pageOf(browser, link);
      await juror.goto(page.url().replace('/sessions/', '/jury/') + '/declarations');
      await juror.getByRole('radio', { name: 'Aucun lien' }).check();
      await juror.getByRole('button', { name: 'Je le déclare' }).click();
      await expect(juror).toHaveURL(`${served.url}/jury`);
      await juror.context().close();
      await page.reload();
      await expect(obstacle).toHaveCount(0);
    }
  });

  await test.step('opens the day, after thought', async () => {
    // No assistant is plugged in here: that is said, and forbids nothing.
    await expect(page.getByText('Aucun assistant n’est branché')).toBeVisible();
    await page.getByRole('button', { name: 'Ouvrir la journée' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ouvrir la journée' });
    await expect(dialog).toContainText('La session est prévue le 14 avril 2027');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'J’ouvre la journée' }).click();
    await expect(page.getByText('La journée est ouverte')).toBeVisible();
    await expect(page.getByText('16 grilles sont encore attendues.')).toBeVisible();
    await expectScreen(page, 'Où en est la session');
  });

  await test.step('follows the marking by counts and names', async () => {
    await tab(page, 'Suivi').click();
    await expect(page.getByRole('progressbar', { name: jurors[0]!.name })).toHaveAttribute(
      'aria-valuetext',
      '0 sur 8'
    );
    await page.getByRole('button', { name: 'Inès Belkacem, présent' }).click();
    await expect(page.getByRole('button', { name: 'Inès Belkacem, présent' })).toHaveAttribute(
      'aria-pressed',
      'true'
    );
    await page.getByText('Signaler un incident').click();
    await page.getByLabel('Ce qui s’est passé').fill('Coupure de courant de dix minutes.');
    await page.getByRole('button', { name: 'Consigner' }).dblclick();
    await expect(page.getByText('L’incident est consigné.')).toBeVisible();
    await expect(page.getByText('Coupure de courant de dix minutes.')).toHaveCount(1);
    await expectScreen(page, 'Suivi');
  });

  await test.step('replaces a juror in the middle of the day', async () => {
    const [, leaver] = jurors;
    await tab(page, 'Jurys').click();
    const members = page.getByRole('list', { name: 'Jurés de Jury A' });
    await members
      .getByRole('listitem')
      .filter({ hasText: leaver!.name })
      .getByRole('button', { name: 'Retirer' })
      .click();
    await page
      .getByRole('dialog', { name: `Retirer ${leaver!.name}` })
      .getByRole('button', { name: 'Retirer' })
      .click();
    await expect(members.getByText('ne siège plus')).toBeVisible();
    await page
      .getByLabel('Juré', { exact: true })
      .selectOption({ label: served.seed.jurors[2]!.name });
    await page.getByRole('button', { name: 'Faire siéger, Jury A' }).click();
    await expect(members).toContainText(served.seed.jurors[2]!.name);
    await expect(page.getByRole('button', { name: 'Former ce jury' })).toHaveCount(0);
    await expectScreen(page, 'Jurys');
  });
  await page.context().close();
});

test('a centre manager follows the sessions of their centre, and manages none', async ({
  browser
}) => {
  test.setTimeout(180_000);
  const page = await pageOf(browser, served.seed.centreManager);
  const session = `${served.url}/sessions/${served.seed.today}`;
  await page.goto(`${served.url}/sessions`);
  await expect(page.getByRole('link', { name: 'Session du jour' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ouvrir une session' })).toHaveCount(0);
  expect((await page.goto(`${served.url}/sessions/new`))?.status()).toBe(403);

  await page.goto(`${session}/panels`);
  await expectScreen(page, 'Jurys');
  for (const name of ['Modifier', 'Retirer', 'Nommer président'])
    await expect(page.getByRole('button', { name })).toHaveCount(0);
  await page.goto(`${session}/timetable`);
  await expect(page.getByRole('button', { name: /Planifier/ })).toHaveCount(0);

  await page.goto(`${session}/progress`);
  await expect(page.getByRole('heading', { name: 'Grilles remises' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /, absent$/ }).first()).toBeVisible();
  await expectScreen(page, 'Suivi');

  for (const action of ['?/open', '?/edit', '/panels?/add', '/timetable?/plan']) {
    const answer = await page.request.post(session + action, {
      form: { revision: '1', name: 'Jury Z', room: 'Z' },
      headers: { origin: served.url, accept: 'text/html' }
    });
    expect(answer.status(), action).toBe(403);
  }
  await page.context().close();

  const stranger = await pageOf(browser, served.seed.stranger);
  await stranger.goto(`${served.url}/sessions`);
  await expect(stranger.getByText('Aucune session pour l’instant.')).toBeVisible();
  expect((await stranger.goto(session))?.status()).toBe(404);
  await stranger.context().close();
});
