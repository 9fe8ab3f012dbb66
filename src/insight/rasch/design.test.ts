import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correlation } from '../criteria.ts';
import { column } from '../ratings.ts';
import { simulateSession } from '../simulate.ts';
import type { RaschData } from './data.ts';
import { fitRasch, type RaschFit, type RaschOptions } from './rasch.ts';

type Row = Record<string, string> & { score: string };

function dataOf(rows: readonly Row[], facets = ['candidate', 'juror', 'criterion']): RaschData {
  return {
    facets: facets.map((name) => ({ name, ...column(rows.map((row) => row[name]!)) })),
    score: Float64Array.from(rows, (row) => Number(row.score))
  };
}

function fitted(data: RaschData, options: RaschOptions = { model: 'rsm' }): RaschFit {
  const fit = fitRasch(data, options);
  if ('refusal' in fit) throw new Error(fit.refusal);
  return fit;
}

const measures = (fit: RaschFit, facet: string) =>
  new Map(fit.facets.find((f) => f.name === facet)!.elements.map((e) => [e.id, e]));

/** A session in rows, so that tests may rearrange it. */
function rowsOf(plan: Partial<Parameters<typeof simulateSession>[0]> = {}): Row[] {
  const { data } = simulateSession({
    candidates: 12,
    jurors: 4,
    criteria: 5,
    panel: 2,
    seed: 3,
    ...plan
  });
  return Array.from(data.score, (score, row) => ({
    ...Object.fromEntries(data.facets.map((f) => [f.name, f.labels[f.index[row]!]!])),
    score: String(score)
  })) as Row[];
}

const mean = (x: readonly number[]) => x.reduce((sum, v) => sum + v, 0) / x.length;

describe('conventions', () => {
  test('an able candidate, a severe juror and a difficult criterion are up; facets are centred', () => {
    const rows = rowsOf({ candidates: 60 });
    const fit = fitted(dataOf(rows));
    for (const { name, elements } of fit.facets) {
      const usual = elements.filter((e) => e.extreme === null);
      if (name !== 'candidate') expect(mean(usual.map((e) => e.measure!))).toBeCloseTo(0, 9);
    }
    const jurors = [...measures(fit, 'juror').values()].sort((a, b) => a.measure! - b.measure!);
    expect(jurors[0]!.fairAverage!).toBeGreaterThan(jurors.at(-1)!.fairAverage!);
    expect(mean(fit.scales[0]!.thresholds)).toBeCloseTo(0, 9);
  });

  test('fair averages follow true ability more closely than raw averages do', () => {
    const session = simulateSession({
      candidates: 200,
      jurors: 8,
      criteria: 10,
      panel: 2,
      seed: 12,
      spread: { ability: 1, severity: 1.2, difficulty: 0.5 }
    });
    const { elements } = fitted(session.data).facets[0]!;
    const follow = (value: (e: (typeof elements)[number]) => number) =>
      correlation(elements.map((e, c) => [value(e), session.abilities[c]!]))!;
    expect(follow((e) => e.average)).toBeLessThan(0.9);
    expect(follow((e) => e.fairAverage!)).toBeGreaterThan(0.94);
  });

  test('a level never given leaves no hole among the thresholds', () => {
    const rows = rowsOf({ candidates: 40 }).map((row) => ({
      ...row,
      score: row.score === '1' ? '0' : row.score
    }));
    const [scale] = fitted(dataOf(rows as Row[])).scales;
    expect(scale!.scores).toEqual([0, 2, 3]);
    expect(scale!.thresholds).toHaveLength(2);
  });
});

describe('extreme scores', () => {
  const rows = rowsOf({ candidates: 30 });
  const perfect = rows
    .filter((row) => row['candidate'] === 'c1')
    .map((row) => ({ ...row, candidate: 'perfect', score: '3' }) as Row);

  test('a perfect candidate is measured, above all others, without disturbing them', () => {
    const before = fitted(dataOf(rows));
    const after = fitted(dataOf([...rows, ...perfect]));
    const top = measures(after, 'candidate').get('perfect')!;
    expect(top.extreme).toBe('maximum');
    expect(top.infit).toBeNull();
    expect(top.count).toBe(perfect.length);
    for (const [id, element] of measures(before, 'candidate')) {
      expect(measures(after, 'candidate').get(id)!.measure).toBeCloseTo(element.measure!, 4);
      expect(element.measure!).toBeLessThan(top.measure!);
    }
  });

  test('its expected score is 0.3 level under the maximum', () => {
    const fit = fitted(dataOf([...rows, ...perfect]));
    const { measure } = measures(fit, 'candidate').get('perfect')!;
    const thresholds = fit.scales[0]!.thresholds;
    const expected = perfect.reduce((sum, row) => {
      const x =
        measure! -
        measures(fit, 'juror').get(row['juror']!)!.measure! -
        measures(fit, 'criterion').get(row['criterion']!)!.measure!;
      const w = [
        1,
        ...thresholds.map((_, k) =>
          Math.exp(thresholds.slice(0, k + 1).reduce((s, t) => s + x - t, 0))
        )
      ];
      const total = w.reduce((s, v) => s + v, 0);
      return sum + w.reduce((s, v, k) => s + (k * v) / total, 0);
    }, 0);
    expect(expected).toBeCloseTo(3 * perfect.length - 0.3, 6);
  });

  test('partial credit: a criterion on which all marks are equal has no measure', () => {
    const flat = rows.map((row) =>
      row['criterion'] === 'i2' ? { ...row, score: '2' } : row
    ) as Row[];
    const element = measures(fitted(dataOf(flat), { model: 'pcm' }), 'criterion').get('i2')!;
    expect(element).toMatchObject({ measure: null, se: null, extreme: 'constant' });
  });

  test('rating scale: a criterion always at the top is measured as very easy', () => {
    const easy = rows.map((row) =>
      row['criterion'] === 'i2' ? { ...row, score: '3' } : row
    ) as Row[];
    const element = measures(fitted(dataOf(easy)), 'criterion').get('i2')!;
    expect(element.extreme).toBe('maximum');
    expect(element.measure!).toBeLessThan(-2);
  });
});

