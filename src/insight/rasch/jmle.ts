/**
 * Joint maximum likelihood (unconditional, as Facets): candidates and all other facets together.
 *
 * Abilities are profiled out: in each pass every candidate takes Newton steps while its marks are in
 * cache, then adds its expectations to the other facets. What remains to climb has one parameter
 * per juror, criterion and threshold. Source: B. D. Wright & G. N. Masters (1982), Rating Scale
 * Analysis, MESA Press, ch. 4; the sufficient statistics alone are compared with their expectations.
 */
import { type Ascent, maximise } from './ascent.ts';
import type { Connection } from './connection.ts';
import { kernelOf } from './kernel.ts';
import type { Layout } from './layout.ts';
import {
  parameterLength,
  startingAbilities,
  startingPoint,
  type Sums,
  thresholdPreconditioner,
  thresholdStart
} from './tables.ts';

export interface Estimates {
  abilities: Float64Array;
  /** Facet parameters then thresholds, as in tables.ts. */
  x: Float64Array;
  ascent: Ascent;
}

export interface EstimationOptions {
  /** Largest change in logits of a further step at which to stop. */
  tolerance: number;
  maxIterations: number;
  /** Called after each pass over the marks: for progress, or a stopwatch. */
  onPass?: () => void;
}

const ABILITY_STEP = 1.5;
const ABILITY_PRECISION = 1e-3;
/** Information under which a Newton step is noise. */
const VANISHING = 1e-12;
/** Keeps e^{m x} within the numbers; far beyond any finite estimate of a real scale. */
export const exponentLimit = (layout: Layout) => 650 / Math.max(1, layout.maxTop);

/** Fits all facets jointly. */
export function fitJoint(
  layout: Layout,
  connection: Connection,
  options: EstimationOptions
): Estimates {
  const x = startingPoint(layout);
  const abilities = startingAbilities(layout);
  const pass = jointPass(layout, abilities);
  const meanVariance = pass.variancePerMark(x);
  const thresholds = thresholdPreconditioner(layout);
  const ascent = maximise({
    x: centre(layout, connection, x),
    gradient: watched(pass.gradient, options),
    precondition: (gradient) => {
      connection.precondition(gradient);
      for (let p = 0; p < layout.parameters; p++) gradient[p]! /= meanVariance;
      thresholds(gradient);
    },
    ...options
  });
  return { abilities, x, ascent };
}

/** The gradient, with its passes told. */
export function watched(
  gradient: (x: Float64Array) => Float64Array,
  { onPass }: EstimationOptions
): (x: Float64Array) => Float64Array {
  if (!onPass) return gradient;
  return (x) => {
    const result = gradient(x);
    onPass();
    return result;
  };
}

/** Removes from the starting point what the marks cannot see. */
function centre(layout: Layout, connection: Connection, x: Float64Array): Float64Array {
  for (const vector of connection.blind) {
    let along = 0;
    for (let p = 0; p < layout.parameters; p++) along += vector[p]! * x[p]!;
    for (let p = 0; p < layout.parameters; p++) x[p]! -= along * vector[p]!;
  }
  return x;
}

/** One pass over the marks: abilities settle, then expectations are compared with what was given. */
export function jointPass(layout: Layout, abilities: Float64Array) {
  const kernel = kernelOf(layout);
  const gradient = new Float64Array(parameterLength(layout));
  const limit = exponentLimit(layout);
  const sums: Sums = { expected: 0, variance: 0, logTotal: 0 };
  const isUsed = (object: number) => layout.objectCount[object]! > 0;

  function settleAbility(object: number): void {
    for (let tries = 0; tries < 30; tries++) {
      sums.expected = 0;
      sums.variance = 0;
      kernel.sum(object, abilities[object]!, sums);
      if (!(sums.variance > VANISHING)) return;
      const step = (layout.objectScore[object]! - sums.expected) / sums.variance;
      const bounded = Math.max(-ABILITY_STEP, Math.min(ABILITY_STEP, step));
      abilities[object] = Math.max(-limit, Math.min(limit, abilities[object]! + bounded));
      if (Math.abs(step) < ABILITY_PRECISION) return;
    }
  }

  return {
    /** Gradient of the profile log-likelihood; abilities follow in place. */
    gradient(x: Float64Array): Float64Array {
      kernel.load(x);
      gradient.fill(0);
      for (let object = 0; object < layout.objects; object++) {
        if (!isUsed(object)) continue;
        settleAbility(object);
        kernel.scatter(object, abilities[object]!, 1, gradient);
      }
      finishGradient(layout, kernel.levels, gradient);
      return gradient;
    },
    /** Mean variance of a mark at x: the unit of information. */
    variancePerMark(x: Float64Array): number {
      kernel.load(x);
      sums.variance = 0;
      for (let o = 0; o < layout.objects; o++) if (isUsed(o)) kernel.sum(o, abilities[o]!, sums);
      return sums.variance / layout.inner.length;
    }
  };
}

/**
 * Turns expected sums into the gradient: a severity rises when more is expected than was given.
 * `levels` holds, for each criterion and level, the expected number of marks.
 */
export function finishGradient(layout: Layout, levels: Float64Array, gradient: Float64Array): void {
  const { maxTop, innerCount, scaleOf } = layout;
  const from = layout.offset[layout.stepFacet]!;
  const steps = thresholdStart(layout);
  for (let i = 0; i < innerCount; i++) {
    let atLeast = 0;
    for (let k = maxTop - 1; k >= 0; k--) {
      atLeast += levels[i * maxTop + k]!;
      gradient[steps + scaleOf[i]! * maxTop + k]! += atLeast;
      gradient[from + i]! += atLeast;
    }
  }
  for (let p = 0; p < layout.parameters; p++) gradient[p]! -= layout.parameterScore[p]!;
  for (let h = 0; h < layout.atLeast.length; h++) gradient[steps + h]! -= layout.atLeast[h]!;
}
