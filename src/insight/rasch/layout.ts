/**
 * The order in which an iteration reads the marks.
 *
 * Rows are grouped by candidate, then by the other facets but the step facet (criterion). A run of
 * rows that differ only by criterion is a block: what its rows share (candidate, juror…) is read
 * once, and each row costs one small index (a byte up to 256 criteria) and its level (a byte).
 */
import { indexArray, type IndexArray, type RaschData } from './data.ts';
import { isActive, levelOf, type Levels } from './levels.ts';

/** Mean length of the runs below which sorting pays for itself. */
const MIN_RUN = 4;

export interface Layout {
  objects: number;
  /** Blocks of object o: objectBlock[o] … objectBlock[o+1]. */
  objectBlock: Uint32Array;
  /** Rows of block b: blockRow[b] … blockRow[b+1]. */
  blockRow: Uint32Array;
  /** For each facet that is neither object nor step facet, its parameter for each block. */
  outer: Uint32Array[];
  /** For each row, its element of the step facet, and its level. */
  inner: IndexArray;
  level: Uint8Array;
  innerCount: number;
  /** First parameter of each facet in the concatenated vector (facet 0 has none). */
  offset: number[];
  /** Facet whose elements own the scales. */
  stepFacet: number;
  /** Number of parameters of the non-object facets. */
  parameters: number;
  /** Levels above the lowest, per scale and at most. */
  top: Uint8Array;
  maxTop: number;
  scaleOf: Uint32Array;
  /** Marks in use for each object and each parameter. */
  objectCount: Uint32Array;
  parameterCount: Uint32Array;
  /** Sum of levels for each object and each parameter: the sufficient statistics. */
  objectScore: Float64Array;
  parameterScore: Float64Array;
  /** Marks at level ≥ h+1, for [scale × maxTop + h]. */
  atLeast: Float64Array;
}

/** Sorts the active rows and sums what the estimation needs to know of them. */
export function layOut(data: RaschData, levels: Levels): Layout {
  const { stepFacet } = levels;
  const outerFacets = data.facets.map((_, f) => f).filter((f) => f > 0 && f !== stepFacet);
  const order = groupedRows(data, levels, [0, ...outerFacets]);
  const rows = order.length;
  const offset: number[] = [];
  let parameters = 0;
  data.facets.forEach((facet, f) => {
    offset.push(f === 0 ? 0 : parameters);
    if (f > 0) parameters += facet.labels.length;
  });
  const objects = data.facets[0]!.labels.length;
  const innerCount = data.facets[stepFacet]!.labels.length;
  const top = Uint8Array.from(levels.scales, (scale) => Math.max(0, scale.scores.length - 1));
  const layout: Layout = {
    objects,
    objectBlock: new Uint32Array(objects + 1),
    blockRow: new Uint32Array(0),
    outer: [],
    inner: indexArray(innerCount, rows),
    level: new Uint8Array(rows),
    innerCount,
    offset,
    stepFacet,
    parameters,
    top,
    maxTop: Math.max(...top),
    scaleOf: levels.scaleOf,
    objectCount: new Uint32Array(objects),
    parameterCount: new Uint32Array(parameters),
    objectScore: new Float64Array(objects),
    parameterScore: new Float64Array(parameters),
    atLeast: new Float64Array(top.length * Math.max(...top))
  };
  fillBlocks(data, order, outerFacets, layout);
  fillRows(data, levels, order, layout);
  return layout;
}

/**
 * Active rows grouped by candidate, then by outer facet. A file that is already so grouped, as a
 * session writes it, is taken as it comes; otherwise a counting sort a facet.
 */
