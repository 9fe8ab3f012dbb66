/**
 * Standard errors that allow for the other facets being estimated too.
 *
 * The model's own error of a juror, 1/√ΣV, takes candidates and criteria as known; when each
 * candidate meets two jurors only, a severity is known against its partners', and the true error is
 * larger. Here candidates are eliminated from the information, S = Σ V x xᵀ − (ΣV x)(ΣV x)ᵀ/ΣV, and
 * the errors are read on its (pseudo-)inverse; thresholds are taken as known.
 */
import { cholesky, choleskySolve, removeProjection } from '../matrix.ts';
import type { Layout } from './layout.ts';
import { easeTable, stepTable } from './tables.ts';

/** Above this many parameters the inverse costs more than it teaches. */
const LIMIT = 1000;

/** One error a parameter (facets but the candidates'), or null above the limit. */
export function jointErrors(
  layout: Layout,
  blind: readonly Float64Array[],
  abilities: Float64Array,
  x: Float64Array
): Float64Array | null {
  const n = layout.parameters;
  if (n > LIMIT) return null;
  const information = eliminatedInformation(layout, abilities, x);
  let scale = 0;
  for (let p = 0; p < n; p++) {
    if (layout.parameterCount[p] === 0) information[p * n + p] = 1;
    scale = Math.max(scale, information[p * n + p]!);
  }
  for (const vector of blind) {
    for (let p = 0; p < n; p++) {
      for (let q = 0; q < n; q++) information[p * n + q]! += scale * vector[p]! * vector[q]!;
    }
  }
  cholesky(information, n);
  return Float64Array.from({ length: n }, (_, p) => {
    if (layout.parameterCount[p] === 0) return NaN;
    const column = new Float64Array(n);
    column[p] = 1;
    removeProjection(column, blind);
    choleskySolve(information, n, column);
    removeProjection(column, blind);
    return Math.sqrt(Math.max(0, column[p]!));
  });
}

function eliminatedInformation(
  layout: Layout,
  abilities: Float64Array,
  x: Float64Array
): Float64Array {
  const { maxTop, blockRow, objectBlock, inner, outer, parameters: n } = layout;
  const table = new Float64Array(layout.innerCount * maxTop);
  const ease = new Float64Array(n);
  stepTable(layout, x, table);
  easeTable(layout, x, ease);
  const s = new Float64Array(n * n);
  const weight = new Float64Array(n);
  const from = layout.offset[layout.stepFacet]!;
  for (let object = 0; object < layout.objects; object++) {
    const touched = new Set<number>();
    let total = 0;
    for (let b = objectBlock[object]!; b < objectBlock[object + 1]!; b++) {
      let e = Math.exp(abilities[object]!);
      for (const facet of outer) e *= ease[facet[b]!]!;
      const own = outer.map((facet) => facet[b]!);
      for (const p of own) touched.add(p);
      for (let row = blockRow[b]!; row < blockRow[b + 1]!; row++) {
        const variance = varianceAt(table, inner[row]! * maxTop, maxTop, e);
        const i = from + inner[row]!;
        touched.add(i);
        total += variance;
        weight[i]! += variance;
        s[i * n + i]! += variance;
        for (const p of own) {
          weight[p]! += variance;
          s[p * n + i]! += variance;
          s[i * n + p]! += variance;
          for (const q of own) s[p * n + q]! += variance;
        }
      }
    }
    const list = Uint32Array.from(touched);
    for (const p of list) {
      const scaled = weight[p]! / total;
      for (const q of list) s[p * n + q]! -= scaled * weight[q]!;
    }
    for (const p of list) weight[p] = 0;
  }
  return s;
}

function varianceAt(table: Float64Array, start: number, maxTop: number, ease: number): number {
  let total = 1;
  let first = 0;
  let second = 0;
  let power = 1;
  for (let k = 0; k < maxTop; k++) {
    power *= ease;
    const term = table[start + k]! * power;
    total += term;
    first += (k + 1) * term;
    second += (k + 1) ** 2 * term;
  }
  const mean = first / total;
  return second / total - mean * mean;
}
