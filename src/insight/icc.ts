/**
 * The six intraclass correlations, with 95 % intervals.
 * Source: P. E. Shrout & J. L. Fleiss (1979), Intraclass correlations: uses in assessing rater
 * reliability, Psychological Bulletin 86, 420–428 (the interval of ICC(2,·) is their equation on p. 424).
 *
 * « 1 »: raters differ from unit to unit; « 2 »: the same random raters mark all units (absolute
 * agreement); « 3 »: the same fixed raters (consistency). « ,1 » one mark, « ,k » the mean of k marks.
 */
import { type Coefficient, type Interval, undefinedFor } from './coefficient.ts';
import { groupBy, type Ratings } from './ratings.ts';
import { fQuantile } from './special.ts';

export type IccForm = '1,1' | '2,1' | '3,1' | '1,k' | '2,k' | '3,k';
export const iccForms: readonly IccForm[] = ['1,1', '2,1', '3,1', '1,k', '2,k', '3,k'];
export type Icc = Coefficient & { interval?: Interval };

/** All six coefficients; each null with a reason where the design does not define it. */
export function intraclass(ratings: Ratings, confidence = 0.95): Record<IccForm, Icc> {
  const none = (forms: readonly IccForm[], why: Parameters<typeof undefinedFor>[0]) =>
    Object.fromEntries(forms.map((form) => [form, undefinedFor(why)]));
  const n = ratings.unit.labels.length;
  const raters = ratings.rater.labels.length;
  const byUnit = groupBy(ratings.unit.index, n);
  const k = n > 0 ? byUnit.start[1]! : 0;
  const equalCounts = Array.from({ length: n }).every(
    (_, u) => byUnit.start[u + 1]! - byUnit.start[u]! === k
  );
  const refusal = !ratings.numeric
    ? 'not-numeric'
    : raters < 2
      ? 'one-rater'
      : n < 2
        ? 'too-few-units'
        : !equalCounts
          ? 'missing-marks'
          : k < 2
            ? 'no-pairs'
            : null;
  if (refusal) return none(iccForms, refusal) as Record<IccForm, Icc>;
  const squares = meanSquares(ratings, byUnit.start, byUnit.order, k);
  if (squares.total === 0) return none(iccForms, 'constant') as Record<IccForm, Icc>;
  const oneWayForms = oneWay(squares, n, k, confidence);
  return {
    ...oneWayForms,
    ...(k === raters
      ? twoWay(squares, n, k, confidence)
      : none(['2,1', '3,1', '2,k', '3,k'], 'missing-marks'))
  } as Record<IccForm, Icc>;
}

interface MeanSquares {
  between: number;
  within: number;
  raters: number;
  error: number;
  total: number;
}

function meanSquares(
  ratings: Ratings,
  start: Uint32Array,
  order: Uint32Array,
  k: number
): MeanSquares {
  const n = start.length - 1;
  const grand = ratings.value.reduce((sum, v) => sum + v, 0) / ratings.value.length;
  const raterSum = new Float64Array(ratings.rater.labels.length);
  let total = 0;
  let between = 0;
  for (let u = 0; u < n; u++) {
    let sum = 0;
    for (let i = start[u]!; i < start[u + 1]!; i++) {
      const d = ratings.value[order[i]!]! - grand;
      raterSum[ratings.rater.index[order[i]!]!]! += d;
      sum += d;
      total += d * d;
    }
    between += (sum * sum) / k;
  }
  const raterSquares = raterSum.reduce((sum, s) => sum + s * s, 0) / n;
  const clip = (x: number) => (Math.abs(x) < total * 1e-13 ? 0 : x);
  return {
    between: clip(between) / (n - 1),
    within: clip(total - between) / (n * (k - 1)),
    raters: raterSquares / (k - 1),
    error: clip(total - between - raterSquares) / ((n - 1) * (k - 1)),
    total
  };
}

function oneWay({ between, within }: MeanSquares, n: number, k: number, confidence: number) {
  const tail = 1 - (1 - confidence) / 2;
  const f = between / within;
  const low = f / fQuantile(tail, n - 1, n * (k - 1));
  const high = f * fQuantile(tail, n * (k - 1), n - 1);
  return fromF(['1,1', '1,k'], f, low, high, k);
}

/** ICC = (F−1)/(F+k−1) for one mark and 1−1/F for the mean: forms 1 and 3 share this shape. */
function fromF(forms: [IccForm, IccForm], f: number, low: number, high: number, k: number) {
  const perfect = { value: 1, interval: { low: 1, high: 1 } };
  if (Number.isNaN(f)) {
    return {
      [forms[0]]: undefinedFor('no-true-variance'),
      [forms[1]]: undefinedFor('no-true-variance')
    };
  }
  if (f === Infinity) return { [forms[0]]: perfect, [forms[1]]: perfect };
  const single = (x: number) => (x - 1) / (x + k - 1);
  // A null F (no variance between units) sends the mean's coefficient to minus infinity.
  const mean = (x: number) => 1 - 1 / x;
  return {
    [forms[0]]: { value: single(f), interval: { low: single(low), high: single(high) } },
    [forms[1]]:
      f === 0
        ? undefinedFor('no-true-variance')
        : { value: mean(f), interval: { low: mean(low), high: mean(high) } }
  };
}

function twoWay(
  { between, raters, error }: MeanSquares,
  n: number,
  k: number,
  confidence: number
): Partial<Record<IccForm, Icc>> {
  const tail = 1 - (1 - confidence) / 2;
  const f = between / error;
  const d1 = n - 1;
  const d2 = (n - 1) * (k - 1);
  const third = fromF(
    ['3,1', '3,k'],
    f,
    f / fQuantile(tail, d1, d2),
    f * fQuantile(tail, d2, d1),
    k
  );
  const single = (between - error) / (between + (k - 1) * error + (k * (raters - error)) / n);
  const mean = (between - error) / (between + (raters - error) / n);
  if (error === 0 && raters === 0) {
    const perfect = { value: 1, interval: { low: 1, high: 1 } };
    return { ...third, '2,1': perfect, '2,k': perfect };
  }
  // Satterthwaite's degrees of freedom, written with mean squares so that a null error is allowed.
  const a = k * single * raters;
  const b = (n * (1 + (k - 1) * single) - k * single) * error;
  const v = (d2 * (a + b) ** 2) / (d1 * a * a + b * b);
  const upper = fQuantile(tail, d1, v);
  const lower = fQuantile(tail, v, d1);
  const spread = k * raters + (k * n - k - n) * error;
  const low = (n * (between - upper * error)) / (upper * spread + n * between);
  const high = (n * (lower * between - error)) / (spread + n * lower * between);
  const stepUp = (r: number) => (r * k) / (1 + r * (k - 1));
  return {
    ...third,
    '2,1': { value: single, interval: { low, high } },
    '2,k': { value: mean, interval: { low: stepUp(low), high: stepUp(high) } }
  };
}