function groupedRows(data: RaschData, levels: Levels, by: readonly number[]): Uint32Array {
  let order: Uint32Array = activeRows(data, levels);
  const keys = by.map((f) => data.facets[f]!.index);
  if (isGrouped(order, keys)) return order;
  let spare: Uint32Array = new Uint32Array(order.length);
  for (let k = keys.length - 1; k >= 0; k--) {
    const key = keys[k]!;
    const next = new Uint32Array(data.facets[by[k]!]!.labels.length + 1);
    for (let i = 0; i < order.length; i++) next[key[order[i]!]! + 1]!++;
    for (let e = 1; e < next.length; e++) next[e]! += next[e - 1]!;
    for (let i = 0; i < order.length; i++) spare[next[key[order[i]!]!]!++] = order[i]!;
    [order, spare] = [spare, order];
  }
  return order;
}

function activeRows(data: RaschData, levels: Levels): Uint32Array {
  const order = new Uint32Array(data.score.length);
  let rows = 0;
  for (let row = 0; row < order.length; row++) {
    if (isActive(data, levels, row)) order[rows++] = row;
  }
  return order.subarray(0, rows);
}

/** Candidates in order, and runs of rows that share the outer facets long enough to be worth it. */
function isGrouped(order: Uint32Array, [object, ...outer]: readonly IndexArray[]): boolean {
  let runs = 1;
  for (let i = 1; i < order.length; i++) {
    const before = order[i - 1]!;
    const now = order[i]!;
    if (object![now]! < object![before]!) return false;
    let changed = 0;
    for (const key of outer) if (key[now] !== key[before]) changed = 1;
    runs += changed;
  }
  return outer.length === 0 || runs * MIN_RUN <= order.length;
}

function fillBlocks(
  data: RaschData,
  order: Uint32Array,
  outerFacets: readonly number[],
  layout: Layout
): void {
  const keys = [0, ...outerFacets].map((f) => data.facets[f]!.index);
  const starts = blockStarts(order, keys);
  const blocks = starts.length;
  layout.blockRow = new Uint32Array(blocks + 1);
  layout.blockRow.set(starts);
  layout.blockRow[blocks] = order.length;
  layout.outer = outerFacets.map((f) => {
    const index = data.facets[f]!.index;
    return Uint32Array.from(starts, (i) => layout.offset[f]! + index[order[i]!]!);
  });
  for (const i of starts) layout.objectBlock[keys[0]![order[i]!]! + 1]!++;
  for (let o = 0; o < layout.objects; o++) layout.objectBlock[o + 1]! += layout.objectBlock[o]!;
}

function blockStarts(order: Uint32Array, keys: readonly IndexArray[]): Uint32Array {
  const opens = new Uint8Array(order.length);
  if (order.length > 0) opens[0] = 1;
  for (const key of keys) {
    for (let i = 1; i < order.length; i++) if (key[order[i]!] !== key[order[i - 1]!]) opens[i] = 1;
  }
  const starts = new Uint32Array(opens.reduce((sum, open) => sum + open, 0));
  let block = 0;
  for (let i = 0; i < opens.length; i++) if (opens[i] === 1) starts[block++] = i;
  return starts;
}

function fillRows(data: RaschData, levels: Levels, order: Uint32Array, layout: Layout): void {
  const { inner, level, maxTop, atLeast } = layout;
  const step = data.facets[levels.stepFacet]!.index;
  for (let i = 0; i < order.length; i++) {
    const row = order[i]!;
    inner[i] = step[row]!;
    level[i] = levelOf(levels, step[row]!, row);
    const first = layout.scaleOf[inner[i]!]! * maxTop;
    for (let h = 0; h < level[i]!; h++) atLeast[first + h]!++;
  }
  data.facets.forEach(({ index }, f) => {
    const count = f === 0 ? layout.objectCount : layout.parameterCount;
    const score = f === 0 ? layout.objectScore : layout.parameterScore;
    const offset = layout.offset[f]!;
    for (let i = 0; i < order.length; i++) {
      const place = offset + index[order[i]!]!;
      count[place]!++;
      score[place]! += level[i]!;
    }
  });
}
