import { expect, test } from '@playwright/test';
import { foundHouse, must, openDay, prepareSession } from '../src/cli/rehearsal/rehearse.ts';
import { createSignInLink } from '../src/people/index.ts';
import { civilDay } from '../src/platform/civil-day.ts';
import type { Ground } from '../src/platform/ground.ts';
import { expectAccessible } from './axe.ts';
import { serve, type Served } from './server.ts';

interface Seed {
  sessionId: string;
  manager: string;
  juror: string;
  jurorName: string;
}

let served: Served<Seed>;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  served = await serve(async (ground: Ground) => {
    const house = await foundHouse(ground, 2);
    const sessionId = await prepareSession(ground, house, {
      title: 'Session du jour',
      day: civilDay(new Date()),
      candidates: 2,
      seed: 9
    });
    await openDay(ground, house, sessionId);
    const link = async (email: string) => must(await createSignInLink(ground, email, { hours: 2 }));
    const juror = house.jurors[1]!;
    return {
      sessionId,
      manager: await link(house.manager.email),
      juror: await link(juror.email),
      jurorName: juror.name
    };
  });
});
test.afterAll(() => served?.stop());

test('the control room hears a tablet that opens and a candidate who does not come, by itself', async ({
  browser
}) => {
  const { manager: link, juror, jurorName, sessionId } = served.seed;
  const room = await (await browser.newContext()).newPage();
  await room.goto(link);
  await room.goto(`${served.url}/sessions/${sessionId}/progress`);
  const now = room.getByRole('region', { name: 'En ce moment' });
  const tablet = now.getByRole('listitem').filter({ hasText: jurorName });
  await expect(tablet).toContainText('tablette pas encore ouverte');
  await expectAccessible(room);

  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
  await page.goto(juror);
  await page.goto(`${served.url}/jury`);
  await expect(tablet).toContainText('tablette connectée', { timeout: 30_000 });

  // Marks that do not get through are counted with the next sign of life, whatever page is open.
  await page.route('**/observations', (route) => route.abort());
  await page.getByRole('listitem').filter({ hasText: 'MS1' }).first().getByRole('link').click();
  await page.getByRole('radio', { name: 'Acquis', exact: true }).first().click();
  await expect(page.getByText('sur cette tablette').first()).toBeVisible();
  await page.goto(`${served.url}/jury`);
  await expect(tablet).toContainText('1 note encore sur la tablette', { timeout: 30_000 });

  const other = await room.context().newPage();
  await other.goto(`${served.url}/sessions/${sessionId}/progress`);
  const [candidate] = await room
    .getByRole('region', { name: 'Où sont les candidats' })
    .getByRole('row')
    .filter({ hasNotText: 'Candidat' })
    .allTextContents();
  const name = /^\s*(\p{L}+)/u.exec(candidate!)![1]!;
  await other.getByRole('button', { name: new RegExp(`${name}.*, absent`) }).click();
  await expect(
    room.getByRole('region', { name: 'Où sont les candidats' }).getByRole('row').filter({
      hasText: name
    })
  ).toContainText('Absent', { timeout: 30_000 });
  await expectAccessible(room);
  await room.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(room);
});
