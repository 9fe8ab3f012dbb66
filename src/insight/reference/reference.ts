/** Recorded outputs of R, for tests. reference.R and reference-cran.R beside this file made them. */
import { readFileSync } from 'node:fs';
import { column } from '../ratings.ts';
import type { RaschData } from '../rasch/data.ts';

interface Marks {
  candidate: number[];
  juror: number[];
  criterion: number[];
  score: number[];
}
interface Fitted {
  se: number[];
  infit: number[];
  outfit: number[];
}
interface Joint {
  data: Marks;
  candidate: Fitted & { contrast: number[] };
  juror: Fitted & { measure: number[] };
  criterion: Fitted & { measure: number[] };
}
interface Marginal {
  data: Marks;
  juror: number[];
  criterion: number[];
  mean: number;
  deviation: number;
  logLikelihood: number;
}
interface TamFit {
  parameter: string[];
  facet: string[];
  xsi: number[];
  deviation: number;
  logLikelihood: number;
  eap: number[];
}

/** Made by reference.R, from packages that Debian carries. */
export interface Reference {
  agreement: {
    marks: number[][];
    icc: { forms: string[]; value: number[]; low: number[]; high: number[] };
    kappa: { unweighted: number; linear: number; quadratic: number };
    cronbach: number;
  };
  generalizability: { data: Marks; components: Record<string, number> };
  guilford: Joint & { thresholds: number[] };
  sparse: Joint & { thresholds: number[] };
  partialCredit: Joint & { thresholds: number[][] };
  dichotomousMarginal: Marginal;
  ratingScaleMarginal: Marginal & { thresholds: number[] };
  mantelHaenszel: {
    total: number[];
    group: string[];
    acquired: number[];
    ordinal: number[];
    oddsRatio: number;
    chiSquare: number;
    p: number;
  };
}

/** Made by reference-cran.R, from packages of CRAN. */
export interface CranReference {
  fleiss: { marks: string[][]; kappa: number };
  anxiety: { marks: number[][]; kappa: number; icc: number[] };
  brennan4: { scores: number[][] };
  tam: { data: Marks; rsm: TamFit; pcm: TamFit };
  tamJoint: { marks: number[][]; xsi: number[]; theta: number[] };
}

const load = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

export const reference = load('reference.json') as Reference;
export const cran = load('reference-cran.json') as CranReference;

/** Marks in long form as the analysis takes them; labels are padded so that they sort as numbers. */
export function raschData(marks: Marks): RaschData {
  const label = (n: number) => String(n).padStart(4, '0');
  return {
    facets: (['candidate', 'juror', 'criterion'] as const).map((name) => ({
      name,
      ...column(marks[name].map(label))
    })),
    score: Float64Array.from(marks.score)
  };
}

/** A table units × raters as rows of ratings; null is a missing mark. */
export function tableRows<T extends number | string>(table: readonly (readonly (T | null)[])[]) {
  return table.flatMap((row, u) =>
    row.flatMap((value, r) => (value === null ? [] : [{ unit: `u${u}`, rater: `r${r}`, value }]))
  );
}
