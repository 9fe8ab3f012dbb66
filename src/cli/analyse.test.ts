import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command, CommanderError } from 'commander';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { simulateSession } from '#insight/simulate.ts';
import { type AgreementDocument, analyseCommand, type RaschDocument } from './analyse.ts';
import { CommandFault } from './program.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'analyse-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the command as a terminal would, without ending the process. */
async function run(...words: string[]) {
  const said = { out: '', err: '', status: 0 };
  const quiet = (command: Command) => {
    command.exitOverride().configureOutput({
      writeOut: (text) => (said.out += text),
      writeErr: (text) => (said.err += text)
    });
    command.commands.forEach(quiet);
  };
  const root = analyseCommand();
  quiet(root);
  try {
    await root.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (error instanceof CommandFault) {
      said.err = error.message;
      said.status = error.exitCode;
    } else if (error instanceof CommanderError) {
      // As the program does: help is no fault, anything else is a wrong use.
      said.status = error.exitCode === 0 ? 0 : 2;
    } else throw error;
  }
  return said;
}

let files = 0;
async function file(content: string): Promise<string> {
  const path = join(folder, `${++files}.csv`);
  await writeFile(path, content);
  return path;
}

const plain = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ');

async function agreement(content: string) {
  const { out, err, status } = await run('agreement', await file(content), '--json');
  expect([err, status]).toEqual(['', 0]);
  return JSON.parse(out) as AgreementDocument;
}

async function rasch(content: string, ...words: string[]) {
  const facets = words.includes('--facets') ? [] : ['--facets', 'candidate,juror,criterion'];
  const { out, err, status } = await run(
    'rasch',
    await file(content),
    ...facets,
    ...words,
    '--json'
  );
  expect([err, status]).toEqual(['', 0]);
  return JSON.parse(out) as RaschDocument;
}

/** Shrout & Fleiss (1979), Table 2, in any layout of CSV. */
const shroutFleiss = (separator: string, end: string) =>
  ['9 2 5 8', '6 1 3 2', '8 4 6 8', '7 1 2 6', '10 5 6 9', '6 2 4 7']
    .flatMap((marks, u) => marks.split(' ').map((mark, r) => [`u${u}`, `r${r}`, mark]))
    .reduce(
      (text, row) => text + row.join(separator) + end,
      ['unit', 'rater', 'value'].join(separator) + end
    );

const { data: simulated } = simulateSession({
  candidates: 20,
  jurors: 3,
  criteria: 4,
  panel: 3,
  seed: 8,
  spread: { ability: 1, severity: 1, difficulty: 0.8 }
});

/** A small session, all candidates before all jurors; `level` replaces its marks. */
function session(level?: (c: number, j: number, i: number) => string | number): string {
  const [c, j, i] = simulated.facets.map((facet) => facet.index);
  return [
    'candidate,juror,criterion,score',
    ...Array.from(simulated.score, (mark, row) => {
      const place = [c![row]!, j![row]!, i![row]!] as const;
      return `c${place[0]},j${place[1]},i${place[2]},${level ? level(...place) : mark}`;
    })
  ].join('\n');
}

