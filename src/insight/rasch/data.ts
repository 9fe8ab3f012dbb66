/**
 * What a many-facet Rasch analysis is given, in columns.
 * Model (J. M. Linacre, 1989, Many-Facet Rasch Measurement, MESA Press):
 *   ln(P_k / P_{k−1}) = candidate − Σ other facets − threshold_k
 * so a high candidate is able, a high juror severe, a high criterion difficult.
 */
export type IndexArray = Uint8Array | Uint16Array | Uint32Array;
export type ScoreArray = Float64Array | Float32Array | Uint8Array | Uint16Array;

export interface Facet {
  name: string;
  labels: readonly string[];
  /** For each row, the place of its element in `labels`. */
  index: IndexArray;
}

export interface RaschData {
  /** The first facet is the object measured (candidates); the others are centred at 0. */
  facets: readonly Facet[];
  /** One mark per row; distinct values, sorted, are the levels of the scale. */
  score: ScoreArray;
}

/** Why no model can be fitted; each has its sentence in messages.ts. */
export type RaschRefusal = 'empty' | 'one-facet' | 'constant' | 'too-many-levels' | 'all-extreme';

/** Levels beyond this are not a rating scale: e^(levels × logits) would leave the range of numbers. */
export const MAX_LEVELS = 41;

/** The smallest unsigned array that can hold places below `size`. */
export function indexArray(size: number, length: number): IndexArray {
  if (size <= 0x100) return new Uint8Array(length);
  if (size <= 0x10000) return new Uint16Array(length);
  return new Uint32Array(length);
}
