import { fold } from './fold.ts';
import published from './birthplaces/countries.json' with { type: 'json' };

/** A commune of the Code officiel géographique, today’s or a former one that keeps its code. */
export interface Commune {
  /** INSEE code, five characters: 75056, 2A004, 97105. */
  code: string;
  name: string;
  postalCodes: readonly string[];
  inhabitants: number;
}

export interface Country {
  /** INSEE country code, 99xxx. */
  code: string;
  name: string;
}

/** Where people are born: what identity checks are made against. */
export interface Gazetteer {
  communeOf(code: string): Commune | undefined;
  /** Communes of exactly this name, accents, case and hyphens aside. */
  communesNamed(name: string): readonly Commune[];
  /** Communes whose name begins so, the most populous first. */
  communesLike(beginning: string, limit: number): Commune[];
}

const foreign: { code: string; name: string; also?: string[] }[] = published.countries;

/** Countries other than France, by name. */
export const countries: readonly Country[] = foreign
  .map(({ code, name }) => ({ code, name }))
  .sort((one, other) => one.name.localeCompare(other.name, 'fr'));

const countryNames = new Map(
  foreign.flatMap(({ code, name, also = [] }) =>
    [name, ...also, code].map((each) => [fold(each), { code, name }] as const)
  )
);
const france = new Set(['', 'france', 'fr', '99100', '100']);

/**
 * The country that a person names, by its name or its INSEE code.
 * @returns « france » for an empty text too; undefined when no country is called so
 */
export function countryCalled(text: string): 'france' | Country | undefined {
  const folded = fold(text);
  return france.has(folded) ? 'france' : countryNames.get(folded);
}

/** « Paris 1er Arrondissement », « Paris 01 » and « paris 1 » are one; so are « St » and « Saint ». */
const nameKey = (name: string): string =>
  fold(name)
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
    .replace(/ 0?(\d{1,2}) ?(?:er|e|eme)?(?: arrondissement)?$/, ' $1');

/**
 * A gazetteer on a list of communes. Of two with one code, the first answers to the code.
 * @param former codes that a commune bore once: found by code, never proposed by name
 */
export function gazetteerOf(
  communes: readonly Commune[],
  former: readonly Commune[] = []
): Gazetteer {
  const byCode = new Map([...former, ...communes.toReversed()].map((each) => [each.code, each]));
  const byName = new Map<string, Commune[]>();
  for (const commune of communes) {
    const key = nameKey(commune.name);
    const namesakes = byName.get(key);
    if (!namesakes) byName.set(key, [commune]);
    else if (namesakes.every(({ code }) => code !== commune.code)) namesakes.push(commune);
  }
  return {
    communeOf: (code) => byCode.get(code),
    communesNamed: (name) => byName.get(nameKey(name)) ?? [],
    communesLike(beginning, limit) {
      const key = nameKey(beginning);
      if (key.length < 2) return [];
      return [...byName]
        .flatMap(([name, namesakes]) => (name.startsWith(key) ? namesakes : []))
        .sort((one, other) => other.inhabitants - one.inhabitants)
        .slice(0, limit);
    }
  };
}
