/**
 * Long-format ratings held as columns: one row is « this rater gave this value to this unit ».
 * A missing mark is a missing row. Everything on agreement starts from here.
 */

/** Labels seen, and for each row the place of its label. */
export interface Column {
  labels: string[];
  index: Uint32Array;
}

export interface Ratings {
  rater: Column;
  unit: Column;
  /** One value per row; when `numeric` is false, an arbitrary code per distinct label. */
  value: Float64Array;
  numeric: boolean;
}

/** Rows regrouped by the element of one column: rows of group g are order[start[g] … start[g+1]). */
export interface Groups {
  start: Uint32Array;
  order: Uint32Array;
}

/** Builds a column from labels, in order of first appearance. */
export function column(values: readonly string[]): Column {
  const places = new Map<string, number>();
  const index = new Uint32Array(values.length);
  values.forEach((value, row) => {
    let place = places.get(value);
    if (place === undefined) places.set(value, (place = places.size));
    index[row] = place;
  });
  return { labels: [...places.keys()], index };
}

/** Builds ratings from row objects; text values make the ratings nominal. */
export function ratingsFrom(
  rows: readonly { rater: string; unit: string; value: number | string }[]
): Ratings {
  const numeric = rows.every((row) => typeof row.value === 'number');
  const codes = numeric ? null : column(rows.map((row) => String(row.value)));
  return {
    rater: column(rows.map((row) => row.rater)),
    unit: column(rows.map((row) => row.unit)),
    value: codes ? Float64Array.from(codes.index) : Float64Array.from(rows, (r) => Number(r.value)),
    numeric
  };
}

/** Stable counting sort of the rows by group; linear time. */
export function groupBy(index: Uint32Array, groups: number): Groups {
  const start = new Uint32Array(groups + 1);
  for (let row = 0; row < index.length; row++) start[index[row]! + 1]!++;
  for (let g = 0; g < groups; g++) start[g + 1]! += start[g]!;
  const next = start.slice(0, groups);
  const order = new Uint32Array(index.length);
  for (let row = 0; row < index.length; row++) order[next[index[row]!]!++] = row;
  return { start, order };
}

/** The rows that `keep` accepts, with elements that vanish removed from the columns. */
export function subset(ratings: Ratings, keep: (row: number) => boolean): Ratings {
  const rows: number[] = [];
  for (let row = 0; row < ratings.value.length; row++) if (keep(row)) rows.push(row);
  const pick = (c: Column) => column(rows.map((row) => c.labels[c.index[row]!]!));
  return {
    rater: pick(ratings.rater),
    unit: pick(ratings.unit),
    value: Float64Array.from(rows, (row) => ratings.value[row]!),
    numeric: ratings.numeric
  };
}

/** Replaces values by their place among the sorted distinct values. */
export function levelsOf(value: Float64Array): { levels: Float64Array; code: Uint32Array } {
  const levels = Float64Array.from(new Set(value)).sort();
  const place = new Map<number, number>();
  levels.forEach((level, i) => place.set(level, i));
  const code = new Uint32Array(value.length);
  for (let row = 0; row < value.length; row++) code[row] = place.get(value[row]!)!;
  return { levels, code };
}

/** The first (rater, unit) met twice, or null: agreement needs at most one mark of a rater per unit. */
export function firstDuplicate(
  ratings: Ratings,
  byUnit: Groups
): { rater: string; unit: string } | null {
  const seenIn = new Int32Array(ratings.rater.labels.length).fill(-1);
  for (let unit = 0; unit < ratings.unit.labels.length; unit++) {
    for (let i = byUnit.start[unit]!; i < byUnit.start[unit + 1]!; i++) {
      const rater = ratings.rater.index[byUnit.order[i]!]!;
      if (seenIn[rater] === unit) {
        return { rater: ratings.rater.labels[rater]!, unit: ratings.unit.labels[unit]! };
      }
      seenIn[rater] = unit;
    }
  }
  return null;
}
