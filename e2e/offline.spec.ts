import { expect, test } from '@playwright/test';
import { openExam } from '../src/exam/index.ts';
import { reviewBank } from '../src/exam/testing.ts';
import { readHandIns, readSessionMarks } from '../src/jury/index.ts';
import { markingSession } from '../src/jury/testing.ts';
import { createSignInLink, type Actor } from '../src/people/index.ts';
import { readConfig } from '../src/platform/config.ts';
import { openGround, type Ground } from '../src/platform/ground.ts';
import { verifyLedger } from '../src/platform/ledger.ts';
import { criteriaOf, luxe, type AssessmentId } from '../src/referential/index.ts';
import { civilDay } from '../src/platform/civil-day.ts';
import { expectAccessible } from './axe.ts';
import { Tablet } from './juror-tablet.ts';
import { startProxy, type Proxy } from './proxy.ts';
import { serve, type Served } from './server.ts';

const assessments = ['EC1', 'EC2', 'EC3', 'MS1', 'MS2', 'MS3', 'MS4', 'MS5'];
const criteria = (assessment: string) =>
  criteriaOf(luxe, assessment as AssessmentId).map(({ id }) => id);

interface JurorSeed {
  /** Links that sign this juror in, each once. */
  links: string[];
  sheet: (assessment: string) => string;
  sessionId: string;
  candidates: string[];
}
/** One juror for each journey, each with a session of their own. */
const journeys = [
  'day',
  'lost',
  'revoked',
  'out',
  'full',
  'clock',
  'two',
  'version',
  'end'
] as const;
type Journey = (typeof journeys)[number];

let proxy: Proxy;
let served: Served<Record<Journey, JurorSeed>>;

// Each journey goes on where the one before it stopped.
test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(240_000);
  proxy = await startProxy();
  served = await serve(
    async (ground) => {
      const seeds = {} as Record<Journey, JurorSeed>;
      for (const journey of journeys) seeds[journey] = await seedJuror(ground, journey === 'day');
      return seeds;
    },
    { PARCHEMIN_URL: proxy.url }
  );
  proxy.targets = [Number(new URL(served.url).port)];
});
test.afterAll(async () => {
  await served?.stop();
  await proxy?.stop();
});
test.beforeEach(() => {
  proxy.weather = 'fine';
});

/** @param drawn whether subjects have been drawn for the day */
async function seedJuror(ground: Ground, drawn: boolean): Promise<JurorSeed> {
  const day = civilDay(new Date());
  const session = await markingSession(ground, { candidates: 1, jurors: 2, day });
  if (drawn) {
    await reviewBank(ground, session.manager);
    const opened = await openExam(ground, session.manager, session.facts.id);
    if (!opened.ok) throw new Error(opened.error.code);
  }
  const [{ email }] = session.jurors as [Actor];
  const links: string[] = [];
  for (let turn = 0; turn < 2; turn += 1) {
    const made = await createSignInLink(ground, email);
    if (!made.ok) throw new Error(made.error.code);
    links.push(made.value);
  }
  return {
    links,
    sheet: (assessment) => session.sitting(1, assessment),
    sessionId: session.facts.id,
    candidates: session.facts.enrolments.map(({ birthName }) => birthName)
  };
}

const open = (journey: Journey, link = 0): Promise<Tablet> => {
  const { links, sheet } = served.seed[journey];
  return Tablet.open(proxy.url, links[link]!, sheet);
};

