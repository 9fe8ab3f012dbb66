import { describe, expect, test } from 'vitest';
import { simulateSession } from '../simulate.ts';
import { blockTables } from './block-tables.ts';
import { kernelOf } from './kernel.ts';
import { findLevels, type Levels } from './levels.ts';
import { layOut } from './layout.ts';
import { startingPoint, type Sums } from './tables.ts';

function layoutOf(missing: number) {
  const { data } = simulateSession({
    candidates: 60,
    jurors: 5,
    criteria: 12,
    panel: 2,
    seed: 4,
    missing
  });
  return layOut(data, findLevels(data, 2, false, true) as Levels);
}

const sumsAt = (kernel: ReturnType<typeof kernelOf>, object: number, ability: number): Sums => {
  const sums = { expected: 0, variance: 0, logTotal: 0 };
  kernel.sum(object, ability, sums);
  return sums;
};

describe('tabulated blocks', () => {
  const layout = layoutOf(0);
  const direct = kernelOf(layout, null);
  const tabulated = kernelOf(layout, blockTables(layout, 0));
  const x = startingPoint(layout);
  direct.load(x);
  tabulated.load(x);

  test('give the expected score and its slope as a sum over marks does', () => {
    for (let ability = -6; ability < 6; ability += 0.137) {
      const exact = sumsAt(direct, 3, ability);
      const found = sumsAt(tabulated, 3, ability);
      expect(found.expected).toBeCloseTo(exact.expected, 6);
      expect(found.variance).toBeCloseTo(exact.variance, 4);
    }
  });

  test('leave far abilities to the direct sum', () => {
    expect(sumsAt(tabulated, 3, 40)).toEqual(sumsAt(direct, 3, 40));
  });

  test('are not used for small sessions, nor when grids have holes everywhere', () => {
    expect(blockTables(layout)).toBeNull();
    expect(blockTables(layoutOf(0.3), 0)).toBeNull();
  });
});
