/**
 * Does a juror become more severe, or more lenient, as the day goes on?
 * For each juror, the change of severity per hour that best fits the juror's marks, all measures
 * being known (a juror × time interaction, as a bias analysis of Facets). Source: C. M. Myford &
 * E. W. Wolfe (2009), Journal of Educational Measurement 46, 371–389, on rater drift.
 */
import type { RaschData } from './data.ts';
import type { RaschFit } from './rasch.ts';
import { bestShift, predictions } from './rows.ts';

export interface Drift {
  juror: string;
  /** Logits of severity gained an hour; positive = more and more severe. */
  perHour: number;
  se: number;
  marks: number;
  /** Hours between the juror's first and last mark. */
  hours: number;
  /** True when the change is more than twice its error, and at least 0.3 logit over the period. */
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
  const byJuror = Object.groupBy(
    predictions(data, fit),
    ({ row }) => jurors.labels[jurors.index[row]!]!
  );
  return Object.entries(byJuror).flatMap(([juror, list]) => {
    const times = list!.map(({ row }) => hours[row]!);
    const mean = times.reduce((sum, t) => sum + t, 0) / times.length;
    const period = times.reduce((a, b) => Math.max(a, b)) - times.reduce((a, b) => Math.min(a, b));
    if (period <= 0) return [];
    // A lower predictor is a higher severity.
    const found = bestShift(
      list!.map((prediction, i) => ({ prediction, weight: mean - times[i]! }))
    );
    if (!found) return [];
    const notable =
      Math.abs(found.shift) > 2 * found.se && Math.abs(found.shift) * period >= NOTABLE_CHANGE;
    return [
      { juror, perHour: found.shift, se: found.se, marks: found.marks, hours: period, notable }
    ];
  });
}
