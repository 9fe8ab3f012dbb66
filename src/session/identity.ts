import { z } from 'zod';
import type { Phrase } from '#platform/language.ts';
import { field, parseForm } from '#platform/form.ts';
import { fail, ok, type Result } from '#platform/result.ts';
import { cleanEmail, cleanName } from '#platform/text.ts';
import { fold } from './fold.ts';
import { countryCalled, type Gazetteer } from './gazetteer.ts';
import { identityAsked, identityFaults } from './identity-messages.ts';
import { sexes, type Sex } from './model.ts';

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

const fault = (message: Phrase) => fail({ code: 'identity.invalid', message });

/** One kind of apostrophe and one of hyphen, so that one name has one spelling. */
const evenOut = (text: string): string => text.replace(/['`´‘ʼʻʹ]/g, '’').replace(/[‐‑‒–]/g, '-');

/** A name that the State’s files can hold: {@link cleanName}, in the Latin alphabet, 60 characters. */
function readWords(
  text: string,
  asked: Phrase,
  allowed: RegExp,
  strange: (character: string) => Phrase
): Result<string> {
  if (text.trim() === '') return fault(identityFaults.missing(asked));
  const cleaned = cleanName(text);
  if (!cleaned.ok) return cleaned;
  const words = evenOut(cleaned.value);
  for (const character of words)
    if (!allowed.test(character))
      return fault(/\p{L}/u.test(character) ? identityFaults.notLatin() : strange(character));
  return words.length > longestName ? fault(identityFaults.tooLong(longestName)) : ok(words);
}

const readName = (text: string, asked: Phrase): Result<string> =>
  readWords(text, asked, inName, identityFaults.notAName);

const readUsageName = (text: string): Result<string | null> =>
  text.trim() === '' ? ok(null) : readName(text, identityAsked.usageName);

/** The given names one by one: apart at commas if there are any, else at spaces. */
export const firstNameList = (firstNames: string): string[] =>
  firstNames
    .split(firstNames.includes(',') ? ',' : ' ')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** Kept with spaces alone when that loses nothing, and with commas for « Marie Claire, Louise ». */
function readFirstNames(text: string): Result<string> {
  const names: string[] = [];
  for (const each of firstNameList(text.replace(/\s+/g, ' '))) {
    const name = readName(each, identityAsked.firstNames);
    if (!name.ok) return name;
    names.push(name.value);
  }
  if (names.length === 0) return fault(identityFaults.missing(identityAsked.firstNames));
  if (names.length > mostGivenNames) return fault(identityFaults.tooMany(mostGivenNames));
  return ok(names.join(names.some((name) => name.includes(' ')) ? ', ' : ' '));
}

const sexWords: Record<Sex, readonly string[]> = {
  F: ['f', 'femme', 'feminin', 'mme', 'madame', 'female'],
  M: ['m', 'h', 'homme', 'masculin', 'monsieur', 'male']
};

function readSex(text: string): Result<Sex> {
  const word = fold(text);
  const sex = sexes.find((each) => sexWords[each].includes(word));
  return sex ? ok(sex) : fault(identityFaults.sex());
}

/** Reads 1990-12-31 or 31/12/1990 (also with - or . between). */
function readBirthDate(text: string, today: string): Result<string> {
  const written = text.trim();
  if (written === '') return fault(identityFaults.missing(identityAsked.birthDate));
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(written);
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written);
  const [year, month, day] = iso ? iso.slice(1) : (french?.slice(1).reverse() ?? []);
  if (!year || !month || !day) return fault(identityFaults.dateForm());
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!z.iso.date().safeParse(date).success) return fault(identityFaults.dateUnreal());
  if (date > today) return fault(identityFaults.dateFuture());
  if (date < '1900-01-01') return fault(identityFaults.dateAncient());
  const latest = `${Number(today.slice(0, 4)) - youngest}${today.slice(4)}`;
  return date > latest ? fault(identityFaults.tooYoung(youngest)) : ok(date);
}

/** An address begins with a letter or a digit, so that no spreadsheet takes it for a formula. */
function readEmail(text: string): Result<string> {
  const email = cleanEmail(text);
  return !email.ok || /^[a-z0-9]/.test(email.value) ? email : fault(identityFaults.emailStart());
}

/**
 * Checks a birth place against the gazetteer. A code that today’s list does not know is accepted
 * when its form is right: communes have merged since people were born in them.
 */
