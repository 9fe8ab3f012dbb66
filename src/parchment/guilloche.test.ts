import { describe, expect, test } from 'vitest';
import { guilloche, page } from './guilloche.ts';

describe('the guilloche', () => {
  test('is the same for the same number, and another for another', () => {
    expect(guilloche('PCH-1')).toEqual(guilloche('PCH-1'));
    for (const part of ['frame', 'field', 'seal'] as const)
      expect(guilloche('PCH-1')[part]).not.toBe(guilloche('PCH-2')[part]);
  });

  test.each(['PCH-1', 'PCH-2', '', '証明書'])(
    'of « %s » is made of closed, smooth curves',
    (number) => {
      for (const path of Object.values(guilloche(number)))
        for (const { arcs, end, start } of curves(path)) {
          expect(end).toEqual(start);
          for (const [index, arc] of arcs.entries()) {
            const next = arcs[(index + 1) % arcs.length]!;
            const arriving = Math.atan2(arc[5]! - arc[3]!, arc[4]! - arc[2]!);
            const leaving = Math.atan2(next[1]!, next[0]!);
            const bend = Math.abs(Math.sin(arriving - leaving));
            // Rounding to hundredths of a millimetre turns a short handle by a few degrees.
            expect(bend).toBeLessThan(0.15);
          }
        }
    }
  );

  test('stays within the page', () => {
    const { frame } = guilloche('PCH-1');
    for (const { points } of curves(frame))
      for (const { x, y } of points) {
        expect(x).toBeGreaterThan(500);
        expect(y).toBeGreaterThan(500);
        expect(x).toBeLessThan(page.width - 500);
        expect(y).toBeLessThan(page.height - 500);
      }
  });
});

/** The subpaths of path data: Bézier arcs as six relative numbers, and the knots they reach. */
function curves(path: string) {
  return path
    .split('z')
    .filter((part) => part !== '')
    .map((part) => {
      const [head = '', body = ''] = part.split('c');
      const [x = 0, y = 0] = head.slice(1).split(' ').map(Number);
      const numbers = body.split(' ').map(Number);
      const arcs = Array.from({ length: numbers.length / 6 }, (_, index) =>
        numbers.slice(6 * index, 6 * index + 6)
      );
      let pen = { x, y };
      const points = arcs.map((arc) => (pen = { x: pen.x + arc[4]!, y: pen.y + arc[5]! }));
      return { arcs, points, start: { x, y }, end: points.at(-1) };
    });
}
