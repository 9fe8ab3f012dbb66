/**
 * Generalizability study: where the differences between marks come from.
 *
 * Variance components of random effects by Henderson's method I, which Brennan calls the
 * analogous-ANOVA procedure: for each effect α, T_α = Σ_a n_a ȳ_a² is equated to its expectation
 * N μ² + Σ_β k_αβ σ²_β, k_αβ = Σ_a Σ_b n_ab² / n_a. It is the analysis of variance when the design
 * is balanced, and needs no balance: missing marks, nested jurors or criteria are all welcome.
 * Sources: R. L. Brennan (2001), Generalizability Theory, Springer, ch. 3 and 7; C. R. Henderson
 * (1953), Biometrics 9, 226–252.
 */
import { solveLinear } from './matrix.ts';
import type { Column } from './ratings.ts';

export interface Scores {
  /** Named columns; the first is the object of measurement (candidates). */
  facets: readonly ({ name: string } & Column)[];
  score: ArrayLike<number>;
}

export interface Component {
  /** Facets whose combination is the effect; `juror` within `candidate` is [candidate, juror]. */
  effect: string[];
  /** As estimated; may be slightly negative. */
  variance: number;
  /** Share of the total, negative estimates counted as 0. */
  share: number;
}

export interface GeneralizabilityStudy {
  object: string;
  components: Component[];
  /** Facets found nested: [inner, outer] when each level of inner occurs in one level of outer. */
  nested: [string, string][];
  /** Mean number of levels of each facet met by one candidate. */
  design: Record<string, number>;
}

/**
 * Estimates the components of the design found in the data. Null when the data cannot tell the
 * effects apart (a single candidate, juror or criterion, for instance).
 */
export function generalizabilityStudy(scores: Scores): GeneralizabilityStudy | null {
  const facets = scores.facets.filter((facet) => facet.labels.length > 1);
  const object = scores.facets[0]!;
  if (!facets.includes(object) || facets.length < 2) return null;
  const nested = nesting(facets);
  const effects = effectsOf(facets, nested);
  const cells = effects.map((effect) => cellsOf(effect.map((f) => facets[f]!)));
  const variances = henderson(cells, scores.score);
  if (!variances) return null;
  const total = variances.reduce((sum, v) => sum + Math.max(0, v), 0);
  return {
    object: object.name,
    components: effects.map((effect, e) => ({
      effect: effect.map((f) => facets[f]!.name),
      variance: variances[e]!,
      share: total > 0 ? Math.max(0, variances[e]!) / total : 0
    })),
    nested: nested.map(([inner, outer]) => [facets[inner]!.name, facets[outer]!.name]),
    design: Object.fromEntries(
      facets.slice(1).map((facet) => [facet.name, levelsPerObject(object, facet)])
    )
  };
}

function nesting(facets: readonly Column[]): [number, number][] {
  const pairs: [number, number][] = [];
  facets.forEach((inner, i) => {
    facets.forEach((outer, o) => {
      if (i === o || inner.labels.length <= outer.labels.length) return;
      const home = new Int32Array(inner.labels.length).fill(-1);
      for (let row = 0; row < inner.index.length; row++) {
        const place = inner.index[row]!;
        if (home[place] === -1) home[place] = outer.index[row]!;
        else if (home[place] !== outer.index[row]) return;
      }
      pairs.push([i, o]);
    });
  });
  return pairs;
}

/** All combinations of facets, closed under nesting: an inner facet never goes without its outer. */
function effectsOf(facets: readonly Column[], nested: readonly [number, number][]): number[][] {
  const seen = new Map<string, number[]>();
  for (let mask = 1; mask < 1 << facets.length; mask++) {
    let closed = mask;
    for (let before = 0; before !== closed;) {
      before = closed;
      for (const [inner, outer] of nested) if (closed & (1 << inner)) closed |= 1 << outer;
    }
    const effect = facets.map((_, f) => f).filter((f) => closed & (1 << f));
    seen.set(effect.join(), effect);
  }
  return [...seen.values()].sort((a, b) => a.length - b.length || a.join().localeCompare(b.join()));
}

interface Cells {
  /** Cell of each row, and number of cells. */
  index: Uint32Array;
  count: number;
}

function cellsOf(facets: readonly Column[]): Cells {
  const places = new Map<number, number>();
  const rows = facets[0]!.index.length;
  const index = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    let key = 0;
    for (const facet of facets) key = key * facet.labels.length + facet.index[row]!;
    let place = places.get(key);
    if (place === undefined) places.set(key, (place = places.size));
    index[row] = place;
  }
  return { index, count: places.size };
}

function henderson(cells: readonly Cells[], score: ArrayLike<number>): number[] | null {
  const n = score.length;
  const mean = Array.from(score).reduce((sum, v) => sum + v, 0) / n;
  const whole: Cells = { index: new Uint32Array(n), count: 1 };
  const quadratic = (c: Cells) => {
    const sum = new Float64Array(c.count);
    const size = new Float64Array(c.count);
    for (let row = 0; row < n; row++) {
      sum[c.index[row]!]! += score[row]! - mean;
      size[c.index[row]!]!++;
    }
    return sum.reduce((total, s, a) => total + (s * s) / size[a]!, 0);
  };
  const base = cells.map((beta) => overlap(whole, beta));
  const matrix = cells.map((alpha) => cells.map((beta, b) => overlap(alpha, beta) - base[b]!));
  const right = cells.map((alpha) => quadratic(alpha) - quadratic(whole));
  return solveLinear(matrix, right);
}

/** k_αβ = Σ_a Σ_b n_ab² / n_a. */
function overlap(alpha: Cells, beta: Cells): number {
  const both = new Map<number, number>();
  const size = new Float64Array(alpha.count);
  for (let row = 0; row < alpha.index.length; row++) {
    const a = alpha.index[row]!;
    const key = a * beta.count + beta.index[row]!;
    both.set(key, (both.get(key) ?? 0) + 1);
    size[a]!++;
  }
  let sum = 0;
  for (const [key, n] of both) sum += (n * n) / size[Math.floor(key / beta.count)]!;
  return sum;
}

function levelsPerObject(object: Column, facet: Column): number {
  const pairs = cellsOf([object, facet]).count;
  return pairs / object.labels.length;
}
