import { z } from 'zod';
import type { Phrase } from '#platform/language.ts';
import { fail, ok, type Result } from '#platform/result.ts';
import { cleanEmail, cleanName } from '#platform/text.ts';
import { fold } from './fold.ts';
import { formRefusal } from './forms.ts';
import { countryCalled, type Gazetteer } from './gazetteer.ts';
import { identityAsked, identityFaults } from './identity-messages.ts';
import type { Sex } from './model.ts';

/** Where someone was born: a French commune with its INSEE code, or a country (99xxx) and a place. */
export type Birthplace = { birthPlace: string } & (
  | { birthInseeCode: string; birthCountryCode: null }
  | { birthInseeCode: null; birthCountryCode: string }
);

/**
 * Who a candidate is, as the State’s files want to know it (C. trav. L6113-8): the birth name is the
 * legal one, the name in use is only shown. {@link firstNameList} tells the given names apart.
 */
export type Identity = Birthplace & {
  email: string;
  birthName: string;
  usageName: string | null;
  firstNames: string;
  sex: Sex;
  /** YYYY-MM-DD */
  birthDate: string;
};

/** The questions of the form and the columns of a file, in the order they are asked. */
export const identityFields = [
  'birthName',
  'usageName',
  'firstNames',
  'sex',
  'birthDate',
  'birthPlace',
  'birthInseeCode',
  'birthCountry',
  'email'
] as const;
export type IdentityField = (typeof identityFields)[number];

/** Answers as they were typed. */
export type IdentityAnswers = Partial<Record<IdentityField, string>>;

/** The youngest candidate: the age from which an apprenticeship or an observation period may begin. */
const youngest = 14;
const longestName = 60;
const mostGivenNames = 8;

const inName = /[\p{Script=Latin}\p{M} ’·.-]/u;
const inPlace = /[\p{Script=Latin}\p{M}\p{N} ’·.,()/&°-]/u;

/** One kind of apostrophe and one of hyphen, so that one name has one spelling. */
const evenOut = (text: string): string => text.replace(/['`´‘ʼʻʹ]/g, '’').replace(/[‐‑‒–]/g, '-');

/** A name that the State’s files can hold: {@link cleanName}, in the Latin alphabet, 60 characters. */
function readWords(
  text: string,
  asked: Phrase,
  allowed: RegExp,
  strange: (character: string) => Phrase
): Result<string, Phrase> {
  if (text.trim() === '') return fail(identityFaults.missing(asked));
  const cleaned = cleanName(text);
  if (!cleaned.ok) return fail(cleaned.error.message);
  const words = evenOut(cleaned.value);
  for (const character of words)
    if (!allowed.test(character))
      return fail(/\p{L}/u.test(character) ? identityFaults.notLatin() : strange(character));
  return words.length > longestName ? fail(identityFaults.tooLong(longestName)) : ok(words);
}

const readName = (text: string, asked: Phrase): Result<string, Phrase> =>
  readWords(text, asked, inName, identityFaults.notAName);

const readUsageName = (text: string): Result<string | null, Phrase> =>
  text.trim() === '' ? ok(null) : readName(text, identityAsked.usageName);

/** The given names one by one: apart at commas if there are any, else at spaces. */
export const firstNameList = (firstNames: string): string[] =>
  firstNames
    .split(firstNames.includes(',') ? ',' : ' ')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** Kept with spaces alone when that loses nothing, and with commas for « Marie Claire, Louise ». */
function readFirstNames(text: string): Result<string, Phrase> {
  const names: string[] = [];
  for (const each of firstNameList(text.replace(/\s+/g, ' '))) {
    const name = readName(each, identityAsked.firstNames);
    if (!name.ok) return name;
    names.push(name.value);
  }
  if (names.length === 0) return fail(identityFaults.missing(identityAsked.firstNames));
  if (names.length > mostGivenNames) return fail(identityFaults.tooMany(mostGivenNames));
  return ok(names.join(names.some((name) => name.includes(' ')) ? ', ' : ' '));
}

const sexWords: Record<string, Sex> = {
  f: 'F',
  femme: 'F',
  feminin: 'F',
  mme: 'F',
  madame: 'F',
  female: 'F',
  m: 'M',
  h: 'M',
  homme: 'M',
  masculin: 'M',
  monsieur: 'M',
  male: 'M'
};

function readSex(text: string): Result<Sex, Phrase> {
  const sex = sexWords[fold(text)];
  return sex ? ok(sex) : fail(identityFaults.sex());
}

/** Reads 1990-12-31 or 31/12/1990 (also with - or . between). */
function readBirthDate(text: string, today: string): Result<string, Phrase> {
  const written = text.trim();
  if (written === '') return fail(identityFaults.missing(identityAsked.birthDate));
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(written);
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written);
  const [year, month, day] = iso ? iso.slice(1) : (french?.slice(1).reverse() ?? []);
  if (!year || !month || !day) return fail(identityFaults.dateForm());
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!z.iso.date().safeParse(date).success) return fail(identityFaults.dateUnreal());
  if (date > today) return fail(identityFaults.dateFuture());
  if (date < '1900-01-01') return fail(identityFaults.dateAncient());
  const latest = `${Number(today.slice(0, 4)) - youngest}${today.slice(4)}`;
  return date > latest ? fail(identityFaults.tooYoung(youngest)) : ok(date);
}

