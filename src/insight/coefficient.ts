/**
 * A statistic that may not exist for the data at hand. Undefined is a value with its reason, never
 * a NaN: the reader must learn why there is no figure.
 */
export type Reason =
  | 'one-rater'
  | 'no-pairs'
  | 'constant'
  | 'not-numeric'
  | 'negative-values'
  | 'raters-vary'
  | 'missing-marks'
  | 'too-few-units'
  | 'too-few-criteria'
  | 'too-many-values'
  | 'no-true-variance';

export type Coefficient = { value: number } | { value: null; reason: Reason };

export interface Interval {
  low: number;
  high: number;
}

export const undefinedFor = (reason: Reason): Coefficient => ({ value: null, reason });
