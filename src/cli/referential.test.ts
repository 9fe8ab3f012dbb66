import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { luxe } from '#referential';
import { referentialCommand, type ReferentialDocument } from './referential.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'referential-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the command as a terminal would, without ending the process. */
async function run(...words: string[]) {
  const said = { out: '', err: '', status: 0 };
  const root = referentialCommand();
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

const plain = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ');

test('--json prints the whole certification, in the fields of the contract and no other', async () => {
  const { out, err, status } = await run('--json');
  expect([err, status]).toEqual(['', 0]);
  const document = JSON.parse(out) as ReferentialDocument;
  expect(Object.keys(document)).toEqual(['code', 'title', 'version', 'competences', 'assessments']);
  expect(document.competences).toHaveLength(12);
  expect(document.competences.flatMap(({ criteria }) => criteria)).toHaveLength(80);
  expect(document.competences.map(({ assessment }) => assessment).join(' ')).toBe(
    'EC1 EC1 MS1 MS2 MS3 MS4 MS4 MS4 MS5 MS5 EC2 EC3'
  );
  for (const competence of document.competences) {
    expect(Object.keys(competence)).toEqual(['id', 'statement', 'assessment', 'criteria']);
    for (const each of competence.criteria) expect(Object.keys(each)).toEqual(['id', 'text']);
  }
  for (const each of document.assessments)
    expect(Object.keys(each)).toEqual(['id', 'kind', 'competences', 'instructions']);
  expect(document.assessments[3]!.instructions.split('\n')).toEqual(
    luxe.assessments[3]!.instructions
  );
});

test('without --json it is a page to read: every word, no line over 80 columns', async () => {
  const { out } = await run();
  for (const { id, statement, criteria } of luxe.competences)
    for (const said of [`${id} ${statement}`, ...criteria.map((each) => `${each.id} ${each.text}`)])
      // The page closes up « Convaincre », which the official text writes without its spaces.
      expect(plain(out)).toContain(said.replace('«Convaincre»', '« Convaincre »'));
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('check accepts another certification', async () => {
  const { out, status } = await run('check', await file('right.json', JSON.stringify(luxe)));
  expect(status).toBe(0);
  expect(plain(out)).toContain(
    '12 compétences, 8 épreuves, 80 critères. Ce référentiel est valide.'
  );
});

test('check says each fault and ends with 1', async () => {
  const path = await file('wrong.json', JSON.stringify({ ...luxe, extra: 1 }));
  const plainly = await run('check', path);
  expect([plainly.out, plainly.status]).toEqual(['', 1]);
  expect(plain(plainly.err)).toContain('Le champ « extra » n’est pas connu');

  const { out, status } = await run('check', path, '--json');
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ valid: false, faults: [{ path: 'extra' }] });
});

test('check ends with 2 when there is nothing to read', async () => {
  const cases: [path: string, said: string][] = [
    [join(folder, 'absent.json'), 'ne peut pas être lu'],
    [folder, 'ne peut pas être lu'],
    [await file('latin1.json', Uint8Array.of(0x22, 0xe9, 0x22)), 'n’est pas un texte UTF-8'],
    [await file('huge.json', ' '.repeat(1_000_001)), 'dépasse 1 Mo']
  ];
  for (const [path, said] of cases) {
    const { out, err, status } = await run('check', path);
    expect([out, status], said).toEqual(['', 2]);
    expect(plain(err)).toContain(said);
  }
});
