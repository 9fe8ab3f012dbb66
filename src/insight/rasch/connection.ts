/**
 * What the design lets one compare.
 *
 * Write x for the indicator of a row's non-candidate elements. After candidates are eliminated, the
 * design is S = Σ_c [Σ x xᵀ − (Σ x)(Σ x)ᵀ / n_c]. Its null space is every change of severity that
 * the marks cannot see. One such change a facet is a mere choice of origin; any further one means
 * that the candidates fall into subsets that no common juror or criterion links, whose measures
 * cannot be compared (Linacre, Facets manual, « subset connection »; here exact, by rank).
 */
import {
  cholesky,
  choleskySolve,
  dot,
  nullSpace,
  orthonormalise,
  removeProjection
} from '../matrix.ts';
import type { RaschData } from './data.ts';
import type { Layout } from './layout.ts';

/** Above this many juror, criterion… elements the exact rank costs too much, and is not computed. */
export const CONNECTION_LIMIT = 3000;

export interface Connection {
  /** Orthonormal directions that the marks cannot see, origins of the facets included. */
  blind: Float64Array[];
  /** Number of subsets; null when there are too many elements to tell. */
  subsets: number | null;
  /** Approximate inverse of the information on the non-candidate facets, per unit of variance. */
  precondition: (gradient: Float64Array) => void;
}

/**
 * Studies the design. `prior` is the weight, in marks, that a population distribution lends to each
 * candidate (0 when candidates are free parameters); it links otherwise disconnected subsets.
 */
export function connect(data: RaschData, layout: Layout, prior = 0): Connection {
  const n = layout.parameters;
  const origins = facetOrigins(data, layout);
  if (n > CONNECTION_LIMIT)
    return { blind: origins, subsets: null, precondition: diagonal(layout, origins) };
  const schur = eliminateCandidates(layout, prior);
  unusedParameters(layout, schur);
  const blind = prior > 0 ? origins : nullSpace(schur.slice(), n);
  const scale = schur.reduce((largest, v) => Math.max(largest, v), 1);
  for (const vector of blind) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) schur[i * n + j]! += scale * vector[i]! * vector[j]!;
    }
  }
  cholesky(schur, n);
  return {
    blind,
    subsets: prior > 0 ? null : 1 + blind.length - origins.length,
    precondition: (gradient) => {
      const head = gradient.subarray(0, n);
      removeProjection(head, blind);
      choleskySolve(schur, n, head);
      removeProjection(head, blind);
    }
  };
}

/** One direction a facet: adding a constant to all its elements in use. */
function facetOrigins(data: RaschData, layout: Layout): Float64Array[] {
  const origins = data.facets.slice(1).map((facet, i) => {
    const vector = new Float64Array(layout.parameters);
    const from = layout.offset[i + 1]!;
    for (let e = from; e < from + facet.labels.length; e++) {
      if (layout.parameterCount[e]! > 0) vector[e] = 1;
    }
    return vector;
  });
  return orthonormalise(origins);
}

/** Elements set aside have no row: a unit diagonal keeps them out of the null space. */
function unusedParameters(layout: Layout, schur: Float64Array): void {
  layout.parameterCount.forEach((count, e) => {
    if (count === 0) schur[e * layout.parameters + e] = 1;
  });
}

function eliminateCandidates(layout: Layout, prior: number): Float64Array {
  const n = layout.parameters;
  const { inner, outer, blockRow, objectBlock } = layout;
  const s = new Float64Array(n * n);
  const from = innerOffset(layout);
  const profile = new Float64Array(layout.innerCount);
  const shared = new InnerProducts(s, n, from);
  for (let object = 0; object < layout.objects; object++) {
    if (layout.objectCount[object] === 0) continue;
    const share = 1 / (layout.objectCount[object]! + prior);
    const outerWeight = new Map<number, number>();
    const first = blockRow[objectBlock[object]!]!;
    const last = blockRow[objectBlock[object + 1]!]!;
    for (let row = first; row < last; row++) profile[inner[row]!]!++;
    for (let b = objectBlock[object]!; b < objectBlock[object + 1]!; b++) {
      const marks = blockRow[b + 1]! - blockRow[b]!;
      for (const facet of outer) {
        const p = facet[b]!;
        outerWeight.set(p, (outerWeight.get(p) ?? 0) + marks);
        for (const other of outer) s[p * n + other[b]!]! += marks;
        for (let row = blockRow[b]!; row < blockRow[b + 1]!; row++)
          s[p * n + from + inner[row]!]!++;
      }
    }
    const criteria = distinctInner(inner, first, last, profile);
    for (const [p, weight] of outerWeight) {
      const scaled = weight * share;
      for (const [q, other] of outerWeight) s[p * n + q]! -= scaled * other;
      for (const i of criteria) s[p * n + from + i]! -= scaled * profile[i]!;
    }
    shared.add(criteria, profile, share);
    for (const i of criteria) profile[i] = 0;
  }
  shared.flush();
  for (let p = 0; p < n; p++) for (let q = 0; q < p; q++) mirror(s, n, p, q);
  return s;
}

/** Outer × criterion entries were written once only, on whichever side of the diagonal. */
function mirror(s: Float64Array, n: number, p: number, q: number): void {
  const value = s[p * n + q] !== 0 ? s[p * n + q]! : s[q * n + p]!;
  s[p * n + q] = value;
  s[q * n + p] = value;
}

