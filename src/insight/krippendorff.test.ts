import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { krippendorffAlpha, metrics } from './krippendorff.ts';
import { ratingsFrom } from './ratings.ts';
import { cran, tableRows } from './reference/reference.ts';

const alphas = (rows: { rater: string; unit: string; value: number | string }[]) => {
  const result = krippendorffAlpha(ratingsFrom(rows));
  return metrics.map((metric) => result[metric].value);
};

describe('published cases', () => {
  test('Krippendorff (2011), section C: nominal data, two observers, no missing data', () => {
    const marks = [...'aabbdcccedda'].map((a, u) => [a, 'babbbccceddd'[u]!]);
    expect(krippendorffAlpha(ratingsFrom(tableRows(marks))).nominal.value).toBeCloseTo(0.692, 3);
  });

  test('Krippendorff (2011), section D: four observers, missing data, all four metrics', () => {
    const observers = ['123321412***', '1233224125*3', '*3332342251*', '12332441251*'];
    const rows = observers.flatMap((marks, r) =>
      [...marks].flatMap((mark, u) =>
        mark === '*' ? [] : [{ rater: `${r}`, unit: `${u}`, value: Number(mark) }]
      )
    );
    const [nominal, ordinal, interval, ratio] = alphas(rows);
    expect(nominal).toBeCloseTo(0.743, 3);
    expect(ordinal).toBeCloseTo(0.815, 3);
    expect(interval).toBeCloseTo(0.849, 3);
    expect(ratio).toBeCloseTo(0.797, 3);
  });

  test('with as many marks for each unit, 1 − α is 1 − κ of Fleiss shrunk by (n−1)/n', () => {
    for (const { marks, kappa } of [cran.anxiety, cran.fleiss]) {
      const n = marks.length * marks[0]!.length;
      const [nominal] = alphas(tableRows<number | string>(marks));
      expect(nominal).toBeCloseTo(1 - ((1 - kappa) * (n - 1)) / n, 9);
    }
  });
});

describe('what has no figure says why', () => {
  test.each([
    [
      'one rater',
      [
        ['a', 1, 1],
        ['a', 2, 2]
      ],
      'one-rater'
    ],
    [
      'no unit marked twice',
      [
        ['a', 1, 1],
        ['b', 2, 2]
      ],
      'no-pairs'
    ],
    [
      'constant marks',
      [
        ['a', 1, 3],
        ['b', 1, 3]
      ],
      'constant'
    ]
  ] as const)('%s', (_, rows, reason) => {
    const result = krippendorffAlpha(
      ratingsFrom(rows.map(([rater, unit, value]) => ({ rater, unit: `${unit}`, value })))
    );
    for (const metric of metrics) expect(result[metric]).toEqual({ value: null, reason });
  });

  test('categories in words have a nominal alpha only', () => {
    const result = krippendorffAlpha(
      ratingsFrom(
        tableRows([
          ['oui', 'oui'],
          ['non', 'oui'],
          ['non', 'non']
        ])
      )
    );
    expect(result.nominal.value).toBeTypeOf('number');
    expect(result.interval).toEqual({ value: null, reason: 'not-numeric' });
  });

  test('a negative value has no ratio', () => {
    const result = krippendorffAlpha(
      ratingsFrom(
        tableRows([
          [-1, 1],
          [2, 2]
        ])
      )
    );
    expect(result.ratio).toEqual({ value: null, reason: 'negative-values' });
  });
});

describe('invariances', () => {
  const table = fc.array(
    fc.array(fc.option(fc.integer({ min: 0, max: 5 })), { minLength: 3, maxLength: 3 }),
    { minLength: 2, maxLength: 12 }
  );

  test('order of rows, and names of raters and units, change nothing', () => {
    fc.assert(
      fc.property(table, fc.infiniteStream(fc.nat()), (marks, keys) => {
        const rows = tableRows(marks);
        fc.pre(rows.length > 0);
        const shuffled = rows
          .map((row) => ({ row, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => ({ ...row, rater: `x${row.rater}`, unit: `x${row.unit}` }));
        const before = alphas(rows);
        const after = alphas(shuffled);
        before.forEach((value, i) =>
          value === null ? expect(after[i]).toBeNull() : expect(after[i]).toBeCloseTo(value, 10)
        );
      })
    );
  });

  test('the interval alpha ignores a change of origin and unit, the nominal any relabelling', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), (marks, factor) => {
        const rows = tableRows(marks);
        fc.pre(rows.length > 0);
        const [nominal, , interval] = alphas(rows);
        const [moved, , scaled] = alphas(
          rows.map((r) => ({ ...r, value: r.value * factor + 100 }))
        );
        if (interval === null || nominal === null) return;
        expect(scaled).toBeCloseTo(interval!, 9);
        const [relabelled] = alphas(rows.map((r) => ({ ...r, value: `${(r.value * 7) % 11}` })));
        expect(moved).toBeCloseTo(nominal!, 10);
        expect(relabelled).toBeCloseTo(nominal!, 10);
      })
    );
  });
});