test('a day is opened, marked and handed in with the server gone, the tablet closed in between', async () => {
  const tablet = await open('day');
  const { page } = tablet;
  await expectAccessible(page);
  await tablet.context.setOffline(true);
  await served.crash();

  await tablet.restart();
  await tablet.context.setOffline(true);
  await tablet.day();
  await expect(
    tablet.page.getByText(/Réseau absent. Cette tablette garde votre journée/)
  ).toBeVisible();
  await expectAccessible(tablet.page);
  await tablet.page.getByRole('link', { name: served.seed.day.candidates[0]! }).first().tap();
  await expect(tablet.page.getByRole('button', { name: 'Remettre la grille' })).toBeVisible();

  await tablet.sheet('MS1');
  const lines = criteria('MS1');
  for (const id of lines.slice(0, -1)) await tablet.tap(id);
  await tablet.tap(lines.at(-1)!, 'Non observé');
  await tablet.page.getByLabel(/^Commentaire/).fill('Le client parlait trop bas.');
  await tablet.page.getByLabel(/^Commentaire/).blur();
  await expect(
    tablet.page.locator('header').getByText(/notes gardées sur cette tablette/)
  ).toBeVisible();
  await tablet.page.getByRole('link', { name: /^Le sujet, la fiche de rôle/ }).tap();
  await expect(tablet.page.getByRole('heading', { level: 1 })).toContainText('MS1');
  await expect(tablet.page.locator('main')).toContainText('Ce qui est demandé');
  await expectAccessible(tablet.page);
  await tablet.page.goto(`${proxy.url}/jury/calibration`);
  await expect(tablet.page.getByText('Cette page demande le réseau')).toBeVisible();
  await expectAccessible(tablet.page);
  await tablet.sheet('MS1');
  await tablet.handIn();
  await expect(tablet.page.getByText(/Remise sur cette tablette/)).toBeVisible();
  await expectAccessible(tablet.page);

  await tablet.restart();
  await tablet.day();
  await expect(
    tablet.page.getByText(/^\s*Remise\s+\d+ notes et 1 remise sur cette tablette/)
  ).toBeVisible();
  await expect(
    tablet.page.getByText(/Sur cette tablette seulement\s: \d+ notes et 1 remise/)
  ).toBeVisible();
  await expectAccessible(tablet.page);
  const written = (await tablet.written()).join('\n');
  expect(written).not.toContain(served.seed.day.candidates[0]);
  expect(written).not.toContain('Le client parlait');
  expect(written).toContain('key, extractable false');

  await served.revive();
  await expect(tablet.page.getByText(/Sur cette tablette seulement/)).toBeHidden({
    timeout: 60_000
  });
  await tablet.day();
  await expect(tablet.page.getByText(/Journée ouverte sur cette tablette/)).toBeVisible();
  await tablet.page.goto(`${proxy.url}/jury/${served.seed.day.sheet('MS1')}`);
  await expect(tablet.page.getByText(/Grille remise à/)).toBeVisible();
  await tablet.end();
});

test('answers that are lost after the server has written change nothing', async () => {
  const tablet = await open('lost');
  await tablet.sheet('MS2');
  proxy.weather = 'deaf';
  const lines = criteria('MS2');
  for (const id of lines) await tablet.tap(id, 'Excellence');
  await tablet.handIn();
  await expect(tablet.page.getByText(/Remise sur cette tablette/)).toBeVisible();
  const sheet = `POST /jury/${served.seed.lost.sheet('MS2')}`;
  await expect
    .poll(() => proxy.carried.filter((each) => each === `${sheet}/observations`).length)
    .toBeGreaterThan(2);
  expect(proxy.carried).not.toContain(`${sheet}/hand-in`);
  proxy.weather = 'fine';
  await tablet.page.getByRole('button', { name: 'Réessayer' }).tap();
  await expect(tablet.page.getByText('Grille remise.')).toBeVisible();
  await tablet.page.reload();
  await expect(tablet.level(lines[0]!, 'Excellence')).toBeChecked();
  await tablet.end();
});

