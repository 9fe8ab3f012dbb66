import { PriceSearch } from './capacity.ts';
import type { CapacityBound } from './capacity.ts';
import type { Grid } from './grid.ts';
import { commonStartsOf } from './written.ts';
import type { CommonStarts } from './written.ts';

/** One choice of common starts for the collective papers, and the prices that bound its plans. */
export interface Branch {
  starts: CommonStarts;
  prices: PriceSearch;
  /** No plan was found with these starts: others are tried first. */
  failed: boolean;
}

/** Ways to place the collective papers that are looked at, at most. */
const maxBranches = 100;

/**
 * The choices of common starts, and a lower bound on the presence and days of every plan: the least
 * of the bounds of the choices, and of one more without fixed starts when some were left out.
 */
export class Branches {
  readonly #relaxation: CapacityBound;
  readonly #others: PriceSearch | undefined;
  #open: Branch[];

  constructor(grid: Grid, relaxation: CapacityBound) {
    const { choices, complete } = commonStartsOf(grid, maxBranches);
    this.#relaxation = relaxation;
    this.#open = choices.map((starts) => ({
      starts,
      prices: new PriceSearch(relaxation, starts),
      failed: false
    }));
    this.#others = complete ? undefined : new PriceSearch(relaxation, new Map());
  }

  /** A first bound for each choice; drops those with which some candidate has no way at all. */
  async open(breathe: () => Promise<void>) {
    for (const search of this.#searches()) {
      search.round();
      await breathe();
    }
    this.#open = this.#open.filter(({ prices }) => prices.best < Infinity);
  }

  /** Whether no plan exists. */
  get empty(): boolean {
    return this.#open.length === 0 && (this.#others?.best ?? Infinity) === Infinity;
  }

  get bound(): number {
    return Math.min(...this.#searches().map((search) => search.best));
  }

  /** The choice to build a plan with: the least bound among those that have not failed. */
  get most(): Branch | undefined {
    return this.#open.toSorted(
      (one, other) =>
        Number(one.failed) - Number(other.failed) || one.prices.best - other.prices.best
    )[0];
  }

  /** Raises the least bound, again and again, towards the cost of a known plan. */
  async raise(rounds: number, target: number, breathe: () => Promise<void>) {
    for (let round = 0; round < rounds && this.bound < target; round++) {
      const lowest = this.#searches().reduce((one, other) => (other.best < one.best ? other : one));
      if (lowest.settled) return;
      lowest.round();
      await breathe();
    }
  }

  /** What the relaxation teaches a search with the starts of one branch. */
  guideOf({ starts, prices }: Branch) {
    const { floors } = this.#relaxation.at(starts, prices.bestPrices);
    return { toll: this.#relaxation.tollOf(prices.bestPrices), floors };
  }

  #searches(): PriceSearch[] {
    const searches = this.#open.map(({ prices }) => prices);
    return this.#others ? [...searches, this.#others] : searches;
  }
}