/** An address begins with a letter or a digit, so that no spreadsheet takes it for a formula. */
function readEmail(text: string): Result<string, Phrase> {
  const email = cleanEmail(text);
  if (!email.ok) return fail(email.error.message);
  return /^[a-z0-9]/.test(email.value) ? email : fail(identityFaults.emailStart());
}

type PlaceFault = { field: IdentityField; fault: Phrase };

/**
 * Checks a birth place against the gazetteer. A code that today’s list does not know is accepted
 * when its form is right: communes have merged since people were born in them.
 */
function readBirthplace(
  answers: Required<Pick<IdentityAnswers, 'birthPlace' | 'birthInseeCode' | 'birthCountry'>>,
  gazetteer: Gazetteer
): Result<Birthplace, PlaceFault> {
  const bad = (field: IdentityField, fault: Phrase) => fail({ field, fault });
  const withCode = /^(.*\S)\s*\((\d[\dAB]\d{3})\)$/i.exec(answers.birthPlace.trim());
  const named = readWords(
    withCode?.[1] ?? answers.birthPlace,
    identityAsked.birthPlace,
    inPlace,
    identityFaults.notAPlace
  );
  if (!named.ok) return bad('birthPlace', named.error);
  const place = named.value;
  const code = (answers.birthInseeCode.replace(/\s/g, '') || (withCode?.[2] ?? '')).toUpperCase();
  const country = countryCalled(answers.birthCountry);
  if (!country)
    return bad('birthCountry', identityFaults.country(answers.birthCountry.trim().slice(0, 60)));
  if (country !== 'france') {
    if (code !== '' && code !== country.code)
      return bad('birthInseeCode', identityFaults.inseeWithCountry());
    return ok({ birthPlace: place, birthInseeCode: null, birthCountryCode: country.code });
  }
  const commune = readCommune(place, code, gazetteer);
  return commune.ok
    ? ok({ birthPlace: place, birthInseeCode: commune.value, birthCountryCode: null })
    : bad(
        code === '' && commune.error.about === 'name' ? 'birthPlace' : 'birthInseeCode',
        commune.error.fault
      );
}

/** Mainland departments, Corsica’s 2A and 2B, and the departments and territories overseas. */
const communeCode = /^(?:(?:0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-5])\d{3}|97[1-8]\d\d|98[4678]\d\d)$/;

