import { sha256 } from '#platform/canonical.ts';

/**
 * Chance that repeats: a number in [0, 1) drawn from the seed and from what it is about, so that the
 * order in which things are drawn does not matter.
 */
export const chance = (seed: number, ...about: (string | number)[]): number =>
  Number.parseInt(sha256([seed, ...about].join('|')).slice(0, 12), 16) / 2 ** 48;

/** A roughly normal draw of mean 0 and standard deviation 1 (Irwin–Hall, twelve uniforms). */
export function normal(seed: number, ...about: (string | number)[]): number {
  let sum = -6;
  for (let draw = 0; draw < 12; draw += 1) sum += chance(seed, ...about, draw);
  return sum;
}

/** One of a list. @throws RangeError for an empty list */
export function oneOf<T>(list: readonly T[], seed: number, ...about: (string | number)[]): T {
  const chosen = list[Math.floor(chance(seed, ...about) * list.length)];
  if (chosen === undefined) throw new RangeError('Nothing to choose from');
  return chosen;
}

/** Bytes that repeat with the seed: for a rehearsal's certificate numbers, never for real ones. */
export function repeatableBytes(seed: number): (bytes: number) => Uint8Array {
  let drawn = 0;
  return (bytes) => {
    drawn += 1;
    return Uint8Array.from({ length: bytes }, (_, place) =>
      Math.floor(chance(seed, 'bytes', drawn, place) * 256)
    );
  };
}
