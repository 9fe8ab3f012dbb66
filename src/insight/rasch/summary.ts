/**
 * How well a facet's elements are told apart.
 * Separation G = true spread / error, reliability = true variance / observed variance, strata
 * (4G+1)/3; fixed χ² tests whether all measures could be equal.
 * Source: B. D. Wright & G. N. Masters (1982), pp. 92, 105–106. Variances are of the population of
 * elements listed (divisor n), extreme elements left out.
 */
import { chiSquareTail } from '../special.ts';

export interface FacetSummary {
  elements: number;
  mean: number | null;
  deviation: number | null;
  /** Root mean square of the standard errors. */
  error: number | null;
  separation: number | null;
  strata: number | null;
  reliability: number | null;
  fixedChiSquare: { value: number; degrees: number; p: number } | null;
}

/** Summary over the elements that have a measure and are not extreme. */
export function summarise(
  elements: readonly { measure: number | null; se: number | null; extreme: unknown }[]
): FacetSummary {
  const kept = elements.flatMap(({ measure, se, extreme }) =>
    measure !== null && se !== null && extreme === null ? [{ measure, se }] : []
  );
  const n = kept.length;
  if (n < 2) {
    return {
      elements: n,
      mean: kept[0]?.measure ?? null,
      deviation: null,
      error: kept[0]?.se ?? null,
      separation: null,
      strata: null,
      reliability: null,
      fixedChiSquare: null
    };
  }
  const mean = kept.reduce((sum, e) => sum + e.measure, 0) / n;
  const variance = kept.reduce((sum, e) => sum + (e.measure - mean) ** 2, 0) / n;
  const errorVariance = kept.reduce((sum, e) => sum + e.se ** 2, 0) / n;
  const trueVariance = Math.max(0, variance - errorVariance);
  const separation = Math.sqrt(trueVariance / errorVariance);
  const weights = kept.map((e) => 1 / e.se ** 2);
  const total = weights.reduce((sum, w) => sum + w, 0);
  const pooled = kept.reduce((sum, e, i) => sum + weights[i]! * e.measure, 0) / total;
  const chi = kept.reduce((sum, e, i) => sum + weights[i]! * (e.measure - pooled) ** 2, 0);
  return {
    elements: n,
    mean,
    deviation: Math.sqrt(variance),
    error: Math.sqrt(errorVariance),
    separation,
    strata: (4 * separation + 1) / 3,
    reliability: variance > 0 ? trueVariance / variance : 0,
    fixedChiSquare: { value: chi, degrees: n - 1, p: chiSquareTail(chi, n - 1) }
  };
}
