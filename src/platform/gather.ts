/**
 * Gathers calls that arrive while an earlier batch is being written, and writes them together in
 * the next one (group commit, as databases do with their log). Alone, a call waits for nothing; under
 * load, many callers share one transaction. When a shared batch fails, each call is tried alone, so
 * that one bad call harms no other.
 *
 * @example
 * const insert = gather(async (rows: Row[]) => writeAll(rows), 256);
 * await insert(row);
 */
export function gather<Input, Output>(
  write: (inputs: Input[]) => Promise<Output[]>,
  most: number
): (input: Input) => Promise<Output> {
  interface Waiting {
    input: Input;
    resolve(output: Output): void;
    reject(error: unknown): void;
  }
  const queue: Waiting[] = [];
  let writing = false;

  async function settle(batch: Waiting[]): Promise<void> {
    try {
      const outputs = await write(batch.map(({ input }) => input));
      batch.forEach(({ resolve }, place) => resolve(outputs[place] as Output));
    } catch (error) {
      const [only] = batch;
      if (batch.length === 1 && only) only.reject(error);
      else for (const each of batch) await settle([each]);
    }
  }

  async function drain(): Promise<void> {
    writing = true;
    while (queue.length > 0) await settle(queue.splice(0, most));
    writing = false;
  }

  return (input) =>
    new Promise((resolve, reject) => {
      queue.push({ input, resolve, reject });
      if (!writing) void drain();
    });
}
