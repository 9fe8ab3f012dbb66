import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frenchCommunes } from './birthplaces.ts';
import { countries } from './gazetteer.ts';
import {
  answersOf,
  firstNameList,
  identityFields,
  identityKey,
  readIdentity,
  type IdentityAnswers,
  type IdentityField
} from './identity.ts';

const communes = frenchCommunes();
const today = '2026-11-25';
const camille: IdentityAnswers = {
  birthName: 'Durand',
  firstNames: 'Camille',
  sex: 'F',
  birthDate: '1990-12-31',
  birthPlace: 'Bordeaux',
  email: 'camille@exemple.fr'
};

const read = (answers: IdentityAnswers) =>
  readIdentity({ ...camille, ...answers }, communes, today);

function accepted(answers: IdentityAnswers) {
  const result = read(answers);
  if (!result.ok) throw new Error(JSON.stringify(result.error.fields));
  return result.value;
}

function faults(answers: IdentityAnswers): Partial<Record<IdentityField, string>> {
  const result = read(answers);
  if (result.ok) throw new Error('accepted');
  return Object.fromEntries(
    Object.entries(result.error.fields ?? {}).map(([field, said]) => [field, said.fr])
  );
}

describe('names', () => {
  test.each([
    ["O'Brien", 'O’Brien'],
    ['N’Diaye', 'N’Diaye'],
    ['Nguyễn', 'Nguyễn'],
    ['d’Estienne d’Orves', 'd’Estienne d’Orves'],
    ['Le  Bihan‐Kermarrec', 'Le Bihan-Kermarrec'],
    ['Gal·la', 'Gal·la'],
    ['ÇELİK', 'ÇELİK'],
    ['Zoe\u0308', 'Zoë']
  ])('%s is a birth name', (typed, kept) =>
    expect(accepted({ birthName: typed }).birthName).toBe(kept)
  );

  test('a name in another alphabet asks for its Latin transcription', () => {
    for (const birthName of ['张伟', 'Иванов', 'الحسن', 'Durand 李'])
      expect(faults({ birthName }).birthName).toMatch(/transcription latine/);
  });

  test.each([
    ['Durand 🎉', /émojis/],
    ['Du\u202erand', /invisibles/],
    ['Du\u200brand', /invisibles/],
    ['Durand 2', /«\s2\s»/],
    ['Durand <b>', /«\s<\s»/],
    ['=1+1', /écrivez-le tel/],
    ['=CMD', /«\s=\s»/],
    ['', /nom de naissance/],
    ['a'.repeat(61), /60 caractères/]
  ])('%j is refused, with what to do', (birthName, sentence) =>
    expect(faults({ birthName }).birthName).toMatch(sentence)
  );

  test('given names are told apart by commas, or else by spaces', () => {
    expect(accepted({ firstNames: ' Jean-Éluard,  Paul ' }).firstNames).toBe('Jean-Éluard Paul');
    expect(accepted({ firstNames: 'Marie Claire, Louise' }).firstNames).toBe(
      'Marie Claire, Louise'
    );
    expect(firstNameList('Marie Claire, Louise')).toEqual(['Marie Claire', 'Louise']);
    expect(firstNameList('Marie Louise')).toEqual(['Marie', 'Louise']);
    expect(faults({ firstNames: ' , ' }).firstNames).toMatch(/prénoms/);
  });
});

test('the sex is the one of the identity paper, in the words that files use', () => {
  expect(accepted({ sex: 'Femme' }).sex).toBe('F');
  expect(accepted({ sex: 'H' }).sex).toBe('M');
  expect(faults({ sex: '' }).sex).toMatch(/F ou M/);
});

describe('the birth date', () => {
  test.each([
    ['31/12/1990', '1990-12-31'],
    ['1.2.1990', '1990-02-01'],
    ['29/02/2000', '2000-02-29'],
    ['1900-01-01', '1900-01-01'],
    ['2012-11-25', '2012-11-25']
  ])('%s is a date', (typed, kept) => expect(accepted({ birthDate: typed }).birthDate).toBe(kept));

  test.each([
    ['29/02/2001', /n’existe pas/],
    ['31/04/1990', /n’existe pas/],
    ['12/31/1990', /n’existe pas/],
    ['0000-00-00', /n’existe pas/],
    ['26/11/2026', /avenir/],
    ['2012-11-26', /14 ans/],
    ['31/12/1899', /1900/],
    ['31/12/90', /31\/12\/1990/],
    ['hier', /31\/12\/1990/],
    ['', /date de naissance/]
  ])('%j is refused', (birthDate, sentence) =>
    expect(faults({ birthDate }).birthDate).toMatch(sentence)
  );
});

