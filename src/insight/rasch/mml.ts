/**
 * Marginal maximum likelihood: candidates are drawn from a normal population, and integrated out.
 *
 * The E step integrates over each candidate by Gauss–Hermite quadrature centred on that candidate's
 * own posterior; by Fisher's identity the expectations it yields are the gradient of the marginal
 * likelihood, so the M step climbs it with the same quasi-Newton method as joint estimation.
 * Sources: R. D. Bock & M. Aitkin (1981), Psychometrika 46, 443–459; J. C. Naylor & A. F. M. Smith
 * (1982), Applied Statistics 31, 214–225 (adaptive quadrature).
 */
import { maximise } from './ascent.ts';
import type { Connection } from './connection.ts';
import {
  type EstimationOptions,
  type Estimates,
  exponentLimit,
  finishGradient,
  watched
} from './jmle.ts';
import { kernelOf } from './kernel.ts';
import type { Layout } from './layout.ts';
import { gaussHermite } from './quadrature.ts';
import {
  parameterLength,
  startingAbilities,
  startingPoint,
  type Sums,
  thresholdPreconditioner
} from './tables.ts';

export interface MarginalEstimates extends Estimates {
  /** Posterior standard deviation of each candidate; `abilities` are posterior means. */
  deviations: Float64Array;
  population: { mean: number; deviation: number };
  logLikelihood: number;
}

const NODES = 15;
const NEGLIGIBLE = 1e-12;

/** Fits facets, thresholds and the candidates' population. */
export function fitMarginal(
  layout: Layout,
  connection: Connection,
  options: EstimationOptions
): MarginalEstimates {
  const length = parameterLength(layout);
  const x = new Float64Array(length + 2);
  x.set(startingPoint(layout));
  for (const vector of connection.blind) {
    const along = vector.reduce((sum, v, p) => sum + v * x[p]!, 0);
    vector.forEach((v, p) => (x[p]! -= along * v));
  }
  const abilities = startingAbilities(layout);
  const used = layout.objectCount.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  x[length] = abilities.reduce((sum, a) => sum + a, 0) / used;
  const pass = marginalPass(layout, abilities);
  pass.gradient(x);
  const meanVariance = pass.result.variance / layout.inner.length;
  const thresholds = thresholdPreconditioner(layout);
  const ascent = maximise({
    x,
    gradient: watched(pass.gradient, options),
    precondition: (gradient) => {
      connection.precondition(gradient);
      for (let p = 0; p < layout.parameters; p++) gradient[p]! /= meanVariance;
      thresholds(gradient);
      gradient[length]! *= Math.exp(2 * x[length + 1]!) / used;
      gradient[length + 1]! /= 2 * used;
    },
    ...options
  });
  pass.gradient(x);
  return {
    abilities: pass.result.means,
    deviations: pass.result.deviations,
    x: x.slice(0, length),
    population: { mean: x[length]!, deviation: Math.exp(x[length + 1]!) },
    logLikelihood: pass.result.logLikelihood - scoreTerm(layout, x),
    ascent
  };
}

/** Σ over marks of the severities and thresholds they passed: the part that no ability touches. */
function scoreTerm(layout: Layout, x: Float64Array): number {
  let sum = 0;
  layout.parameterScore.forEach((score, p) => (sum += score * x[p]!));
  layout.atLeast.forEach((count, h) => (sum += count * x[layout.parameters + h]!));
  return sum;
}

function marginalPass(layout: Layout, modes: Float64Array) {
  const kernel = kernelOf(layout);
  const length = parameterLength(layout);
  const gradient = new Float64Array(length + 2);
  const { nodes, weights } = gaussHermite(NODES);
  const posterior = new Float64Array(NODES);
  const ability = new Float64Array(NODES);
  const sums: Sums = { expected: 0, variance: 0, logTotal: 0 };
  const limit = exponentLimit(layout);
  const result = {
    means: new Float64Array(layout.objects),
    deviations: new Float64Array(layout.objects),
    variance: 0,
    logLikelihood: 0
  };

  /** Newton to the posterior mode; returns the information there. */
  function settleMode(object: number, mean: number, precision: number): number {
    for (let tries = 0; ; tries++) {
      sums.expected = 0;
      sums.variance = 0;
      const mode = modes[object]!;
      kernel.sum(object, mode, sums);
      const information = sums.variance + precision;
      const slope = layout.objectScore[object]! - sums.expected - (mode - mean) * precision;
      const step = slope / information;
      if (Math.abs(step) < 1e-4 || tries === 30) return information;
      modes[object] = Math.max(-limit, Math.min(limit, mode + Math.max(-1.5, Math.min(1.5, step))));
    }
  }

  /** Posterior weights at the nodes; returns the log of the marginal likelihood of the candidate. */
  function weigh(object: number, mean: number, precision: number, information: number): number {
    const spread = Math.SQRT2 / Math.sqrt(information);
    let largest = -Infinity;
    for (let q = 0; q < NODES; q++) {
      ability[q] = modes[object]! + spread * nodes[q]!;
      sums.logTotal = 0;
      kernel.logTotals(object, ability[q]!, sums);
      const deviation = ability[q]! - mean;
      posterior[q] =
        layout.objectScore[object]! * ability[q]! -
        sums.logTotal -
        (deviation * deviation * precision) / 2 +
        Math.log(weights[q]!) +
        nodes[q]! ** 2;
      largest = Math.max(largest, posterior[q]!);
    }
    let total = 0;
    for (let q = 0; q < NODES; q++) total += posterior[q] = Math.exp(posterior[q]! - largest);
    for (let q = 0; q < NODES; q++) posterior[q]! /= total;
    return largest + Math.log(total) + Math.log(spread) + 0.5 * Math.log(precision / (2 * Math.PI));
  }

  return {
    result,
    /** Gradient of the marginal log-likelihood, of the population's mean and log-deviation too. */
    gradient(x: Float64Array): Float64Array {
      const mean = x[length]!;
      const precision = Math.exp(-2 * x[length + 1]!);
      kernel.load(x);
      gradient.fill(0);
      result.variance = 0;
      result.logLikelihood = 0;
      for (let object = 0; object < layout.objects; object++) {
        if (layout.objectCount[object] === 0) continue;
        const information = settleMode(object, mean, precision);
        result.variance += sums.variance;
        result.logLikelihood += weigh(object, mean, precision, information);
        let first = 0;
        let second = 0;
        for (let q = 0; q < NODES; q++) {
          const weight = posterior[q]!;
          const deviation = ability[q]! - mean;
          first += weight * deviation;
          second += weight * deviation * deviation;
          if (weight > NEGLIGIBLE) kernel.scatter(object, ability[q]!, weight, gradient);
        }
        result.means[object] = mean + first;
        result.deviations[object] = Math.sqrt(Math.max(0, second - first * first));
        gradient[length]! += first * precision;
        gradient[length + 1]! += second * precision - 1;
      }
      finishGradient(layout, kernel.levels, gradient);
      return gradient;
    }
  };
}
