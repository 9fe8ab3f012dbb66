import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gather } from './gather.ts';

const settle = async (calls: Promise<number>[]) =>
  (await Promise.allSettled(calls)).map((each) =>
    each.status === 'fulfilled' ? each.value : String(each.reason)
  );

describe('gathered calls', () => {
  it('each get their own answer, whenever they arrive; a bad one harms no other', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ pause: fc.nat({ max: 3 }), bad: fc.boolean() }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 8 }),
        async (calls, most) => {
          const batches: number[][] = [];
          const write = gather<number, number>(async (inputs) => {
            batches.push(inputs);
            await Promise.resolve();
            const bad = inputs.find((input) => calls[input]!.bad);
            if (bad !== undefined) throw new Error(`bad ${bad}`);
            return inputs.map((input) => input * 2);
          }, most);
          const answers: Promise<number>[] = [];
          for (const [place, { pause }] of calls.entries()) {
            for (let turn = 0; turn < pause; turn += 1) await Promise.resolve();
            answers.push(write(place));
          }
          expect(await settle(answers)).toEqual(
            calls.map(({ bad }, place) => (bad ? `Error: bad ${place}` : place * 2))
          );
          for (const batch of batches) expect(batch.length).toBeLessThanOrEqual(most);
          const alone = batches.filter((batch) => batch.length === 1).flat();
          expect(calls.flatMap(({ bad }, place) => (bad ? [place] : []))).toEqual(
            alone.filter((input) => calls[input]!.bad)
          );
        }
      )
    );
  });

  it('wait for nothing when alone, and share one write when they come during another', async () => {
    const batches: number[][] = [];
    let finish: () => void = () => undefined;
    const write = gather<number, number>(async (inputs) => {
      batches.push(inputs);
      if (batches.length === 1) await new Promise<void>((resolve) => (finish = resolve));
      return inputs;
    }, 10);
    const calls = [write(1), write(2), write(3)];
    expect(batches).toEqual([[1]]);
    finish();
    expect(await Promise.all(calls)).toEqual([1, 2, 3]);
    expect(batches).toEqual([[1], [2, 3]]);
  });
});
