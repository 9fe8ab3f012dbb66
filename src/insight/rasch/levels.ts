/**
 * From marks to levels 0…m, and the elements that carry no information.
 *
 * A level that nobody received has no threshold: levels are renumbered without gap, over the whole
 * file (rating scale) or criterion by criterion (partial credit), as Facets does by default.
 * An element that got only the lowest or only the highest level has an infinite estimate: its marks
 * leave the estimation of the others, and this may uncover further extremes, hence the rounds.
 */
import { type IndexArray, MAX_LEVELS, type RaschData, type RaschRefusal } from './data.ts';

export interface Scale {
  /** Mark that each level stands for, ascending. */
  scores: number[];
}

export interface Levels {
  scales: Scale[];
  /** Scale of each element of the step facet. */
  scaleOf: Uint32Array;
  /** Facet whose elements own the scales (and the inner loop of the estimation). */
  stepFacet: number;
  /** Distinct marks of the file, and for each row its place among them. */
  marks: Float64Array;
  code: Uint8Array;
  /** Level for [scale × marks.length + code]; marks outside the scale take the nearest lower level. */
  recode: Uint8Array;
  /** Per facet and element: 0 in use, otherwise the round that set it aside (1, 2…). */
  dropped: Uint8Array[];
  anyDropped: boolean;
}

/** Finds scales and extremes. `keepObjects` leaves extreme candidates in (marginal likelihood). */
export function findLevels(
  data: RaschData,
  stepFacet: number,
  partialCredit: boolean,
  keepObjects: boolean
): Levels | { refusal: RaschRefusal } {
  const rows = data.score.length;
  if (rows === 0) return { refusal: 'empty' };
  if (data.facets.length < 2) return { refusal: 'one-facet' };
  const marks = Float64Array.from(distinct(data.score)).sort();
  if (marks.length > MAX_LEVELS) return { refusal: 'too-many-levels' };
  if (marks.length < 2) return { refusal: 'constant' };
  const code = codes(data.score, marks);
  const steps = data.facets[stepFacet]!.labels.length;
  const levels: Levels = {
    scales: [],
    scaleOf: partialCredit
      ? Uint32Array.from({ length: steps }, (_, i) => i)
      : new Uint32Array(steps),
    stepFacet,
    marks,
    code,
    recode: new Uint8Array(0),
    dropped: data.facets.map((facet) => new Uint8Array(facet.labels.length)),
    anyDropped: false
  };
  for (let round = 1; ; round++) {
    const active = rescale(data, levels, partialCredit ? steps : 1);
    if (active === 0) return { refusal: 'all-extreme' };
    if (!dropExtremes(data, levels, round, keepObjects)) return levels;
  }
}

/** True when no element of the row has been set aside. */
export function isActive(data: RaschData, levels: Levels, row: number): boolean {
  if (!levels.anyDropped) return true;
  for (let f = 0; f < levels.dropped.length; f++) {
    if (levels.dropped[f]![data.facets[f]!.index[row]!] !== 0) return false;
  }
  return true;
}

/** The level of a row, and the highest level it could have had. */
export function levelOf(levels: Levels, stepElement: number, row: number): number {
  return levels.recode[levels.scaleOf[stepElement]! * levels.marks.length + levels.code[row]!]!;
}

function distinct(score: RaschData['score']): Set<number> {
  const seen = new Set<number>();
  for (let row = 0; row < score.length && seen.size <= MAX_LEVELS; row++) seen.add(score[row]!);
  return seen;
}

/** Few distinct marks, and often the same as the row before: a scan beats a map. */
function codes(score: RaschData['score'], marks: Float64Array): Uint8Array {
  const code = new Uint8Array(score.length);
  let place = 0;
  for (let row = 0; row < score.length; row++) {
    const mark = score[row]!;
    if (mark !== marks[place]) place = marks.indexOf(mark);
    code[row] = place;
  }
  return code;
}

/** Renumbers the levels still in use; returns the number of rows still in use. */
function rescale(data: RaschData, levels: Levels, scaleCount: number): number {
  const width = levels.marks.length;
  const used = new Float64Array(scaleCount * width);
  const step = data.facets[levels.stepFacet]!.index;
  let active = 0;
  for (let row = 0; row < levels.code.length; row++) {
    if (!isActive(data, levels, row)) continue;
    active++;
    used[levels.scaleOf[step[row]!]! * width + levels.code[row]!]!++;
  }
  levels.recode = new Uint8Array(scaleCount * width);
  levels.scales = Array.from({ length: scaleCount }, (_, s) => {
    const scores: number[] = [];
    for (let c = 0; c < width; c++) {
      if (used[s * width + c]! > 0) scores.push(levels.marks[c]!);
      levels.recode[s * width + c] = Math.max(0, scores.length - 1);
    }
    return { scores };
  });
  return active;
}

function dropExtremes(
  data: RaschData,
  levels: Levels,
  round: number,
  keepObjects: boolean
): boolean {
  const top = levels.scales.map((scale) => Math.max(0, scale.scores.length - 1));
  const step = data.facets[levels.stepFacet]!.index;
  const rows = levels.code.length;
  const level = new Uint8Array(rows);
  const highest = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    if (!isActive(data, levels, row)) continue;
    level[row] = levelOf(levels, step[row]!, row);
    highest[row] = top[levels.scaleOf[step[row]!]!]!;
  }
  let found = false;
  for (let f = keepObjects ? 1 : 0; f < data.facets.length; f++) {
    const { index, labels } = data.facets[f]!;
    const sum = total(index, level, labels.length);
    const most = total(index, highest, labels.length);
    for (let e = 0; e < labels.length; e++) {
      // An element left without any usable mark has both sums null, and goes too.
      if (levels.dropped[f]![e] !== 0 || (sum[e]! > 0 && sum[e]! < most[e]!)) continue;
      levels.dropped[f]![e] = Math.min(round, 255);
      levels.anyDropped = found = true;
    }
  }
  return found;
}

function total(index: IndexArray, value: Uint8Array, elements: number): Float64Array {
  const sum = new Float64Array(elements);
  for (let row = 0; row < value.length; row++) sum[index[row]!]! += value[row]!;
  return sum;
}
