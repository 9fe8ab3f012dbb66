import type { Grid } from './grid.ts';
import type { ItineraryPlanner } from './itinerary.ts';
import { fixStarts } from './own.ts';
import type { Kind } from './own.ts';
import type { CommonStarts } from './written.ts';

/** What a slot of any panel costs, slot by slot, then what one of each day's lunch windows costs. */
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
  /** Panels open at each slot, then panel slots usable in each day's lunch window. */
  readonly #capacity: Float64Array;

  constructor(grid: Grid, kinds: readonly Kind[], planner: ItineraryPlanner) {
    this.#grid = grid;
    this.#kinds = kinds;
    this.#planner = planner;
    this.#capacity = capacityOf(grid);
  }

  get noPrices(): Prices {
    return new Float64Array(this.#capacity.length);
  }

  /** The bound at these prices, and by how much each capacity is overrun. */
  at(starts: CommonStarts, prices: Prices): { value: number; excess: Float64Array } {
    const { size } = this.#grid;
    const excess = this.#capacity.map((capacity) => -capacity);
    let value = 0;
    prices.forEach((price, row) => (value -= price * this.#capacity[row]!));
    const paid = this.#cumulated(prices);
    for (const kind of this.#kinds) {
      const own = fixStarts(kind, starts).map((base, place) => {
        const task = kind.model.tasks[place]!;
        if (!task.heard) return base;
        return base.map((price, from) => {
          const start = from + task.preparation;
          return price < Infinity ? paid[start + task.length]! - paid[start]! : Infinity;
        });
      });
      const best = this.#planner.best(kind.model, own);
      if (!best) return { value: Infinity, excess };
      const count = kind.members.length;
      value += best.cost * count;
      kind.model.tasks.forEach((task, place) => {
        if (!task.heard) return;
        const start = best.from[place]! + task.preparation;
        for (let slot = start; slot < start + task.length; slot++) {
          excess[slot]! += count;
          const meal = lunchRow(this.#grid, slot);
          if (meal >= 0) excess[size + meal]! += count;
        }
      });
    }
    return { value, excess };
  }

  /** Prices of the slots before each one, summed, lunch windows included. */
  #cumulated(prices: Prices): Float64Array {
    const { size } = this.#grid;
    const paid = new Float64Array(size + 1);
    for (let slot = 0; slot < size; slot++) {
      const meal = lunchRow(this.#grid, slot);
      paid[slot + 1] = paid[slot]! + prices[slot]! + (meal < 0 ? 0 : prices[size + meal]!);
    }
    return paid;
  }
}

/** The day whose lunch window holds a slot, or −1. */
function lunchRow({ lunch, slotsPerDay }: Grid, slot: number): number {
  const step = slot % slotsPerDay;
  return lunch && step >= lunch.from && step < lunch.to ? Math.floor(slot / slotsPerDay) : -1;
}

function capacityOf(grid: Grid): Float64Array {
  const { size, lunch, days } = grid;
  const capacity = new Float64Array(size + (lunch ? days : 0));
  for (const panel of grid.panels) {
    const inLunch = new Float64Array(days);
    for (let slot = 0; slot < size; slot++) {
      if (!panel.workers.every((worker) => grid.workers[worker]!.open[slot])) continue;
      capacity[slot]! += 1;
      const meal = lunchRow(grid, slot);
      if (meal >= 0) inLunch[meal]! += 1;
    }
    if (lunch)
      inLunch.forEach((open, day) => {
        capacity[size + day]! += Math.min(open, lunch.to - lunch.from - lunch.length);
      });
  }
  return capacity;
}

/**
 * Raises the bound by moving the prices along the excesses (subgradient, deflected as Camerini,
 * Fratta & Maffioli 1975; steps of Polyak towards `target`, the cost of a known plan).
 */
export class PriceSearch {
  best = -Infinity;
  bestPrices: Prices;
  readonly #relaxation: CapacityBound;
  readonly #starts: CommonStarts;
  #direction: Float64Array | undefined;
  #prices: Prices;
  #pace = 1;
  #idle = 0;

  constructor(relaxation: CapacityBound, starts: CommonStarts, prices: Prices) {
    this.#relaxation = relaxation;
    this.#starts = starts;
    this.#prices = prices;
    this.bestPrices = prices;
  }

  round(target: number) {
    const { value, excess } = this.#relaxation.at(this.#starts, this.#prices);
    if (value > this.best + 1e-9) {
      this.best = value;
      this.bestPrices = this.#prices;
      this.#idle = 0;
    } else if (++this.#idle >= 5) {
      this.#pace /= 2;
      this.#idle = 0;
      this.#prices = this.bestPrices;
      this.#direction = undefined;
    }
    if (value === Infinity) return;
    const previous = this.#direction;
    const direction = excess.map((over, row) => over + 0.5 * (previous?.[row] ?? 0));
    this.#direction = direction;
    const norm = direction.reduce((sum, part) => sum + part * part, 0);
    if (norm === 0) return;
    const stride = (this.#pace * Math.max(target - value, 1)) / norm;
    this.#prices = this.#prices.map((price, row) => Math.max(0, price + stride * direction[row]!));
  }
}
