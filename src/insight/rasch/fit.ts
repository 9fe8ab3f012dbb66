/**
 * How well the marks obey the model, element by element.
 * Infit = Σ(x−E)² / ΣV weighs each surprise by its information; outfit = mean of (x−E)²/V feels
 * far-off surprises. Both are near 1 when marks are as irregular as the model expects.
 * Source: B. D. Wright & G. N. Masters (1982), Rating Scale Analysis, ch. 5. Standard errors are the
 * model's, 1/√ΣV, the other elements being taken as known (as Facets prints them).
 */
import type { Layout } from './layout.ts';
import { easeTable, stepTable } from './tables.ts';

export interface FitSums {
  squares: Float64Array;
  variance: Float64Array;
  standardised: Float64Array;
}

const sumsOf = (size: number): FitSums => ({
  squares: new Float64Array(size),
  variance: new Float64Array(size),
  standardised: new Float64Array(size)
});

/** One pass over the marks in use; sums for each candidate and each parameter. */
export function fitSums(
  layout: Layout,
  abilities: Float64Array,
  x: Float64Array
): { objects: FitSums; parameters: FitSums } {
  const { maxTop, blockRow, objectBlock, inner, level, outer } = layout;
  const table = new Float64Array(layout.innerCount * maxTop);
  const ease = new Float64Array(layout.parameters);
  const powers = new Float64Array(maxTop);
  stepTable(layout, x, table);
  easeTable(layout, x, ease);
  const objects = sumsOf(layout.objects);
  const parameters = sumsOf(layout.parameters);
  const innerFrom = layout.offset[layout.stepFacet]!;
  const add = (into: FitSums, place: number, squares: number, variance: number, z: number) => {
    into.squares[place]! += squares;
    into.variance[place]! += variance;
    into.standardised[place]! += z;
  };
  for (let object = 0; object < layout.objects; object++) {
    for (let b = objectBlock[object]!; b < objectBlock[object + 1]!; b++) {
      let e = Math.exp(abilities[object]!);
      for (const facet of outer) e *= ease[facet[b]!]!;
      let power = 1;
      for (let k = 0; k < maxTop; k++) powers[k] = power *= e;
      let squares = 0;
      let variances = 0;
      let standardised = 0;
      for (let row = blockRow[b]!; row < blockRow[b + 1]!; row++) {
        const start = inner[row]! * maxTop;
        let total = 1;
        let first = 0;
        let second = 0;
        for (let k = 0; k < maxTop; k++) {
          const term = table[start + k]! * powers[k]!;
          total += term;
          first += (k + 1) * term;
          second += (k + 1) * (k + 1) * term;
        }
        const expected = first / total;
        const variance = second / total - expected * expected;
        const square = (level[row]! - expected) ** 2;
        squares += square;
        variances += variance;
        standardised += square / variance;
        add(parameters, innerFrom + inner[row]!, square, variance, square / variance);
      }
      add(objects, object, squares, variances, standardised);
      for (const facet of outer) add(parameters, facet[b]!, squares, variances, standardised);
    }
  }
  return { objects, parameters };
}
