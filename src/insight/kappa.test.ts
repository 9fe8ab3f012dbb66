import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreementOfPairs } from './agreement.ts';
import { cohenKappa, fleissKappa, percentAgreement } from './kappa.ts';
import { ratingsFrom } from './ratings.ts';
import { cran, reference, tableRows } from './reference/reference.ts';

test('Fleiss (1971), Table 1: thirty patients, six psychiatrists, kappa .430', () => {
  const value = fleissKappa(ratingsFrom(tableRows(cran.fleiss.marks))).value!;
  expect(value).toBeCloseTo(0.43, 3);
  expect(value).toBeCloseTo(cran.fleiss.kappa, 9);
});

test('Cohen’s kappas agree with Kappa of R’s vcd', () => {
  const [a, b] = [0, 1].map((r) => Float64Array.from(reference.agreement.marks, (row) => row[r]!));
  for (const weights of ['unweighted', 'linear', 'quadratic'] as const) {
    expect(cohenKappa(a!, b!, weights).value).toBeCloseTo(reference.agreement.kappa[weights], 9);
  }
});

test('Cohen (1960), Table 1: 200 cases, observed .29 + .07 + .14… give kappa .492', () => {
  // Proportions of the published table, two judges by three categories, in 200ths.
  const counts = [
    [88, 14, 18],
    [10, 40, 10],
    [2, 6, 12]
  ];
  const a: number[] = [];
  const b: number[] = [];
  counts.forEach((row, i) =>
    row.forEach((n, j) => {
      for (let k = 0; k < n; k++) {
        a.push(i);
        b.push(j);
      }
    })
  );
  expect(cohenKappa(Float64Array.from(a), Float64Array.from(b)).value).toBeCloseTo(0.492, 3);
});

test('Fleiss’ kappa is refused, with its reason, when the number of marks varies', () => {
  const ratings = ratingsFrom(
    tableRows([
      [1, 2, null],
      [1, 1, 1]
    ])
  );
  expect(fleissKappa(ratings)).toEqual({ value: null, reason: 'raters-vary' });
});

test('raters may differ from one unit to the next', () => {
  const rows = [
    { rater: 'a', unit: '1', value: 1 },
    { rater: 'b', unit: '1', value: 1 },
    { rater: 'c', unit: '2', value: 2 },
    { rater: 'd', unit: '2', value: 2 }
  ];
  expect(fleissKappa(ratingsFrom(rows)).value).toBe(1);
});

test('percent agreement counts pairs of marks, within a step if asked', () => {
  const ratings = ratingsFrom(
    tableRows([
      [1, 2, 4],
      [3, 3, 3]
    ])
  );
  expect(percentAgreement(ratings).value).toBeCloseTo(3 / 6, 12);
  expect(percentAgreement(ratings, 1).value).toBeCloseTo(4 / 6, 12);
});

test('many marks of one unit are counted as a few are', () => {
  const marks = Array.from({ length: 40 }, (_, i) => (i * 7) % 5);
  const pairs = marks.flatMap((a, i) => marks.slice(i + 1).map((b) => Math.abs(a - b)));
  const ratings = ratingsFrom(tableRows([marks]));
  for (const within of [0, 1, 2]) {
    const expected = pairs.filter((gap) => gap <= within).length / pairs.length;
    expect(percentAgreement(ratings, within).value).toBeCloseTo(expected, 12);
  }
});

test('pairs of jurors are compared on the units they share only', () => {
  const pairs = agreementOfPairs(
    ratingsFrom(
      tableRows([
        [1, 1, null],
        [2, 3, null],
        [null, 2, 2]
      ])
    )
  );
  expect(pairs.map((p) => [p.first, p.second, p.units, p.percent.value, p.meanDifference])).toEqual(
    [
      ['r0', 'r1', 2, 0.5, -0.5],
      ['r1', 'r2', 1, 1, 0]
    ]
  );
});

test('a kappa is 1 for perfect agreement, symmetric, and blind to the names of categories', () => {
  const pair = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }));
  fc.assert(
    fc.property(fc.array(pair, { minLength: 3, maxLength: 30 }), (pairs) => {
      const a = Float64Array.from(pairs, ([x]) => x);
      const b = Float64Array.from(pairs, ([, y]) => y);
      fc.pre(new Set([...a]).size > 1);
      expect(cohenKappa(a, a).value).toBe(1);
      expect(cohenKappa(a, b, 'linear').value).toBeCloseTo(cohenKappa(b, a, 'linear').value!, 12);
      const renamed = (x: Float64Array) => x.map((v) => (v * 3 + 1) % 4);
      expect(cohenKappa(renamed(a), renamed(b)).value).toBeCloseTo(cohenKappa(a, b).value!, 12);
    })
  );
});
