import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#people';
import { readLedger } from '#platform/ledger.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import { frenchCommunes } from './birthplaces.ts';
import { enrol, listEnrolments, readAnswers } from './enrolment-actions.ts';
import type { Match } from './enrolment-plan.ts';
import { aCentre, aSession, people, refusal, someone, value } from './enrolment-testing.ts';
import { answersOf, readIdentity, type Identity } from './identity.ts';
import { confirmImport, exportEnrolments, previewImport } from './import-actions.ts';
import { columnHeads, readColumns, writeCsv } from './import-columns.ts';
import { largestFile, mostCandidates, readLines } from './import-file.ts';
import { saveSession } from './store.ts';

const today = '2026-11-25';
const identities = people.map((answers) => value(readIdentity(answers, frenchCommunes(), today)));
const bytes = (text: string) => new TextEncoder().encode(text);
const list = async (file: Uint8Array) => {
  const lines = await readLines(file);
  return lines.ok ? readColumns(lines.value) : lines;
};
const namesIn = async (file: Uint8Array) =>
  value(await list(file)).lines.map(({ answers }) => answers.birthName);

const head = 'Nom de naissance;Prénoms;Sexe;Date de naissance;Lieu de naissance;Courriel';
const oneLine = 'Lefèvre;Zoé;F;31/12/1990;Bordeaux;zoe@exemple.fr';

describe('a file is read as it comes', () => {
  test.each([
    ['UTF-8', bytes(`${head}\n${oneLine}`)],
    ['UTF-8 with its mark', bytes(`\ufeff${head}\r\n${oneLine}\r\n`)],
    ['Windows-1252', Uint8Array.from(Buffer.from(`${head}\r\n${oneLine}`, 'latin1'))],
    ['UTF-16', Uint8Array.from(Buffer.from(`\ufeff${head}\r\n${oneLine}`, 'utf16le'))],
    ['commas', bytes(`${head}\n${oneLine}`.replaceAll(';', ','))],
    ['tabs', bytes(`${head}\n${oneLine}`.replaceAll(';', '\t'))],
    ['Excel’s first line', bytes(`sep=;\r\n${head}\r\n${oneLine}`)],
    ['quotes', bytes(`${head}\n"Lefèvre";"Zoé";F;31/12/1990;Bordeaux;zoe@exemple.fr`)]
  ])('%s', async (_, file) => {
    expect(value(await list(file)).lines).toEqual([
      {
        line: expect.any(Number),
        answers: {
          birthName: 'Lefèvre',
          firstNames: 'Zoé',
          sex: 'F',
          birthDate: '31/12/1990',
          birthPlace: 'Bordeaux',
          email: 'zoe@exemple.fr'
        }
      }
    ]);
  });

  test('heads are French or English, in any order and case, and strangers are named', async () => {
    const file = bytes(
      'EMAIL,birth place,SEX,First Name,date of birth,NOM,Taille\nzoe@exemple.fr,Bordeaux,F,Zoé,1990-12-31,Lefèvre,M'
    );
    const { lines, ignored } = value(await list(file));
    expect(lines[0]?.answers).toMatchObject({ birthName: 'Lefèvre', email: 'zoe@exemple.fr' });
    expect(ignored).toEqual(['Taille']);
  });

  test('a line keeps the number that a spreadsheet shows, blank lines or not', async () => {
    const file = bytes(`${head}\n\n;;;;;\n${oneLine}\n\n${oneLine}`);
    expect(value(await list(file)).lines.map(({ line }) => line)).toEqual([4, 6]);
  });
});

const workbook = (sheetXml: string | Uint8Array) =>
  zipSync({
    'xl/workbook.xml': strToU8('<workbook/>'),
    'xl/worksheets/sheet1.xml': typeof sheetXml === 'string' ? strToU8(sheetXml) : sheetXml
  });

/** The same archive, whose every header declares ten bytes. */
function lying(archive: Uint8Array): Uint8Array {
  const copy = Buffer.from(archive);
  for (let at = 0; at < copy.length - 4; at += 1) {
    if (copy.readUInt32LE(at) === 0x04034b50) copy.writeUInt32LE(10, at + 22);
    if (copy.readUInt32LE(at) === 0x02014b50) copy.writeUInt32LE(10, at + 24);
  }
  return copy;
}

