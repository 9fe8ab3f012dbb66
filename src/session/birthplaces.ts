import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { countries, gazetteerOf, type Commune, type Gazetteer } from './gazetteer.ts';
import type { Birthplace } from './identity.ts';

interface Published {
  code: string;
  nom: string;
  type: string;
  codesPostaux?: string[];
  population?: number;
  anciensCodes?: string[];
}

let loaded: Gazetteer | undefined;

/**
 * The communes of France, from Etalab’s edition of INSEE’s Code officiel géographique; read at first
 * use, and kept on the server. A commune that bears a code today comes before one that bore it.
 */
export function frenchCommunes(): Gazetteer {
  if (loaded) return loaded;
  const file = createRequire(import.meta.url).resolve(
    '@etalab/decoupage-administratif/data/communes.json'
  );
  const published = JSON.parse(readFileSync(file, 'utf8')) as Published[];
  const today = published.filter(({ type }) => !type.startsWith('commune-d'));
  const merged = published.filter(({ type }) => type.startsWith('commune-d'));
  const commune = ({ code, nom, codesPostaux = [], population = 0 }: Published): Commune => ({
    code,
    name: nom,
    postalCodes: codesPostaux,
    inhabitants: population
  });
  const former = published.flatMap((each) =>
    (each.anciensCodes ?? []).map((code) => ({ ...commune(each), code }))
  );
  loaded = gazetteerOf([...today, ...merged].map(commune), former);
  return loaded;
}

let departments: Map<string, string> | undefined;

/** « Saint-Denis (La Réunion, 97411) », « Cork, Irlande »: a birth place as it was understood. */
export function birthplaceWords(place: Birthplace): string {
  const { birthPlace, birthInseeCode, birthCountryCode } = place;
  if (birthInseeCode === null)
    return `${birthPlace}, ${countries.find(({ code }) => code === birthCountryCode)?.name ?? birthCountryCode}`;
  departments ??= new Map(
    (
      JSON.parse(
        readFileSync(
          createRequire(import.meta.url).resolve(
            '@etalab/decoupage-administratif/data/departements.json'
          ),
          'utf8'
        )
      ) as { code: string; nom: string }[]
    ).map(({ code, nom }) => [code, nom])
  );
  const department =
    departments.get(birthInseeCode.slice(0, 3)) ?? departments.get(birthInseeCode.slice(0, 2));
  return `${birthPlace} (${department ? `${department}, ` : ''}${birthInseeCode})`;
}
