/**
 * Differential functioning: at the same overall level, does a criterion treat one group (sex,
 * adaptation, centre) less well than another?
 *
 * Mantel–Haenszel compares « acquired or not » between groups, candidates of like total being set
 * side by side; Mantel's test does the same with the levels themselves; the Rasch contrast is the
 * difference of difficulty, in logits, once candidates are measured.
 * Sources: N. Mantel & W. Haenszel (1959), JNCI 22, 719–748; N. Mantel (1963), JASA 58, 690–700;
 * J. Robins, N. Breslow & S. Greenland (1986), Biometrics 42, 311–323 (the error of the odds ratio);
 * P. W. Holland & D. T. Thayer (1988) and M. Zieky (1993) for the size classes A, B, C of ETS.
 */
import { chiSquareTail, normalCdf } from './special.ts';

export interface DifRow {
  /** Stratum of comparable candidates (their total, or a class of totals). */
  stratum: number;
  focal: boolean;
  level: number;
}

export interface MantelHaenszel {
  /** Common odds ratio, reference to focal: above 1, the criterion is harder on the focal group. */
  oddsRatio: number;
  /** −2.35 ln(odds ratio), the delta scale of ETS: negative = harder on the focal group. */
  delta: number;
  interval: { low: number; high: number };
  chiSquare: number;
  p: number;
  /** A negligible, B moderate, C large. */
  size: 'A' | 'B' | 'C';
}

const DELTA = -2.35;

/** Odds of reaching `line` in the two groups, stratum by stratum. Null when no stratum has both. */
export function mantelHaenszel(rows: readonly DifRow[], line: number): MantelHaenszel | null {
  const tables = Map.groupBy(rows, (row) => row.stratum);
  let r = 0;
  let s = 0;
  let [pr, psqr, qs] = [0, 0, 0];
  let [sum, expected, variance] = [0, 0, 0];
  for (const stratum of tables.values()) {
    const count = (focal: boolean, acquired: boolean) =>
      stratum.filter((row) => row.focal === focal && row.level >= line === acquired).length;
    const [a, b, c, d] = [
      count(false, true),
      count(false, false),
      count(true, true),
      count(true, false)
    ];
    const n = a + b + c + d;
    if (a + b === 0 || c + d === 0 || n < 2) continue;
    const [rk, sk, pk, qk] = [(a * d) / n, (b * c) / n, (a + d) / n, (b + c) / n];
    r += rk;
    s += sk;
    pr += pk * rk;
    psqr += pk * sk + qk * rk;
    qs += qk * sk;
    sum += a;
    expected += ((a + b) * (a + c)) / n;
    variance += ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1));
  }
  if (r === 0 || s === 0 || variance === 0) return null;
  const oddsRatio = r / s;
  const error = Math.sqrt(pr / (2 * r * r) + psqr / (2 * r * s) + qs / (2 * s * s));
  const chiSquare = Math.max(0, Math.abs(sum - expected) - 0.5) ** 2 / variance;
  const delta = DELTA * Math.log(oddsRatio);
  const deltaError = Math.abs(DELTA) * error;
  const interval = { low: delta - 1.96 * deltaError, high: delta + 1.96 * deltaError };
  return {
    oddsRatio,
    delta,
    interval,
    chiSquare,
    p: chiSquareTail(chiSquare, 1),
    size: sizeOf(delta, deltaError)
  };
}

/** ETS: C when |Δ| ≥ 1.5 and surely above 1; B when |Δ| ≥ 1 and surely not 0; otherwise A. */
function sizeOf(delta: number, error: number): 'A' | 'B' | 'C' {
  const size = Math.abs(delta);
  if (size >= 1.5 && size - 1.645 * error > 1) return 'C';
  return size >= 1 && size - 1.96 * error > 0 ? 'B' : 'A';
}

export interface MantelOrdinal {
  /** Mean difference of levels, focal minus reference, weighted over strata. */
  difference: number;
  chiSquare: number;
  p: number;
}

/** Mantel's test on the levels themselves; null when no stratum has both groups. */
export function mantelOrdinal(rows: readonly DifRow[]): MantelOrdinal | null {
  let [sum, expected, variance, difference, weight] = [0, 0, 0, 0, 0];
  for (const stratum of Map.groupBy(rows, (row) => row.stratum).values()) {
    const n = stratum.length;
    const focal = stratum.filter((row) => row.focal);
    const [nf, nr] = [focal.length, n - focal.length];
    if (nf === 0 || nr === 0) continue;
    const total = stratum.reduce((t, row) => t + row.level, 0);
    const squares = stratum.reduce((t, row) => t + row.level ** 2, 0);
    const score = focal.reduce((t, row) => t + row.level, 0);
    sum += score;
    expected += (nf * total) / n;
    variance += (nf * nr * (n * squares - total * total)) / (n * n * (n - 1));
    const w = (nf * nr) / n;
    difference += w * (score / nf - (total - score) / nr);
    weight += w;
  }
  if (variance === 0) return null;
  const chiSquare = (sum - expected) ** 2 / variance;
  return { difference: difference / weight, chiSquare, p: chiSquareTail(chiSquare, 1) };
}

/** Fewest candidates of a group under which nothing may be concluded, and under which with care. */
export const SMALL_SAMPLE = { silent: 10, cautious: 50 } as const;
export type Caution = 'silent' | 'cautious' | 'usual';

/** How much a comparison of two groups may be trusted, from the smaller one. */
export function cautionFor(focal: number, reference: number): Caution {
  const smaller = Math.min(focal, reference);
  if (smaller < SMALL_SAMPLE.silent) return 'silent';
  return smaller < SMALL_SAMPLE.cautious ? 'cautious' : 'usual';
}

/** Difference of two measures against its error; two-sided. */
export function contrast(
  focal: { shift: number; se: number },
  reference: { shift: number; se: number }
): { contrast: number; se: number; p: number } {
  const difference = reference.shift - focal.shift;
  const se = Math.hypot(focal.se, reference.se);
  return { contrast: difference, se, p: 2 * (1 - normalCdf(Math.abs(difference / se))) };
}
