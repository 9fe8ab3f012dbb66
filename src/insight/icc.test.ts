import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type IccForm, iccForms, intraclass } from './icc.ts';
import { ratingsFrom } from './ratings.ts';
import { cran, reference, tableRows } from './reference/reference.ts';

/** Shrout & Fleiss (1979), Table 2: six targets, four judges. */
const shroutFleiss = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7]
];

test('Shrout & Fleiss (1979), Table 4: the six coefficients', () => {
  const icc = intraclass(ratingsFrom(tableRows(shroutFleiss)));
  const published = {
    '1,1': 0.17,
    '2,1': 0.29,
    '3,1': 0.71,
    '1,k': 0.44,
    '2,k': 0.62,
    '3,k': 0.91
  };
  for (const form of iccForms) expect(icc[form].value, form).toBeCloseTo(published[form], 2);
});

test('coefficients and 95 % intervals agree with ICC of R’s psych', () => {
  const { marks, icc: expected } = reference.agreement;
  const icc = intraclass(ratingsFrom(tableRows(marks)));
  expected.forms.forEach((form, i) => {
    const found = icc[form as IccForm];
    expect(found.value, form).toBeCloseTo(expected.value[i]!, 8);
    expect(found.interval!.low, form).toBeCloseTo(expected.low[i]!, 6);
    expect(found.interval!.high, form).toBeCloseTo(expected.high[i]!, 6);
  });
});

test('anxiety ratings, against icc of R’s irr', () => {
  const icc = intraclass(ratingsFrom(tableRows(cran.anxiety.marks)));
  (['1,1', '2,1', '3,1'] as const).forEach((form, i) =>
    expect(icc[form].value).toBeCloseTo(cran.anxiety.icc[i]!, 9)
  );
});

describe('designs that do not define a coefficient', () => {
  test('raters who differ from unit to unit leave the one-way forms only', () => {
    const rows = [
      [1, 2, null, null],
      [null, null, 4, 5],
      [2, null, 3, null]
    ];
    const icc = intraclass(ratingsFrom(tableRows(rows)));
    expect(icc['1,1'].value).toBeTypeOf('number');
    expect(icc['2,1']).toEqual({ value: null, reason: 'missing-marks' });
  });

  test.each([
    [
      [
        [1, 2, null],
        [1, 2, 3]
      ],
      'missing-marks'
    ],
    [[[1, 2, 3]], 'too-few-units'],
    [[[1], [2]], 'one-rater'],
    [
      [
        [2, 2],
        [2, 2]
      ],
      'constant'
    ]
  ] as const)('%j: %s', (table, reason) => {
    const icc = intraclass(ratingsFrom(tableRows(table)));
    for (const form of iccForms) expect(icc[form], form).toEqual({ value: null, reason });
  });

  test('identical raters agree perfectly in every form', () => {
    const icc = intraclass(
      ratingsFrom(
        tableRows([
          [1, 1],
          [2, 2],
          [4, 4]
        ])
      )
    );
    for (const form of iccForms) expect(icc[form].value, form).toBeCloseTo(1, 12);
  });
});

test('consistency ignores the severity of raters; every form ignores origin and unit', () => {
  const table = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }), {
    minLength: 3,
    maxLength: 10
  });
  fc.assert(
    fc.property(table, (marks) => {
      const before = intraclass(ratingsFrom(tableRows(marks)));
      fc.pre(iccForms.every((form) => before[form].value !== null));
      const severe = intraclass(
        ratingsFrom(tableRows(marks.map((row) => row.map((v, r) => v - 2 * r))))
      );
      const scaled = intraclass(
        ratingsFrom(tableRows(marks.map((row) => row.map((v) => 5 * v + 7))))
      );
      expect(severe['3,1'].value).toBeCloseTo(before['3,1'].value!, 8);
      for (const form of iccForms) expect(scaled[form].value).toBeCloseTo(before[form].value!, 8);
    })
  );
});