describe('agreement', () => {
  test('prints the fields of the contract, with the published figures', async () => {
    const document = await agreement(shroutFleiss(',', '\n'));
    expect(document).toMatchObject({
      raters: 4,
      units: 6,
      marks: 24,
      cohenKappa: null,
      reasons: {}
    });
    expect(Object.keys(document.krippendorff)).toEqual(['nominal', 'ordinal', 'interval', 'ratio']);
    expect(Object.keys(document.icc).sort()).toEqual(['1,1', '1,k', '2,1', '2,k', '3,1', '3,k']);
    expect(document.icc['2,1']).toBeCloseTo(0.29, 2);
    expect(document.iccIntervals['2,1']!.low).toBeCloseTo(0.0188, 4);
    expect(document.fleissKappa).toBeCloseTo(-1 / 9, 9);
  });

  test('reads semicolons, tabs, a byte order mark, Windows line ends and quotes alike', async () => {
    const expected = await agreement(shroutFleiss(',', '\n'));
    for (const content of [
      shroutFleiss(';', '\r\n'),
      shroutFleiss('\t', '\n'),
      `\uFEFF${shroutFleiss(',', '\r\n')}`,
      shroutFleiss('","', '"\n"').replace(/^/, '"').slice(0, -1)
    ]) {
      expect(await agreement(content)).toEqual(expected);
    }
  });

  test('an empty value or NA is a missing mark; decimals may be French', async () => {
    const document = await agreement(
      'unit;rater;value\nu;a;1,5\nu;b;2\nv;a;NA\nv;b;3\nw;a;2,5\nw;b;2,5\nx;a;\n'
    );
    expect(document).toMatchObject({ raters: 2, units: 3, marks: 5, fleissKappa: null });
    expect(document.cohenKappa!['unweighted']).toBeTypeOf('number');
    expect(plain(document.reasons['icc.2,1']!)).toContain('Il manque des notes');
  });

  test('categories in words keep the nominal figures', async () => {
    const document = await agreement('rater,unit,value\na,1,oui\nb,1,oui\na,2,non\nb,2,oui\n');
    expect(document.krippendorff['nominal']).toBeTypeOf('number');
    expect(document.krippendorff['interval']).toBeNull();
    expect(document.reasons['krippendorff.interval']).toBeDefined();
  });

  test('constant marks are no agreement by chance corrected, and it says why', async () => {
    const document = await agreement('rater,unit,value\na,1,2\nb,1,2\na,2,2\nb,2,2\n');
    expect(document).toMatchObject({ percentAgreement: 1, fleissKappa: null });
    expect(Object.values(document.krippendorff)).toEqual([null, null, null, null]);
    expect(plain(document.reasons['krippendorff.nominal']!)).toContain(
      'Toutes les notes sont égales'
    );
  });

  test('without --json, a page that gives each figure or the reason of its absence', async () => {
    const { out } = await run('agreement', await file('rater,unit,value\na,1,2\nb,1,3\na,2,2\n'));
    expect(plain(out)).toContain('krippendorff.nominal');
    expect(plain(out)).toContain('Il manque des notes');
  });
});

describe('rasch', () => {
  test('prints the fields of the contract', async () => {
    const document = await rasch(session());
    expect(document).toMatchObject({ model: 'rsm', method: 'jmle', converged: true, subsets: 1 });
    expect(Object.keys(document.facets)).toEqual(['candidate', 'juror', 'criterion']);
    expect(document.facets['juror']![0]).toMatchObject({
      id: expect.any(String) as string,
      count: 80
    });
    for (const field of ['measure', 'se', 'infit', 'outfit'] as const) {
      expect(document.facets['juror']![0]![field]).toBeTypeOf('number');
    }
    expect(document.thresholds).toHaveLength(3);
    expect(document.iterations).toBeGreaterThan(1);
  });

  test('signs: able up, severe up, difficult up', async () => {
    const { facets } = await rasch(session());
    for (const [facet, sign] of [
      ['candidate', 1],
      ['juror', -1],
      ['criterion', -1]
    ] as const) {
      const usual = facets[facet]!.filter((e) => e.extreme === null);
      const byMeasure = [...usual].sort((a, b) => sign * (a.measure! - b.measure!));
      expect(byMeasure.map((e) => e.average)).toEqual(
        usual.map((e) => e.average).sort((a, b) => a - b)
      );
    }
  });

  test('marks too orderly to be measured are said to be so', async () => {
    // Every mark is decided by candidate and juror: no distance between levels can be told.
    const { converged, notes } = await rasch(
      session((c, j) => Math.floor(c / 5) - (j === 2 && c > 4 ? 1 : 0))
    );
    expect(converged).toBe(false);
    expect(notes.map(plain).join()).toContain('trop ordonnées');
  });

  test('partial credit has one list of thresholds a criterion', async () => {
    const { thresholds, levels } = await rasch(session(), '--model', 'pcm');
    expect(Object.keys(thresholds)).toEqual(['i0', 'i1', 'i2', 'i3']);
    for (const [criterion, list] of Object.entries(thresholds)) {
      expect((levels as Record<string, number[]>)[criterion]).toHaveLength(list.length + 1);
    }
  });

  test('facets may come in any order and number; candidates are always measured upwards', async () => {
    const usualOrder = await rasch(session());
    const other = await rasch(session(), '--facets', 'criterion,candidate,juror');
    expect(other.facets['candidate']![0]!.measure).toBeCloseTo(
      usualOrder.facets['candidate']![0]!.measure!,
      4
    );
    const two = await rasch(session(), '--facets', 'candidate,criterion');
    expect(Object.keys(two.facets)).toEqual(['candidate', 'criterion']);
  });

  test('disconnected subsets are counted, listed and said', async () => {
    const one = session();
    const two = session()
      .replaceAll(/(^|\n)c(\d+),j/g, '$1z$2,zj')
      .split('\n')
      .slice(1)
      .join('\n');
    const document = await rasch(`${one}\n${two}`);
    expect(document.subsets).toBe(2);
    for (const [subset, letter] of [
      ['1', 'j'],
      ['2', 'z']
    ] as const) {
      const jurors = document.subsetMembers[subset]!['juror']!;
      expect(jurors).toHaveLength(3);
      expect(jurors.every((id) => id.startsWith(letter))).toBe(true);
    }
    expect(plain(document.notes[0]!)).toContain('2 groupes');
  });

  test('marginal estimation gives the population too', async () => {
    const document = await rasch(session(), '--method', 'mml');
    expect(document.population!.deviation).toBeGreaterThan(0);
  });

  test('sentences come in English on request', async () => {
    const { err } = await run(
      'rasch',
      await file(session(() => 2)),
      '--facets',
      'candidate,juror,criterion',
      '--lang',
      'en'
    );
    expect(err).toContain('All marks are equal');
  });
});

