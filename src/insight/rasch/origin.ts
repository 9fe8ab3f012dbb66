/**
 * Choice of origin. Each non-candidate facet has mean 0 over its elements in use. When the design
 * leaves more than that unseen (subsets), the marks do not say how to split a difference between
 * facets: the facet with most elements is centred within each subset first, then the next.
 */
import { solveLinear } from '../matrix.ts';
import type { RaschData } from './data.ts';
import type { Layout } from './layout.ts';

/** Weight of a facet against the next smaller one: an order of priority, in numbers. */
const PRIORITY = 1e6;

/** Moves x along the unseen directions to the chosen origin; abilities follow, predictions do not move. */
export function chooseOrigin(
  data: RaschData,
  layout: Layout,
  blind: readonly Float64Array[],
  abilities: Float64Array,
  x: Float64Array
): void {
  if (blind.length === 0) return;
  const weight = facetWeights(data, layout);
  const matrix = blind.map((a) =>
    blind.map((b) => weight.reduce((sum, w, p) => sum + w * a[p]! * b[p]!, 0))
  );
  const right = blind.map((a) => -weight.reduce((sum, w, p) => sum + w * a[p]! * x[p]!, 0));
  const along = solveLinear(matrix, right);
  if (!along) return;
  const shift = new Float64Array(layout.parameters);
  blind.forEach((vector, k) => vector.forEach((v, p) => (shift[p]! += along[k]! * v)));
  shift.forEach((s, p) => (x[p]! += s));
  const innerFrom = layout.offset[layout.stepFacet]!;
  for (let o = 0; o < layout.objects; o++) {
    if (layout.objectCount[o] === 0) continue;
    const block = layout.objectBlock[o]!;
    abilities[o]! += shift[innerFrom + layout.inner[layout.blockRow[block]!]!]!;
    for (const facet of layout.outer) abilities[o]! += shift[facet[block]!]!;
  }
}

function facetWeights(data: RaschData, layout: Layout): Float64Array {
  const facets = data.facets
    .map((facet, f) => ({ f, size: facet.labels.length }))
    .slice(1)
    .sort((a, b) => a.size - b.size);
  const weight = new Float64Array(layout.parameters);
  facets.forEach(({ f, size }, rank) => {
    const from = layout.offset[f]!;
    weight.fill(PRIORITY ** rank, from, from + size);
  });
  for (let p = 0; p < weight.length; p++) if (layout.parameterCount[p] === 0) weight[p] = 0;
  return weight;
}