test('a sign-in revoked during a cut closes the tablet; its marks leave once the juror is back', async () => {
  const tablet = await open('revoked');
  await tablet.sheet('MS1');
  await tablet.tap('C3.1');
  await tablet.saved();
  proxy.weather = 'cut';
  await tablet.tap('C3.2', 'Excellence');
  await tablet.tap('C3.3', 'Non acquis');
  await expect(tablet.where('C3.3')).toContainText('sur cette tablette');

  const cookie = (await tablet.context.cookies()).map(({ name, value }) => `${name}=${value}`);
  await fetch(`${served.url}/sign-out`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookie.join('; '), origin: proxy.url }
  });
  proxy.weather = 'fine';
  await tablet.page.getByRole('button', { name: 'Réessayer' }).tap();
  await expect(tablet.page.getByText('2 notes restent scellées sur cette tablette')).toBeVisible();
  // Nothing of the sheet is left on the page, in clear or in what the server wrote for it.
  expect(await tablet.page.content()).not.toContain('Notes rapides');
  expect(await tablet.page.locator('[data-criterion]').count()).toBe(0);
  expect(await tablet.page.locator('body script:not([src])').count()).toBe(0);
  await expect(tablet.page.locator('[data-criterion]')).toHaveCount(0);
  await expectAccessible(tablet.page);
  expect((await tablet.written()).join('\n')).not.toContain('key, extractable');

  proxy.weather = 'cut';
  await tablet.day();
  await expect(tablet.page.getByText('Cette tablette ne garde aucune journée')).toBeVisible();
  await expect(tablet.page.getByText('2 notes restent scellées ici')).toBeVisible();
  await expectAccessible(tablet.page);

  proxy.weather = 'fine';
  await tablet.day();
  await expect(tablet.page).toHaveURL(/sign-in/);
  await tablet.page.goto(served.seed.revoked.links[1]!);
  await tablet.day();
  await expect(tablet.page.getByText(/Journée ouverte/)).toBeVisible();
  await expect(tablet.page.getByText(/Sur cette tablette seulement/)).toBeHidden({
    timeout: 60_000
  });
  await tablet.sheet('MS1');
  await expect(tablet.level('C3.2', 'Excellence')).toBeChecked();
  await expect(tablet.level('C3.3', 'Non acquis')).toBeChecked();
  await expect(tablet.where('C3.3')).toContainText('enregistré');
  await tablet.end();
});

test('signing out closes the tablet', async () => {
  const tablet = await open('out');
  expect((await tablet.written()).join('\n')).toContain('key, extractable false');
  await tablet.page.getByRole('button', { name: 'Se déconnecter' }).tap();
  await expect(tablet.page.getByRole('heading', { level: 1 })).toContainText('Du référentiel');
  await expect
    .poll(async () => (await tablet.written()).filter((each) => /^(day|holder):/.test(each)))
    .toEqual([]);
  proxy.weather = 'cut';
  await tablet.day();
  await expect(tablet.page.getByText('Cette tablette ne garde aucune journée')).toBeVisible();
  await tablet.end();
});

test('a full disk is said, and what did not fit is kept once there is room', async () => {
  const tablet = await open('full');
  await tablet.sheet('MS1');
  proxy.weather = 'cut';
  await tablet.page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    Object.assign(globalThis, { makeRoom: () => (IDBObjectStore.prototype.put = put) });
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full', 'QuotaExceededError');
    };
  });
  await tablet.tap('C3.1');
  await expect(tablet.page.getByText(/La mémoire de cette tablette est pleine/)).toBeVisible();
  await expectAccessible(tablet.page);
  await tablet.page.evaluate(() => (globalThis as unknown as { makeRoom(): void }).makeRoom());
  await expect(tablet.page.getByText(/La mémoire de cette tablette est pleine/)).toBeHidden({
    timeout: 30_000
  });
  await tablet.restart();
  await tablet.sheet('MS1');
  await expect(tablet.level('C3.1', 'Acquis')).toBeChecked();
  await tablet.end();
});

test('a wrong clock is said, and marks carry the server’s time', async () => {
  const tablet = await open('clock');
  await tablet.page.clock.setSystemTime(Date.now() + 2 * 3_600_000);
  await tablet.day();
  await expect(tablet.page.getByText(/L’horloge de cette tablette avance de 120/)).toBeVisible();
  await tablet.sheet('MS1');
  await expect(tablet.page.getByText(/L’horloge de cette tablette avance de 120/)).toBeVisible();
  await expectAccessible(tablet.page);
  const sent = tablet.page.waitForRequest(
    (request) => request.method() === 'POST' && request.url().endsWith('/observations')
  );
  await tablet.tap('C3.1');
  const { observations } = (await sent).postDataJSON() as { observations: { madeAt: string }[] };
  expect(Math.abs(Date.parse(observations[0]!.madeAt) - Date.now())).toBeLessThan(60_000);
  await tablet.end();
});

