import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ringPath, ringTurns } from './guilloche.ts';

const ring = fc.record({
  radius: fc.integer({ min: 50, max: 500 }),
  amplitude: fc.integer({ min: 1, max: 50 }),
  lobes: fc.integer({ min: 2, max: 60 }),
  turns: fc.integer({ min: 1, max: 12 })
});

/** Where the path starts, then the end of each of its curves; adding 0 turns -0 into 0. */
const stops = (path: string): [number, number][] =>
  path
    .slice(1, -1)
    .split('C')
    .map(
      (part) =>
        part
          .split(' ')
          .slice(-2)
          .map((text) => Number(text) + 0) as [number, number]
    );

describe('a guilloche ring', () => {
  it('closes on itself and stays between its crest and its trough', () => {
    fc.assert(
      fc.property(ring, (shape) => {
        const points = stops(ringPath(shape));
        expect(points.at(-1)).toEqual(points[0]);
        for (const [x, y] of points) {
          const radius = Math.hypot(x, y);
          expect(radius).toBeLessThanOrEqual(shape.radius + shape.amplitude + 0.1);
          expect(radius).toBeGreaterThanOrEqual(shape.radius - shape.amplitude - 0.1);
        }
      })
    );
  });

  it('is laid at angles that share one wave evenly', () => {
    expect(ringTurns({ radius: 10, amplitude: 1, lobes: 6, turns: 4 })).toEqual([0, 15, 30, 45]);
  });
});
