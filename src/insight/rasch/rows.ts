/**
 * What the fitted model says of each row of the file: the ground for drift and differential
 * functioning, which look for what is left once the main measures are known.
 */
import { cholesky, choleskySolve } from '../matrix.ts';
import type { RaschData } from './data.ts';
import type { RaschFit } from './rasch.ts';
import { momentsAt } from './response.ts';

export interface Residual {
  row: number;
  candidate: number;
  /** Level given minus level expected, and the variance the model allows it. */
  residual: number;
  variance: number;
}

export interface Residuals {
  rows: Residual[];
  /** ΣV of each candidate: how firmly its marks hold its ability in place. */
  information: Float64Array;
}

/** Residuals of the rows whose elements all have a measure and are not extreme. */
export function residualsOf(data: RaschData, fit: RaschFit): Residuals {
  const byOwner = new Map(fit.scales.map((scale) => [scale.owner, scale]));
  const step = stepFacet(data, fit);
  const usable = data.facets.map((facet, f) =>
    facet.labels.map((_, e) => {
      const { measure, extreme } = fit.facets[f]!.elements[e]!;
      return measure === null || extreme !== null ? NaN : f === 0 ? measure : -measure;
    })
  );
  const rows: Residual[] = [];
  const information = new Float64Array(data.facets[0]!.labels.length);
  for (let row = 0; row < data.score.length; row++) {
    let x = 0;
    for (let f = 0; f < usable.length; f++) x += usable[f]![data.facets[f]!.index[row]!]!;
    if (Number.isNaN(x)) continue;
    const owner = step && step.labels[step.index[row]!]!;
    const { scores, thresholds } = byOwner.get(owner)!;
    const { expected, variance } = momentsAt(x, thresholds);
    const candidate = data.facets[0]!.index[row]!;
    rows.push({ row, candidate, residual: scores.indexOf(data.score[row]!) - expected, variance });
    information[candidate]! += variance;
  }
  return { rows, information };
}

/** The facet that owns the thresholds; null when the scale is common. */
function stepFacet(data: RaschData, fit: RaschFit) {
  const owners = new Set(fit.scales.map((scale) => scale.owner));
  return owners.has(null)
    ? null
    : data.facets.find(({ labels }) => labels.every((label) => owners.has(label)))!;
}

export interface Shift {
  /** Logits to add to the rows' predictors, times their weight; positive = more lenient. */
  shift: number;
  se: number;
  marks: number;
}

/** A priori spread of a shift, in logits per unit of weight: wide, but it settles what no mark can. */
const PRIOR_SPREAD = 0.5;

/**
 * The changes b_g of the predictor, to x + b_g·weight in group g, that the marks ask for together:
 * one scoring step from the fitted model. Candidates' abilities are let free to follow, otherwise
 * they would hide a part of a change (with two jurors a candidate, half of it) and lend it to the
 * partner. What the marks leave undecided stays near 0, with a large error.
 */
export function askedShifts(
  groups: readonly (readonly (Residual & { weight: number })[])[],
  information: Float64Array
): Shift[] {
  const n = groups.length;
  const matrix = new Float64Array(n * n);
  const slopes = new Float64Array(n);
  const perCandidate = new Map<number, Map<number, number>>();
  groups.forEach((rows, g) => {
    matrix[g * n + g] = 1 / PRIOR_SPREAD ** 2;
    for (const { candidate, residual, variance, weight } of rows) {
      slopes[g]! += weight * residual;
      matrix[g * n + g]! += weight * weight * variance;
      const sums = perCandidate.get(candidate) ?? new Map<number, number>();
      perCandidate.set(candidate, sums.set(g, (sums.get(g) ?? 0) + weight * variance));
    }
  });
  for (const [candidate, sums] of perCandidate) {
    for (const [g, a] of sums) {
      for (const [h, b] of sums) matrix[g * n + h]! -= (a * b) / information[candidate]!;
    }
  }
  cholesky(matrix, n);
  choleskySolve(matrix, n, slopes);
  return groups.map((rows, g) => {
    const unit = new Float64Array(n);
    unit[g] = 1;
    choleskySolve(matrix, n, unit);
    return { shift: slopes[g]!, se: Math.sqrt(unit[g]!), marks: rows.length };
  });
}
