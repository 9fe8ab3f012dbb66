/**
 * Fair averages: the mean mark an element would get (or give) if all the other facets were average,
 * which takes the luck of the draw of jurors away. As Facets' Fair-M: other facets at 0, candidates
 * at their mean. With partial credit the mark is averaged over the criteria, each with its own scale.
 */
import type { Layout } from './layout.ts';
import type { Levels } from './levels.ts';
import { expectedMark } from './response.ts';

/** For each facet and element, a mark on the file's own scale; NaN without a measure. */
export function fairAverages(
  levels: Levels,
  layout: Layout,
  measures: readonly Float64Array[],
  thresholds: readonly ArrayLike<number>[]
): Float64Array[] {
  const average = mean(measures[0]!, (o) => layout.objectCount[o]! > 0);
  const { stepFacet } = levels;
  const from = layout.offset[stepFacet]!;
  const common = levels.scales.length === 1;
  const criteria = [...measures[stepFacet]!.keys()].filter(
    (i) => layout.parameterCount[from + i]! > 0
  );
  const markAt = (x: number, scale: number) =>
    expectedMark(x, thresholds[scale]!, levels.scales[scale]!.scores);
  const markOverCriteria = (x: number) =>
    common
      ? markAt(x, 0)
      : criteria.reduce(
          (sum, i) => sum + markAt(x - measures[stepFacet]![i]!, levels.scaleOf[i]!),
          0
        ) / criteria.length;
  return measures.map((values, f) =>
    values.map((value, e) => {
      if (!Number.isFinite(value)) return NaN;
      if (f === 0) return markOverCriteria(value);
      if (f === stepFacet) return markAt(average - value, levels.scaleOf[e]!);
      return markOverCriteria(average - value);
    })
  );
}

function mean(values: Float64Array, keep: (index: number) => boolean): number {
  let sum = 0;
  let n = 0;
  values.forEach((value, i) => {
    if (!keep(i)) return;
    sum += value;
    n++;
  });
  return sum / n;
}
