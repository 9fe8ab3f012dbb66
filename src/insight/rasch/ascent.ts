/**
 * Maximisation of a concave log-likelihood: limited-memory BFGS started from a structured inverse
 * information, with a line search that looks at the gradient alone (along a concave line its sign
 * says on which side of the top one stands), so a pass over the marks need not compute a likelihood.
 * Source: J. Nocedal & S. Wright, Numerical Optimization (2nd ed.), algorithms 7.4 and 3.5.
 */
import { dot } from '../matrix.ts';

export interface Ascent {
  iterations: number;
  converged: boolean;
  /** True when the marks are so orderly that the best measures are infinite; those given are not. */
  separated: boolean;
  /** Largest change, in logits, that a further step would have made. */
  lastStep: number;
}

export interface AscentProblem {
  /** Parameters; changed in place. */
  x: Float64Array;
  /** Gradient of the log-likelihood at x; the returned array may be reused. */
  gradient: (x: Float64Array) => Float64Array;
  /** Multiplies in place by an approximate inverse information; keeps x in its constraints. */
  precondition: (gradient: Float64Array) => void;
  tolerance: number;
  maxIterations: number;
}

const MEMORY = 8;
const LARGEST_STEP = 2;
/** Score points under which a residual means nothing. */
const NEGLIGIBLE_RESIDUAL = 1e-5;
/** A step still longer than this, with no residual left, is a climb towards infinity. */
const INFINITE_STEP = 1e-3;

/** Climbs until a full step would move no parameter by more than `tolerance`. */
export function maximise(problem: AscentProblem): Ascent {
  const { x } = problem;
  let gradient = problem.gradient(x).slice();
  const steps: Float64Array[] = [];
  const changes: Float64Array[] = [];
  for (let iteration = 1; ; iteration++) {
    const direction = twoLoop(gradient, steps, changes, problem.precondition);
    const lastStep = largest(direction);
    const negligible = largest(gradient) < NEGLIGIBLE_RESIDUAL;
    if (lastStep <= problem.tolerance || negligible) {
      const separated = lastStep > INFINITE_STEP;
      return { iterations: iteration, converged: !separated, separated, lastStep };
    }
    if (iteration > problem.maxIterations || Number.isNaN(lastStep)) {
      return { iterations: iteration - 1, converged: false, separated: false, lastStep };
    }
    const slope = dot(gradient, direction);
    const start = x.slice();
    let length = Math.min(1, LARGEST_STEP / lastStep);
    let next = moveTo(problem, start, direction, length);
    for (let tries = 0; tries < 20; tries++) {
      const newSlope = dot(next, direction);
      if (newSlope >= -0.5 * slope) break;
      length *= Math.max(0.1, slope / (slope - newSlope));
      next = moveTo(problem, start, direction, length);
    }
    remember(
      steps,
      x.map((value, i) => value - start[i]!)
    );
    remember(
      changes,
      gradient.map((value, i) => value - next[i]!)
    );
    if (dot(steps.at(-1)!, changes.at(-1)!) <= 0) {
      steps.pop();
      changes.pop();
    }
    gradient = next.slice();
  }
}

function moveTo(
  { x, gradient }: AscentProblem,
  start: Float64Array,
  direction: Float64Array,
  length: number
): Float64Array {
  for (let i = 0; i < x.length; i++) x[i] = start[i]! + length * direction[i]!;
  return gradient(x);
}

function twoLoop(
  gradient: Float64Array,
  steps: readonly Float64Array[],
  changes: readonly Float64Array[],
  precondition: (gradient: Float64Array) => void
): Float64Array {
  const direction = gradient.slice();
  const weights: number[] = [];
  for (let k = steps.length - 1; k >= 0; k--) {
    weights[k] = dot(steps[k]!, direction) / dot(steps[k]!, changes[k]!);
    addScaled(direction, -weights[k]!, changes[k]!);
  }
  precondition(direction);
  for (let k = 0; k < steps.length; k++) {
    const along = dot(changes[k]!, direction) / dot(steps[k]!, changes[k]!);
    addScaled(direction, weights[k]! - along, steps[k]!);
  }
  return direction;
}

function addScaled(x: Float64Array, factor: number, y: Float64Array): void {
  for (let i = 0; i < x.length; i++) x[i]! += factor * y[i]!;
}

function remember(memory: Float64Array[], vector: Float64Array): void {
  memory.push(vector);
  if (memory.length > MEMORY) memory.shift();
}

const largest = (x: Float64Array) => x.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
