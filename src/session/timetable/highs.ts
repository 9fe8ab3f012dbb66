import loadHighs from 'highs';
import type { Highs } from 'highs';

export interface Solved {
  status: 'optimal' | 'feasible';
  objective: number;
  /** No solution costs less. */
  bound: number;
  values: number[];
}

/** A linear programme, min cost·x, built row by row; integer where said. */
export class Programme {
  readonly #costs: number[] = [];
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];
  readonly #integer: (0 | 1)[] = [];
  readonly #rowLower: number[] = [];
  readonly #rowUpper: number[] = [];
  readonly #starts: number[] = [0];
  readonly #indices: number[] = [];
  readonly #values: number[] = [];

  /** Adds an unknown between two bounds; returns its column. */
  variable(cost: number, lower = 0, upper = Infinity): number {
    this.#integer.push(0);
    this.#lower.push(lower);
    this.#upper.push(upper);
    return this.#costs.push(cost) - 1;
  }

  /** Adds an unknown that is 0 or 1; returns its column. */
  choice(cost: number): number {
    const column = this.variable(cost, 0, 1);
    this.#integer[column] = 1;
    return column;
  }

  /** Adds lower ≤ Σ coefficient × column ≤ upper. */
  row(
    lower: number,
    terms: Iterable<readonly [column: number, coefficient: number]>,
    upper: number
  ) {
    for (const [column, coefficient] of terms) {
      this.#indices.push(column);
      this.#values.push(coefficient);
    }
    this.#starts.push(this.#indices.length);
    this.#rowLower.push(lower);
    this.#rowUpper.push(upper);
  }

  /**
   * Solves with HiGHS, on one thread. Stops at `nodes` branch-and-bound nodes (so that the outcome
   * does not hang on the speed of the machine) and in any case after `seconds`. `start` is a known
   * feasible point to improve on.
   */
  async solve(
    options: { nodes?: number; seconds?: number; start?: readonly number[] } = {}
  ): Promise<Solved | { status: 'infeasible' | 'unknown' }> {
    // HiGHS refuses to solve a model without unknowns.
    if (this.#costs.length === 0)
      return this.#rowLower.every((lower, row) => lower <= 0 && this.#rowUpper[row]! >= 0)
        ? { status: 'optimal', objective: 0, bound: 0, values: [] }
        : { status: 'infeasible' };
    const highs = await (runtime ??= loadHighs());
    const { infinity, constants } = highs;
    const finite = (value: number) => Math.max(-infinity, Math.min(infinity, value));
    const isInteger = this.#integer.includes(1);
    return highs.withModel((model) => {
      model.options.set({ output_flag: false, random_seed: 1 });
      model.options.set('time_limit', options.seconds ?? 10);
      if (isInteger && options.nodes) model.options.set('mip_max_nodes', options.nodes);
      model.passModel({
        numCols: this.#costs.length,
        numRows: this.#rowLower.length,
        colCost: this.#costs,
        colLower: this.#lower.map(finite),
        colUpper: this.#upper.map(finite),
        rowLower: this.#rowLower.map(finite),
        rowUpper: this.#rowUpper.map(finite),
        matrix: {
          format: 'csr',
          numRows: this.#rowLower.length,
          numCols: this.#costs.length,
          starts: this.#starts,
          indices: this.#indices,
          values: this.#values
        },
        ...(isInteger ? { integrality: this.#integer } : {})
      });
      if (options.start) model.setSolution({ colValue: options.start });
      model.run();
      const status = model.getModelStatus();
      if (status === constants.modelStatus.infeasible) return { status: 'infeasible' as const };
      const objective = model.getObjectiveValue();
      const solution = model.getSolution();
      const values = [...(solution.colValue ?? [])];
      if (status === constants.modelStatus.optimal) {
        const bound = isInteger ? Number(model.info.get('mip_dual_bound')) : objective;
        return { status: 'optimal' as const, objective, bound, values };
      }
      const found =
        isInteger && model.info.get('primal_solution_status') === constants.solutionStatus.feasible;
      return found
        ? {
            status: 'feasible' as const,
            objective,
            bound: Number(model.info.get('mip_dual_bound')),
            values
          }
        : { status: 'unknown' as const };
    });
  }
}

let runtime: Promise<Highs> | undefined;
