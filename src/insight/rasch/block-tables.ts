/**
 * When jurors fill the whole grid, blocks of marks have the same criteria, and the expected score of
 * a block depends on one number only, x = ability − severity. It is then tabulated once a pass, and
 * a candidate's ability settles on a few look-ups instead of on all its marks.
 *
 * Between nodes, a cubic with the right values and slopes (the slope of an expected score is its
 * variance): with nodes 1/64 logit apart the error is under a ten-millionth of a level. What the
 * tables give is only where the ability stands; expectations are then summed exactly, mark by mark.
 */
import type { Layout } from './layout.ts';
import type { Sums } from './tables.ts';

const STEP = 1 / 64;
const REACH = 16;
const NODES = 2 * (REACH / STEP) + 1;
/** Different grids above which blocks are summed directly. */
const MOST_PATTERNS = 8;
/** Blocks for each table under which filling it would cost more than it saves. */
const WORTHWHILE = 4 * NODES;

export interface BlockTables {
  /** Tabulates each pattern; `sumAt` adds expectation and variance of a block at x. */
  fill(sumAt: (block: number, x: number, sums: Sums) => void): void;
  /** Adds what the table says of a block at x; false when x is off the table. */
  add(block: number, x: number, sums: Sums): boolean;
}

/** Tables for a layout whose blocks repeat a few patterns; null when they do not, or are too few. */
export function blockTables(layout: Layout, worthwhile = WORTHWHILE): BlockTables | null {
  const patterns = findPatterns(layout);
  const blocks = layout.blockRow.length - 1;
  if (!patterns || blocks < worthwhile * patterns.examples.length) return null;
  const { of, examples } = patterns;
  const expected = new Float64Array(examples.length * NODES);
  const variance = new Float64Array(examples.length * NODES);
  return {
    fill(sumAt) {
      const sums: Sums = { expected: 0, variance: 0, logTotal: 0 };
      examples.forEach((block, pattern) => {
        for (let node = 0; node < NODES; node++) {
          sums.expected = 0;
          sums.variance = 0;
          sumAt(block, node * STEP - REACH, sums);
          expected[pattern * NODES + node] = sums.expected;
          variance[pattern * NODES + node] = sums.variance;
        }
      });
    },
    add(block, x, sums) {
      const place = (x + REACH) / STEP;
      if (!(place >= 0 && place < NODES - 1)) return false;
      const node = Math.floor(place);
      const t = place - node;
      const k = of[block]! * NODES + node;
      const [e0, e1] = [expected[k]!, expected[k + 1]!];
      const [v0, v1] = [variance[k]! * STEP, variance[k + 1]! * STEP];
      const c2 = 3 * (e1 - e0) - 2 * v0 - v1;
      const c3 = 2 * (e0 - e1) + v0 + v1;
      sums.expected += e0 + t * (v0 + t * (c2 + t * c3));
      sums.variance += (v0 + t * (2 * c2 + t * 3 * c3)) / STEP;
      return true;
    }
  };
}

/** Pattern of each block and a block that shows it; null when there are too many patterns. */
function findPatterns({ blockRow, inner }: Layout): { of: Uint8Array; examples: number[] } | null {
  const blocks = blockRow.length - 1;
  const of = new Uint8Array(blocks);
  const examples: number[] = [];
  const isSame = (a: number, b: number) => {
    const length = blockRow[a + 1]! - blockRow[a]!;
    if (blockRow[b + 1]! - blockRow[b]! !== length) return false;
    for (let i = 0; i < length; i++) {
      if (inner[blockRow[a]! + i] !== inner[blockRow[b]! + i]) return false;
    }
    return true;
  };
  for (let block = 0; block < blocks; block++) {
    let pattern = examples.findIndex((example) => isSame(example, block));
    if (pattern === -1) {
      pattern = examples.length;
      if (pattern === MOST_PATTERNS) return null;
      examples.push(block);
    }
    of[block] = pattern;
  }
  return { of, examples };
}
