import { describe, expect, test } from 'vitest';
import { simulateSession } from '../simulate.ts';
import { fitRasch, type RaschFit, type RaschOptions } from './rasch.ts';

const session = simulateSession({
  candidates: 1500,
  jurors: 20,
  criteria: 12,
  panel: 2,
  missing: 0.1,
  seed: 17
});
const truths = {
  candidate: session.abilities,
  juror: session.severities,
  criterion: session.difficulties
};

function fitted(options: RaschOptions, data = session.data): RaschFit {
  const fit = fitRasch(data, options);
  if ('refusal' in fit) throw new Error(fit.refusal);
  return fit;
}

/** Share of elements whose truth lies within two standard errors, and slope of estimate on truth. */
function recovery(fit: RaschFit, facet: keyof typeof truths) {
  const elements = fit.facets.find((f) => f.name === facet)!.elements;
  const pairs = elements.flatMap((e, i) =>
    e.extreme === null && e.measure !== null ? [{ e, truth: truths[facet][i]! }] : []
  );
  const within = pairs.filter(
    ({ e, truth }) => Math.abs(e.measure! - truth) < 2 * (e.seJoint ?? e.se!)
  ).length;
  const slope =
    pairs.reduce((sum, { e, truth }) => sum + e.measure! * truth, 0) /
    pairs.reduce((sum, { truth }) => sum + truth * truth, 0);
  return { coverage: within / pairs.length, slope };
}

describe.each([
  ['jmle-corrected', 'rsm'],
  ['jmle-corrected', 'pcm'],
  ['mml', 'rsm'],
  ['mml', 'pcm']
] as const)('known parameters are recovered: %s, %s', (method, model) => {
  const fit = fitted({ method, model });

  test('severities and difficulties within their stated errors', () => {
    for (const facet of ['juror', 'criterion'] as const) {
      const { coverage, slope } = recovery(fit, facet);
      expect(coverage).toBeGreaterThanOrEqual(0.85);
      expect(Math.abs(slope - 1)).toBeLessThan(0.05);
    }
  });

  test('abilities within their stated errors', () => {
    expect(recovery(fit, 'candidate').coverage).toBeGreaterThan(0.92);
  });

  test('thresholds', () => {
    const tolerance = model === 'rsm' ? 0.06 : 0.3;
    for (const { thresholds } of fit.scales) {
      thresholds.forEach((t, k) =>
        expect(Math.abs(t - session.thresholds[k]!)).toBeLessThan(tolerance)
      );
    }
  });

  test('marks drawn from the model fit it', () => {
    for (const facet of fit.facets.slice(1)) {
      for (const { infit, outfit } of facet.elements) {
        expect(Math.abs(infit! - 1)).toBeLessThan(0.2);
        expect(Math.abs(outfit! - 1)).toBeLessThan(0.3);
      }
    }
  });
});

test('with few marks a candidate, joint estimation spreads logits and its correction brings them back', () => {
  const short = simulateSession({
    candidates: 3000,
    jurors: 4,
    criteria: 3,
    panel: 2,
    seed: 23,
    spread: { ability: 1, severity: 0.6, difficulty: 0.8 }
  });
  const slope = (options: RaschOptions) => {
    const criteria = fitted(options, short.data).facets[2]!.elements;
    return (
      criteria.reduce((sum, e, i) => sum + e.measure! * short.difficulties[i]!, 0) /
      short.difficulties.reduce((sum, d) => sum + d * d, 0)
    );
  };
  expect(slope({ model: 'rsm', method: 'jmle' })).toBeGreaterThan(1.1);
  expect(Math.abs(slope({ model: 'rsm', method: 'jmle-corrected' }) - 1)).toBeLessThan(0.08);
  expect(Math.abs(slope({ model: 'rsm', method: 'mml' }) - 1)).toBeLessThan(0.05);
});

test('reliability announced is the squared correlation with the truth', () => {
  const fit = fitted({ model: 'rsm', method: 'jmle-corrected' });
  const { elements, summary } = fit.facets[0]!;
  const pairs = elements.flatMap((e, i) =>
    e.extreme === null ? [[e.measure!, truths.candidate[i]!] as const] : []
  );
  const mean = (k: 0 | 1) => pairs.reduce((sum, p) => sum + p[k], 0) / pairs.length;
  const [mx, my] = [mean(0), mean(1)];
  const sum = (f: (x: number, y: number) => number) =>
    pairs.reduce((s, [x, y]) => s + f(x - mx, y - my), 0);
  const r2 = sum((x, y) => x * y) ** 2 / (sum((x) => x * x) * sum((_, y) => y * y));
  expect(Math.abs(summary.reliability! - r2)).toBeLessThan(0.03);
});
