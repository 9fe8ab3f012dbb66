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
  /**
   * Families that it belongs to: groups of whom nobody is in two, which a total sums. Those that are
   * hidden are one group, the total less the others: it is protected too.
   */
  families?: readonly string[];
}

/** A count, or null where it would show a small group. */
export type Shown = number | null;

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
  const vectorOf = (members: readonly string[]) => vector(members, columns, width);
  const vectors = new Map(cells.map(({ key, members }) => [key, vectorOf(members)]));
  // The smallest first: a row of few people leaves few to be subtracted.
  const large = cells
    .filter(({ shown, members }) => shown && members.length >= smallest)
    .toSorted((one, other) => one.members.length - other.members.length);
  // What is printed only shrinks: a group that cannot be found now will not be found later.
  let small = cells.filter(({ members }) => isSmall(members.length));
  let told = large;
  let printed = large;
  for (;;) {
    const basis = eliminate(printed.map(({ key }) => vectors.get(key)!));
    const made = ({ key }: Cell) => combine(basis, vectors.get(key)!, printed.length);
    const stays = new Set(printed);
    // Whatever the others give is told, whether it is printed or not.
    told = told.filter((cell) => stays.has(cell) || made(cell));
    small = small.filter(made);
    const given = new Set<Cell>();
    for (const members of [...small.map((cell) => cell.members), ...remainders(cells, told)]) {
      const combination = combine(basis, vectorOf(members), printed.length);
      if (!combination) continue;
      const parts = printed.filter((_, place) => Math.abs(combination[place]!) > hair);
      if (!parts.some((part) => given.has(part))) given.add(leastLoss(parts));
    }
    if (given.size === 0) return new Set(told.map(({ key }) => key));
    printed = printed.filter((cell) => !given.has(cell));
  }
}

/** Of each family, those whom no group that is told counts, where they are few. */
function remainders(cells: readonly Cell[], told: readonly Cell[]): string[][] {
  const shown = new Set(told);
  const hidden = new Map<string, string[]>();
  for (const cell of cells)
    if (!shown.has(cell))
      for (const family of cell.families ?? [])
        hidden.set(family, [...(hidden.get(family) ?? []), ...cell.members]);
  return [...hidden.values()].filter((members) => isSmall(members.length));
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

function vector(
  members: readonly string[],
  columns: ReadonlyMap<string, number>,
  width: number
): Float64Array {
  const made = new Float64Array(width);
  for (const member of members) made[columns.get(member)!] = 1;
  return made;
}

/** Below this, a sum of whole numbers is nothing but rounding. */
const hair = 1e-7;

/** A vector, and how it was made of what is published. */
interface Row {
  vector: Float64Array;
  made: Float64Array;
}

/** A row of the basis: where it leads, and the only places where it is not nothing. */
interface Step {
  lead: number;
  vector: [place: number, value: number][];
  made: [place: number, value: number][];
}

/** Gauss: a basis of what is published, each row remembering what it is made of. */
function eliminate(vectors: readonly Float64Array[]): Step[] {
  const basis: Step[] = [];
  for (const [place, vector] of vectors.entries()) {
    const row = { vector: vector.slice(), made: new Float64Array(vectors.length) };
    row.made[place] = 1;
    for (const step of basis) subtract(row, step);
    const lead = row.vector.findIndex((value) => Math.abs(value) > hair);
    if (lead === -1) continue;
    const scale = row.vector[lead]!;
    basis.push({ lead, vector: kept(row.vector, scale), made: kept(row.made, scale) });
  }
  return basis;
}

function kept(values: Float64Array, scale: number): Step['vector'] {
  const places: Step['vector'] = [];
  for (const [place, value] of values.entries())
    if (Math.abs(value) > hair) places.push([place, value / scale]);
  return places;
}

function subtract(row: Row, { vector, lead, made }: Step): void {
  const times = row.vector[lead]!;
  if (Math.abs(times) <= hair) return;
  for (const [at, value] of vector) row.vector[at]! -= times * value;
  for (const [at, value] of made) row.made[at]! -= times * value;
}

/** How a group is made of what is published; undefined when it is not. */
function combine(basis: readonly Step[], target: Float64Array, size: number) {
  const row = { vector: target.slice(), made: new Float64Array(size) };
  for (const step of basis) subtract(row, step);
  return row.vector.every((value) => Math.abs(value) <= hair) ? row.made : undefined;
}
