/**
 * What the marks say of the criteria themselves, in classical terms.
 * Source: L. Crocker & J. Algina (1986), Introduction to Classical and Modern Test Theory, ch. 14.
 */

export interface CriterionFacts {
  criterion: string;
  marks: number;
  /** Mean mark, and share of the highest mark (1 = everybody at the top). */
  mean: number;
  ease: number;
  /** Marks given at each level of the scale, and levels nobody received. */
  used: number[];
  unused: number[];
  /** Correlation with the candidate's mean on the other criteria; null without spread. */
  discrimination: number | null;
}

export interface Redundancy {
  first: string;
  second: string;
  correlation: number;
  candidates: number;
}

/**
 * A candidate × criterion table of marks (means over jurors, null when missing), with the scale's
 * levels; `given[i]` lists every single mark of criterion i.
 */
export interface CriterionTable {
  criteria: readonly string[];
  rows: readonly (readonly (number | null)[])[];
  given: readonly (readonly number[])[];
  scale: readonly number[];
}

/** Facts on each criterion. */
export function criterionFacts({ criteria, rows, given, scale }: CriterionTable): CriterionFacts[] {
  const highest = Math.max(...scale);
  const lowest = Math.min(...scale);
  return criteria.map((criterion, i) => {
    const marks = given[i]!;
    const mean = marks.reduce((sum, m) => sum + m, 0) / marks.length;
    const used = scale.map((level) => marks.filter((m) => m === level).length);
    const pairs = rows.flatMap((row) => {
      const others = row.filter((mark, k): mark is number => mark !== null && k !== i);
      const own = row[i] ?? null;
      return own === null || others.length === 0
        ? []
        : [[own, others.reduce((sum, m) => sum + m, 0) / others.length] as const];
    });
    return {
      criterion,
      marks: marks.length,
      mean,
      ease: (mean - lowest) / (highest - lowest),
      used,
      unused: scale.filter((_, k) => used[k] === 0),
      discrimination: correlation(pairs)
    };
  });
}

/** Pairs of criteria whose marks go together so closely that one may do. */
export function redundantCriteria(table: CriterionTable, threshold = 0.9): Redundancy[] {
  const found: Redundancy[] = [];
  const { criteria, rows } = table;
  for (let i = 0; i < criteria.length; i++) {
    for (let j = i + 1; j < criteria.length; j++) {
      const pairs = rows.flatMap((row) => {
        const [a, b] = [row[i] ?? null, row[j] ?? null];
        return a === null || b === null ? [] : [[a, b] as const];
      });
      const r = correlation(pairs);
      if (r !== null && r >= threshold) {
        found.push({
          first: criteria[i]!,
          second: criteria[j]!,
          correlation: r,
          candidates: pairs.length
        });
      }
    }
  }
  return found.sort((a, b) => b.correlation - a.correlation);
}

/** Pearson's correlation; null with fewer than three pairs or without spread. */
export function correlation(pairs: readonly (readonly [number, number])[]): number | null {
  const n = pairs.length;
  if (n < 3) return null;
  const mx = pairs.reduce((sum, [x]) => sum + x, 0) / n;
  const my = pairs.reduce((sum, [, y]) => sum + y, 0) / n;
  let [xx, yy, xy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xx += (x - mx) ** 2;
    yy += (y - my) ** 2;
    xy += (x - mx) * (y - my);
  }
  return xx === 0 || yy === 0 ? null : xy / Math.sqrt(xx * yy);
}