describe('data that do not permit it end with 1 and a sentence', () => {
  test.each([
    ['agreement', '', 'ne contient aucune note'],
    ['agreement', 'rater,unit,value\n', 'ne contient aucune note'],
    ['agreement', 'rater,unit,value\na,1,2\na,2,3\n', 'Un seul juré'],
    ['agreement', 'rater,unit,value\na,1,2\nb,1,abc\n', 'Ligne 3 : « abc » n’est pas un nombre'],
    ['agreement', 'rater,unit,value\na,1,2\na,1,3\nb,1,2\n', 'a noté deux fois'],
    ['agreement', 'juge,copie,note\na,1,2\n', 'n’a pas de colonne rater, unit, value'],
    ['agreement', 'rater,unit,value\na,1,2\nb,1\n', 'ligne 3'],
    ['rasch', '', 'ne contient aucune note'],
    ['rasch', 'candidate,juror,criterion,score\nc,j,i,x\n', '« x » n’est pas un nombre'],
    ['rasch', session(() => 1), 'Toutes les notes sont égales'],
    ['rasch', session((c, j, i) => c * 12 + j * 4 + i), 'Plus de 41 niveaux'],
    [
      'rasch',
      'candidate,juror,criterion,score\na,j,i,0\nb,k,l,1\n',
      'aucune mesure n’est possible'
    ],
    ['rasch', 'candidate,score\na,1\n', 'n’a pas de colonne juror, criterion']
  ])('%s %j: %s', async (command, content, sentence) => {
    const facets = command === 'rasch' ? ['--facets', 'candidate,juror,criterion'] : [];
    const { out, err, status } = await run(command, await file(content), ...facets, '--json');
    expect([out, status]).toEqual(['', 1]);
    expect(plain(err)).toContain(sentence);
  });
});

describe('wrong usage ends with 2', () => {
  test.each([
    [['agreement', '/nowhere/marks.csv']],
    [['agreement']],
    [['rasch', '/nowhere/marks.csv']],
    [['rasch', '/nowhere/marks.csv', '--facets', 'candidate']],
    [['rasch', '/nowhere/marks.csv', '--facets', 'candidate,juror', '--model', 'other']],
    [['rasch', '/nowhere/marks.csv', '--facets', 'candidate,juror', '--step-facet', 'score']],
    [['agreement', '/nowhere/marks.csv', '--unknown']],
    [['unknown']]
  ])('%j', async (words) => {
    const { out, err, status } = await run(...words);
    expect([out, status]).toEqual(['', 2]);
    expect(err).not.toBe('');
  });

  test('the help tells the fields of the document', async () => {
    const { out, status } = await run('rasch', '--help');
    expect(status).toBe(0);
    expect(out).toContain('centred at 0');
  });
});
