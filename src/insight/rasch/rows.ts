/**
 * What the fitted model says of each row of the file: the ground for drift and differential
 * functioning, which look for what is left once the main measures are known.
 */
import type { RaschData } from './data.ts';
import type { RaschFit } from './rasch.ts';
import { momentsAt } from './response.ts';

export interface Prediction {
  row: number;
  /** Ability minus severities. */
  x: number;
  level: number;
  thresholds: readonly number[];
}

/** Rows whose elements all have a measure and are not extreme, with their predictor. */
export function predictions(data: RaschData, fit: RaschFit): Prediction[] {
  const byOwner = new Map(fit.scales.map((scale) => [scale.owner, scale]));
  const step = fit.scales[0]!.owner === null ? null : stepFacet(data, fit);
  const usable = data.facets.map((facet, f) =>
    facet.labels.map((_, e) => {
      const { measure, extreme } = fit.facets[f]!.elements[e]!;
      return measure === null || extreme !== null ? NaN : f === 0 ? measure : -measure;
    })
  );
  const list: Prediction[] = [];
  for (let row = 0; row < data.score.length; row++) {
    let x = 0;
    for (let f = 0; f < usable.length; f++) x += usable[f]![data.facets[f]!.index[row]!]!;
    if (Number.isNaN(x)) continue;
    const owner = step === null ? null : data.facets[step]!.labels[data.facets[step]!.index[row]!]!;
    const scale = byOwner.get(owner)!;
    list.push({
      row,
      x,
      level: scale.scores.indexOf(data.score[row]!),
      thresholds: scale.thresholds
    });
  }
  return list;
}

function stepFacet(data: RaschData, fit: RaschFit): number {
  const owner = fit.scales[0]!.owner!;
  return data.facets.findIndex(
    (facet, f) => f > 0 && facet.labels.length === fit.scales.length && facet.labels.includes(owner)
  );
}

export interface Shift {
  /** Change of the predictor, in logits, that fits these rows best; positive = more lenient. */
  shift: number;
  se: number;
  marks: number;
}

/**
 * Finds the one parameter b for which the rows' predictors x + b·w fit best, all else being known
 * (the bias analysis of Facets when w is 1). Null when the rows cannot tell.
 */
export function bestShift(
  rows: readonly { prediction: Prediction; weight: number }[]
): Shift | null {
  let shift = 0;
  for (let tries = 0; tries < 50; tries++) {
    let slope = 0;
    let information = 0;
    for (const { prediction, weight } of rows) {
      const { expected, variance } = momentsAt(
        prediction.x + shift * weight,
        prediction.thresholds
      );
      slope += weight * (prediction.level - expected);
      information += weight * weight * variance;
    }
    if (!(information > 1e-9)) return null;
    const step = slope / information;
    shift += Math.max(-1, Math.min(1, step));
    if (Math.abs(shift) > 12) return null;
    if (Math.abs(step) < 1e-8) return { shift, se: 1 / Math.sqrt(information), marks: rows.length };
  }
  return null;
}
