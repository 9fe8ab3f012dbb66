/**
 * Agreement of raters on categories, corrected for chance.
 * Sources: J. Cohen (1960), Educational and Psychological Measurement 20, 37–46; J. Cohen (1968),
 * Psychological Bulletin 70, 213–220 (weights); J. L. Fleiss (1971), Psychological Bulletin 76, 378–382.
 */
import { type Coefficient, undefinedFor } from './coefficient.ts';
import { groupBy, levelsOf, type Ratings } from './ratings.ts';

export type Weights = 'unweighted' | 'linear' | 'quadratic';

/** Share of pairs of marks of the same unit that agree, in [0, 1]; `within` widens « agree ». */
export function percentAgreement(ratings: Ratings, within = 0): Coefficient {
  const byUnit = groupBy(ratings.unit.index, ratings.unit.labels.length);
  let agreeing = 0;
  let pairs = 0;
  for (let u = 0; u + 1 < byUnit.start.length; u++) {
    const rows = byUnit.order.subarray(byUnit.start[u]!, byUnit.start[u + 1]!);
    pairs += (rows.length * (rows.length - 1)) / 2;
    agreeing += closePairs(rows, ratings.value, within);
  }
  if (ratings.rater.labels.length < 2) return undefinedFor('one-rater');
  return pairs === 0 ? undefinedFor('no-pairs') : { value: agreeing / pairs };
}

/** Marks of a unit up to which comparing all pairs is quicker than sorting. */
const FEW_MARKS = 16;

function closePairs(rows: Uint32Array, value: Float64Array, within: number): number {
  let close = 0;
  if (rows.length <= FEW_MARKS) {
    for (let i = 1; i < rows.length; i++) {
      for (let j = 0; j < i; j++) {
        if (Math.abs(value[rows[i]!]! - value[rows[j]!]!) <= within) close++;
      }
    }
    return close;
  }
  const sorted = Float64Array.from(rows, (row) => value[row]!).sort();
  let first = 0;
  for (let i = 1; i < sorted.length; i++) {
    while (sorted[i]! - sorted[first]! > within) first++;
    close += i - first;
  }
  return close;
}

/**
 * Cohen's kappa of two raters over the units that both marked. Weights grow with the distance
 * between the values themselves, so a level that nobody used still counts as a step.
 */
export function cohenKappa(
  first: Float64Array,
  second: Float64Array,
  weights: Weights = 'unweighted'
): Coefficient {
  const n = first.length;
  if (n === 0) return undefinedFor('no-pairs');
  const both = new Float64Array(2 * n);
  both.set(first);
  both.set(second, n);
  const { levels, code } = levelsOf(both);
  const k = levels.length;
  if (k < 2) return undefinedFor('constant');
  const cost = (a: number, b: number) => {
    if (weights === 'unweighted') return a === b ? 0 : 1;
    const gap = Math.abs(levels[a]! - levels[b]!);
    return weights === 'linear' ? gap : gap * gap;
  };
  const row = new Float64Array(k);
  const col = new Float64Array(k);
  let observed = 0;
  for (let i = 0; i < n; i++) {
    row[code[i]!]!++;
    col[code[n + i]!]!++;
    observed += cost(code[i]!, code[n + i]!);
  }
  let expected = 0;
  for (let a = 0; a < k; a++) {
    for (let b = 0; b < k; b++) expected += row[a]! * col[b]! * cost(a, b);
  }
  return { value: 1 - (observed * n) / expected };
}

/** Marks of two raters on the units they share, in the same order. */
export function sharedMarks(
  ratings: Ratings,
  first: number,
  second: number
): [Float64Array, Float64Array] {
  const rows = rowsByRater(ratings);
  const other = new Map(
    (rows.get(second) ?? []).map((row) => [ratings.unit.index[row]!, ratings.value[row]!])
  );
  const a: number[] = [];
  const b: number[] = [];
  for (const row of rows.get(first) ?? []) {
    const match = other.get(ratings.unit.index[row]!);
    if (match === undefined) continue;
    a.push(ratings.value[row]!);
    b.push(match);
  }
  return [Float64Array.from(a), Float64Array.from(b)];
}

const raters = new WeakMap<Ratings, Map<number, number[]>>();

/** The rows of each rater, told apart once: every pair of raters is asked for. */
function rowsByRater(ratings: Ratings): Map<number, number[]> {
  const known = raters.get(ratings);
  if (known) return known;
  const rows = Map.groupBy(ratings.value.keys(), (row) => ratings.rater.index[row]!);
  raters.set(ratings, rows);
  return rows;
}

/**
 * Fleiss' kappa. Defined only when every unit has the same number of marks (two or more); the
 * raters themselves may differ from one unit to the next.
 */
export function fleissKappa(ratings: Ratings): Coefficient {
  const units = ratings.unit.labels.length;
  if (ratings.rater.labels.length < 2) return undefinedFor('one-rater');
  const byUnit = groupBy(ratings.unit.index, units);
  const m = byUnit.start[1]! - byUnit.start[0]!;
  for (let u = 0; u < units; u++) {
    if (byUnit.start[u + 1]! - byUnit.start[u]! !== m) return undefinedFor('raters-vary');
  }
  if (m < 2) return undefinedFor('no-pairs');
  const { levels, code } = levelsOf(ratings.value);
  if (levels.length < 2) return undefinedFor('constant');
  const counts = new Float64Array(levels.length);
  const inUnit = new Float64Array(levels.length);
  let agreeing = 0;
  for (let u = 0; u < units; u++) {
    for (let i = u * m; i < (u + 1) * m; i++) {
      const c = code[byUnit.order[i]!]!;
      agreeing += inUnit[c]!++;
      counts[c]!++;
    }
    for (let i = u * m; i < (u + 1) * m; i++) inUnit[code[byUnit.order[i]!]!] = 0;
  }
  const observed = (2 * agreeing) / (units * m * (m - 1));
  const expected = counts.reduce((sum, n) => sum + (n / (units * m)) ** 2, 0);
  return { value: (observed - expected) / (1 - expected) };
}
