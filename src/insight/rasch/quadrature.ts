/**
 * Gauss–Hermite nodes and weights for ∫ f(x) e^{−x²} dx.
 * Source: Press et al., Numerical Recipes, §4.6 (Newton on the Hermite recurrence).
 */
export interface Quadrature {
  nodes: Float64Array;
  weights: Float64Array;
}

/** The n-point rule, nodes in descending order. */
export function gaussHermite(n: number): Quadrature {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  let z = 0;
  for (let i = 0; i < Math.ceil(n / 2); i++) {
    z = firstGuess(n, i, z, nodes);
    let derivative = 1;
    for (let tries = 0; tries < 100; tries++) {
      let p1 = Math.PI ** -0.25;
      let p2 = 0;
      for (let j = 0; j < n; j++) {
        const p3 = p2;
        p2 = p1;
        p1 = z * Math.sqrt(2 / (j + 1)) * p2 - Math.sqrt(j / (j + 1)) * p3;
      }
      derivative = Math.sqrt(2 * n) * p2;
      const step = p1 / derivative;
      z -= step;
      if (Math.abs(step) < 1e-14) break;
    }
    nodes[i] = z;
    nodes[n - 1 - i] = -z;
    weights[i] = weights[n - 1 - i] = 2 / (derivative * derivative);
  }
  return { nodes, weights };
}

function firstGuess(n: number, i: number, z: number, nodes: Float64Array): number {
  if (i === 0) return Math.sqrt(2 * n + 1) - 1.85575 * (2 * n + 1) ** (-1 / 6);
  if (i === 1) return z - (1.14 * n ** 0.426) / z;
  if (i === 2) return 1.86 * z - 0.86 * nodes[0]!;
  if (i === 3) return 1.91 * z - 0.91 * nodes[1]!;
  return 2 * z - nodes[i - 2]!;
}
