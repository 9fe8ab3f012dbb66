/**
 * Measures for elements that got only lowest or only highest levels. Their likelihood has no
 * maximum; as in Facets (Xtreme = 0.3), their score is brought 0.3 level inside and solved for, the
 * other elements being known. A criterion on which all marks are equal has no measure at all.
 */
import type { RaschData } from './data.ts';
import { levelOf, type Levels } from './levels.ts';
import { momentsAt } from './response.ts';

export type Extreme = 'maximum' | 'minimum' | 'constant';

export interface ExtremeMeasure {
  facet: number;
  element: number;
  kind: Extreme;
  measure: number;
  se: number;
}

/** How far inside its bound an extreme score is brought, in levels. */
const INSIDE = 0.3;
const FARTHEST = 60;

/**
 * Solves for every element set aside, the last set aside first, and completes `measures` in place
 * (one array a facet, NaN where there is no measure).
 */
export function measureExtremes(
  data: RaschData,
  levels: Levels,
  measures: readonly Float64Array[],
  thresholds: readonly ArrayLike<number>[]
): ExtremeMeasure[] {
  const rows = rowsOfDropped(data, levels);
  const known = levels.dropped.map((flags) => Uint8Array.from(flags, (round) => (round ? 0 : 1)));
  const step = data.facets[levels.stepFacet]!.index;
  const results: ExtremeMeasure[] = [];
  for (const { facet, element, list } of rows) {
    const others = data.facets.map((_, f) => f).filter((f) => f !== facet);
    const isKnown = (row: number) =>
      others.every((f) => known[f]![data.facets[f]!.index[row]!] === 1);
    // Without a single row whose other elements are known, these count as average (0).
    const usable = list.some(isKnown) ? list.filter(isKnown) : list;
    const marks = usable.map((row) => {
      const scale = levels.scaleOf[step[row]!]!;
      const severity = others.reduce((sum, f) => {
        const e = data.facets[f]!.index[row]!;
        const value = known[f]![e] === 1 ? measures[f]![e]! : 0;
        return sum + (f === 0 ? value : -value);
      }, 0);
      return {
        from: severity,
        thresholds: thresholds[scale]!,
        level: levelOf(levels, step[row]!, row)
      };
    });
    const result = solve(facet, element, marks);
    results.push(result);
    measures[facet]![element] = result.measure;
    if (result.kind !== 'constant') known[facet]![element] = 1;
  }
  return results;
}

function rowsOfDropped(data: RaschData, levels: Levels) {
  const lists = levels.dropped.map(() => new Map<number, number[]>());
  if (levels.anyDropped) {
    data.facets.forEach(({ index }, f) => {
      for (let row = 0; row < index.length; row++) {
        const element = index[row]!;
        if (levels.dropped[f]![element] === 0) continue;
        const list = lists[f]!.get(element);
        if (list) list.push(row);
        else lists[f]!.set(element, [row]);
      }
    });
  }
  return lists
    .flatMap((map, facet) => [...map].map(([element, list]) => ({ facet, element, list })))
    .sort((a, b) => levels.dropped[b.facet]![b.element]! - levels.dropped[a.facet]![a.element]!);
}

interface Mark {
  /** Ability minus the severities of the other elements. */
  from: number;
  thresholds: ArrayLike<number>;
  level: number;
}

function solve(facet: number, element: number, marks: readonly Mark[]): ExtremeMeasure {
  const most = marks.reduce((sum, mark) => sum + mark.thresholds.length, 0);
  const score = marks.reduce((sum, mark) => sum + mark.level, 0);
  if (most === 0) return { facet, element, kind: 'constant', measure: NaN, se: NaN };
  const kind = score * 2 > most ? 'maximum' : 'minimum';
  const target = kind === 'maximum' ? most - INSIDE : INSIDE;
  const sign = facet === 0 ? 1 : -1;
  const at = (x: number) =>
    marks.reduce(
      (sum, mark) => {
        const { expected, variance } = momentsAt(mark.from + x, mark.thresholds);
        return { expected: sum.expected + expected, variance: sum.variance + variance };
      },
      { expected: 0, variance: 0 }
    );
  let low = -FARTHEST;
  let high = FARTHEST;
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    if (at(middle).expected < target) low = middle;
    else high = middle;
  }
  const x = (low + high) / 2;
  return { facet, element, kind, measure: sign * x, se: 1 / Math.sqrt(at(x).variance) };
}
