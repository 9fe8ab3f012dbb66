/**
 * Small dense linear algebra for symmetric matrices, row-major in a Float64Array.
 * Source: G. H. Golub & C. F. Van Loan, Matrix Computations (4th ed.), §4.2.
 */

/** Solves A x = b by Gaussian elimination; null when A is singular. */
export function solveLinear(
  matrix: readonly (readonly number[])[],
  right: readonly number[]
): number[] | null {
  const n = right.length;
  const a = matrix.map((row, i) => [...row, right[i]!]);
  const scale = Math.max(...a.flat().map(Math.abs), Number.MIN_VALUE);
  for (let col = 0; col < n; col++) {
    let pivot = col;
    for (let row = col + 1; row < n; row++) {
      if (Math.abs(a[row]![col]!) > Math.abs(a[pivot]![col]!)) pivot = row;
    }
    if (Math.abs(a[pivot]![col]!) < scale * 1e-12) return null;
    [a[col], a[pivot]] = [a[pivot]!, a[col]!];
    for (let row = 0; row < n; row++) {
      if (row === col) continue;
      const factor = a[row]![col]! / a[col]![col]!;
      if (factor === 0) continue;
      for (let k = col; k <= n; k++) a[row]![k]! -= factor * a[col]![k]!;
    }
  }
  return a.map((row, i) => row[n]! / row[i]!);
}

/** In-place Cholesky A = L Lᵀ (L in the lower triangle) of a positive definite matrix. */
export function cholesky(a: Float64Array, n: number): void {
  for (let j = 0; j < n; j++) {
    const rowJ = j * n;
    let diagonal = a[rowJ + j]!;
    for (let k = 0; k < j; k++) diagonal -= a[rowJ + k]! ** 2;
    const pivot = Math.sqrt(diagonal);
    a[rowJ + j] = pivot;
    for (let i = j + 1; i < n; i++) {
      const rowI = i * n;
      let sum = a[rowI + j]!;
      for (let k = 0; k < j; k++) sum -= a[rowI + k]! * a[rowJ + k]!;
      a[rowI + j] = sum / pivot;
    }
  }
}

/** Solves L Lᵀ x = b in place, L from {@link cholesky}. */
export function choleskySolve(l: Float64Array, n: number, x: Float64Array): void {
  for (let i = 0; i < n; i++) {
    let sum = x[i]!;
    for (let k = 0; k < i; k++) sum -= l[i * n + k]! * x[k]!;
    x[i] = sum / l[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let k = i + 1; k < n; k++) sum -= l[k * n + i]! * x[k]!;
    x[i] = sum / l[i * n + i]!;
  }
}

/**
 * Orthonormal basis of the null space of a positive semi-definite matrix (destroyed), by Cholesky
 * with diagonal pivoting. `tolerance` is relative to the largest diagonal entry.
 */
export function nullSpace(a: Float64Array, n: number, tolerance = 1e-9): Float64Array[] {
  const order = Array.from({ length: n }, (_, i) => i);
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, a[i * n + i]!);
  let rank = 0;
  for (; rank < n; rank++) {
    let pivot = rank;
    for (let i = rank + 1; i < n; i++) {
      if (a[order[i]! * n + order[i]!]! > a[order[pivot]! * n + order[pivot]!]!) pivot = i;
    }
    [order[rank], order[pivot]] = [order[pivot]!, order[rank]!];
    const p = order[rank]!;
    const diagonal = a[p * n + p]!;
    if (diagonal <= largest * tolerance) break;
    // Eliminates p from the rows still to come; row p keeps the coefficients to substitute back.
    for (let i = rank + 1; i < n; i++) {
      const row = order[i]!;
      const factor = a[p * n + row]! / diagonal;
      if (factor === 0) continue;
      for (let j = rank + 1; j < n; j++) a[row * n + order[j]!]! -= factor * a[p * n + order[j]!]!;
    }
  }
  const basis: Float64Array[] = [];
  for (let free = rank; free < n; free++) {
    const vector = new Float64Array(n);
    vector[order[free]!] = 1;
    for (let i = rank - 1; i >= 0; i--) {
      const p = order[i]!;
      let sum = 0;
      for (let j = i + 1; j < n; j++) sum += a[p * n + order[j]!]! * vector[order[j]!]!;
      vector[p] = -sum / a[p * n + p]!;
    }
    basis.push(vector);
  }
  return orthonormalise(basis);
}

/** Gram–Schmidt, twice for accuracy; vectors that depend on earlier ones are left out. */
export function orthonormalise(vectors: readonly Float64Array[]): Float64Array[] {
  const basis: Float64Array[] = [];
  for (const source of vectors) {
    const vector = source.slice();
    const before = Math.sqrt(dot(vector, vector));
    removeProjection(vector, basis);
    removeProjection(vector, basis);
    const norm = Math.sqrt(dot(vector, vector));
    if (norm > before * 1e-8) basis.push(vector.map((v) => v / norm));
  }
  return basis;
}

/** Takes away from x, in place, its part along an orthonormal basis. */
export function removeProjection(x: Float64Array, basis: readonly Float64Array[]): void {
  for (const vector of basis) {
    const along = dot(x, vector);
    for (let i = 0; i < vector.length; i++) x[i]! -= along * vector[i]!;
  }
}

/** Scalar product over the length of the second vector. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < b.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
