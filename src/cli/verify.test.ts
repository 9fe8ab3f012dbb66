import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ownDidDocument, readCredentialFile, readStatusList } from '#parchment';
import { readConfig } from '#platform/config.ts';
import { openGround } from '#platform/ground.ts';
import type { DemoReport } from './demo.ts';
import { parchemin } from './process.testing.ts';

// A whole session, then one process a verification.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const folder = mkdtempSync(join(tmpdir(), 'parchemin-verify-'));
const at = (name: string) => join(folder, name);
const data = at('data');
let pdf: string;

const verify = async (...words: string[]) => {
  const { code, stdout } = await parchemin(['verify', ...words, '--json']);
  return { code, ...(JSON.parse(stdout) as { valid: boolean; problems: { code: string }[] }) };
};

beforeAll(async () => {
  const { stdout } = await parchemin(['demo', '--candidates', '3', '--data', data, '--json']);
  const { certificates } = JSON.parse(stdout) as DemoReport;
  const { number, file } = certificates[0]!;
  pdf = file;
  // What the server publishes, and what the holder downloads, saved as one would save them.
  const ground = await openGround(readConfig({}, { dataDir: data }));
  const save = (name: string, value: unknown) => writeFileSync(at(name), JSON.stringify(value));
  save('did.json', await ownDidDocument(ground.config));
  for (const purpose of ['revocation', 'suspension'])
    save(`${purpose}.json`, await readStatusList(ground, purpose, '1'));
  const staff = {
    userId: 'x',
    name: 'x',
    email: 'x',
    grants: [{ role: 'manager', centreId: null }]
  } as unknown as Parameters<typeof readCredentialFile>[1];
  for (const [name, kind] of [
    ['credential.jwt', 'jwt'],
    ['badge.png', 'png']
  ] as const) {
    const read = await readCredentialFile(ground, staff, number, name);
    if (!read.ok) throw new Error(read.error.message.fr);
    writeFileSync(at(`holder.${kind}`), read.value.content);
  }
  await ground.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a genuine parchment: 0, who, what and when', async () => {
  expect(await verify(pdf, '--data', data)).toMatchObject({
    code: 0,
    valid: true,
    checks: { signature: true, status: true, schema: true, issuer: true },
    holder: expect.stringMatching(/./) as string,
    certification: expect.stringContaining('relation client') as string,
    awardedOn: '2026-03-12',
    problems: []
  });
});

test('with the issuer’s files alone, without its data', async () => {
  const offline = ['--did', at('did.json'), '--status', at('revocation.json')];
  expect(
    await verify(at('holder.png'), ...offline, '--status', at('suspension.json'))
  ).toMatchObject({ code: 0, valid: true });
  expect(await verify(at('holder.jwt'), ...offline)).toMatchObject({
    code: 1,
    valid: false,
    checks: { signature: true, status: false, schema: true, issuer: true },
    problems: [{ check: 'status', code: 'status-unknown' }]
  });
});

test('a PDF offline: its pages are not covered, and what to compare is said', async () => {
  const offline = [
    ...['--did', at('did.json')],
    ...['--status', at('revocation.json'), '--status', at('suspension.json')]
  ];
  const bytes = readFileSync(pdf);
  // A page is touched, the credential is not.
  bytes[bytes.length - 40] = bytes[bytes.length - 40]! ^ 1;
  writeFileSync(at('pages.pdf'), bytes);
  const told = await verify(at('pages.pdf'), ...offline);
  expect(told).toMatchObject({ code: 0, valid: true, pages: 'to-compare' });
  const { holder, number } = told as unknown as { holder: string; number: string };
  const { stdout } = await parchemin(['verify', at('pages.pdf'), ...offline]);
  expect(stdout).toContain('ne couvre pas les pages imprimées');
  expect(stdout.replaceAll(/\s/g, ' ')).toContain(`« ${holder} »`);
  expect(stdout).toContain(number);
  expect(await verify(pdf, '--data', data)).toMatchObject({ pages: 'as-issued' });
  expect(await verify(at('holder.png'), ...offline)).toMatchObject({ pages: null });
});

test('one that was touched: 1, and why', async () => {
  const bytes = readFileSync(pdf);
  bytes[bytes.length >> 1] = bytes[bytes.length >> 1]! ^ 1;
  writeFileSync(at('touched.pdf'), bytes);
  const { code, valid, problems } = await verify(at('touched.pdf'), '--data', data);
  expect([code, valid, problems.length]).toEqual([1, false, 1]);
});

test('what cannot be read, and misuse: 2', async () => {
  writeFileSync(at('note.txt'), 'Je soussignée certifie.');
  expect(await verify(at('note.txt'), '--data', data)).toMatchObject({ code: 2, valid: false });
  for (const words of [
    [at('nowhere.pdf'), '--data', data],
    [pdf, '--data', at('nowhere')],
    [pdf, '--data', data, '--did', at('did.json')],
    [pdf, '--status', at('revocation.json')],
    [pdf, '--did', at('note.txt')]
  ]) {
    const { code, stdout, stderr } = await parchemin(['verify', ...words]);
    expect([code, stdout, stderr.trim() === ''], words.join(' ')).toEqual([2, '', false]);
    const told = await verify(...words);
    expect(told).toMatchObject({ code: 2, valid: false, error: stderr.trim() });
  }
});

test('after the keys were rotated the parchment still verifies', async () => {
  const { stdout } = await parchemin(['keys', 'rotate', '--data', data, '--json']);
  expect((JSON.parse(stdout) as { retired: string[] }).retired).toHaveLength(1);
  expect(await verify(pdf, '--data', data)).toMatchObject({ code: 0, valid: true });
});