describe('the birth place', () => {
  test('a commune is found by its name, and its code is added', () => {
    expect(accepted({ birthPlace: 'bordeaux' }).birthInseeCode).toBe('33063');
    expect(accepted({ birthPlace: 'Paris 11e' }).birthInseeCode).toBe('75111');
    expect(accepted({ birthPlace: 'Ajaccio' }).birthInseeCode).toBe('2A004');
    expect(accepted({ birthPlace: 'Fort-de-France' }).birthInseeCode).toBe('97209');
    expect(accepted({ birthPlace: 'Papeete' }).birthInseeCode).toBe('98735');
    expect(accepted({ birthPlace: 'Saint-Denis (97411)' })).toMatchObject({
      birthPlace: 'Saint-Denis',
      birthInseeCode: '97411'
    });
  });

  test('a zero that a spreadsheet dropped is found again', () => {
    expect(accepted({ birthPlace: 'Ambérieu-en-Bugey', birthInseeCode: '1004' })).toMatchObject({
      birthInseeCode: '01004'
    });
  });

  test('namesakes ask for the code, and say which', () => {
    expect(faults({ birthPlace: 'Saint-Denis' }).birthInseeCode).toMatch(/93066.*97411/);
    expect(accepted({ birthPlace: 'St Denis', birthInseeCode: '93066' }).birthInseeCode).toBe(
      '93066'
    );
  });

  test('a former commune keeps its code, though today’s list does not know it', () => {
    expect(accepted({ birthPlace: 'Arbignieu', birthInseeCode: '01015' })).toBeTruthy();
    expect(accepted({ birthPlace: 'Sainte-Ancienne', birthInseeCode: '01999' })).toBeTruthy();
    expect(faults({ birthPlace: 'Sainte-Ancienne' }).birthPlace).toMatch(/ancienne commune/);
  });

  test.each([
    [{ birthPlace: 'Paris', birthInseeCode: '75011' }, /code postal.*75056/],
    [{ birthPlace: 'Lyon', birthInseeCode: '75056' }, /code de Paris/],
    [{ birthPlace: 'Ajaccio', birthInseeCode: '20004' }, /2A ou 2B/],
    [{ birthPlace: 'Alger', birthInseeCode: '99352' }, /pays étranger/],
    [{ birthPlace: 'Bordeaux', birthInseeCode: '3306' }, /cinq caractères/],
    [{ birthPlace: 'Bordeaux', birthInseeCode: '96001' }, /cinq caractères/],
    [{ birthPlace: 'Bordeaux', birthInseeCode: '00001' }, /cinq caractères/],
    [
      { birthPlace: 'Alger', birthCountry: 'Algérie', birthInseeCode: '33063' },
      /code de commune vide/
    ]
  ])('%j contradicts itself', (answers, sentence) =>
    expect(faults(answers).birthInseeCode).toMatch(sentence)
  );

  test('a foreign country is known by its French name or its INSEE code', () => {
    for (const birthCountry of ['Algérie', 'ALGERIE', '99352'])
      expect(accepted({ birthPlace: 'Alger', birthCountry })).toMatchObject({
        birthInseeCode: null,
        birthCountryCode: '99352'
      });
    for (const birthCountry of ['', 'France', '99100'])
      expect(accepted({ birthCountry }).birthInseeCode).toBe('33063');
    expect(faults({ birthCountry: 'Narnia' }).birthCountry).toMatch(/INSEE/);
  });

  test('every country has one code of INSEE’s form, and one name', () => {
    expect(new Set(countries.map(({ code }) => code)).size).toBe(countries.length);
    expect(new Set(countries.map(({ name }) => name)).size).toBe(countries.length);
    expect(countries.every(({ code }) => /^99[1-6]\d\d$/.test(code))).toBe(true);
  });
});

test('every fault is told at once, each beside its field, in both languages', () => {
  const result = readIdentity({}, communes, today);
  expect(result).toMatchObject({ ok: false });
  if (result.ok) return;
  expect(Object.keys(result.error.fields ?? {}).sort()).toEqual(
    ['birthDate', 'birthName', 'birthPlace', 'email', 'firstNames', 'sex'].sort()
  );
  for (const said of Object.values(result.error.fields ?? {})) {
    expect(said.fr).toMatch(/\.$/);
    expect(said.en).toMatch(/\.$/);
  }
});

test('the same person is recognised through case, accents and hyphens', () => {
  const key = (birthName: string, firstNames: string) =>
    identityKey(accepted({ birthName, firstNames }));
  expect(key('LEFEVRE', 'JEAN ELUARD')).toBe(key('Lefèvre', 'Jean-Éluard'));
  expect(key("D'ARC", 'Jeanne')).toBe(key('d’Arc', 'jeanne'));
  expect(key('Durand', 'Camille')).not.toBe(key('Durant', 'Camille'));
});

test('whatever is typed, the answer is an identity or sentences; an identity reads back the same', () => {
  const typed = fc.record(
    Object.fromEntries(
      identityFields.map((field) => [
        field,
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 80 }),
          fc.constant(camille[field] ?? ''),
          fc.constantFrom('Paris', '75056', 'F', '31/12/1990', 'Viêt Nam', 'a@b.fr')
        )
      ])
    ),
    { requiredKeys: [] }
  );
  fc.assert(
    fc.property(typed, (answers) => {
      const result = readIdentity(answers, communes, today);
      if (!result.ok) expect(Object.keys(result.error.fields ?? {})).not.toEqual([]);
      else expect(readIdentity(answersOf(result.value), communes, today)).toEqual(result);
    })
  );
});
