/** How fast a crowd went: each one does one thing after another, all at the same time. */
export interface Pace {
  perSecond: number;
  /** Milliseconds of each, sorted. */
  times: number[];
}

/** Shares `total` turns among `crowd`, and times each. */
export async function inTurn(
  crowd: number,
  total: number,
  turn: (who: number, n: number) => Promise<unknown>
): Promise<Pace> {
  const times: number[] = [];
  let next = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: crowd }, async (_, who) => {
      while (next < total) {
        const n = next++;
        const from = performance.now();
        await turn(who, n);
        times.push(performance.now() - from);
      }
    })
  );
  const seconds = (performance.now() - start) / 1000;
  return { perSecond: total / seconds, times: times.sort((a, b) => a - b) };
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

export const summary = (name: string, { times }: Pace): Record<string, string> => ({
  [`${name} p50 ms`]: quantile(times, 0.5).toFixed(1),
  [`${name} p99 ms`]: quantile(times, 0.99).toFixed(1)
});
