/**
 * Many-facet Rasch analysis of a file of marks, from columns to measures.
 * Conventions are those of Facets: candidates up = able, other facets up = severe or difficult and
 * centred at 0, thresholds of a scale centred at 0, logits, model standard errors.
 */
import type { Ascent } from './ascent.ts';
import { connect, subsetGroups } from './connection.ts';
import type { RaschData, RaschRefusal } from './data.ts';
import { type Extreme, measureExtremes } from './extremes.ts';
import { fairAverages } from './fair.ts';
import { fitSums } from './fit.ts';
import { fitJoint } from './jmle.ts';
import { jointErrors } from './joint-errors.ts';
import { findLevels, type Levels } from './levels.ts';
import { type Layout, layOut } from './layout.ts';
import { fitMarginal } from './mml.ts';
import { chooseOrigin } from './origin.ts';
import { type FacetSummary, summarise } from './summary.ts';

export interface RaschOptions {
  model: 'rsm' | 'pcm';
  /** `jmle` as Facets; `jmle-corrected` multiplies logits by (n−1)/n; `mml` integrates candidates out. */
  method?: 'jmle' | 'jmle-corrected' | 'mml';
  /** Facet that owns the thresholds in a partial credit model; defaults to criterion, item or the last. */
  stepFacet?: string;
  tolerance?: number;
  maxIterations?: number;
}

export interface ElementMeasure {
  id: string;
  /** Logits; null when the marks do not define it. */
  measure: number | null;
  se: number | null;
  /** Error that allows for the other facets being estimated; null for candidates, or in huge designs. */
  seJoint: number | null;
  /** Mean squares, expected 1; null for extreme elements. */
  infit: number | null;
  outfit: number | null;
  /** Marks in the file. */
  count: number;
  /** Mean mark received (or given), and what it would be among average elements of other facets. */
  average: number;
  fairAverage: number | null;
  extreme: Extreme | null;
  /** Subset of comparable elements it belongs to, from 1; null when not in the estimation. */
  subset: number | null;
}

export interface FacetMeasures {
  name: string;
  elements: ElementMeasure[];
  summary: FacetSummary;
}

export interface ScaleThresholds {
  /** Criterion (partial credit), or null for the scale common to all. */
  owner: string | null;
  /** Marks of levels 0…m, and the m thresholds between them. */
  scores: number[];
  thresholds: number[];
}

export interface RaschFit {
  model: 'rsm' | 'pcm';
  method: 'jmle' | 'jmle-corrected' | 'mml';
  facets: FacetMeasures[];
  scales: ScaleThresholds[];
  ascent: Ascent;
  /** Number of subsets; null when not computed (marginal likelihood, or too many elements). */
  subsets: number | null;
  /** For marginal likelihood. */
  population: { mean: number; deviation: number; logLikelihood: number } | null;
  /** Factor applied to all logits against the bias of joint estimation; 1 when none. */
  biasFactor: number;
  marksUsed: number;
  marks: number;
}

