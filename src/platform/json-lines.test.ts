import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonLines } from './json-lines.ts';

test('lines are read whole, wherever the network cuts them', async () => {
  const told = [
    { progress: { share: 0.25, unplaced: 3, gap: null } },
    { refusal: { code: 'session.no-plan', message: { fr: 'Hélène n’a « rien »', en: 'None' } } },
    { done: { gap: 0.011 } }
  ];
  const bytes = new TextEncoder().encode(told.map((line) => `${JSON.stringify(line)}\n`).join(''));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(bytes.length)), async (cuts) => {
      const edges = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
      const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
        start(controller) {
          edges
            .slice(1)
            .forEach((edge, place) => controller.enqueue(bytes.slice(edges[place], edge)));
          controller.close();
        }
      });
      expect(await Array.fromAsync(jsonLines(body))).toEqual(told);
    })
  );
});
