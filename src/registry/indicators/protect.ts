/**
 * Counts of people that may be published together: no count of fewer than five is shown, nor can one
 * be found by adding and subtracting those that are (primary and complementary suppression).
 */

/** A group of people. */
export interface Cell {
  key: string;
  /** Ids of its members. */
  members: readonly string[];
  /** Whether it is to be shown; others are protected all the same. */
  shown: boolean;
  /** Totals are given up last. */
  total?: boolean;
}

export const smallest = 5;

const isSmall = (count: number) => count > 0 && count < smallest;

/**
 * The keys of the cells that may be shown. Whoever sums and subtracts them finds no group of one to
 * four people among all the cells, shown or not. Exact: a group can be found if and only if it is a
 * combination of what is shown, which elimination decides.
 */
export function publishable(cells: readonly Cell[]): Set<string> {
  const columns = patterns(cells);
  const width = new Set(columns.values()).size;
  const vectors = new Map(cells.map((cell) => [cell.key, vectorOf(cell, columns, width)]));
  let published = cells.filter(({ shown, members }) => shown && members.length >= smallest);
  const sensitive = cells.filter(({ members }) => isSmall(members.length));
  for (;;) {
    const basis = eliminate(published.map(({ key }) => vectors.get(key)!));
    const given = new Set<Cell>();
    for (const { key } of sensitive) {
      const combination = combine(basis, vectors.get(key)!, published.length);
      if (!combination) continue;
      const parts = published.filter((_, place) => Math.abs(combination[place]!) > hair);
      if (!parts.some((part) => given.has(part))) given.add(leastLoss(parts));
    }
    if (given.size === 0) return new Set(published.map(({ key }) => key));
    published = published.filter((cell) => !given.has(cell));
  }
}

/** What is given up: not a total, and as few people as can be. */
const leastLoss = (parts: readonly Cell[]): Cell =>
  parts.toSorted(
    (one, other) =>
      Number(one.total ?? false) - Number(other.total ?? false) ||
      one.members.length - other.members.length
  )[0]!;

/** People who are in the same cells cannot be told apart: one column for all of them. */
function patterns(cells: readonly Cell[]): Map<string, number> {
  const memberships = new Map<string, string>();
  for (const [place, { members }] of cells.entries())
    for (const member of members)
      memberships.set(member, `${memberships.get(member) ?? ''},${place}`);
  const columnOf = new Map<string, number>();
  const columns = new Map<string, number>();
  for (const [member, pattern] of memberships) {
    const column = columnOf.get(pattern) ?? columnOf.size;
    columnOf.set(pattern, column);
    columns.set(member, column);
  }
  return columns;
}

function vectorOf(
  { members }: Cell,
  columns: ReadonlyMap<string, number>,
  width: number
): number[] {
  const vector = new Array<number>(width).fill(0);
  for (const member of members) vector[columns.get(member)!] = 1;
  return vector;
}

/** Below this, a sum of whole numbers is nothing but rounding. */
const hair = 1e-7;

/** A vector of the basis, where it leads, and how it was made of what is published. */
interface Row {
  vector: number[];
  lead: number;
  made: number[];
}

/** Gauss: a basis of what is published, each row remembering what it is made of. */
function eliminate(vectors: readonly number[][]): Row[] {
  const basis: Row[] = [];
  for (const [place, vector] of vectors.entries()) {
    const made = new Array<number>(vectors.length).fill(0);
    made[place] = 1;
    const row = { vector: [...vector], made };
    for (const each of basis) subtract(row, each);
    const lead = row.vector.findIndex((value) => Math.abs(value) > hair);
    if (lead === -1) continue;
    const scale = row.vector[lead]!;
    basis.push({
      lead,
      vector: row.vector.map((value) => value / scale),
      made: row.made.map((value) => value / scale)
    });
  }
  return basis;
}

function subtract(row: { vector: number[]; made: number[] }, { vector, lead, made }: Row): void {
  const times = row.vector[lead]!;
  if (Math.abs(times) <= hair) return;
  for (const [at, value] of vector.entries()) row.vector[at]! -= times * value;
  for (const [at, value] of made.entries()) row.made[at]! -= times * value;
}

/** How a group is made of what is published; undefined when it is not. */
function combine(basis: readonly Row[], target: readonly number[], size: number) {
  const row = { vector: [...target], made: new Array<number>(size).fill(0) };
  for (const each of basis) subtract(row, each);
  return row.vector.every((value) => Math.abs(value) <= hair) ? row.made : undefined;
}
