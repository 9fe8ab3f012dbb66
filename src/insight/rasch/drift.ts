/**
 * Does a juror become more severe, or more lenient, as the day goes on?
 * For each juror, the change of severity per hour that the juror's marks ask for, beside the fitted
 * measures (juror × time interactions, as a bias analysis of Facets, all jurors together). Jurors who
 * always mark the same candidates at the same minute are compared with each other only: a hardening
 * that they share cannot be told from weaker candidates. Source: C. M. Myford &
 * E. W. Wolfe (2009), Journal of Educational Measurement 46, 371–389, on rater drift.
 */
import { normalCdf } from '../special.ts';
import type { RaschData } from './data.ts';
import type { RaschFit } from './rasch.ts';
import { askedShifts, residualsOf } from './rows.ts';

export interface Drift {
  juror: string;
  /** Logits of severity gained an hour; positive = more and more severe. */
  perHour: number;
  se: number;
  marks: number;
  /** Hours between the juror's first and last mark. */
  hours: number;
  /** Chance of such a change without any drift, times the number of jurors looked at. */
  p: number;
  /** True when p is under 5 % and the change reaches 0.3 logit over the period. */
  notable: boolean;
}

const NOTABLE_CHANGE = 0.3;

/** `hours[row]` is the time of each mark. `facet` names the jurors. Jurors without enough time are left out. */
export function driftOf(
  data: RaschData,
  fit: RaschFit,
  hours: ArrayLike<number>,
  facet = 'juror'
): Drift[] {
  const jurors = data.facets.find(({ name }) => name === facet);
  if (!jurors) return [];
  const { rows, information } = residualsOf(data, fit);
  const byJuror = Object.groupBy(rows, ({ row }) => jurors.labels[jurors.index[row]!]!);
  const timed = Object.entries(byJuror).flatMap(([juror, list]) => {
    const times = list!.map(({ row }) => hours[row]!);
    const period = times.reduce((a, b) => Math.max(a, b)) - times.reduce((a, b) => Math.min(a, b));
    const mean = times.reduce((sum, t) => sum + t, 0) / times.length;
    // A lower predictor is a higher severity.
    const weighted = list!.map((residual, i) => ({ ...residual, weight: mean - times[i]! }));
    return period > 0 ? [{ juror, period, weighted }] : [];
  });
  const shifts = askedShifts(
    timed.map(({ weighted }) => weighted),
    information
  );
  return timed.map(({ juror, period }, i) => {
    const { shift, se, marks } = shifts[i]!;
    const p = Math.min(1, 2 * (1 - normalCdf(Math.abs(shift / se))) * timed.length);
    const notable = p < 0.05 && Math.abs(shift) * period >= NOTABLE_CHANGE;
    return { juror, perHour: shift, se, marks, hours: period, p, notable };
  });
}
