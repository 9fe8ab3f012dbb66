import { expect, test } from '@playwright/test';
import { startDemo, type Demo } from './demo.ts';

let demo: Demo;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  demo = await startDemo();
});
test.afterAll(() => demo?.stop());

test('a visitor holds a certificate, and finds the papers of the day at hand', async ({
  browser
}) => {
  expect(demo.links.size).toBe(8);
  const open = async (role: string) => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(demo.links.get(role)!);
    return page;
  };

  const holder = await open('Titulaire d’un certificat');
  await holder.goto(`${demo.url}/dossier`);
  const certificate = holder.locator('a[href^="/certificates/"]').first();
  const pdf = await holder.request.get(demo.url + (await certificate.getAttribute('href'))!);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');

  const juror = await open('Juré');
  await juror.goto(`${demo.url}/jury`);
  await juror.getByRole('listitem').filter({ hasText: 'EC2' }).getByRole('link').first().click();
  await juror.getByRole('link', { name: 'La copie, et comment elle s’est écrite' }).click();
  await expect(juror.getByRole('heading', { name: 'Comment la copie s’est écrite' })).toBeVisible();

  const candidate = await open('Candidat du jour');
  await candidate.goto(`${demo.url}/exam`);
  await candidate.getByRole('row').filter({ hasText: 'EC2' }).getByRole('link').click();
  const [, code = ''] = /EC2\s: (\w+)/.exec(demo.said()) ?? [];
  await candidate.getByLabel('Code de la session').fill(code);
  await candidate.getByRole('button', { name: 'J’entre' }).click();
  await expect(candidate.getByRole('heading', { name: 'Bienvenue.' })).toBeVisible();
});