describe('a wrong file is refused at once, with what to do', () => {
  const bomb = workbook(new Uint8Array(60_000_000));
  test.each([
    ['nothing', new Uint8Array(), 'import.empty'],
    ['blank lines', bytes('\n\n ;; \n'), 'import.empty'],
    ['a PDF named .xlsx', bytes('%PDF-1.7\n…'), 'import.pdf'],
    ['the old Excel', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'import.oldExcel'],
    ['an image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0, 0), 'import.notAList'],
    ['a zip that is no workbook', zipSync({ 'a.txt': strToU8('a') }), 'import.unreadable'],
    ['a cut workbook', workbook('<worksheet/>').slice(0, 60), 'import.unreadable'],
    ['a zip bomb', bomb, 'import.unfoldsTooFar'],
    ['a zip bomb that lies', lying(bomb), 'import.unfoldsTooFar'],
    [
      'a cell a million rows down',
      workbook('<worksheet><sheetData><row r="1048576"/></sheetData></worksheet>'),
      'import.unfoldsTooFar'
    ],
    [
      'a cell ten thousand columns away',
      workbook('<worksheet><sheetData><row r="1"><c r="XFD1"/></row></sheetData></worksheet>'),
      'import.unfoldsTooFar'
    ],
    ['too many bytes', new Uint8Array(largestFile + 1).fill(65), 'import.tooLarge'],
    [
      'too many candidates',
      bytes(`${head}\n\n\n${`${oneLine}\n`.repeat(mostCandidates + 1)}`),
      'import.tooManyLines'
    ],
    ['no column of ours', bytes('a;b\n1;2'), 'import.missing'],
    ['a column twice', bytes(`${head};Nom\n${oneLine};Durand`), 'import.twice'],
    ['heads alone', bytes(head), 'import.no-candidates']
  ])('%s', async (_, file, code) => expect(refusal(await list(file))).toBe(code));

  test('the missing columns are named', async () => {
    const result = await list(bytes('Nom;Prénom\nDurand;Camille'));
    expect(result).toMatchObject({
      ok: false,
      error: { message: { fr: expect.stringContaining('Date de naissance') } }
    });
  });

  test('as many candidates as allowed are read', async () => {
    const file = bytes(`${head}\n${`${oneLine}\n\n`.repeat(mostCandidates)}`);
    expect(await namesIn(file)).toHaveLength(mostCandidates);
  });
});

test('any text, any bytes: an answer, and never an exception', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(...columnHeads, '"', '""', ';', 'F', '31/12/1990')
  );
  const text = fc
    .array(fc.array(cell, { maxLength: 10 }), { maxLength: 8 })
    .chain((rows) =>
      fc
        .constantFrom(';', ',', '\t')
        .map((separator) => bytes(rows.map((row) => row.join(separator)).join('\n')))
    );
  const file = fc.oneof(
    text,
    fc.uint8Array({ maxLength: 200 }),
    fc.uint8Array({ maxLength: 60 }).map((rest) => Uint8Array.of(0x50, 0x4b, 3, 4, ...rest))
  );
  await fc.assert(
    fc.asyncProperty(file, async (any) => {
      const result = await list(any);
      if (!result.ok) expect(result.error.message.fr).toMatch(/\.$/);
    }),
    { numRuns: 300 }
  );
});

test('a list that was exported reads back the same', async () => {
  const letters = fc.constantFrom(..."aéÉçœŁđ’-. ñüB'");
  const name = fc
    .string({ unit: letters, maxLength: 20 })
    .map((rest) => `${rest.slice(0, 1)}É${rest}`);
  const person = fc
    .record({
      birthName: name,
      usageName: name,
      firstNames: fc.array(name, { minLength: 2, maxLength: 4 }).map((names) => names.join(', ')),
      sex: fc.constantFrom('F', 'M'),
      birthDate: fc
        .date({ min: new Date('1900-01-01'), max: new Date('2010-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
      place: fc.constantFrom(
        { birthPlace: 'Saint-Denis', birthInseeCode: '93066' },
        { birthPlace: 'Ajaccio' },
        { birthPlace: 'Hà Nội', birthCountry: '99243' },
        { birthPlace: 'Bonaire, Kralendijk', birthCountry: '99443' }
      ),
      email: fc.nat().map((number) => `n${number}@exemple.fr`)
    })
    .map(({ place, ...rest }) =>
      value(readIdentity({ ...rest, ...place }, frenchCommunes(), today))
    );
  await fc.assert(
    fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 6 }), async (some) => {
      const { lines, ignored } = value(await list(bytes(writeCsv(some))));
      expect(ignored).toEqual([]);
      expect(
        lines.map(({ answers }) => value(readIdentity(answers, frenchCommunes(), today)))
      ).toEqual(some);
    }),
    { numRuns: 100 }
  );
});