function distinctInner(
  inner: Layout['inner'],
  first: number,
  last: number,
  profile: Float64Array
): Uint32Array {
  const list = new Uint32Array(last - first);
  let size = 0;
  for (let row = first; row < last; row++) {
    const i = inner[row]!;
    // The sign marks a criterion already listed.
    if (profile[i]! > 0) {
      list[size++] = i;
      profile[i] = -profile[i]!;
    }
  }
  for (let k = 0; k < size; k++) profile[list[k]!] = -profile[list[k]!]!;
  return list.subarray(0, size);
}

/**
 * The criterion × criterion part, by far the largest: candidates who follow one another with the
 * same criteria (the usual case) are added once, with their number.
 */
class InnerProducts {
  readonly #s: Float64Array;
  readonly #n: number;
  readonly #from: number;
  #criteria = new Uint32Array(0);
  #weights = new Float64Array(0);
  #share = 0;
  #times = 0;

  constructor(s: Float64Array, n: number, from: number) {
    this.#s = s;
    this.#n = n;
    this.#from = from;
  }

  add(criteria: Uint32Array, profile: Float64Array, share: number): void {
    const same =
      share === this.#share &&
      criteria.length === this.#criteria.length &&
      criteria.every((i, k) => i === this.#criteria[k] && profile[i] === this.#weights[k]);
    if (!same) {
      this.flush();
      this.#criteria = criteria.slice();
      this.#weights = Float64Array.from(criteria, (i) => profile[i]!);
      this.#share = share;
    }
    this.#times++;
  }

  flush(): void {
    const scaled = this.#share * this.#times;
    this.#criteria.forEach((i, k) => {
      const row = (this.#from + i) * this.#n + this.#from;
      const weight = this.#weights[k]!;
      this.#s[row + i]! += weight * this.#times;
      for (let l = 0; l < this.#criteria.length; l++) {
        this.#s[row + this.#criteria[l]!]! -= scaled * weight * this.#weights[l]!;
      }
    });
    this.#times = 0;
  }
}

function diagonal(layout: Layout, blind: readonly Float64Array[]) {
  return (gradient: Float64Array) => {
    const head = gradient.subarray(0, layout.parameters);
    for (let i = 0; i < head.length; i++) head[i]! /= Math.max(1, layout.parameterCount[i]!);
    removeProjection(head, blind);
  };
}

/** First parameter of the step facet, the one that no `outer` array holds. */
export function innerOffset(layout: Layout): number {
  return layout.offset[layout.stepFacet]!;
}

/**
 * Groups the elements that the marks make comparable, facet by facet: same number, same group
 * (from 1, in order of first appearance); 0 for elements without a usable mark. Groups of another
 * facet take the number of the candidates they met, where that tells them apart.
 */
export function subsetGroups(
  data: RaschData,
  layout: Layout,
  blind: readonly Float64Array[]
): Uint32Array[] {
  const extra = withoutOrigins(blind, facetOrigins(data, layout));
  const innerFrom = innerOffset(layout);
  const objects = numbered(layout.objects, (o) => {
    if (layout.objectCount[o] === 0) return null;
    const block = layout.objectBlock[o]!;
    const inner = innerFrom + layout.inner[layout.blockRow[block]!]!;
    return extra.map((v) => layout.outer.reduce((sum, f) => sum + v[f[block]!]!, 0) + v[inner]!);
  });
  const met = firstMet(layout);
  const others = data.facets.slice(1).map((facet, i) => {
    const from = layout.offset[i + 1]!;
    const own = numbered(facet.labels.length, (e) =>
      layout.parameterCount[from + e] === 0 ? null : extra.map((v) => v[from + e]!)
    );
    const names = new Map<number, number>();
    own.forEach((group, e) => {
      if (group > 0 && !names.has(group)) names.set(group, objects[met[from + e]!]!);
    });
    const distinct = new Set(names.values()).size === names.size;
    return distinct ? own.map((group) => names.get(group) ?? 0) : own;
  });
  return [objects, ...others];
}

/** For each parameter in use, the first candidate it met. */
function firstMet(layout: Layout): Int32Array {
  const met = new Int32Array(layout.parameters).fill(-1);
  const innerFrom = innerOffset(layout);
  for (let o = layout.objects - 1; o >= 0; o--) {
    for (let b = layout.objectBlock[o]!; b < layout.objectBlock[o + 1]!; b++) {
      for (const facet of layout.outer) met[facet[b]!] = o;
      for (let row = layout.blockRow[b]!; row < layout.blockRow[b + 1]!; row++) {
        met[innerFrom + layout.inner[row]!] = o;
      }
    }
  }
  return met;
}

/** Numbers the distinct shift patterns, from 1; 0 where there is none. */
function numbered(size: number, shiftOf: (element: number) => number[] | null): Uint32Array {
  const seen = new Map<string, number>();
  return Uint32Array.from({ length: size }, (_, e) => {
    const shift = shiftOf(e);
    if (!shift) return 0;
    const key = shift.map((x) => Math.round(x * 1e6) || 0).join(',');
    if (!seen.has(key)) seen.set(key, seen.size + 1);
    return seen.get(key)!;
  });
}

function withoutOrigins(
  blind: readonly Float64Array[],
  origins: readonly Float64Array[]
): Float64Array[] {
  const rests = blind.map((vector) => {
    const rest = vector.slice();
    removeProjection(rest, origins);
    return rest;
  });
  // Unit vectors lying among the origins leave only rounding noise.
  return orthonormalise(rests.filter((rest) => dot(rest, rest) > 1e-12));
}