function readBirthplace(
  answers: Record<'birthPlace' | 'birthInseeCode' | 'birthCountry', string>,
  gazetteer: Gazetteer
): Result<Birthplace> {
  const beside = (name: IdentityField, message: Phrase) =>
    fail({ code: 'identity.invalid', message, fields: { [name]: message } });
  const withCode = /^(.*\S)\s*\((\d[\dAB]\d{3})\)$/i.exec(answers.birthPlace.trim());
  const named = readWords(
    withCode?.[1] ?? answers.birthPlace,
    identityAsked.birthPlace,
    inPlace,
    identityFaults.notAPlace
  );
  if (!named.ok) return beside('birthPlace', named.error.message);
  const place = named.value;
  const code = (answers.birthInseeCode.replace(/\s/g, '') || (withCode?.[2] ?? '')).toUpperCase();
  const country = countryCalled(answers.birthCountry);
  if (!country)
    return beside('birthCountry', identityFaults.country(answers.birthCountry.trim().slice(0, 60)));
  if (country !== 'france')
    return code === '' || code === country.code
      ? ok({ birthPlace: place, birthInseeCode: null, birthCountryCode: country.code })
      : beside('birthInseeCode', identityFaults.inseeWithCountry());
  const commune = code === '' ? codeOf(place, gazetteer) : checkCode(code, place, gazetteer);
  return commune.ok
    ? ok({ birthPlace: place, birthInseeCode: commune.value, birthCountryCode: null })
    : beside(commune.error.beside, commune.error.fault);
}

type CommuneCode = Result<string, { beside: 'birthPlace' | 'birthInseeCode'; fault: Phrase }>;

/** The code of the only commune of this name. */
function codeOf(place: string, gazetteer: Gazetteer): CommuneCode {
  const codes = gazetteer.communesNamed(place).map(({ code }) => code);
  const [only, ...others] = codes;
  if (only === undefined)
    return fail({ beside: 'birthPlace', fault: identityFaults.unknownCommune(place) });
  if (others.length === 0) return ok(only);
  return fail({
    beside: 'birthInseeCode',
    fault: identityFaults.namesakes(place, codes.slice(0, 8))
  });
}

/** Mainland departments, Corsica’s 2A and 2B, and the departments and territories overseas. */
const communeCode = /^(?:(?:0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-5])\d{3}|97[1-8]\d\d|98[4678]\d\d)$/;

/** A code that has the right form, and does not contradict the name of the commune. */
function checkCode(typed: string, place: string, gazetteer: Gazetteer): CommuneCode {
  const bad = (fault: Phrase) => fail({ beside: 'birthInseeCode' as const, fault });
  const namesakes = gazetteer.communesNamed(place);
  const codes = namesakes.map((commune) => commune.code);
  // Spreadsheets take 01004 for a number, and drop its zero.
  const code = codes.includes(`0${typed}`) ? `0${typed}` : typed;
  if (code.startsWith('99')) return bad(identityFaults.inseeAbroad());
  if (/^20\d{3}$/.test(code)) return bad(identityFaults.inseeCorsica());
  if (!communeCode.test(code)) return bad(identityFaults.inseeForm());
  if (codes.includes(code)) return ok(code);
  const posted = namesakes.find(({ postalCodes }) => postalCodes.includes(code));
  if (posted) return bad(identityFaults.postalCode(code, posted.code, posted.name));
  const bearer = gazetteer.communeOf(code);
  return bearer && codes.length > 0
    ? bad(identityFaults.contradiction(code, bearer.name, place, codes.slice(0, 3)))
    : ok(code);
}

/**
 * Reads the answers of a form or of one line of a file. Every fault is told, each beside its field.
 * @param today the civil date in Paris, YYYY-MM-DD
 */
export function readIdentity(
  answers: unknown,
  gazetteer: Gazetteer,
  today: string
): Result<Identity> {
  const person = parseForm(
    z.object({
      email: field(readEmail),
      birthName: field((typed) => readName(typed, identityAsked.birthName)),
      usageName: field(readUsageName),
      firstNames: field(readFirstNames),
      sex: field(readSex),
      birthDate: field((typed) => readBirthDate(typed, today))
    }),
    answers
  );
  const asTyped = field((typed) => ok(typed));
  const typed = parseForm(
    z.object({ birthPlace: asTyped, birthInseeCode: asTyped, birthCountry: asTyped }),
    answers
  );
  const birthplace = typed.ok ? readBirthplace(typed.value, gazetteer) : typed;
  if (person.ok && birthplace.ok) return ok({ ...person.value, ...birthplace.value });
  const refusals = [person, birthplace].flatMap((read) => (read.ok ? [] : [read.error]));
  return fail({
    code: 'identity.invalid',
    message: identityFaults.invalid(),
    fields: Object.assign({}, ...refusals.map(({ fields }) => fields))
  });
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