describe('importing', () => {
  let ground: TestGround;
  beforeAll(async () => {
    ground = await testGround();
  });
  afterAll(() => ground.close());

  const enrolled = async (sessionId: string, by: Actor) =>
    value(await listEnrolments(ground, by, sessionId)).enrolments.length;
  const csv = (some: readonly Identity[] = identities) => bytes(writeCsv(some));
  const preview = async (by: Actor, sessionId: string, file = csv()) =>
    value(await previewImport(ground, by, sessionId, file));

  test('previews without writing, then enrols everyone, once', async () => {
    const { sessionId, manager } = await aSession(ground);
    const seen = await preview(manager, sessionId);
    expect(seen).toMatchObject({ errors: 0, ignored: [] });
    expect(seen.lines.map(({ outcome }) => outcome.kind)).toEqual(Array(5).fill('enrol'));
    expect(await enrolled(sessionId, manager)).toBe(0);

    const first = value(await confirmImport(ground, manager, sessionId, seen.ticket!));
    expect(first).toEqual({ enrolled: 5, returned: 0, already: 0 });
    const second = value(await confirmImport(ground, manager, sessionId, seen.ticket!));
    expect(second).toEqual({ enrolled: 0, returned: 0, already: 5 });
    const again = await preview(manager, sessionId);
    expect(again.lines.map(({ outcome }) => outcome.kind)).toEqual(Array(5).fill('none'));

    const [trace] = await readLedger(ground.db, { subject: sessionId });
    expect(trace?.payload).toMatchObject({ file: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const exported = value(await exportEnrolments(ground, manager, sessionId));
    expect(exported).toBe(writeCsv(identities));
  });

  test('one line in error, and nobody can be enrolled', async () => {
    const { sessionId, manager } = await aSession(ground);
    const file = bytes(
      [
        head,
        oneLine,
        'Durand;;X;31/02/1990;Bordeaux;camille@',
        oneLine,
        'Autre;Nom;F;01/01/1990;Bordeaux;zoe@exemple.fr'
      ].join('\n')
    );
    const seen = await preview(manager, sessionId, file);
    expect(seen.errors).toBe(2);
    expect(seen.ticket).toBeNull();
    const [good, bad, repeat, stolen] = seen.lines.map(({ outcome }) => outcome);
    expect(good).toMatchObject({ kind: 'enrol' });
    expect(bad).toMatchObject({
      kind: 'error',
      error: { fields: { firstNames: {}, sex: {}, birthDate: {}, email: {} } }
    });
    expect(repeat).toMatchObject({ kind: 'repeat' });
    expect(stolen).toMatchObject({ kind: 'error', error: { fields: { email: {} } } });
  });

  test('two homonyms in one file are asked about, then both enrolled', async () => {
    const { sessionId, manager } = await aSession(ground);
    const traore = { ...answersOf(identities[0]!), birthName: 'Traoré', birthDate: '01/01/1985' };
    const twins = [
      {
        ...traore,
        birthPlace: 'Bamako',
        birthInseeCode: '',
        birthCountry: 'Mali',
        email: 'a@ml.fr'
      },
      { ...traore, birthPlace: 'Kayes', birthInseeCode: '', birthCountry: 'Mali', email: 'b@ml.fr' }
    ].map((answers) => value(readAnswers(ground, answers)));
    const seen = await preview(manager, sessionId, csv(twins));
    expect(seen.lines.map(({ outcome }) => outcome.kind)).toEqual(['enrol', 'ask']);
    expect(seen.lines[1]).toMatchObject({
      identity: { birthDate: '1985-01-01', place: 'Kayes, Mali', email: 'b@ml.fr' },
      outcome: { place: 1, alike: [{ match: { repeats: 0 }, differs: [{}, {}] }] }
    });
    const confirm = (matches?: ReadonlyMap<number, Match>) =>
      confirmImport(ground, manager, sessionId, seen.ticket!, matches);
    expect(refusal(await confirm())).toBe('import.unanswered');
    expect(await enrolled(sessionId, manager)).toBe(0);
    expect(value(await confirm(new Map([[1, 'another']]))).enrolled).toBe(2);
    // Read again, the same file asks nothing: each line is one of the two.
    const again = await preview(manager, sessionId, csv(twins));
    expect(again.lines.map(({ outcome }) => outcome.kind)).toEqual(['none', 'none']);
  });

  test('a line that a person says is the one above is enrolled once', async () => {
    const { sessionId, manager } = await aSession(ground);
    const one = { ...identities[0]!, birthName: 'Keïta', email: 'keita@exemple.fr' };
    const seen = await preview(manager, sessionId, csv([one, { ...one, email: 'k@exemple.fr' }]));
    const done = value(
      await confirmImport(ground, manager, sessionId, seen.ticket!, new Map([[1, { repeats: 0 }]]))
    );
    expect(done).toEqual({ enrolled: 1, returned: 0, already: 1 });
  });

  test('the preview tells what was understood: place with its department, or its country', async () => {
    const { sessionId, manager } = await aSession(ground);
    const { lines } = await preview(manager, sessionId);
    expect(lines.map(({ identity }) => identity?.place)).toEqual([
      'Bordeaux (Gironde, 33063)',
      'Cork, Irlande',
      'Hanoï, Vietnam',
      'Ajaccio (Corse-du-Sud, 2A004)',
      'Saint-Denis (La Réunion, 97411)'
    ]);
  });

  test('what is confirmed is what was previewed, by the same person, for the same session', async () => {
    const { sessionId, manager } = await aSession(ground);
    const other = await aSession(ground);
    const { ticket } = await preview(manager, sessionId);
    const confirm = (by: Actor, id: string, sealed: string) =>
      confirmImport(ground, by, id, sealed);
    for (const attempt of [
      confirm(other.manager, sessionId, ticket!),
      confirm(manager, other.sessionId, ticket!),
      confirm(manager, sessionId, `${ticket!.slice(0, -8)}AAAAAAA=`),
      confirm(manager, sessionId, '')
    ])
      expect(refusal(await attempt)).toBe('import.expired');
    expect(await enrolled(sessionId, manager)).toBe(0);
  });

  test('when things changed since the preview, nobody is enrolled', async () => {
    const { sessionId, manager } = await aSession(ground);
    const some = ['a', 'b'].map((mark): Identity => ({
      ...identities[0]!,
      birthName: `Roux${mark}`,
      email: `roux-${mark}@exemple.fr`
    }));
    const { ticket } = await preview(manager, sessionId, csv(some));
    const thief = { ...answersOf(some[1]!), birthName: 'Voleur' };
    value(await enrol(ground, manager, sessionId, thief));
    expect(refusal(await confirmImport(ground, manager, sessionId, ticket!))).toBe(
      'import.changed'
    );
    expect(await enrolled(sessionId, manager)).toBe(1);
    await saveSession(ground.db, sessionId, { status: 'marking' });
    expect(refusal(await confirmImport(ground, manager, sessionId, ticket!))).toBe(
      'session.marking'
    );
  });

  test('is for those who enrol in that centre', async () => {
    const { sessionId } = await aSession(ground);
    const elsewhere = await someone(ground, 'centre-manager', await aCentre(ground, 'Ailleurs'));
    expect(refusal(await previewImport(ground, elsewhere, sessionId, csv()))).toBe(
      'session.unknown'
    );
    for (const role of ['auditor', 'juror', 'candidate', 'accessibility-officer'] as const)
      expect(
        refusal(await previewImport(ground, await someone(ground, role), sessionId, csv()))
      ).toBe('people.forbidden');
  });

  test('whatever is mixed into a list, all of it is enrolled or none of it', async () => {
    const { sessionId, manager } = await aSession(ground);
    const noise = fc.oneof(
      fc.constantFrom(oneLine, `${oneLine};`, 'Durand;;X;31/02/1990;Bordeaux;', ''),
      fc.string({ unit: 'grapheme', maxLength: 30 })
    );
    await fc.assert(
      fc.asyncProperty(fc.array(noise, { minLength: 1, maxLength: 5 }), async (lines) => {
        const before = await enrolled(sessionId, manager);
        const file = bytes([head, ...lines].join('\n'));
        const seen = await previewImport(ground, manager, sessionId, file);
        expect(await enrolled(sessionId, manager)).toBe(before);
        if (!seen.ok) return;
        expect(seen.value.ticket === null).toBe(seen.value.errors > 0);
        if (seen.value.ticket === null) return;
        const done = value(await confirmImport(ground, manager, sessionId, seen.value.ticket));
        expect(done.enrolled + done.returned + done.already).toBe(seen.value.lines.length);
      }),
      { numRuns: 25 }
    );
  });
});
