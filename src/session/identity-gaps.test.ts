import { describe, expect, test } from 'vitest';
import { declared, planned, sketchedFacts } from './facts-testing.ts';
import { identityGaps } from './identity-gaps.ts';
import type { Identity } from './identity.ts';
import { obstacles } from './readiness.ts';

const ines: Identity = {
  email: 'ines@exemple.fr',
  birthName: 'Belkacem',
  usageName: null,
  firstNames: 'Inès Lina',
  sex: 'F',
  birthDate: '1994-03-12',
  birthPlace: 'Bordeaux',
  birthInseeCode: '33063',
  birthCountryCode: null
};
const gaps = (change: Partial<Record<keyof Identity, string | null>>) =>
  identityGaps({ ...ines, ...change } as Identity, '2026-11-25').map(({ fr }) => fr);

describe('what the State’s file would refuse in an identity', () => {
  test('nothing, when the form would take it today', () => {
    expect(gaps({})).toEqual([]);
    expect(gaps({ birthInseeCode: null, birthCountryCode: '99243', birthPlace: 'Hanoï' })).toEqual(
      []
    );
    // A commune of yesterday, which no list of today names.
    expect(gaps({ birthInseeCode: '33999', birthPlace: 'Ville ancienne' })).toEqual([]);
  });

  test.each<[string, Parameters<typeof gaps>[0]]>([
    ['a birth in France without a commune code', { birthInseeCode: null }],
    ['a country that INSEE does not list', { birthInseeCode: null, birthCountryCode: '99999' }],
    ['no given name', { firstNames: '' }],
    ['a name in another alphabet', { birthName: 'Белкасем' }],
    ['a name of sixty-one characters', { birthName: 'a'.repeat(61) }],
    ['a control character', { birthName: 'Bel\u0007kacem' }],
    ['a birth before 1900', { birthDate: '1899-12-31' }]
  ])('%s', (_what, change) => {
    expect(gaps(change)).toHaveLength(1);
  });
});

test('a session asks for what is missing, and of whom, before its day opens', () => {
  const facts = declared(planned(sketchedFacts({ percents: [100, 100], jurors: [2] })));
  expect(obstacles(facts)).toEqual([]);
  facts.enrolments[1]!.birthInseeCode = null;
  const [only, ...others] = obstacles(facts);
  expect(others).toEqual([]);
  expect(only?.where).toBe('candidates');
  expect(only?.message.fr).toContain('Karim Martin-B');
});
