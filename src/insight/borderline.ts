/**
 * Borderline regression: where would the line fall if it were drawn from the jurors' own global
 * judgement? The result is regressed on the global rating, and read at the borderline rating.
 * Source: T. J. Wood, S. M. Humphrey-Murto & G. R. Norman (2006), Advances in Health Sciences Education 11,
 * 115–122; the standard error is that of a prediction's mean.
 */

export interface BorderlineLine {
  /** Result expected of a candidate judged just borderline. */
  line: number;
  se: number;
  slope: number;
  intercept: number;
  /** R² of the regression: under 0.5, results and global judgement tell different stories. */
  determination: number;
  candidates: number;
}

/** `global` ratings and `results`, candidate by candidate. Null when ratings do not vary. */
export function borderlineRegression(
  candidates: readonly { global: number; result: number }[],
  borderline: number
): BorderlineLine | null {
  const n = candidates.length;
  if (n < 3) return null;
  const mx = candidates.reduce((sum, c) => sum + c.global, 0) / n;
  const my = candidates.reduce((sum, c) => sum + c.result, 0) / n;
  let [xx, yy, xy] = [0, 0, 0];
  for (const { global, result } of candidates) {
    xx += (global - mx) ** 2;
    yy += (result - my) ** 2;
    xy += (global - mx) * (result - my);
  }
  if (xx === 0) return null;
  const slope = xy / xx;
  const residual = Math.max(0, yy - slope * xy) / (n - 2);
  return {
    line: my + slope * (borderline - mx),
    se: Math.sqrt(residual * (1 / n + (borderline - mx) ** 2 / xx)),
    slope,
    intercept: my - slope * mx,
    determination: yy === 0 ? 0 : (xy * xy) / (xx * yy),
    candidates: n
  };
}