test('two tablets of one juror end with the same sheet', async () => {
  const left = await open('two', 0);
  const right = await open('two', 1);
  for (const each of [left, right]) await each.sheet('MS1');
  proxy.weather = 'cut';
  await left.tap('C3.1', 'Excellence');
  await left.tap('C3.1', 'Acquis');
  await right.tap('C3.1', 'Non acquis');
  await right.tap('C3.2', 'Excellence');
  await expect(right.where('C3.2')).toContainText('sur cette tablette');
  proxy.weather = 'fine';
  for (const each of [left, right, left]) {
    const retry = each.page.getByRole('button', { name: 'Réessayer' });
    if (await retry.isVisible()) await retry.tap();
    await each.saved();
    await each.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  }
  for (const each of [left, right]) {
    await expect(each.level('C3.1', 'Acquis')).toBeChecked();
    await expect(each.level('C3.2', 'Excellence')).toBeChecked();
    await each.end();
  }
});

test('a new version in the middle of the day: open pages go on, the next opening takes it up', async () => {
  const tablet = await open('version');
  const versions = () => tablet.page.evaluate(() => caches.keys());
  const [old] = await versions();
  await tablet.sheet('MS1');
  await tablet.tap('C3.1');
  await tablet.saved();
  proxy.weather = 'cut';
  await tablet.tap('C3.2', 'Excellence');
  await expect(tablet.where('C3.2')).toContainText('sur cette tablette');

  proxy.weather = 'fine';
  const number = old!.split(' ')[1]!;
  proxy.rewrite.set('/service-worker.js', (text) => text.replaceAll(number, `${number}9`));
  await tablet.page.evaluate(async () => {
    const registration = (await navigator.serviceWorker.getRegistration('/jury'))!;
    await registration.update();
    while (!registration.waiting) await new Promise((resolve) => setTimeout(resolve, 50));
  });
  expect((await versions()).sort()).toEqual([old, `${old}9`]);
  await tablet.tap('C3.3', 'Non acquis');
  await tablet.saved();
  proxy.weather = 'cut';
  await tablet.tap('C3.4', 'Excellence');
  await expect(tablet.where('C3.4')).toContainText('sur cette tablette');

  await tablet.restart();
  await tablet.sheet('MS1');
  await expect.poll(versions).toEqual([`${old}9`]);
  for (const [id, label] of [
    ['C3.1', 'Acquis'],
    ['C3.2', 'Excellence'],
    ['C3.3', 'Non acquis'],
    ['C3.4', 'Excellence']
  ] as const)
    await expect(tablet.level(id, label)).toBeChecked();
  proxy.weather = 'fine';
  proxy.rewrite.clear();
  await tablet.page.getByRole('button', { name: 'Réessayer' }).tap();
  await tablet.saved();
  await tablet.end();
});

test('once the whole day is handed in, the tablet keeps nothing of it', async () => {
  const tablet = await open('end');
  proxy.weather = 'cut';
  for (const assessment of assessments) {
    await tablet.sheet(assessment);
    for (const id of criteria(assessment)) await tablet.tap(id);
    await tablet.handIn();
    await expect(tablet.page.getByText(/Remise sur cette tablette/)).toBeVisible();
  }
  proxy.weather = 'fine';
  await tablet.day();
  await expect
    .poll(
      async () =>
        (await tablet.written()).filter((each) => /^(marks|handIns|notes|day|holder):/.test(each))
          .length,
      { timeout: 90_000 }
    )
    .toBe(0);
  await tablet.end();
});

test.describe('what the server holds at the end', () => {
  test('is every mark once, every hand-in once, in a ledger that holds together', async () => {
    await served.crash();
    const ground = await openGround(
      readConfig({ PARCHEMIN_DATA: served.dataDir, PARCHEMIN_URL: served.url })
    );
    const { day, lost, end } = served.seed;
    const counts = async ({ sessionId }: JurorSeed) => ({
      marks: (await readSessionMarks(ground.db, sessionId)).length,
      handIns: (await readHandIns(ground.db, sessionId)).length
    });
    const all = assessments.reduce((sum, each) => sum + criteria(each).length, 0);
    // « Non observé », then the same with its comment.
    expect(await counts(day)).toEqual({ marks: criteria('MS1').length + 1, handIns: 1 });
    expect(await counts(lost)).toEqual({ marks: criteria('MS2').length, handIns: 1 });
    expect(await counts(end)).toEqual({ marks: all, handIns: assessments.length });
    expect(await verifyLedger(ground.db)).toMatchObject({ valid: true });
    await ground.close();
  });
});
