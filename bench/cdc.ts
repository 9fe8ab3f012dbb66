/**
 * How fast the file for the Caisse des Dépôts is written, and in how much memory.
 * node --expose-gc bench/cdc.ts [holders]: the file, then the same bytes with nothing computed.
 */
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { flux, samplePassages, sampleSender } from '../src/registry/cdc/index.ts';

const holders = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'parchemin-bench-'));
const megabyte = 1_000_000;

/** What this process holds: objects, and bytes outside the heap of objects. */
function held(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Writes the pieces to a file: seconds, bytes and the most that was held above the start. */
async function write(name: string, pieces: AsyncIterable<string | Buffer>) {
  globalThis.gc?.();
  const before = held();
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, held())), 50);
  const file = join(folder, name);
  const start = performance.now();
  await pipeline(Readable.from(pieces), createWriteStream(file));
  const seconds = (performance.now() - start) / 1000;
  clearInterval(watch);
  const bytes = statSync(file).size;
  rmSync(file);
  return { what: name, holders: 0, bytes, seconds, memory: peak - before };
}

const heading = { ...sampleSender, id: 'bench', at: new Date('2026-11-25T08:30:00Z') };
const of = async (count: number) => ({
  ...(await write('flux', flux(heading, samplePassages(count)))),
  holders: count
});

async function* same(bytes: number) {
  const piece = Buffer.alloc(65_536, 'x');
  for (let left = bytes; left > 0; left -= piece.length) yield piece.subarray(0, left);
}

await of(1000);
const tenth = await of(Math.round(holders / 10));
const all = await of(holders);
const raw = await write('same bytes', same(all.bytes));
rmSync(folder, { recursive: true });

console.table(
  [tenth, all, raw].map(({ what, holders: count, bytes, seconds, memory }) => ({
    what,
    holders: count || '',
    MB: (bytes / megabyte).toFixed(0),
    seconds: seconds.toFixed(1),
    'MB/s': (bytes / megabyte / seconds).toFixed(0),
    'most held, MB': (memory / megabyte).toFixed(0)
  }))
);
