import { throttle } from '#platform/throttle.ts';

/** Numbers that nobody bears are what guessing looks like: twenty in a minute from one place is plenty. */
export const misses = throttle(20, 60);

/** Files take some work to verify. */
export const files = throttle(30, 60);
