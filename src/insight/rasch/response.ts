/** Expectation and variance of one mark: the model in its plainest form, for what is not in the loop. */

export interface Moments {
  expected: number;
  variance: number;
}

/**
 * Moments of the level when ability minus all severities is `x`. Thresholds are those of the scale;
 * exponents are shifted by their maximum, so any x is allowed.
 */
export function momentsAt(x: number, thresholds: ArrayLike<number>): Moments {
  let exponent = 0;
  let largest = 0;
  for (let k = 0; k < thresholds.length; k++) {
    exponent += x - thresholds[k]!;
    if (exponent > largest) largest = exponent;
  }
  let total = Math.exp(-largest);
  let first = 0;
  let second = 0;
  exponent = 0;
  for (let k = 0; k < thresholds.length; k++) {
    exponent += x - thresholds[k]!;
    const term = Math.exp(exponent - largest);
    total += term;
    first += (k + 1) * term;
    second += (k + 1) ** 2 * term;
  }
  const expected = first / total;
  return { expected, variance: second / total - expected * expected };
}

/** Probability of each level 0…m at x. */
export function probabilitiesAt(x: number, thresholds: ArrayLike<number>): number[] {
  const exponents = [0];
  for (let k = 0; k < thresholds.length; k++) exponents.push(exponents[k]! + x - thresholds[k]!);
  const largest = Math.max(...exponents);
  const terms = exponents.map((e) => Math.exp(e - largest));
  const total = terms.reduce((sum, t) => sum + t, 0);
  return terms.map((t) => t / total);
}

/** Expected mark at x, in the file's own marks rather than levels. */
export function expectedMark(
  x: number,
  thresholds: ArrayLike<number>,
  scores: readonly number[]
): number {
  return probabilitiesAt(x, thresholds).reduce((sum, p, level) => sum + p * scores[level]!, 0);
}
