import readSheets from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { luxe } from '#referential';
import { readPdf } from '#platform/typeset/testing.ts';
import { renewalPdf } from './document.ts';
import { changesBetween, sumShown } from './model.ts';
import { renewalTables } from './tabulate.ts';
import { fictitiousRenewal, people, sessions } from './testing.ts';
import { renewalXlsx } from './workbook.ts';

/** Counted anew from the people themselves, without the code that is tested. */
const counted = (keep: (person: (typeof people)[number]) => boolean) => {
  const kept = people.filter(keep);
  return {
    enrolled: kept.length,
    presented: kept.filter(({ presented }) => presented).length,
    awarded: kept.filter(({ awarded }) => awarded).length
  };
};
const inYears =
  (from: number, until: number) =>
  ({ year }: { year: string }) =>
    Number(year) >= from && Number(year) <= until;

describe('a renewal file', () => {
  test.each([
    [2025, 2027],
    [2026, 2026],
    [2024, 2027]
  ])('of %i to %i counts what an independent count finds', (from, until) => {
    const { figures } = fictitiousRenewal({ from, until });
    const within = inYears(from, until);
    expect(figures.total).toEqual(counted(within));
    expect(figures.years.map(({ id }) => Number(id))).toEqual(
      [2024, 2025, 2026, 2027].filter((each) => each >= from && each <= until)
    );
    for (const { partner, counts, sessions: held } of figures.centres) {
      expect(counts).toEqual(counted((person) => within(person) && person.centreId === partner.id));
      expect(held).toBe(2 * (until - from + 1));
    }
    expect(figures.accessibility.adapted).toEqual(
      counted((person) => within(person) && person.adapted)
    );
    expect(figures.accessibility.plain).toEqual(
      counted((person) => within(person) && !person.adapted)
    );
    for (const { wave, counts } of figures.surveys) {
      const asked = people
        .filter(within)
        .flatMap(({ surveys }) => surveys.filter((each) => each.wave === wave));
      const answers = asked.flatMap(({ answer }) => answer ?? []);
      expect(counts).toEqual({
        asked: asked.length,
        answered: answers.length,
        working: answers.filter(({ situation }) => situation === 'employed').length,
        luxury: answers.filter(({ luxury }) => luxury === 'yes').length,
        useful: answers.filter(({ usefulness }) => usefulness === 'decisive').length
      });
    }
    expect(figures.surveys.map(({ wave }) => wave)).toEqual([6, 12, 24]);
    expect(figures.promotions.map(({ id }) => id)).toEqual(
      sessions.filter(({ day }) => within({ year: day.slice(0, 4) })).map(({ id }) => id)
    );
    expect(figures.jurors).toEqual({ people: 3 + figures.promotions.length, presidents: 1 });
  });

  test('prints a sum only when each of its terms may be shown', () => {
    expect(sumShown([5, 7])).toBe(12);
    expect(sumShown([5, null])).toBeNull();
    expect(sumShown([])).toBeNull();
  });

  test('prints no count of one to four candidates, nor of candidates kept from a juror', () => {
    const tables = renewalTables(fictitiousRenewal(), 'fr');
    for (const id of [
      'promotions',
      'years',
      'surveys',
      'promotion-surveys',
      'accessibility'
    ] as const)
      for (const row of tables[id].rows)
        for (const [place, value] of row.entries())
          if (tables[id].columns[place]?.kind === 'count')
            expect(value === null || Number(value) >= 5).toBe(true);
    expect(tables.juries.rows.every((row) => row.at(-1) === null)).toBe(true);
  });
});

test('what a version of the référentiel changes is told by codes', () => {
  const [first, ...rest] = luxe.competences;
  const reworded = { ...first!, statement: 'Accueillir autrement' };
  expect(changesBetween(luxe, luxe)).toEqual({ added: [], removed: [], reworded: [] });
  expect(changesBetween(luxe, { ...luxe, competences: [reworded, ...rest] }).reworded).toEqual([
    'C1'
  ]);
  const { removed } = changesBetween(luxe, { ...luxe, competences: rest });
  expect(removed).toEqual(['C1', ...first!.criteria.map(({ id }) => id)]);
  expect(changesBetween({ ...luxe, competences: rest }, luxe).added).toEqual(removed);
});

describe('the PDF', () => {
  const need = 'Les maisons peinent à recruter.\n\nSept branches sur dix le disent.';

  test('is tagged for everyone, embeds its letters, and says the figures and the texts', async () => {
    const renewal = fictitiousRenewal({ from: 2025, until: 2027 }, { need });
    const read = await readPdf(renewalPdf(renewal));
    expect(read).toMatchObject({ tagged: true, language: 'fr' });
    expect(read.standards).toMatchObject({ 'pdfuaid:part': '1' });
    expect(read.fonts.every(({ embedded }) => embedded)).toBe(true);
    expect([...read.roles]).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TH', 'TD']));
    const text = read.text.replace(/\s+/g, ' ');
    for (const said of [
      'RS1234',
      '2025 à 2027',
      'Les maisons peinent à recruter.',
      'Sept branches sur dix',
      'À rédiger.',
      'Institut du Léman',
      'réserves',
      'une autre est demandée avant l’automne',
      'À 24 mois'
    ])
      expect(text).toContain(said);
    const { enrolled, presented, awarded } = counted(inYears(2025, 2027));
    expect(text).toContain(`Ensemble ${enrolled} ${presented} ${awarded} `);
  });

  test('is the same bytes for the same file, and may also be kept as PDF/A', async () => {
    const renewal = fictitiousRenewal();
    expect(Buffer.from(renewalPdf(renewal)).equals(renewalPdf(renewal))).toBe(true);
    const read = await readPdf(renewalPdf(renewal, 'a-2a'));
    expect(read.standards).toMatchObject({ 'pdfaid:part': '2' });
  });
});

test('the workbook, read back, holds every table as numbers, and the texts', async () => {
  const renewal = fictitiousRenewal(
    { from: 2024, until: 2027 },
    { watch: 'Un comité, deux fois l’an.' }
  );
  const sheets = await readSheets(Buffer.from(await renewalXlsx(renewal)));
  const sheet = (name: string) => sheets.find((each) => each.sheet === name)!.data;
  expect(sheets).toHaveLength(11);
  const { enrolled, presented, awarded } = counted(() => true);
  expect(sheet('Par année').at(-1)).toEqual([
    'Ensemble',
    enrolled,
    presented,
    awarded,
    awarded / presented
  ]);
  expect(sheet('Promotions')).toHaveLength(1 + sessions.length);
  expect(sheet('Certification')).toContainEqual(['Code', 'RS1234']);
  expect(sheet('Textes')).toContainEqual(['Veille', 'Un comité, deux fois l’an.']);
  expect(sheet('Textes')).toContainEqual(['Justification du besoin', 'À rédiger.']);
});
