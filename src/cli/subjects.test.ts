import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bank } from '#exam/subjects/index.ts';
import { subjectsCommand, type SubjectsDocument } from './subjects.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'subjects-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the command as a terminal would, without ending the process. */
async function run(...words: string[]) {
  const said = { out: '', err: '', status: 0 };
  const root = subjectsCommand();
  for (const command of [root, ...root.commands])
    command.exitOverride().configureOutput({
      writeOut: (text) => (said.out += text),
      writeErr: (text) => (said.err += text)
    });
  try {
    await root.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    said.status = error.exitCode;
  }
  return said;
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

test('--json lists the bank, in the fields of the contract and no other', async () => {
  const { out, err, status } = await run('--json');
  expect([err, status]).toEqual(['', 0]);
  const { subjects } = JSON.parse(out) as SubjectsDocument;
  expect(subjects.map(({ id }) => id)).toEqual(bank.map(({ id }) => id));
  for (const each of subjects)
    expect(Object.keys(each)).toEqual([
      'id',
      'assessment',
      'sector',
      'title',
      'status',
      'version',
      'documents'
    ]);
});

test('the list for people has one line for each subject, and gives away no juror’s part', async () => {
  const { out } = await run();
  expect(out.trim().split('\n')).toHaveLength(bank.length);
});

test('check accepts a subject of the bank', async () => {
  const path = await file('bon.json', JSON.stringify(bank[0]));
  const { out, err, status } = await run('check', path);
  expect([err, status]).toEqual(['', 0]);
  expect(out).toMatch(/est valide/);
});

test('check remarks on typography without refusing the subject', async () => {
  const path = await file('typo.json', JSON.stringify({ ...bank[0], title: "L'hôte : bienvenue" }));
  const { out, err, status } = await run('check', path);
  expect(status).toBe(0);
  expect(out).toMatch(/est valide/);
  expect(err).toMatch(/remarque, title.*apostrophe droite/);
});

test('check refuses a faulty subject, one sentence a line, on standard error', async () => {
  const path = await file('mauvais.json', JSON.stringify({ ...bank[0], version: 0, id: 'Non' }));
  const { out, err, status } = await run('check', path);
  expect([out, status]).toEqual(['', 1]);
  expect(err.trim().split('\n')).toHaveLength(2);
});

test('check --json says the faults to a program', async () => {
  const path = await file('mauvais2.json', '{"assessment":"EC9"}');
  const { out, status } = await run('--json', 'check', path);
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ valid: false, faults: [{ path: 'assessment' }] });
});

test.each([
  ['is absent', () => Promise.resolve(join(folder, 'absent.json'))],
  ['is a folder', () => Promise.resolve(folder)],
  ['is not UTF-8', () => file('latin1.json', Uint8Array.of(0x7b, 0xe9, 0x7d))],
  ['is over 1 MB', () => file('gros.json', 'x'.repeat(1_000_001))]
])('check ends with status 2 when the file %s', async (_, path) => {
  const { err, status } = await run('check', await path());
  expect(status).toBe(2);
  expect(err).toMatch(/«.*».+\./);
});
