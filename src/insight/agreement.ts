/** Everything one says of the agreement between raters of one table, and of its parts. */
import type { Coefficient } from './coefficient.ts';
import { type Icc, type IccForm, intraclass } from './icc.ts';
import { cohenKappa, fleissKappa, percentAgreement, sharedMarks, type Weights } from './kappa.ts';
import { krippendorffAlpha, type Metric } from './krippendorff.ts';
import { type Column, type Ratings, subset } from './ratings.ts';

export interface Agreement {
  raters: number;
  units: number;
  marks: number;
  percent: Coefficient;
  /** Agreement within one level, for numeric scales of step 1. */
  percentWithinOne: Coefficient;
  krippendorff: Record<Metric, Coefficient>;
  fleiss: Coefficient;
  /** Only for exactly two raters. */
  cohen: Record<Weights, Coefficient> | null;
  icc: Record<IccForm, Icc>;
}

/** All coefficients of one table. */
export function agreementOf(ratings: Ratings): Agreement {
  return {
    raters: ratings.rater.labels.length,
    units: ratings.unit.labels.length,
    marks: ratings.value.length,
    percent: percentAgreement(ratings),
    percentWithinOne: percentAgreement(ratings, ratings.numeric ? 1 : 0),
    krippendorff: krippendorffAlpha(ratings),
    fleiss: fleissKappa(ratings),
    cohen: ratings.rater.labels.length === 2 ? cohenOf(ratings, 0, 1) : null,
    icc: intraclass(ratings)
  };
}

/** Cohen's kappas of two raters of the table, over the units both marked. */
export function cohenOf(
  ratings: Ratings,
  first: number,
  second: number
): Record<Weights, Coefficient> {
  const [a, b] = sharedMarks(ratings, first, second);
  const kappa = (weights: Weights): Coefficient =>
    weights === 'unweighted' || ratings.numeric
      ? cohenKappa(a, b, weights)
      : { value: null, reason: 'not-numeric' };
  return {
    unweighted: kappa('unweighted'),
    linear: kappa('linear'),
    quadratic: kappa('quadratic')
  };
}

/** The coefficients of each part of a table, by a column of it (criterion, competence, panel…). */
export function agreementBy(
  ratings: Ratings,
  key: Column
): { part: string; agreement: Agreement }[] {
  return key.labels.map((part, place) => ({
    part,
    agreement: agreementOf(subset(ratings, (row) => key.index[row] === place))
  }));
}

export interface PairAgreement {
  first: string;
  second: string;
  /** Units both marked. */
  units: number;
  percent: Coefficient;
  kappa: Record<Weights, Coefficient>;
  /** Mean of the first's marks minus the second's, on the same units. */
  meanDifference: number;
}

/** Agreement of every pair of raters that share a unit. */
export function agreementOfPairs(ratings: Ratings): PairAgreement[] {
  const pairs: PairAgreement[] = [];
  const { labels } = ratings.rater;
  for (let i = 0; i < labels.length; i++) {
    for (let j = i + 1; j < labels.length; j++) {
      const [a, b] = sharedMarks(ratings, i, j);
      if (a.length === 0) continue;
      const equal = a.reduce((sum, value, k) => sum + (value === b[k] ? 1 : 0), 0);
      pairs.push({
        first: labels[i]!,
        second: labels[j]!,
        units: a.length,
        percent: { value: equal / a.length },
        kappa: cohenOf(ratings, i, j),
        meanDifference: a.reduce((sum, value, k) => sum + value - b[k]!, 0) / a.length
      });
    }
  }
  return pairs;
}
