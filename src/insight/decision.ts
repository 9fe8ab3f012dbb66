/**
 * Decision study: how dependable are results, and how many jurors and criteria would be enough?
 * Relative error ranks candidates (Eρ²), absolute error judges them against a fixed line (Φ), which
 * is what a certification does. Source: R. L. Brennan (2001), Generalizability Theory, ch. 4.
 */
import type { GeneralizabilityStudy } from './generalizability.ts';

export interface Dependability {
  /** Levels of each facet averaged over. */
  sizes: Record<string, number>;
  universe: number;
  relativeError: number;
  absoluteError: number;
  /** Eρ², for ranking. */
  generalizability: number;
  /** Φ, for a decision at a fixed line. */
  dependability: number;
  /** Standard error of measurement, √ of the absolute error, in marks. */
  sem: number;
}

/**
 * Dependability with the given numbers of jurors, criteria… Facets named in `fixed` are the whole of
 * their kind (the référentiel's own criteria, not a sample): what they add belongs to the result.
 */
export function decisionStudy(
  study: GeneralizabilityStudy,
  sizes: Record<string, number>,
  fixed: readonly string[] = []
): Dependability {
  let universe = 0;
  let relativeError = 0;
  let absoluteError = 0;
  for (const { effect, variance } of study.components) {
    const others = effect.filter((name) => name !== study.object);
    const divisor = others.reduce((product, name) => product * (sizes[name] ?? 1), 1);
    const part = Math.max(0, variance) / divisor;
    const random = others.filter((name) => !fixed.includes(name));
    const ofObject = effect.includes(study.object);
    if (random.length === 0) {
      if (ofObject) universe += part;
      continue;
    }
    if (ofObject) relativeError += part;
    absoluteError += part;
  }
  const ratio = (error: number) => (universe + error > 0 ? universe / (universe + error) : 0);
  return {
    sizes,
    universe,
    relativeError,
    absoluteError,
    generalizability: ratio(relativeError),
    dependability: ratio(absoluteError),
    sem: Math.sqrt(absoluteError)
  };
}

/** Most levels of a facet that the search considers. */
const SEARCH_LIMIT = 200;

/**
 * Fewest levels of one facet that reach the target, the others staying as they are; null when no
 * number of them can, because the error comes from elsewhere.
 */
export function neededFor(
  study: GeneralizabilityStudy,
  facet: string,
  sizes: Record<string, number>,
  options: {
    target?: number;
    coefficient?: 'dependability' | 'generalizability';
    fixed?: readonly string[];
  } = {}
): number | null {
  const { target = 0.8, coefficient = 'dependability', fixed = [] } = options;
  for (let n = 1; n <= SEARCH_LIMIT; n++) {
    if (decisionStudy(study, { ...sizes, [facet]: n }, fixed)[coefficient] >= target) return n;
  }
  return null;
}
