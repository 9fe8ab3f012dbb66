import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort, untilSaid } from './server.ts';

let demo: ChildProcess;
let folder: string;
/** What the terminal of `npm run demo` says. */
let said = '';
let url: string;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  folder = mkdtempSync(join(tmpdir(), 'parchemin-demo-'));
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  demo = spawn(process.execPath, ['scripts/demo.ts', folder], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit']
  });
  demo.stdout!.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  await untilSaid(demo, 'Ctrl+C', () => said);
});
test.afterAll(async () => {
  demo.kill();
  await new Promise((resolve) => demo.once('exit', resolve));
  rmSync(folder, { recursive: true, force: true });
});

/** The sign-in link of one role, as printed. */
const linkOf = (role: string): string =>
  said
    .split('\n')
    .find((_, place, lines) => lines[place - 1]?.trim().startsWith(`${role} (`))!
    .trim();

test('a visitor holds a certificate, and finds the papers of the day at hand', async ({
  browser
}) => {
  expect(said.match(/magic-link/g)).toHaveLength(8);
  const open = async (role: string) => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(linkOf(role));
    return page;
  };

  const holder = await open('Titulaire d’un certificat');
  await holder.goto(`${url}/dossier`);
  const certificate = holder.locator('a[href^="/certificates/"]').first();
  const pdf = await holder.request.get(url + (await certificate.getAttribute('href'))!);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');

  const juror = await open('Juré');
  await juror.goto(`${url}/jury`);
  await juror.getByRole('listitem').filter({ hasText: 'EC2' }).getByRole('link').first().click();
  await juror.getByRole('link', { name: 'La copie, et comment elle s’est écrite' }).click();
  await expect(juror.getByRole('heading', { name: 'Comment la copie s’est écrite' })).toBeVisible();

  const candidate = await open('Candidat du jour');
  await candidate.goto(`${url}/exam`);
  await candidate.getByRole('row').filter({ hasText: 'EC2' }).getByRole('link').click();
  const [, code = ''] = /EC2\s: (\w+)/.exec(said) ?? [];
  await candidate.getByLabel('Code de la session').fill(code);
  await candidate.getByRole('button', { name: 'J’entre' }).click();
  await expect(candidate.getByRole('heading', { name: 'Bienvenue.' })).toBeVisible();
});
