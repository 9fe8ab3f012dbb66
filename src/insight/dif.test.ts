import { describe, expect, test } from 'vitest';
import { cautionFor, type DifRow, mantelHaenszel, mantelOrdinal } from './dif.ts';
import { driftOf } from './rasch/drift.ts';
import { raschDif } from './rasch/dif-rasch.ts';
import { fitRasch, type RaschFit } from './rasch/rasch.ts';
import type { RaschData } from './rasch/data.ts';
import { momentsAt } from './rasch/response.ts';
import { reference } from './reference/reference.ts';
import { randomOf, simulateSession } from './simulate.ts';

const { total, group, acquired, ordinal, ...mh } = reference.mantelHaenszel;
const rowsWith = (level: readonly number[]): DifRow[] =>
  level.map((l, i) => ({ stratum: total[i]!, focal: group[i] === 'focal', level: l }));

describe('Mantel–Haenszel', () => {
  test('odds ratio, χ² and p agree with mantelhaen.test of R', () => {
    const found = mantelHaenszel(rowsWith(acquired), 1)!;
    expect(found.oddsRatio).toBeCloseTo(mh.oddsRatio, 9);
    expect(found.chiSquare).toBeCloseTo(mh.chiSquare, 9);
    expect(found.p).toBeCloseTo(mh.p, 8);
    expect(found.delta).toBeCloseTo(-2.35 * Math.log(mh.oddsRatio), 9);
  });

  test('with two levels Mantel’s ordinal test is the same without the continuity correction', () => {
    const ofLevels = mantelOrdinal(rowsWith(acquired))!;
    expect(ofLevels.chiSquare).toBeGreaterThan(mh.chiSquare);
    expect(ofLevels.difference).toBeLessThan(0);
  });

  test('the ordinal test sees the harder treatment of the focal group', () => {
    const found = mantelOrdinal(rowsWith(ordinal))!;
    expect(found.difference).toBeLessThan(0);
    expect(found.p).toBeLessThan(0.05);
  });

  test('exchanging the groups turns the sign; no common stratum, no figure', () => {
    const rows = rowsWith(acquired);
    const other = mantelHaenszel(
      rows.map((r) => ({ ...r, focal: !r.focal })),
      1
    )!;
    expect(other.delta).toBeCloseTo(-mantelHaenszel(rows, 1)!.delta, 9);
    expect(
      mantelHaenszel(
        rows.map((r) => ({ ...r, stratum: r.focal ? 1 : 2 })),
        1
      )
    ).toBeNull();
    expect(mantelOrdinal([])).toBeNull();
  });

  test('small groups call for silence or caution', () => {
    expect([cautionFor(9, 500), cautionFor(30, 500), cautionFor(80, 60)]).toEqual([
      'silent',
      'cautious',
      'usual'
    ]);
  });
});

/** The session, each mark redrawn after a change of its predictor. */
function altered(change: (row: number, data: RaschData) => number, seed = 32): RaschData {
  const session = simulateSession({ candidates: 400, jurors: 8, criteria: 8, panel: 2, seed: 31 });
  const random = randomOf(seed);
  const { data, thresholds } = session;
  const [candidate, juror, criterion] = data.facets;
  const score = Uint8Array.from(data.score, (_, row) => {
    const x =
      session.abilities[candidate!.index[row]!]! -
      session.severities[juror!.index[row]!]! -
      session.difficulties[criterion!.index[row]!]! +
      change(row, data);
    const u = random.uniform();
    const weights = [0, 1, 2, 3].map((k) =>
      Math.exp(thresholds.slice(0, k).reduce((s, t) => s + x - t, 0))
    );
    const all = weights.reduce((s, w) => s + w, 0);
    let level = 0;
    for (let sum = weights[0]! / all; u > sum && level < 3; sum += weights[level]! / all) level++;
    return level;
  });
  return { facets: data.facets, score };
}

const fitted = (data: RaschData) => fitRasch(data, { model: 'rsm' }) as RaschFit;

describe('Rasch contrast', () => {
  const isFocal = (candidate: string) => Number(candidate.slice(1)) % 2 === 0;
  const data = altered((row, { facets }) =>
    facets[0]!.index[row]! % 2 === 0 && facets[2]!.index[row] === 3 ? -0.8 : 0
  );

  test('finds the one criterion made harder for one candidate in two, and its size', () => {
    const found = raschDif(data, fitted(data), 'criterion', isFocal);
    const [worst] = [...found].sort(
      (a, b) => Math.abs(b.contrast / b.se) - Math.abs(a.contrast / a.se)
    );
    expect(worst!.element).toBe('i3');
    expect(Math.abs(worst!.contrast - 0.8)).toBeLessThan(3 * worst!.se);
    expect(worst!.p).toBeLessThan(0.001);
    expect(worst!.caution).toBe('usual');
  });
});

describe('drift', () => {
  const hours = (row: number) => (row % 97) / 12;
  const timesOf = (data: RaschData) => Array.from(data.score, (_, row) => hours(row));

  test('finds the juror who hardens during the day, and by how much', () => {
    const data = altered((row, { facets }) =>
      facets[1]!.index[row] === 5 ? -0.25 * (hours(row) - 4) : 0
    );
    const [first] = driftOf(data, fitted(data), timesOf(data)).sort((a, b) => a.p - b.p);
    expect(first).toMatchObject({ juror: 'j5', notable: true });
    expect(Math.abs(first!.perHour - 0.25)).toBeLessThan(3 * first!.se);
  });

  test('steady jurors are called steady: about one figure in twenty beyond two errors', () => {
    const found = [41, 42, 43, 44, 45].flatMap((seed) => {
      const data = altered(() => 0, seed);
      return driftOf(data, fitted(data), timesOf(data));
    });
    expect(found.filter((d) => Math.abs(d.perHour) > 2 * d.se).length).toBeLessThanOrEqual(5);
    expect(found.filter((d) => d.notable).length).toBeLessThanOrEqual(1);
  });

  test('marks all made at one time tell nothing', () => {
    const data = altered(() => 0);
    expect(driftOf(data, fitted(data), new Float64Array(data.score.length))).toEqual([]);
  });
});

test('the moments of a mark stay finite far from the scale', () => {
  expect(momentsAt(800, [-1, 0, 1]).expected).toBeCloseTo(3, 12);
  expect(momentsAt(-800, [-1, 0, 1])).toEqual({ expected: 0, variance: 0 });
});