describe('subsets', () => {
  test('a session whose jurors overlap is one', () => {
    expect(fitted(dataOf(rowsOf({ candidates: 40 }))).subsets).toBe(1);
  });

  test('two panels that share no juror and no candidate are two, though they share the criteria', () => {
    const one = rowsOf({ candidates: 20, seed: 5 });
    const two = rowsOf({ candidates: 20, seed: 6 }).map(
      (row) => ({ ...row, candidate: `z${row['candidate']}`, juror: `z${row['juror']}` }) as Row
    );
    const fit = fitted(dataOf([...one, ...two]));
    expect(fit.subsets).toBe(2);
    for (const facet of ['candidate', 'juror']) {
      for (const [id, element] of measures(fit, facet)) {
        if (element.subset !== null) expect(element.subset).toBe(id.startsWith('z') ? 2 : 1);
      }
    }
    // Each panel is taken to be equally severe on average.
    const jurors = [...measures(fit, 'juror').values()];
    expect(mean(jurors.filter((j) => j.subset === 2).map((j) => j.measure!))).toBeCloseTo(0, 9);
  });

  test('one juror for each candidate: as many subsets as jurors', () => {
    const rows = rowsOf({ candidates: 30, panel: 1 });
    expect(fitted(dataOf(rows)).subsets).toBe(4);
  });

  test('criteria nested in assessments: no difference between assessments can be seen', () => {
    const rows = rowsOf({ candidates: 40, criteria: 6 }).map(
      (row) =>
        ({ ...row, assessment: Number(row['criterion']!.slice(1)) < 3 ? 'oral' : 'written' }) as Row
    );
    const fit = fitted(dataOf(rows, ['candidate', 'juror', 'criterion', 'assessment']));
    expect(fit.subsets).toBe(2);
    const oral = ['i0', 'i1', 'i2'].map((id) => measures(fit, 'criterion').get(id)!.measure!);
    expect(mean(oral)).toBeCloseTo(0, 5);
  });

  test('jurors who share the criteria between them still compare, through a crossed pair of candidates', () => {
    const rows: Row[] = [];
    for (let c = 0; c < 24; c++) {
      for (const [criterion, juror] of [
        ['A', c % 2 ? 'j1' : 'j2'],
        ['B', c % 2 ? 'j2' : 'j1']
      ] as const) {
        rows.push({
          candidate: `c${c}`,
          juror,
          criterion,
          score: String((c * 7 + (juror === 'j1' ? 1 : 2)) % 3)
        });
      }
    }
    expect(fitted(dataOf(rows)).subsets).toBe(1);
  });
});

describe('what cannot be fitted says why', () => {
  test.each([
    ['empty', [] as Row[]],
    ['constant', rowsOf().map((row) => ({ ...row, score: '2' }) as Row)],
    [
      'all-extreme',
      [
        { candidate: 'a', juror: 'j', criterion: 'i', score: '1' },
        { candidate: 'b', juror: 'k', criterion: 'l', score: '2' }
      ] as Row[]
    ],
    [
      'too-many-levels',
      Array.from(
        { length: 50 },
        (_, i) =>
          ({ candidate: `c${i % 5}`, juror: `j${i % 3}`, criterion: 'i', score: String(i) }) as Row
      )
    ]
  ])('%s', (refusal, rows) => {
    expect(fitRasch(dataOf(rows), { model: 'rsm' })).toEqual({ refusal });
  });
});

describe('invariances', () => {
  const rows = rowsOf({ candidates: 25, missing: 0.2, seed: 9 });
  const sorted = (fit: RaschFit) =>
    fit.facets.map((f) => [...f.elements].sort((a, b) => (a.id < b.id ? -1 : 1)));

  test.each(['rsm', 'pcm'] as const)(
    '%s: order of rows and names of elements change nothing',
    (model) => {
      const before = sorted(fitted(dataOf(rows), { model }));
      fc.assert(
        fc.property(fc.infiniteStream(fc.nat()), (keys) => {
          const shuffled = rows
            .map((row) => ({ row, key: keys.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ row }) => ({ ...row, juror: `x${row['juror']}` }) as Row);
          const after = sorted(fitted(dataOf(shuffled), { model }));
          before.forEach((facet, f) =>
            facet.forEach((element, e) => {
              expect(after[f]![e]!.measure).toBeCloseTo(element.measure!, 4);
              if (element.infit !== null) expect(after[f]![e]!.infit).toBeCloseTo(element.infit, 4);
            })
          );
        }),
        { numRuns: 10 }
      );
    }
  );

  test('a scale turned upside down turns the measures upside down', () => {
    const up = sorted(fitted(dataOf(rows)));
    const down = sorted(
      fitted(dataOf(rows.map((r) => ({ ...r, score: String(3 - Number(r.score)) }) as Row)))
    );
    up.forEach((facet, f) =>
      facet.forEach((e, i) => expect(down[f]![i]!.measure).toBeCloseTo(-e.measure!, 4))
    );
  });
});
