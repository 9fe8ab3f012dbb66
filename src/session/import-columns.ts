import { csvText } from '#platform/csv.ts';
import { fail, ok, type Result } from '#platform/result.ts';
import { fold } from './fold.ts';
import { countries } from './gazetteer.ts';
import { answersOf, type Identity, type IdentityAnswers, type IdentityField } from './identity.ts';
import type { FileLine } from './import-file.ts';
import { importFaults } from './import-messages.ts';

/** The heads that each column may bear: the first is ours, in the template and in exports. */
const heads: Record<IdentityField, readonly string[]> = {
  birthName: ['Nom de naissance', 'Nom', 'Nom de famille', 'Birth name', 'Last name', 'Surname'],
  usageName: ['Nom d’usage', 'Nom marital', 'Usage name', 'Name in use', 'Married name'],
  firstNames: ['Prénoms', 'Prénom', 'Prénom(s)', 'First names', 'First name', 'Given names'],
  sex: ['Sexe', 'Civilité', 'Genre', 'Sex', 'Gender'],
  birthDate: [
    'Date de naissance',
    'Né le',
    'Née le',
    'Né(e) le',
    'Birth date',
    'Date of birth',
    'Birthdate'
  ],
  birthPlace: [
    'Commune ou ville de naissance',
    'Lieu de naissance',
    'Commune de naissance',
    'Ville de naissance',
    'Né à',
    'Née à',
    'Né(e) à',
    'Birth place',
    'Birthplace',
    'Place of birth',
    'City of birth'
  ],
  birthInseeCode: [
    'Code INSEE de naissance',
    'Code INSEE',
    'Code commune',
    'Code INSEE commune de naissance',
    'INSEE code',
    'Birth INSEE code'
  ],
  birthCountry: [
    'Pays de naissance',
    'Pays',
    'Code pays',
    'Code pays de naissance',
    'Birth country',
    'Country of birth',
    'Country'
  ],
  email: [
    'Adresse électronique',
    'Courriel',
    'E-mail',
    'Email',
    'Mail',
    'Adresse mail',
    'Adresse e-mail',
    'E-mail address',
    'Email address'
  ]
};

const optional: readonly IdentityField[] = ['usageName', 'birthInseeCode', 'birthCountry'];
const fields = Object.keys(heads) as IdentityField[];
const fieldOf = new Map(
  fields.flatMap((field) => heads[field].map((head) => [fold(head), field] as const))
);

/** The columns of the template, in order, as their heads say them. */
export const columnHeads: readonly string[] = fields.map((field) => heads[field][0]!);
export const headOf = (field: IdentityField): string => heads[field][0]!;

/** One candidate of a file, as written. */
export interface ImportLine {
  line: number;
  answers: IdentityAnswers;
}

/** Candidates by the columns they were found in, and the heads that mean nothing to us. */
export interface ImportList {
  lines: ImportLine[];
  ignored: string[];
}

/** Finds which column is which by the heads of the first line, in French or English. */
export function readColumns([first, ...rest]: readonly FileLine[]): Result<ImportList> {
  const columns = new Map<IdentityField, number[]>();
  const ignored: string[] = [];
  for (const [place, head] of (first?.cells ?? []).entries()) {
    const field = fieldOf.get(fold(head));
    if (field) columns.set(field, [...(columns.get(field) ?? []), place]);
    else if (head !== '') ignored.push(head.slice(0, 60));
  }
  const missing = fields.filter((field) => !columns.has(field) && !optional.includes(field));
  if (missing.length > 0)
    return refuse('missing', importFaults.missingColumns(missing.map(headOf)));
  for (const [field, places] of columns)
    if (places.length > 1) {
      const borne = places.map((place) => first!.cells[place]!);
      return refuse('twice', importFaults.twiceTheColumn(headOf(field), borne));
    }
  if (rest.length === 0) return refuse('no-candidates', importFaults.noCandidates());
  const lines = rest.map(({ line, cells }) => ({
    line,
    answers: Object.fromEntries(
      [...columns].map(([field, [place]]) => [field, cells[place!] ?? ''])
    )
  }));
  return ok({ lines, ignored });
}

const refuse = (code: string, message: { fr: string; en: string }) =>
  fail({ code: `import.${code}`, message });

const countryNames = new Map(countries.map(({ code, name }) => [code, name]));

/** One identity in the words of a list: French dates, countries by name. */
function cellsOf(identity: Identity): string[] {
  const answers = answersOf(identity);
  const written = {
    ...answers,
    birthDate: identity.birthDate.split('-').reverse().join('/'),
    birthCountry: countryNames.get(answers.birthCountry) ?? answers.birthCountry
  };
  return fields.map((field) => written[field]);
}

/** A list that Excel opens and that {@link readColumns} reads back: CSV, UTF-8 with its mark. */
export const writeCsv = (identities: readonly Identity[]): string =>
  csvText([columnHeads, ...identities.map(cellsOf)]);
