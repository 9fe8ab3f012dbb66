import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followUpMeasures, type Surveyed } from './follow-up.ts';
import { indicatorsOf, type Counted, type Indicators } from './model.ts';
import { smallest } from './protect.ts';

const person = (place: number, change: Partial<Counted> = {}): Counted => ({
  id: `e${place}`,
  centreId: place < 12 ? 'lyon' : 'paris',
  sessionId: place < 12 ? 's1' : 's2',
  year: place < 12 ? '2026' : '2027',
  sex: place % 2 === 0 ? 'F' : 'M',
  adapted: false,
  presented: true,
  awarded: true,
  validated: ['C1', 'C2'],
  heard: ['C1', 'C2'],
  surveys: [],
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

const answer = (situation: 'employed' | 'seeking', luxury: 'yes' | 'no' | null = null) =>
  ({ situation, luxury, usefulness: 'useful' }) as const;
const asked = (given: Surveyed['answer'], wave: Surveyed['wave'] = 6): Surveyed[] => [
  { wave, answer: given }
];

describe('what holders say', () => {
  test('is counted by wave: asked, answered, at work, in luxury, and what each answered', () => {
    const { followUp } = indicatorsOf(
      people(40, (place) => ({
        surveys: asked(
          place % 4 === 0
            ? null
            : place % 4 === 1
              ? answer('seeking')
              : answer('employed', place % 4 === 2 ? 'yes' : 'no')
        )
      }))
    );
    expect(followUp.total).toEqual([
      {
        id: 'total',
        wave: 6,
        counts: { asked: 40, answered: 30, working: 20, luxury: 10, useful: 30 }
      }
    ]);
    const told = (id: string) => followUp.answers.find((line) => line.id === id)?.counts;
    expect(told('employed')).toEqual({ 6: 20, 12: null, 24: null });
    expect(told('seeking')).toEqual({ 6: 10, 12: null, 24: null });
    expect(followUp.tables.centre.map(({ id, counts }) => [id, counts.asked])).toEqual([
      ['lyon', 12],
      ['paris', 28]
    ]);
    expect(followUp.tables.year.map(({ id, wave }) => [id, wave])).toEqual([
      ['2026', 6],
      ['2027', 6]
    ]);
  });

  test('three who are out of work cannot be found as the answers less those at work', () => {
    const { followUp } = indicatorsOf(
      people(30, (place) => ({ surveys: asked(answer(place < 3 ? 'seeking' : 'employed', 'yes')) }))
    );
    const { answered, working } = followUp.total[0]!.counts;
    expect(answered === null || working === null).toBe(true);
  });

  test('a centre of four is not the whole less the others, nor is its survey', () => {
    const { followUp, tables } = indicatorsOf(
      people(40, (place) => ({
        centreId: place < 4 ? 'nice' : place < 16 ? 'lyon' : 'paris',
        sessionId: place < 4 ? 's0' : place < 16 ? 's1' : 's2',
        year: '2026',
        surveys: asked(answer('employed', 'yes'))
      }))
    );
    for (const lines of [tables.centre, followUp.tables.centre])
      expect(lines.filter((line) => Object.values(line.counts).some(Boolean))).toHaveLength(1);
  });

  test('shown counts never differ by one to four people where one group holds the other', () => {
    const survey = fc.constantFrom<Surveyed['answer']>(
      null,
      answer('seeking'),
      answer('employed', 'yes'),
      answer('employed', 'no')
    );
    const drawnPerson = fc.record({
      centreId: fc.constantFrom('lyon', 'nice', 'paris'),
      year: fc.constantFrom('2026', '2027'),
      presented: fc.boolean(),
      survey
    });
    fc.assert(
      fc.property(fc.array(drawnPerson, { minLength: 10, maxLength: 70 }), (drawn) => {
        const figures = indicatorsOf(
          drawn.map(({ survey: given, ...facts }, place) => ({
            ...person(place),
            ...facts,
            sessionId: `${facts.centreId} ${facts.year}`,
            awarded: facts.presented,
            surveys: facts.presented ? asked(given) : []
          }))
        );
        for (const [part, whole] of nested(figures))
          expect(
            part === null || whole === null || part === whole || whole - part >= smallest
          ).toBe(true);
      }),
      { numRuns: 100 }
    );
  });
});

/** Every pair of counts of which one is of a part of the other, within a line or across tables. */
function nested({ total, tables, followUp }: Indicators): [number | null, number | null][] {
  const pairs: [number | null, number | null][] = [];
  for (const { counts } of [{ counts: total }, ...Object.values(tables).flat()])
    pairs.push([counts.presented, counts.enrolled], [counts.awarded, counts.presented]);
  for (const { counts } of [...followUp.total, ...Object.values(followUp.tables).flat()])
    pairs.push(
      [counts.answered, counts.asked],
      [counts.working, counts.answered],
      [counts.luxury, counts.working],
      [counts.useful, counts.answered]
    );
  const all = followUp.total[0];
  for (const line of Object.values(followUp.tables).flat())
    for (const measure of followUpMeasures)
      pairs.push([line.counts[measure], all?.counts[measure] ?? null]);
  pairs.push([all?.counts.asked ?? null, total.awarded]);
  return pairs;
}
