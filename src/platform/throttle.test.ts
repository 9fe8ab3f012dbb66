import { expect, test } from 'vitest';
import { throttle } from './throttle.ts';

const at = (seconds: number) => new Date(1_000_000_000 + 1000 * seconds);

test('lets a key through until its limit, without touching the others', () => {
  const misses = throttle(2, 60);
  expect(misses.isFull('a', at(0))).toBe(false);
  misses.count('a', at(0));
  expect(misses.isFull('a', at(1))).toBe(false);
  misses.count('a', at(1));
  expect(misses.isFull('a', at(2))).toBe(true);
  expect(misses.isFull('b', at(2))).toBe(false);
});

test('forgets once the window is over', () => {
  const misses = throttle(1, 60);
  misses.count('a', at(0));
  expect(misses.isFull('a', at(0))).toBe(true);
  expect(misses.isFull('a', at(60))).toBe(false);
});
