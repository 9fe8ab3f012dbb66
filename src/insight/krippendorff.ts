/**
 * Krippendorff's alpha with any number of raters and missing marks.
 * Source: K. Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, University of
 * Pennsylvania. α = 1 − D_o / D_e over the pairable values, those of units marked at least twice.
 *
 * Two identities keep it linear in the marks, without a coincidence matrix:
 * Σ over pairs of (a−b)² = 2 (m Σa² − (Σa)²); and the ordinal difference of values c and k,
 * Σ_{g=c..k} n_g − (n_c+n_k)/2, is the distance between their mid-ranks.
 */
import { type Coefficient, undefinedFor } from './coefficient.ts';
import { type Groups, groupBy, levelsOf, type Ratings } from './ratings.ts';

export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio';
export const metrics: readonly Metric[] = ['nominal', 'ordinal', 'interval', 'ratio'];

/** Distinct values above which the pairwise ratio metric is refused (its cost is their square). */
const RATIO_LIMIT = 20_000;

interface Pairable {
  /** Sorted distinct values, and how many pairable marks carry each. */
  levels: Float64Array;
  counts: Float64Array;
  total: number;
  code: Uint32Array;
  byUnit: Groups;
}

/** The four alphas of one table; each null with a reason when undefined. */
export function krippendorffAlpha(ratings: Ratings): Record<Metric, Coefficient> {
  const pairable = pairableValues(ratings);
  const all = (make: (metric: Metric) => Coefficient) =>
    Object.fromEntries(metrics.map((metric) => [metric, make(metric)])) as Record<
      Metric,
      Coefficient
    >;
  if (ratings.rater.labels.length < 2) return all(() => undefinedFor('one-rater'));
  if (pairable.total === 0) return all(() => undefinedFor('no-pairs'));
  if (pairable.counts.filter((n) => n > 0).length < 2) return all(() => undefinedFor('constant'));
  return all((metric) => {
    if (metric === 'nominal') return nominal(pairable);
    if (!ratings.numeric) return undefinedFor('not-numeric');
    if (metric === 'ordinal') return squaredDistance(pairable, midRanks(pairable));
    if (metric === 'interval') return squaredDistance(pairable, centred(pairable));
    return ratio(pairable);
  });
}

function pairableValues(ratings: Ratings): Pairable {
  const byUnit = groupBy(ratings.unit.index, ratings.unit.labels.length);
  const { levels, code } = levelsOf(ratings.value);
  const counts = new Float64Array(levels.length);
  let total = 0;
  for (let u = 0; u + 1 < byUnit.start.length; u++) {
    const from = byUnit.start[u]!;
    const to = byUnit.start[u + 1]!;
    if (to - from < 2) continue;
    total += to - from;
    for (let i = from; i < to; i++) counts[code[byUnit.order[i]!]!]!++;
  }
  return { levels, counts, total, code, byUnit };
}

function alpha(observed: number, expected: number): Coefficient {
  return expected > 0 ? { value: 1 - observed / expected } : undefinedFor('constant');
}

function nominal({ counts, total, code, byUnit }: Pairable): Coefficient {
  const inUnit = new Float64Array(counts.length);
  let observed = 0;
  for (let u = 0; u + 1 < byUnit.start.length; u++) {
    const from = byUnit.start[u]!;
    const to = byUnit.start[u + 1]!;
    const m = to - from;
    if (m < 2) continue;
    let agreeing = 0;
    // Each arrival of a value meets the earlier ones twice, plus itself: their sum is Σ n².
    for (let i = from; i < to; i++) agreeing += 2 * inUnit[code[byUnit.order[i]!]!]!++ + 1;
    for (let i = from; i < to; i++) inUnit[code[byUnit.order[i]!]!] = 0;
    observed += (m * m - agreeing) / (m - 1);
  }
  const same = counts.reduce((sum, n) => sum + n * n, 0);
  return alpha(observed, (total * total - same) / (total - 1));
}

function midRanks({ counts, total }: Pairable): Float64Array {
  let below = 0;
  return counts.map((n) => {
    const rank = below + n / 2;
    below += n;
    return rank - total / 2;
  });
}

function centred({ levels, counts, total }: Pairable): Float64Array {
  const mean = levels.reduce((sum, level, v) => sum + level * counts[v]!, 0) / total;
  return levels.map((level) => level - mean);
}

/** Alpha for δ² = (position difference)²; positions are centred, so no large sums cancel. */
function squaredDistance(
  { counts, total, code, byUnit }: Pairable,
  position: Float64Array
): Coefficient {
  let observed = 0;
  for (let u = 0; u + 1 < byUnit.start.length; u++) {
    const from = byUnit.start[u]!;
    const to = byUnit.start[u + 1]!;
    const m = to - from;
    if (m < 2) continue;
    let sum = 0;
    for (let i = from; i < to; i++) sum += position[code[byUnit.order[i]!]!]!;
    const mean = sum / m;
    let squares = 0;
    for (let i = from; i < to; i++) squares += (position[code[byUnit.order[i]!]!]! - mean) ** 2;
    observed += (m * squares) / (m - 1);
  }
  let sum = 0;
  let squares = 0;
  counts.forEach((n, v) => {
    sum += n * position[v]!;
    squares += n * position[v]! ** 2;
  });
  return alpha(observed, (total * squares - sum * sum) / (total - 1));
}

function ratio({ levels, counts, total, code, byUnit }: Pairable): Coefficient {
  if (levels[0]! < 0) return undefinedFor('negative-values');
  if (levels.length > RATIO_LIMIT) return undefinedFor('too-many-values');
  const distance = (c: number, k: number) => {
    const sum = levels[c]! + levels[k]!;
    return sum === 0 ? 0 : ((levels[c]! - levels[k]!) / sum) ** 2;
  };
  const pairs = (present: readonly number[], n: Float64Array) => {
    let sum = 0;
    for (let i = 0; i < present.length; i++) {
      for (let j = 0; j < i; j++) {
        sum += n[present[i]!]! * n[present[j]!]! * distance(present[i]!, present[j]!);
      }
    }
    return sum;
  };
  const inUnit = new Float64Array(levels.length);
  let observed = 0;
  for (let u = 0; u + 1 < byUnit.start.length; u++) {
    const rows = byUnit.order.subarray(byUnit.start[u]!, byUnit.start[u + 1]!);
    if (rows.length < 2) continue;
    const present: number[] = [];
    for (const row of rows) if (inUnit[code[row]!]!++ === 0) present.push(code[row]!);
    observed += pairs(present, inUnit) / (rows.length - 1);
    for (const c of present) inUnit[c] = 0;
  }
  const everywhere = [...counts.keys()].filter((v) => counts[v]! > 0);
  return alpha(observed, pairs(everywhere, counts) / (total - 1));
}
