import { describe, expect, test } from 'vitest';
import { indicatorsOf, type Counted } from './model.ts';

const person = (place: number, change: Partial<Counted> = {}): Counted => ({
  id: `e${place}`,
  centreId: place < 12 ? 'lyon' : 'paris',
  sessionId: place < 12 ? 's1' : 's2',
  sex: place % 2 === 0 ? 'F' : 'M',
  adapted: false,
  presented: true,
  awarded: true,
  validated: ['C1', 'C2'],
  heard: ['C1', 'C2'],
  ...change
});
const people = (count: number, change: (place: number) => Partial<Counted> = () => ({})) =>
  Array.from({ length: count }, (_, place) => person(place, change(place)));

describe('figures', () => {
  test('count who enrolled, who came and who was awarded, by centre, session, sex and competence', () => {
    const { total, tables } = indicatorsOf(
      people(30, (place) => (place % 3 === 0 ? { awarded: false, validated: ['C1'] } : {}))
    );
    expect(total).toEqual({ enrolled: 30, presented: 30, awarded: 20 });
    expect(tables.centre.map(({ id }) => id)).toEqual(['lyon', 'paris']);
    expect(tables.sex.map(({ counts }) => counts.enrolled)).toEqual([15, 15]);
    expect(tables.competence).toEqual([
      { id: 'C1', counts: { enrolled: null, presented: 30, awarded: 30 } },
      { id: 'C2', counts: { enrolled: null, presented: 30, awarded: 20 } }
    ]);
  });

  test('say nothing of fewer than five people, by any subtraction within a table', () => {
    const { total, tables } = indicatorsOf(
      people(40, (place) => ({
        adapted: place % 13 === 0,
        presented: place !== 3,
        awarded: place > 6
      }))
    );
    const differ = (one: number | null, other: number | null) =>
      one === null || other === null || one === other || Math.abs(one - other) >= 5;
    for (const { counts } of [{ counts: total }, ...Object.values(tables).flat()]) {
      for (const count of Object.values(counts)) expect(count === null || count >= 5).toBe(true);
      expect(differ(counts.enrolled, counts.presented)).toBe(true);
      expect(differ(counts.enrolled, counts.awarded)).toBe(true);
      expect(differ(counts.presented, counts.awarded)).toBe(true);
    }
    for (const table of [tables.centre, tables.sex, tables.adaptation])
      for (const measure of ['enrolled', 'presented', 'awarded'] as const) {
        const shown = table.map(({ counts }) => counts[measure]);
        if (total[measure] !== null && shown.includes(null))
          expect(shown.filter((count) => count === null).length).toBeGreaterThan(1);
      }
    expect(tables.adaptation.find(({ id }) => id === 'adapted')?.counts.enrolled).toBeNull();
  });

  test('of nobody are empty', () => {
    expect(indicatorsOf([])).toMatchObject({ total: { enrolled: null }, tables: { centre: [] } });
  });
});
