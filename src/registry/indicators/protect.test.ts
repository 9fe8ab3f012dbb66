import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publishable, type Cell } from './protect.ts';

const people = (from: number, count: number) =>
  Array.from({ length: count }, (_, place) => `p${from + place}`);
const cell = (key: string, members: string[], shown = true, total = false): Cell => ({
  key,
  members,
  shown,
  total
});

describe('a count of fewer than five people', () => {
  test('is not shown', () => {
    expect(publishable([cell('a', people(0, 4)), cell('b', people(10, 5))])).toEqual(
      new Set(['b'])
    );
  });

  test('is not found by subtracting the others from a total', () => {
    const rows = [cell('a', people(0, 3)), cell('b', people(3, 8)), cell('c', people(11, 20))];
    const shown = publishable([...rows, cell('all', people(0, 31), true, true)]);
    expect(shown).toEqual(new Set(['c', 'all']));
  });

  test('is not found as the difference of two counts of one row', () => {
    const enrolled = cell('enrolled', people(0, 12));
    const presented = cell('presented', people(0, 10));
    const absent = cell('absent', people(10, 2), false);
    expect(publishable([enrolled, presented, absent])).toEqual(new Set(['enrolled']));
  });

  test('is not found across two tables of the same people', () => {
    const women = cell('women', people(0, 9));
    const north = cell('north', people(0, 7));
    const south = cell('south', people(7, 13));
    const men = cell('men', people(9, 11));
    const both = cell('all', people(0, 20), true, true);
    const hidden = cell('women of the south', people(7, 2), false);
    const shown = publishable([women, men, north, south, both, hidden]);
    expect(shown.has('women') && shown.has('north')).toBe(false);
  });

  test('nothing is hidden without need', () => {
    const cells = [cell('a', people(0, 6)), cell('b', people(6, 7)), cell('all', people(0, 13))];
    expect(publishable(cells).size).toBe(3);
  });
});

/** The rank of whole-number vectors, by another way than the code: exact fractions. */
function rank(vectors: readonly (readonly number[])[]): number {
  const rows = vectors.map((vector) => vector.map(BigInt));
  let found = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = rows.findIndex((row, at) => at >= found && row[column] !== 0n);
    if (pivot === -1) continue;
    [rows[found], rows[pivot]] = [rows[pivot]!, rows[found]!];
    const head = rows[found]!;
    for (let at = found + 1; at < rows.length; at += 1) {
      const row = rows[at]!;
      if (row[column] === 0n) continue;
      const [by, of] = [head[column]!, row[column]!];
      rows[at] = row.map((value, place) => value * by - head[place]! * of);
    }
    found += 1;
  }
  return found;
}

test('whatever the tables, no group of one to four is a combination of what is shown', () => {
  const group = fc.subarray(people(0, 14), { minLength: 1 });
  fc.assert(
    fc.property(fc.array(fc.tuple(group, fc.boolean()), { maxLength: 9 }), (drawn) => {
      const cells = drawn.map(([members, shown], place) => cell(String(place), members, shown));
      const shown = publishable(cells);
      const vector = ({ members }: Cell) =>
        people(0, 14).map((each) => Number(members.includes(each)));
      const published = cells.filter(({ key }) => shown.has(key)).map(vector);
      for (const each of cells) {
        if (each.members.length >= 5) continue;
        expect(shown.has(each.key)).toBe(false);
        expect(rank([...published, vector(each)])).toBe(rank(published) + 1);
      }
    })
  );
});
