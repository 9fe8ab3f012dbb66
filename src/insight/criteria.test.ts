import { describe, expect, test } from 'vitest';
import { borderlineRegression } from './borderline.ts';
import { type CriterionTable, criterionFacts, redundantCriteria } from './criteria.ts';

const table: CriterionTable = {
  criteria: ['A', 'B', 'C'],
  rows: [
    [0, 0, 3],
    [1, 1, 2],
    [2, 2, 3],
    [3, 3, 2],
    [2, null, 3]
  ],
  given: [
    [0, 1, 2, 3, 2],
    [0, 1, 2, 3],
    [3, 2, 3, 2, 3]
  ],
  scale: [0, 1, 2, 3]
};

describe('facts on each criterion', () => {
  const facts = criterionFacts(table);

  test('ease is the mean on a scale from 0 to 1', () => {
    expect(facts.map((f) => f.ease)).toEqual([8 / 15, 0.5, 13 / 15]);
  });

  test('levels nobody received are listed', () => {
    expect(facts.map((f) => f.unused)).toEqual([[], [], [0, 1]]);
  });

  test('discrimination is the correlation with the mean of the other criteria', () => {
    // B against (A + C) / 2 over the four candidates marked on it: 0..3 against 1.5, 1.5, 2.5, 2.5.
    expect(facts[1]!.discrimination).toBeCloseTo(2 / Math.sqrt(5 * 1), 12);
  });

  test('without spread there is no discrimination', () => {
    const flat = criterionFacts({ ...table, rows: table.rows.map((row) => [1, ...row.slice(1)]) });
    expect(flat[0]!.discrimination).toBeNull();
  });
});

test('criteria whose marks always go together are redundant', () => {
  expect(redundantCriteria(table)).toEqual([
    { first: 'A', second: 'B', correlation: 1, candidates: 4 }
  ]);
});

describe('borderline regression', () => {
  test('a straight line is read at the borderline rating', () => {
    const points = [1, 2, 3, 4].map((global) => ({ global, result: 10 * global + 5 }));
    expect(borderlineRegression(points, 2.5)).toMatchObject({
      line: 30,
      slope: 10,
      intercept: 5,
      determination: 1,
      se: 0
    });
  });

  test('its error is that of a mean prediction', () => {
    // Residuals ±1 around 10 g + 5: s² = 4 / 2, at the mean of the ratings the error is √(s² / 4).
    const points = [1, 2, 3, 4].map((global, i) => ({
      global,
      result: 10 * global + 5 + [1, -1, -1, 1][i]!
    }));
    const found = borderlineRegression(points, 2.5)!;
    expect(found.line).toBeCloseTo(30, 12);
    expect(found.se).toBeCloseTo(Math.sqrt(2 / 4), 12);
  });

  test('no line when the jurors’ global rating never varies', () => {
    expect(
      borderlineRegression(
        [1, 1, 1].map((global) => ({ global, result: 2 })),
        1
      )
    ).toBeNull();
  });
});
