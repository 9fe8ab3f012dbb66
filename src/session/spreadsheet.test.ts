import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { frenchCommunes } from './birthplaces.ts';
import { value } from './enrolment-testing.ts';
import { readIdentity } from './identity.ts';
import { readColumns } from './import-columns.ts';
import { readLines } from './import-file.ts';

const head = 'Nom de naissance;Prénoms;Sexe;Date de naissance;Lieu de naissance;Courriel';

const sheet = (rows: (string | Date)[][], heads: string) => ({
  data: [
    heads.split(';').map((each) => ({ value: each })),
    ...rows.map((row) =>
      row.map((each) =>
        each instanceof Date
          ? { value: each, type: Date, format: 'dd/mm/yyyy' }
          : { value: each, type: String }
      )
    )
  ],
  options: { sheet: 'Candidats' }
});

describe('a workbook', () => {
  test('gives its dates and its numbers', async () => {
    const { data, options } = sheet(
      [
        [
          'Lefèvre',
          'Zoé',
          'F',
          new Date('1990-12-31T00:00:00Z'),
          'Ambérieu-en-Bugey',
          'zoe@exemple.fr'
        ]
      ],
      head
    );
    const file = await writeExcelFile(data, options).toBuffer();
    expect(value(readColumns(value(await readLines(new Uint8Array(file))))).lines).toEqual([
      {
        line: 2,
        answers: expect.objectContaining({ birthName: 'Lefèvre', birthDate: '1990-12-31' })
      }
    ]);
  });

  /** A list of one candidate, its files changed one by one. */
  async function changed(change: (path: string, xml: string) => string, heads = head) {
    const cells = [
      'Lefèvre',
      'Zoé',
      'F',
      new Date('1990-03-12T00:00:00Z'),
      'Grenade',
      'z@exemple.fr'
    ];
    const { data, options } = sheet(
      [[...cells, 'Espagne'].slice(0, heads.split(';').length)],
      heads
    );
    const file = await writeExcelFile(data, options).toBuffer();
    const files = Object.entries(unzipSync(new Uint8Array(file))).map(([path, content]) => [
      path,
      path.endsWith('.xml') ? strToU8(change(path, strFromU8(content))) : content
    ]);
    const archive = zipSync(Object.fromEntries(files) as Record<string, Uint8Array>);
    return value(readColumns(value(await readLines(archive))));
  }
  const bornIn = async (date1904: string) => {
    const { lines } = await changed((path, xml) =>
      path === 'xl/workbook.xml'
        ? xml
            .replace(/<workbookPr[^>]*\/>/, '')
            .replace(/(<workbook[^>]*>)/, `$1<workbookPr date1904="${date1904}"/>`)
        : xml
    );
    return lines[0]!.answers.birthDate;
  };

  test('that counts its days from 1904 says so in two ways, read alike', async () => {
    expect(await bornIn('0')).toBe('1990-03-12');
    expect(await bornIn('false')).toBe('1990-03-12');
    expect(await bornIn('1')).toBe('1994-03-13');
    expect(await bornIn('true')).toBe('1994-03-13');
  });

  test('with a cell in error gives the error, and not an empty cell that means France', async () => {
    const { lines } = await changed(
      (path, xml) =>
        path === 'xl/worksheets/sheet1.xml'
          ? xml.replace(/<c r="G2"[^>]*>.*?<\/c>/, '<c r="G2" t="e"><v>#N/A</v></c>')
          : xml,
      `${head};Pays de naissance`
    );
    expect(lines[0]!.answers.birthCountry).toBe('#N/A');
    const read = readIdentity(lines[0]!.answers, frenchCommunes(), '2026-11-25');
    expect(read).toMatchObject({ ok: false, error: { fields: { birthCountry: {} } } });
  });
});
