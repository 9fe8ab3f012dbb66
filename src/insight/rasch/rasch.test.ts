import { describe, expect, test } from 'vitest';
import { cran, raschData, reference } from '../reference/reference.ts';
import { fitRasch, type RaschFit, type RaschOptions } from './rasch.ts';
import type { RaschData } from './data.ts';

function fitted(data: RaschData, options: RaschOptions): RaschFit {
  const fit = fitRasch(data, { tolerance: 1e-9, ...options });
  if ('refusal' in fit) throw new Error(fit.refusal);
  expect(fit.ascent.converged).toBe(true);
  return fit;
}

/** Values of one field over a facet, in order of the labels. */
const values = (fit: RaschFit, facet: string, field: 'measure' | 'se' | 'infit' | 'outfit') =>
  [...fit.facets.find((f) => f.name === facet)!.elements]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((element) => element[field]!);

const centred = (x: number[]) => x.map((v) => v - x.reduce((sum, y) => sum + y, 0) / x.length);

function expectClose(found: readonly number[], expected: readonly number[], digits: number) {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(found[i], `element ${i}`).toBeCloseTo(value, digits));
}

describe('joint estimation is the fixed-effects adjacent-category model of R’s VGAM', () => {
  // Guilford (1954), Psychometric Methods, p. 282: the three-facet example of the Facets manual.
  test.each(['guilford', 'sparse'] as const)('rating scale: %s', (name) => {
    const expected = reference[name];
    const fit = fitted(raschData(expected.data), { model: 'rsm' });
    expectClose(centred(values(fit, 'candidate', 'measure')), expected.candidate.contrast, 5);
    expectClose(fit.scales[0]!.thresholds, expected.thresholds, 5);
    for (const facet of ['juror', 'criterion'] as const) {
      expectClose(values(fit, facet, 'measure'), expected[facet].measure, 5);
    }
    for (const facet of ['candidate', 'juror', 'criterion'] as const) {
      for (const field of ['se', 'infit', 'outfit'] as const) {
        expectClose(values(fit, facet, field), expected[facet][field], 4);
      }
    }
  });

  test('partial credit: each criterion its thresholds', () => {
    const expected = reference.partialCredit;
    const fit = fitted(raschData(expected.data), { model: 'pcm' });
    expectClose(centred(values(fit, 'candidate', 'measure')), expected.candidate.contrast, 5);
    expectClose(values(fit, 'juror', 'measure'), expected.juror.measure, 5);
    expectClose(values(fit, 'criterion', 'measure'), expected.criterion.measure, 5);
    const scales = [...fit.scales].sort((a, b) => (a.owner! < b.owner! ? -1 : 1));
    scales.forEach((scale, i) => expectClose(scale.thresholds, expected.thresholds[i]!, 5));
    expectClose(values(fit, 'criterion', 'outfit'), expected.criterion.outfit, 4);
  });
});

describe('marginal estimation', () => {
  test('two levels: the random-intercept logistic model of R’s lme4', () => {
    const expected = reference.dichotomousMarginal;
    const fit = fitted(raschData(expected.data), { model: 'rsm', method: 'mml' });
    expectClose(values(fit, 'juror', 'measure'), expected.juror, 3);
    expectClose(values(fit, 'criterion', 'measure'), expected.criterion, 3);
    expect(fit.population!.mean).toBeCloseTo(expected.mean, 3);
    expect(fit.population!.deviation).toBeCloseTo(expected.deviation, 3);
    expect(fit.population!.logLikelihood).toBeCloseTo(expected.logLikelihood, 3);
  });

  test('four levels: the marginal likelihood written out in R', () => {
    const expected = reference.ratingScaleMarginal;
    const fit = fitted(raschData(expected.data), { model: 'rsm', method: 'mml' });
    expectClose(values(fit, 'juror', 'measure'), expected.juror, 3);
    expectClose(values(fit, 'criterion', 'measure'), expected.criterion, 3);
    expectClose(fit.scales[0]!.thresholds, expected.thresholds, 3);
    expect(fit.population!.deviation).toBeCloseTo(expected.deviation, 3);
    expect(fit.population!.logLikelihood).toBeCloseTo(expected.logLikelihood, 4);
  });

  test.each(['rsm', 'pcm'] as const)('%s: tam.mml.mfr of R’s TAM', (model) => {
    const expected = cran.tam[model];
    const fit = fitted(raschData(cran.tam.data), { model, method: 'mml' });
    const xsi = (facet: string) => expected.xsi.filter((_, i) => expected.facet[i] === facet);
    expectClose(values(fit, 'juror', 'measure'), centred(xsi('juror')), 3);
    // TAM fixes the mean ability at 0 and frees the criteria; here the criteria are centred.
    expectClose(
      values(fit, 'criterion', 'measure').map((v) => v - fit.population!.mean),
      xsi('item'),
      3
    );
    expect(fit.population!.deviation).toBeCloseTo(expected.deviation, 3);
    expect(fit.population!.logLikelihood).toBeCloseTo(expected.logLikelihood, 2);
    expectClose(
      values(fit, 'candidate', 'measure').map((v) => v - fit.population!.mean),
      expected.eap,
      3
    );
    if (model === 'rsm') expectClose(fit.scales[0]!.thresholds, xsi('step'), 3);
  });
});
