import { describe, expect, test } from 'vitest';
import { readPdf } from '#platform/typeset/testing.ts';
import { frenchSpaces } from '#platform/typography.ts';
import { gridPdf } from './grid.ts';
import { allCriteria, luxe, titleOf } from './index.ts';

const options = { issuer: 'Maison Parchemin', madeAt: new Date('2026-11-25T08:00:00Z') };
/** On one line, with the spaces of French typography; a line may have ended after a hyphen. */
const flat = (text: string) =>
  frenchSpaces(text)
    .replace(/\s+/gu, ' ')
    .replace(/(?<=\p{L}-) /gu, '');

describe('the grid on paper', () => {
  test('has every competence, every criterion and every instruction, to the letter', async () => {
    const text = flat((await readPdf(gridPdf(luxe, options))).text);
    for (const { statement, criteriaIntro } of luxe.competences) {
      expect(text).toContain(flat(statement));
      expect(text).toContain(flat(criteriaIntro));
    }
    for (const criterion of allCriteria(luxe)) expect(text).toContain(flat(criterion.text));
    for (const { instructions } of luxe.assessments)
      for (const line of instructions) expect(text).toContain(flat(line).replace(/^-\s*/, ''));
    expect(text).toContain(flat(luxe.preamble.jury));
  });

  test('explains the scale and the award of this version', async () => {
    const { text } = await readPdf(gridPdf(luxe, options));
    for (const { label } of luxe.scale.levels) expect(text).toContain(label.fr);
    expect(flat(text)).toContain('Quand plus d’un tiers des critères n’ont pas été observés');
    expect(flat(text)).toContain('24 mois');
  });

  test.each(['ua-1', 'a-2a'] as const)('passes as %s', async (standard) => {
    const read = await readPdf(gridPdf(luxe, { ...options, standard }));
    expect(read).toMatchObject({
      tagged: true,
      language: 'fr',
      title: `Grille d’évaluation – ${titleOf(luxe)}`
    });
    for (const role of ['H1', 'H2', 'H3', 'Table', 'TH', 'L']) expect(read.roles).toContain(role);
  });

  test('its headings can be in English', async () => {
    const read = await readPdf(gridPdf(luxe, { ...options, language: 'en' }));
    expect(read.language).toBe('en');
    expect(read.text).toContain('60 min to prepare, 30 min before the panel');
  });
});
