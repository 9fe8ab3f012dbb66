/**
 * Classification at the award line: would the same candidates be awarded by another, equally good
 * session (consistency), and are the right ones awarded (accuracy)?
 *
 * Livingston & Lewis's method: the result is replaced by a binomial test of the same reliability,
 * whose length is the « effective » one; true scores follow the beta distribution with their mean
 * and variance (the two-parameter form of Huynh, which always exists).
 * Sources: S. A. Livingston & C. Lewis (1995), Journal of Educational Measurement 32, 179–197;
 * H. Huynh (1976), Journal of Educational Measurement 13, 253–264.
 */
import { incompleteBeta } from './special.ts';

export interface ClassificationInput {
  mean: number;
  variance: number;
  reliability: number;
  /** Lowest and highest possible result, and the line at or above which one is awarded. */
  min: number;
  max: number;
  line: number;
}

export interface Classification {
  /** Share of candidates whom two equivalent sessions would decide alike. */
  consistency: number;
  /** Share one would expect alike by chance, and Cohen's kappa of the two sessions. */
  chance: number;
  kappa: number;
  /** Share of candidates decided as their true level deserves. */
  accuracy: number;
  /** Awarded without deserving it, and the reverse, as shares of all candidates. */
  wronglyAwarded: number;
  wronglyRefused: number;
  effectiveLength: number;
}

/** Null when the figures leave no room: no spread, reliability 0 or 1, or a line outside the scale. */
export function classify(input: ClassificationInput): Classification | null {
  const { mean, variance, reliability, min, max, line } = input;
  const inside = variance > 0 && reliability > 0 && reliability < 1 && mean > min && mean < max;
  if (!inside || line <= min || line > max) return null;
  const length = Math.max(
    1,
    Math.round(
      ((mean - min) * (max - mean) - reliability * variance) / (variance * (1 - reliability))
    )
  );
  const range = max - min;
  const m = (mean - min) / range;
  const trueVariance = (reliability * variance) / (range * range);
  const concentration = (m * (1 - m)) / trueVariance - 1;
  if (concentration <= 0) return null;
  const a = m * concentration;
  const b = (1 - m) * concentration;
  const share = (line - min) / range;
  const passMark = Math.ceil(share * length - 1e-9);
  return decide(length, passMark, share, a, b);
}

/** Integrates over the true level by thin slices of the beta distribution. */
function decide(
  length: number,
  passMark: number,
  share: number,
  a: number,
  b: number
): Classification {
  let awarded = 0;
  let both = 0;
  let wronglyAwarded = 0;
  let wronglyRefused = 0;
  const weights = betaSlices(a, b);
  weights.forEach((weight, i) => {
    const level = (i + 0.5) / weights.length;
    // P(X ≥ passMark) of a binomial is an incomplete beta.
    const pass = passMark <= 0 ? 1 : incompleteBeta(level, passMark, length - passMark + 1);
    awarded += weight * pass;
    both += weight * (pass * pass + (1 - pass) * (1 - pass));
    if (level >= share) wronglyRefused += weight * (1 - pass);
    else wronglyAwarded += weight * pass;
  });
  const chance = awarded * awarded + (1 - awarded) * (1 - awarded);
  return {
    consistency: both,
    chance,
    kappa: chance < 1 ? (both - chance) / (1 - chance) : 1,
    accuracy: 1 - wronglyAwarded - wronglyRefused,
    wronglyAwarded,
    wronglyRefused,
    effectiveLength: length
  };
}

const SLICES = 2000;

/** Mass of Beta(a, b) in each of equal slices of [0, 1]. */
function betaSlices(a: number, b: number): number[] {
  const cumulative = Array.from({ length: SLICES + 1 }, (_, i) => incompleteBeta(i / SLICES, a, b));
  return cumulative.slice(1).map((c, i) => c - cumulative[i]!);
}
