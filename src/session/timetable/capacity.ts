import { cumulated } from './grid.ts';
import type { Grid, Task } from './grid.ts';
import type { ItineraryPlanner } from './itinerary.ts';
import { fixStarts } from './own.ts';
import type { Kind } from './own.ts';
import type { CommonStarts } from './written.ts';

/** A stretch of slots [from, to) in which all panels together hear for at most `capacity` slots. */
interface Row {
  from: number;
  to: number;
  capacity: number;
}

/** An itinerary of a kind, and its cost without the prices paid. */
interface Remembered {
  from: Int16Array;
  unpriced: number;
}

/** What one slot of any panel costs in each row. */
export type Prices = Float64Array;

/**
 * Lagrangian relaxation of the panels' time: candidates ignore each other, but pay for the panel
 * slots they use. For any prices ≥ 0, Σ cheapest itineraries − Σ price × capacity is at most the
 * presence and days of any plan (Geoffrion 1974): a valid bound, good when the prices are.
 */
export class CapacityBound {
  readonly #grid: Grid;
  readonly #kinds: readonly Kind[];
  readonly #planner: ItineraryPlanner;
  readonly #rows: readonly Row[];
  /** Slots of each row. */
  readonly lengths: Float64Array;

  constructor(grid: Grid, kinds: readonly Kind[], planner: ItineraryPlanner) {
    this.#grid = grid;
    this.#kinds = kinds;
    this.#planner = planner;
    this.#rows = rowsOf(grid);
    this.lengths = Float64Array.from(this.#rows, ({ from, to }) => Math.max(1, to - from));
  }

  get noPrices(): Prices {
    return new Float64Array(this.#rows.length);
  }

  /**
   * The bound at these prices, by how much each row is overrun, and the least cost of each candidate.
   * `memory` keeps the itineraries from one call to the next with the same starts: still possible,
   * they limit the search for better ones.
   */
  at(
    starts: CommonStarts,
    prices: Prices,
    memory = new Map<Kind, Remembered>()
  ): { value: number; excess: Float64Array; floors: Float64Array } {
    const used = new Float64Array(this.#grid.size + 1);
    const floors = new Float64Array(this.#grid.candidates.length);
    let value = 0;
    this.#rows.forEach((row, place) => (value -= prices[place]! * row.capacity));
    const toll = this.tollOf(prices);
    for (const kind of this.#kinds) {
      const own = fixStarts(kind, starts).map((base, place) =>
        withToll(base, kind.model.tasks[place]!, toll)
      );
      const paidAt = (from: Int16Array) =>
        own.reduce((sum, price, place) => sum + price[from[place]!]!, 0);
      const last = memory.get(kind);
      const limit = last ? last.unpriced + paidAt(last.from) + 1e-6 : Infinity;
      const best = this.#planner.best(kind.model, own, limit);
      if (!best) return { value: Infinity, excess: this.noPrices, floors };
      memory.set(kind, { from: best.from, unpriced: best.cost - paidAt(best.from) });
      value += best.cost * kind.members.length;
      for (const { index } of kind.members) floors[index] = best.cost;
      kind.model.tasks.forEach((task, place) => {
        if (!task.heard) return;
        const start = best.from[place]! + task.preparation;
        for (let slot = start; slot < start + task.length; slot++)
          used[slot]! += kind.members.length;
      });
    }
    const usedBefore = cumulated(used);
    const excess = Float64Array.from(
      this.#rows,
      ({ from, to, capacity }) => usedBefore[to]! - usedBefore[from]! - capacity
    );
    return { value, excess, floors };
  }

  /** The prices of all the slots before each one: hearing from a to b costs toll[b] − toll[a]. */
  tollOf(prices: Prices): Float64Array {
    const changes = new Float64Array(this.#grid.size + 1);
    this.#rows.forEach(({ from, to }, place) => {
      changes[from]! += prices[place]!;
      changes[to]! -= prices[place]!;
    });
    return cumulated(cumulated(changes).subarray(1));
  }
}

/** Prices of a task, with the toll of the panel time it takes. */
export function withToll(prices: Float64Array, task: Task, toll: Float64Array): Float64Array {
  if (!task.heard) return prices;
  return prices.map((price, from) => {
    if (price === Infinity) return Infinity;
    const start = from + task.preparation;
    return price + toll[start + task.length]! - toll[start]!;
  });
}

/** What panels cannot exceed: one sitting at a time, and their lunch within its window. */
function rowsOf(grid: Grid): Row[] {
  const { size, slotsPerDay, lunch } = grid;
  const opened = grid.panels.map((panel) =>
    cumulated(
      Float64Array.from({ length: size }, (_, slot) =>
        panel.workers.every((worker) => grid.workers[worker]!.open[slot]) ? 1 : 0
      )
    )
  );
  const row = (from: number, to: number, most: number): Row => ({
    from,
    to,
    capacity: opened.reduce((sum, open) => sum + Math.min(most, open[to]! - open[from]!), 0)
  });
  const rows = Array.from({ length: size }, (_, slot) => row(slot, slot + 1, 1));
  if (!lunch) return rows;
  const within = (step: number) => Math.max(0, Math.min(slotsPerDay, step));
  for (let dawn = 0; dawn < size; dawn += slotsPerDay)
    rows.push(
      row(dawn + within(lunch.from), dawn + within(lunch.to), lunch.to - lunch.from - lunch.length)
    );
  return rows;
}

/** Calls without progress after which the search aims half as far; and the nearest aim worth it. */
const [patience, nearest] = [5, 1e-5];

/**
 * Raises the bound by moving the prices along the excesses: subgradient steps, deflected (Camerini,
 * Fratta & Maffioli 1975), of the length of Polyak towards an aim a little above the best bound,
 * which comes nearer when it is not reached (Goffin & Kiwiel 1999).
 */
export class PriceSearch {
  best = -Infinity;
  bestPrices: Prices;
  readonly #relaxation: CapacityBound;
  readonly #starts: CommonStarts;
  readonly #memory = new Map<Kind, Remembered>();
  #direction: Float64Array | undefined;
  #prices: Prices;
  /** How far above the best bound the aim is, as a share of it. */
  #reach = 0.04;
  #idle = 0;

  constructor(relaxation: CapacityBound, starts: CommonStarts) {
    this.#relaxation = relaxation;
    this.#starts = starts;
    this.#prices = relaxation.noPrices;
    this.bestPrices = this.#prices;
  }

  /** Whether further steps would change nothing that matters. */
  get settled(): boolean {
    return this.#reach < nearest || this.best === Infinity;
  }

  round() {
    const { value, excess } = this.#relaxation.at(this.#starts, this.#prices, this.#memory);
    if (value > this.best + 1e-9) {
      this.best = value;
      this.bestPrices = this.#prices;
      this.#idle = 0;
    } else if (++this.#idle >= patience) {
      this.#reach /= 2;
      this.#idle = 0;
      this.#prices = this.bestPrices;
      this.#direction = undefined;
      return;
    }
    if (value === Infinity) return;
    const prices = this.#prices;
    const previous = this.#direction;
    // A long row counts for no more than a short one; a price of zero cannot fall.
    const direction = excess.map((over, row) => {
      const pull = over / this.#relaxation.lengths[row]! + 0.5 * (previous?.[row] ?? 0);
      return pull < 0 && prices[row] === 0 ? 0 : pull;
    });
    this.#direction = direction;
    const norm = direction.reduce(
      (sum, part, row) => sum + part * part * this.#relaxation.lengths[row]!,
      0
    );
    if (norm === 0) {
      this.#reach = 0;
      return;
    }
    const stride = (this.best * (1 + this.#reach) - value) / norm;
    this.#prices = prices.map((price, row) => Math.max(0, price + stride * direction[row]!));
  }
}