function readCommune(
  place: string,
  code: string,
  gazetteer: Gazetteer
): Result<string, { about: 'name' | 'code'; fault: Phrase }> {
  const namesakes = gazetteer.communesNamed(place);
  const codes = namesakes.map((commune) => commune.code);
  const bad = (about: 'name' | 'code', fault: Phrase) => fail({ about, fault });
  if (code === '') {
    const [only, ...others] = codes;
    if (only === undefined) return bad('name', identityFaults.unknownCommune(place));
    return others.length > 0
      ? bad('code', identityFaults.namesakes(place, codes.slice(0, 8)))
      : ok(only);
  }
  if (code.startsWith('99')) return bad('code', identityFaults.inseeAbroad());
  if (/^20\d{3}$/.test(code)) return bad('code', identityFaults.inseeCorsica());
  if (!communeCode.test(code)) return bad('code', identityFaults.inseeForm());
  if (codes.includes(code)) return ok(code);
  const posted = namesakes.find(({ postalCodes }) => postalCodes.includes(code));
  if (posted) return bad('code', identityFaults.postalCode(code, posted.code, posted.name));
  const bearer = gazetteer.communeOf(code);
  if (bearer && codes.length > 0)
    return bad('code', identityFaults.contradiction(code, bearer.name, place, codes.slice(0, 3)));
  return ok(code);
}

/** A text field that `read` turns into a value, or into a sentence beside it. */
const field = <T>(read: (text: string) => Result<T, Phrase>) =>
  z
    .string()
    .default('')
    .transform((text, context) => {
      const result = read(text);
      if (result.ok) return result.value;
      context.addIssue({ code: 'custom', message: JSON.stringify(result.error) });
      return z.NEVER;
    });

const text = z.string().default('');

/**
 * Reads the answers of a form or of one line of a file. Every fault is told, each beside its field.
 * @param today the civil date in Paris, YYYY-MM-DD
 */
export function readIdentity(
  answers: unknown,
  gazetteer: Gazetteer,
  today: string
): Result<Identity> {
  const person = z
    .object({
      email: field(readEmail),
      birthName: field((typed) => readName(typed, identityAsked.birthName)),
      usageName: field(readUsageName),
      firstNames: field(readFirstNames),
      sex: field(readSex),
      birthDate: field((typed) => readBirthDate(typed, today))
    })
    .safeParse(answers);
  const birthplace = z
    .object({ birthPlace: text, birthInseeCode: text, birthCountry: text })
    .transform((typed, context) => {
      const result = readBirthplace(typed, gazetteer);
      if (result.ok) return result.value;
      const { field, fault } = result.error;
      context.addIssue({ code: 'custom', path: [field], message: JSON.stringify(fault) });
      return z.NEVER;
    })
    .safeParse(answers);
  if (person.success && birthplace.success) return ok({ ...person.data, ...birthplace.data });
  return formRefusal(
    new z.ZodError([...(person.error?.issues ?? []), ...(birthplace.error?.issues ?? [])])
  );
}

/** The answers that {@link readIdentity} would read back into the same identity. */
export const answersOf = (identity: Identity): Required<IdentityAnswers> => ({
  birthName: identity.birthName,
  usageName: identity.usageName ?? '',
  firstNames: identity.firstNames,
  sex: identity.sex,
  birthDate: identity.birthDate,
  birthPlace: identity.birthPlace,
  birthInseeCode: identity.birthInseeCode ?? '',
  birthCountry: identity.birthCountryCode ?? '',
  email: identity.email
});

/**
 * One person, one key: birth name, given names, birth date and sex, as people compare them. Two
 * candidates with the same key are the same candidate.
 */
export const identityKey = (
  person: Pick<Identity, 'birthName' | 'firstNames' | 'birthDate' | 'sex'>
): string =>
  [fold(person.birthName), fold(person.firstNames), person.birthDate, person.sex].join('|');

/** The facts in which two identities of one person differ. */
export const differences = (before: Identity, after: Identity): (keyof Identity)[] =>
  (Object.keys(after) as (keyof Identity)[]).filter((key) => before[key] !== after[key]);
