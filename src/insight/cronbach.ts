/**
 * Cronbach's alpha over criteria, with the interval of Feldt.
 * Sources: L. J. Cronbach (1951), Psychometrika 16, 297–334; L. S. Feldt (1965), Psychometrika 30,
 * 357–370. Candidates who lack a criterion are left out.
 */
import { type Coefficient, type Interval, undefinedFor } from './coefficient.ts';
import { fQuantile } from './special.ts';

/** `rows[c][i]` is the mark of candidate c on criterion i, null when missing. */
export function cronbachAlpha(
  rows: readonly (readonly (number | null)[])[]
): Coefficient & { interval?: Interval; candidates: number } {
  const complete = rows.filter((row) => row.every((mark) => mark !== null)) as number[][];
  const n = complete.length;
  const k = complete[0]?.length ?? 0;
  if (n < 2) return { ...undefinedFor('too-few-units'), candidates: n };
  if (k < 2) return { ...undefinedFor('too-few-criteria'), candidates: n };
  const total = variance(complete.map((row) => row.reduce((sum, mark) => sum + mark, 0)));
  if (total === 0) return { ...undefinedFor('constant'), candidates: n };
  let parts = 0;
  for (let i = 0; i < k; i++) parts += variance(complete.map((row) => row[i]!));
  const alpha = (k / (k - 1)) * (1 - parts / total);
  const d1 = n - 1;
  const d2 = (n - 1) * (k - 1);
  return {
    value: alpha,
    interval: {
      low: 1 - (1 - alpha) * fQuantile(0.975, d1, d2),
      high: 1 - (1 - alpha) * fQuantile(0.025, d1, d2)
    },
    candidates: n
  };
}

function variance(x: readonly number[]): number {
  const mean = x.reduce((sum, v) => sum + v, 0) / x.length;
  return x.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (x.length - 1);
}
