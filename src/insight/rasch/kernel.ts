/**
 * The inner loops of the estimation: expectations and variances of a block's marks.
 *
 * All the time of an analysis is spent here, hence plain loops on typed arrays, and a version
 * unrolled for four levels, the marking scale of the certification (twice as fast, same result).
 */
import { type BlockTables, blockTables } from './block-tables.ts';
import type { Layout } from './layout.ts';
import { easeTable, stepTable, type Sums } from './tables.ts';

export interface Kernel {
  /** Reads the parameters into tables, and forgets the expected levels. */
  load(x: Float64Array): void;
  /** Adds expectation and variance over all blocks of a candidate of that ability. */
  sum(object: number, ability: number, sums: Sums): void;
  /** Adds the log-normalisers over all blocks of a candidate. */
  logTotals(object: number, ability: number, sums: Sums): void;
  /** Adds `weight` times the expected levels to `levels`, and expected scores to the outer facets. */
  scatter(object: number, ability: number, weight: number, gradient: Float64Array): void;
  /** Expected marks at each level above the lowest, for [criterion × maxTop + level−1]. */
  levels: Float64Array;
}

/** Normalisers multiplied together before a logarithm is taken; their product stays finite. */
const LOG_EVERY = 4;

/** Builds the loops over a layout, with their tables; whole-grid blocks are tabulated by default. */
export function kernelOf(layout: Layout, tables: BlockTables | null = blockTables(layout)): Kernel {
  const { maxTop, blockRow, objectBlock, inner, outer } = layout;
  const table = new Float64Array(layout.innerCount * maxTop);
  const ease = new Float64Array(layout.parameters);
  const powers = new Float64Array(maxTop);
  const levels = new Float64Array(layout.innerCount * maxTop);
  const work = { table, powers, levels, inner, maxTop };
  const sumRows = maxTop === 3 ? sumFourLevels : sumAnyLevels;
  const scatterRows = maxTop === 3 ? scatterFourLevels : scatterAnyLevels;

  /** e^{k x} for the block, x = ability − Σ outer facets. */
  function setPowers(block: number, easeOfObject: number): void {
    let e = easeOfObject;
    for (let f = 0; f < outer.length; f++) e *= ease[outer[f]![block]!]!;
    let power = 1;
    for (let k = 0; k < maxTop; k++) powers[k] = power *= e;
  }

  let parameters: Float64Array = new Float64Array(0);
  function predictor(block: number, ability: number): number {
    let x = ability;
    for (let f = 0; f < outer.length; f++) x -= parameters[outer[f]![block]!]!;
    return x;
  }

  return {
    levels,
    load(x) {
      parameters = x;
      stepTable(layout, x, table);
      easeTable(layout, x, ease);
      levels.fill(0);
      tables?.fill((block, at, sums) => {
        let power = 1;
        for (let k = 0; k < maxTop; k++) powers[k] = power *= Math.exp(at);
        sumRows(work, blockRow[block]!, blockRow[block + 1]!, sums);
      });
    },
    sum(object, ability, sums) {
      const e = Math.exp(ability);
      for (let b = objectBlock[object]!; b < objectBlock[object + 1]!; b++) {
        if (tables?.add(b, predictor(b, ability), sums)) continue;
        setPowers(b, e);
        sumRows(work, blockRow[b]!, blockRow[b + 1]!, sums);
      }
    },
    logTotals(object, ability, sums) {
      const e = Math.exp(ability);
      for (let b = objectBlock[object]!; b < objectBlock[object + 1]!; b++) {
        setPowers(b, e);
        sums.logTotal += logTotalOf(work, blockRow[b]!, blockRow[b + 1]!);
      }
    },
    scatter(object, ability, weight, gradient) {
      const e = Math.exp(ability);
      for (let b = objectBlock[object]!; b < objectBlock[object + 1]!; b++) {
        setPowers(b, e);
        const expected = scatterRows(work, blockRow[b]!, blockRow[b + 1]!, weight);
        for (let f = 0; f < outer.length; f++) gradient[outer[f]![b]!]! += expected;
      }
    }
  };
}

interface Work {
  table: Float64Array;
  powers: Float64Array;
  levels: Float64Array;
  inner: Layout['inner'];
  maxTop: number;
}

function sumAnyLevels(work: Work, from: number, to: number, sums: Sums): void {
  const { table, powers, inner, maxTop } = work;
  let expected = 0;
  let variance = 0;
  for (let row = from; row < to; row++) {
    const start = inner[row]! * maxTop;
    let total = 1;
    let first = 0;
    let second = 0;
    for (let k = 0; k < maxTop; k++) {
      const term = table[start + k]! * powers[k]!;
      const weighted = (k + 1) * term;
      total += term;
      first += weighted;
      second += (k + 1) * weighted;
    }
    const inverse = 1 / total;
    const mean = first * inverse;
    expected += mean;
    variance += second * inverse - mean * mean;
  }
  sums.expected += expected;
  sums.variance += variance;
}

function sumFourLevels(work: Work, from: number, to: number, sums: Sums): void {
  const { table, powers, inner } = work;
  const x1 = powers[0]!;
  const x2 = powers[1]!;
  const x3 = powers[2]!;
  let expected = 0;
  let variance = 0;
  for (let row = from; row < to; row++) {
    const start = inner[row]! * 3;
    const a = table[start]! * x1;
    const b = table[start + 1]! * x2;
    const c = table[start + 2]! * x3;
    const inverse = 1 / (1 + a + b + c);
    const mean = (a + 2 * b + 3 * c) * inverse;
    expected += mean;
    variance += (a + 4 * b + 9 * c) * inverse - mean * mean;
  }
  sums.expected += expected;
  sums.variance += variance;
}

function scatterAnyLevels(work: Work, from: number, to: number, weight: number): number {
  const { table, powers, levels, inner, maxTop } = work;
  let expected = 0;
  for (let row = from; row < to; row++) {
    const start = inner[row]! * maxTop;
    let total = 1;
    let first = 0;
    for (let k = 0; k < maxTop; k++) {
      const term = table[start + k]! * powers[k]!;
      total += term;
      first += (k + 1) * term;
    }
    const share = weight / total;
    expected += first * share;
    for (let k = 0; k < maxTop; k++) levels[start + k]! += table[start + k]! * powers[k]! * share;
  }
  return expected;
}

function scatterFourLevels(work: Work, from: number, to: number, weight: number): number {
  const { table, powers, levels, inner } = work;
  const x1 = powers[0]!;
  const x2 = powers[1]!;
  const x3 = powers[2]!;
  let expected = 0;
  for (let row = from; row < to; row++) {
    const start = inner[row]! * 3;
    const a = table[start]! * x1;
    const b = table[start + 1]! * x2;
    const c = table[start + 2]! * x3;
    const share = weight / (1 + a + b + c);
    expected += (a + 2 * b + 3 * c) * share;
    levels[start]! += a * share;
    levels[start + 1]! += b * share;
    levels[start + 2]! += c * share;
  }
  return expected;
}

function logTotalOf({ table, powers, inner, maxTop }: Work, from: number, to: number): number {
  let sum = 0;
  let product = 1;
  for (let row = from; row < to; row++) {
    const start = inner[row]! * maxTop;
    let total = 1;
    for (let k = 0; k < maxTop; k++) total += table[start + k]! * powers[k]!;
    product *= total;
    if ((row - from) % LOG_EVERY === LOG_EVERY - 1 || product > 1e200) {
      sum += Math.log(product);
      product = 1;
    }
  }
  return sum + Math.log(product);
}
