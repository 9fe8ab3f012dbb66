/** Counts what happens under a key, and says when it happens too often. */
export interface Throttle {
  /** Whether the key has reached its limit. */
  isFull(key: string, now: Date): boolean;
  /** Notes one more. */
  count(key: string, now: Date): void;
}

/**
 * A limit of `most` in each window of `seconds`, by key; in the memory of one process, so a restart
 * forgets. Windows that are over leave no trace.
 */
export function throttle(most: number, seconds: number): Throttle {
  let window = 0;
  let counts = new Map<string, number>();
  const turn = (now: Date) => {
    const current = Math.floor(now.getTime() / (1000 * seconds));
    if (current === window) return;
    window = current;
    counts = new Map();
  };
  return {
    isFull(key, now) {
      turn(now);
      return (counts.get(key) ?? 0) >= most;
    },
    count(key, now) {
      turn(now);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  };
}
