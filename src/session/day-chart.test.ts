import { describe, expect, test } from 'vitest';
import { chartOf, type ChartDay } from './day-chart.ts';

const at = (time: string) => new Date(`2027-03-09T${time}:00Z`);
const sitting = (
  id: string,
  enrolmentId: string,
  panelId: string,
  form: 'oral' | 'written',
  [startsAt, oralAt, endsAt]: readonly [string, string, string]
) => ({
  id,
  enrolmentId,
  assessmentId: form === 'oral' ? 'MS1' : 'EC2',
  panelId,
  form,
  startsAt: at(startsAt),
  oralAt: at(oralAt),
  endsAt: at(endsAt)
});

const day: ChartDay = {
  panels: [
    { id: 'p', name: 'Jury 1', room: 'Salon Opale', jurors: ['A. Petit'] },
    { id: 'q', name: 'Jury 2', room: 'Salon Opale', jurors: ['B. Diallo'] },
    { id: 'r', name: 'Jury 3', room: 'Bibliothèque', jurors: ['C. Nguyen'] }
  ],
  candidates: [
    { id: 'lea', number: 1, name: 'Léa' },
    { id: 'omar', number: 2, name: 'Omar' },
    { id: 'zoe', number: 3, name: 'Zoé' }
  ],
  sittings: [
    sitting('1', 'zoe', 'p', 'written', ['08:00', '08:00', '09:00']),
    sitting('2', 'lea', 'q', 'written', ['08:00', '08:00', '09:00']),
    // Extra time: the same paper, another end.
    sitting('3', 'omar', 'p', 'written', ['08:00', '08:00', '09:20']),
    sitting('4', 'lea', 'p', 'oral', ['09:00', '09:10', '09:30']),
    sitting('5', 'zoe', 'q', 'oral', ['09:10', '09:20', '09:40']),
    sitting('6', 'omar', 'p', 'oral', ['09:30', '09:40', '10:00'])
  ]
};

describe('the picture of a day', () => {
  test('by panel names those it hears, in the order of the list, and the panel that hears nobody', () => {
    const groups = chartOf(day, 'panel');
    expect(groups.map(({ name, lines }) => [name, lines.map((line) => line.name)])).toEqual([
      ['Jury 1', ['Léa', 'Omar', 'Zoé']],
      ['Jury 2', ['Léa', 'Zoé']],
      ['Jury 3', []]
    ]);
    expect(groups[0]?.detail).toBe('Salon Opale, A. Petit');
  });

  test('by candidate gives everyone one line with their whole day', () => {
    const [group, ...others] = chartOf(day, 'candidate');
    expect(others).toEqual([]);
    expect(group?.lines.map(({ name, bars }) => [name, bars.map(({ id }) => id)])).toEqual([
      ['Léa', ['2', '4']],
      ['Omar', ['3', '6']],
      ['Zoé', ['1', '5']]
    ]);
  });

  test('by room joins the panels that share it and those who write together, and overlaps nothing', () => {
    const [opale, library] = chartOf(day, 'room');
    expect([opale?.name, opale?.detail]).toEqual(['Salon Opale', 'Jury 1, Jury 2']);
    expect(library?.lines).toEqual([]);
    const bars = opale!.lines.flatMap((line) => line.bars);
    expect(bars.map(({ numbers }) => numbers).toSorted()).toEqual([[1], [1, 3], [2], [2], [3]]);
    // Preparation happens outside the room.
    expect(bars.every(({ startsAt, oralAt }) => startsAt.getTime() === oralAt.getTime())).toBe(
      true
    );
    expect(opale?.lines).toHaveLength(2);
    for (const { bars: line } of opale!.lines)
      line.slice(1).forEach((bar, place) => {
        expect(bar.startsAt.getTime()).toBeGreaterThanOrEqual(line[place]!.endsAt.getTime());
      });
  });
});