/** Fits the model, or says why the marks do not permit it. */
export function fitRasch(
  data: RaschData,
  options: RaschOptions
): RaschFit | { refusal: RaschRefusal } {
  const method = options.method ?? 'jmle';
  const marginal = method === 'mml';
  const levels = findLevels(data, stepFacetOf(data, options), options.model === 'pcm', marginal);
  if ('refusal' in levels) return levels;
  const layout = layOut(data, levels);
  const connection = connect(data, layout, marginal ? PRIOR_MARKS : 0);
  const estimation = {
    tolerance: options.tolerance ?? 1e-6,
    maxIterations: options.maxIterations ?? 500
  };
  const marginalFit = marginal ? fitMarginal(layout, connection, estimation) : null;
  const { abilities, x, ascent } = marginalFit ?? fitJoint(layout, connection, estimation);
  if (!marginal) chooseOrigin(data, layout, connection.blind, abilities, x);
  const sums = fitSums(layout, abilities, x);
  const joint = jointErrors(layout, connection.blind, abilities, x);
  const biasFactor = method === 'jmle-corrected' ? correction(layout) : 1;
  for (const values of [abilities, x]) values.forEach((v, i) => (values[i] = v * biasFactor));

  const thresholds = thresholdsOf(layout, x);
  const measures = data.facets.map((facet, f) =>
    f === 0
      ? abilities.slice()
      : x.slice(layout.offset[f]!, layout.offset[f]! + facet.labels.length)
  );
  const extremes = measureExtremes(data, levels, measures, thresholds);
  const fair = fairAverages(levels, layout, measures, thresholds);
  const groups = marginal ? null : subsetGroups(data, layout, connection.blind);
  const facets = data.facets.map((facet, f): FacetMeasures => {
    const own = f === 0 ? sums.objects : sums.parameters;
    const offset = layout.offset[f]!;
    const counts = f === 0 ? layout.objectCount : layout.parameterCount;
    const raw = rawCounts(data, f);
    const elements = facet.labels.map((id, e): ElementMeasure => {
      const place = offset + e;
      const used = counts[place]! > 0;
      const deviation =
        marginalFit && f === 0 ? marginalFit.deviations[e]! : 1 / Math.sqrt(own.variance[place]!);
      return {
        id,
        measure: used ? measures[f]![e]! : null,
        se: used ? deviation * biasFactor : null,
        seJoint: used && f > 0 && joint ? joint[place]! * biasFactor : null,
        infit: used ? own.squares[place]! / own.variance[place]! : null,
        outfit: used ? own.standardised[place]! / counts[place]! : null,
        count: raw.count[e]!,
        average: raw.sum[e]! / raw.count[e]!,
        fairAverage: finite(fair[f]![e]!),
        extreme: null,
        subset: groups?.[f]![e] || null
      };
    });
    for (const extreme of extremes) {
      if (extreme.facet !== f) continue;
      const element = elements[extreme.element]!;
      element.measure = finite(extreme.measure);
      element.se = finite(extreme.se);
      element.extreme = extreme.kind;
    }
    return { name: facet.name, elements, summary: summarise(elements) };
  });
  return {
    model: options.model,
    method,
    facets,
    scales: scalesOf(data, levels, thresholds, options.model),
    ascent,
    subsets: connection.subsets,
    population: marginalFit && {
      ...marginalFit.population,
      logLikelihood: marginalFit.logLikelihood
    },
    biasFactor,
    marksUsed: layout.inner.length,
    marks: data.score.length
  };
}

/** Marks that a standard population is worth at first, when candidates are integrated out. */
const PRIOR_MARKS = 2;

const finite = (x: number) => (Number.isFinite(x) ? x : null);

function stepFacetOf(data: RaschData, { stepFacet }: RaschOptions): number {
  const names = data.facets.map((facet) => facet.name);
  const wanted = stepFacet ? [stepFacet] : ['criterion', 'item'];
  const found = wanted.map((name) => names.indexOf(name)).find((f) => f > 0);
  return found ?? names.length - 1;
}

/**
 * (n−1)/n, n the harmonic mean of marks per candidate: joint estimation spreads logits by about
 * n/(n−1) (B. D. Wright & G. A. Douglas, 1977, Applied Psychological Measurement 1, 281–295).
 */
function correction(layout: Layout): number {
  let inverse = 0;
  let used = 0;
  for (const count of layout.objectCount) {
    if (count === 0) continue;
    used++;
    inverse += 1 / count;
  }
  return 1 - inverse / used;
}

function thresholdsOf(layout: Layout, x: Float64Array): Float64Array[] {
  return Array.from(layout.top, (top, scale) => {
    const from = layout.parameters + scale * layout.maxTop;
    return x.slice(from, from + top);
  });
}

function scalesOf(
  data: RaschData,
  levels: Levels,
  thresholds: readonly Float64Array[],
  model: RaschOptions['model']
): ScaleThresholds[] {
  const labels = data.facets[levels.stepFacet]!.labels;
  return levels.scales.map((scale, s) => ({
    owner: model === 'pcm' ? labels[s]! : null,
    scores: scale.scores,
    thresholds: [...thresholds[s]!]
  }));
}

function rawCounts(data: RaschData, f: number) {
  const { index, labels } = data.facets[f]!;
  const count = new Float64Array(labels.length);
  const sum = new Float64Array(labels.length);
  for (let row = 0; row < index.length; row++) {
    count[index[row]!]!++;
    sum[index[row]!]! += data.score[row]!;
  }
  return { count, sum };
}
