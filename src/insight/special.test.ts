import { expect, test } from 'vitest';
import { gaussHermite } from './rasch/quadrature.ts';
import {
  chiSquareTail,
  fCdf,
  fQuantile,
  incompleteBeta,
  logGamma,
  normalCdf,
  studentTwoSided
} from './special.ts';

// Expected values: pgamma, pbeta, qf, pchisq, pnorm, pt of R 4.2.2.
test('ln Γ', () => {
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
  expect(logGamma(11)).toBeCloseTo(Math.log(3628800), 12);
});

test('incomplete beta and F', () => {
  expect(incompleteBeta(0.3, 2, 5)).toBeCloseTo(0.579825, 6);
  expect(fCdf(2.5, 5, 15)).toBeCloseTo(1 - 0.07743495086, 9);
  expect(fQuantile(0.975, 5, 15)).toBeCloseTo(3.576415349, 8);
  expect(fQuantile(0.975, 3.4, 7.9)).toBeCloseTo(5.289034051, 8);
  expect(fCdf(fQuantile(0.1, 3, 200), 3, 200)).toBeCloseTo(0.1, 10);
});

test('χ², normal, Student', () => {
  expect(chiSquareTail(3.841459, 1)).toBeCloseTo(0.05, 7);
  expect(chiSquareTail(41.308, 6)).toBeCloseTo(2.517985708e-7, 14);
  expect(normalCdf(1.959964)).toBeCloseTo(0.975, 7);
  expect(normalCdf(-1)).toBeCloseTo(0.1586553, 7);
  expect(studentTwoSided(2.228139, 10)).toBeCloseTo(0.05, 6);
});

test('Gauss–Hermite rules integrate polynomials exactly', () => {
  for (const n of [3, 8, 15]) {
    const { nodes, weights } = gaussHermite(n);
    const integral = (f: (x: number) => number) =>
      nodes.reduce((sum, x, i) => sum + weights[i]! * f(x), 0);
    expect(integral(() => 1)).toBeCloseTo(Math.sqrt(Math.PI), 11);
    expect(integral((x) => x ** 4)).toBeCloseTo((3 / 4) * Math.sqrt(Math.PI), 11);
    expect(integral((x) => x ** 3)).toBeCloseTo(0, 11);
  }
});
