/**
 * Parameters of the non-candidate side, and the tables an iteration reads.
 *
 * P(level k) ∝ e^{k x} · A[i,k], where x = candidate − Σ outer facets is shared by a whole block and
 * A[i,k] = e^{−k δ_i − Σ_{h≤k} τ_h} belongs to the criterion: so a mark costs a few multiplications
 * and one division, and no exponential.
 */
import { solveLinear } from '../matrix.ts';
import type { Layout } from './layout.ts';

/** What a pass adds up over the marks of a candidate. */
export interface Sums {
  expected: number;
  variance: number;
  /** Σ ln(Σ_k e^{…}), the log-normalisers; filled by `logTotals` only. */
  logTotal: number;
}

/** Parameter vector: facets (layout.parameters), then thresholds [scale × maxTop + h]. */
export const thresholdStart = (layout: Layout) => layout.parameters;
export const parameterLength = (layout: Layout) =>
  layout.parameters + layout.top.length * layout.maxTop;

/** A[i × maxTop + k−1] for k = 1…m; 0 above the top level of the criterion's own scale. */
export function stepTable(layout: Layout, x: Float64Array, table: Float64Array): void {
  const { maxTop, innerCount, scaleOf, top } = layout;
  const from = layout.offset[layout.stepFacet]!;
  const steps = thresholdStart(layout);
  for (let i = 0; i < innerCount; i++) {
    const scale = scaleOf[i]!;
    let exponent = 0;
    for (let k = 0; k < maxTop; k++) {
      exponent -= x[from + i]! + x[steps + scale * maxTop + k]!;
      table[i * maxTop + k] = k < top[scale]! ? Math.exp(exponent) : 0;
    }
  }
}

/** e^{−severity} of every parameter. */
export function easeTable(layout: Layout, x: Float64Array, table: Float64Array): void {
  for (let p = 0; p < layout.parameters; p++) table[p] = Math.exp(-x[p]!);
}

/** Starting values: log-odds of the share of the possible score, thresholds from level counts. */
export function startingPoint(layout: Layout): Float64Array {
  const x = new Float64Array(parameterLength(layout));
  const most = Math.max(1, layout.maxTop);
  for (let p = 0; p < layout.parameters; p++) {
    if (layout.parameterCount[p] === 0) continue;
    x[p] = -logOdds(layout.parameterScore[p]! / (layout.parameterCount[p]! * most));
  }
  const steps = thresholdStart(layout);
  const marks = marksPerScale(layout);
  layout.top.forEach((top, scale) => {
    const at = (level: number) =>
      level === 0
        ? marks[scale]!
        : level > top
          ? 0
          : layout.atLeast[scale * layout.maxTop + level - 1]!;
    const threshold = Array.from({ length: top }, (_, h) =>
      Math.log((at(h) - at(h + 1) + 0.5) / (at(h + 1) - at(h + 2) + 0.5))
    );
    const mean = threshold.reduce((sum, t) => sum + t, 0) / Math.max(1, top);
    threshold.forEach((t, h) => (x[steps + scale * layout.maxTop + h] = t - mean));
  });
  return x;
}

/** Starting abilities, on the same rough scale. */
export function startingAbilities(layout: Layout): Float64Array {
  return Float64Array.from({ length: layout.objects }, (_, o) =>
    layout.objectCount[o] === 0
      ? 0
      : logOdds(layout.objectScore[o]! / (layout.objectCount[o]! * Math.max(1, layout.maxTop)))
  );
}

/** Marks in use of each scale. */
export function marksPerScale(layout: Layout): Float64Array {
  const marks = new Float64Array(layout.top.length);
  const from = layout.offset[layout.stepFacet]!;
  for (let i = 0; i < layout.innerCount; i++) {
    marks[layout.scaleOf[i]!]! += layout.parameterCount[from + i]!;
  }
  return marks;
}

/**
 * Approximate inverse information of the thresholds of each scale, restricted to sum zero: the
 * covariance of « at least level h » at the observed proportions.
 */
export function thresholdPreconditioner(layout: Layout): (gradient: Float64Array) => void {
  const marks = marksPerScale(layout);
  const { maxTop } = layout;
  const start = thresholdStart(layout);
  const inverses = Array.from(layout.top, (top, scale) => {
    const share = Array.from(
      { length: top },
      (_, h) => (layout.atLeast[scale * maxTop + h]! + 0.5) / (marks[scale]! + 1)
    );
    return sumZeroInverse(
      share.map((ph, h) => share.map((pg, g) => marks[scale]! * ((h > g ? ph : pg) - ph * pg)))
    );
  });
  return (gradient) => {
    inverses.forEach((inverse, scale) => {
      const slice = gradient.subarray(start + scale * maxTop, start + (scale + 1) * maxTop);
      const old = Array.from(slice);
      slice.fill(0);
      inverse.forEach((row, h) => row.forEach((value, g) => (slice[h]! += value * old[g]!)));
    });
  };
}

/** Z (Zᵀ M Z)⁻¹ Zᵀ for Z a basis of the vectors that sum to zero. */
function sumZeroInverse(matrix: readonly (readonly number[])[]): number[][] {
  const n = matrix.length;
  const result = matrix.map((row) => row.map(() => 0));
  if (n < 2) return result;
  // Unit vectors e_a − e_n span the subspace; solve one column at a time.
  const reduced = Array.from({ length: n - 1 }, (_, a) =>
    Array.from(
      { length: n - 1 },
      (_, b) => matrix[a]![b]! - matrix[a]![n - 1]! - matrix[n - 1]![b]! + matrix[n - 1]![n - 1]!
    )
  );
  const inverse = reduced.map(
    (_, a) =>
      solveLinear(
        reduced,
        reduced.map((_, b) => (a === b ? 1 : 0))
      ) ?? []
  );
  const z = (row: number, a: number) => (row === a ? 1 : row === n - 1 ? -1 : 0);
  for (let h = 0; h < n; h++) {
    for (let g = 0; g < n; g++) {
      for (let a = 0; a < n - 1; a++) {
        for (let b = 0; b < n - 1; b++) result[h]![g]! += z(h, a) * inverse[a]![b]! * z(g, b);
      }
    }
  }
  return result;
}

const logOdds = (share: number) => {
  const inside = Math.min(0.98, Math.max(0.02, share));
  return Math.log(inside / (1 - inside));
};
