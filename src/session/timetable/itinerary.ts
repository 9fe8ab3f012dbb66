import type { Grid, GridCandidate } from './grid.ts';

/** When one candidate begins (preparation included) each of their tasks, by index of task. */
export interface Itinerary {
  cost: number;
  from: Int16Array;
}

/**
 * The cheapest way for one candidate to go through all their tasks, given what it costs to begin
 * each task at each slot (`prices[task][slot]`, Infinity where impossible). The cost is the weighted
 * presence and days of attendance of `objectiveOf`, plus the prices paid. Exact: a dynamic programme
 * over (tasks done, slot, lunch taken), as in Held & Karp (1962), day after day.
 *
 * Returns null when the candidate cannot do everything for less than `limit`.
 */
export class ItineraryPlanner {
  readonly #grid: Grid;
  #capacity = 0;
  #ready = new Float64Array();
  #done = new Float64Array();
  /** How each state was reached, for every day: `end × 2 + lunch`, or −1 on arrival. */
  #readyVia: Int16Array[] = [];
  /** `start × 16 + task`. */
  #doneVia: Int32Array[] = [];
  #missed = new Int32Array();
  #toCome = new Float64Array();

  constructor(grid: Grid) {
    this.#grid = grid;
  }

  best(
    candidate: GridCandidate,
    prices: readonly Float64Array[],
    limit = Infinity
  ): Itinerary | null {
    const masks = 1 << candidate.tasks.length;
    this.#reserve(masks);
    this.#missed = this.#missedBy(prices);
    this.#toCome = this.#leastToCome(candidate, prices);
    let home = new Float64Array(masks).fill(Infinity);
    home[0] = 0;
    const leaves: Int16Array[] = [];
    for (let day = 0; day < this.#grid.days; day++) {
      const leave = new Int16Array(masks).fill(-1);
      leaves.push(leave);
      home = this.#spendDay(candidate, prices, day, home, leave, limit);
    }
    const cost = home[masks - 1]!;
    return cost < limit ? { cost, from: this.#retrace(candidate, leaves) } : null;
  }

  /** For each slot, the tasks that can no longer begin there or later: hopeless unless done. */
  #missedBy(prices: readonly Float64Array[]): Int32Array<ArrayBuffer> {
    const missed = new Int32Array(this.#grid.size + 1);
    prices.forEach((price, task) => {
      const last = price.findLastIndex((value) => value < Infinity);
      for (let slot = last + 1; slot <= this.#grid.size; slot++) missed[slot]! |= 1 << task;
    });
    return missed;
  }

  /** What the tasks outside each set cost at least: each at its best price, rests but no waits. */
  #leastToCome(
    { tasks, rest }: GridCandidate,
    prices: readonly Float64Array[]
  ): Float64Array<ArrayBuffer> {
    const { problem, step } = this.#grid;
    const least = tasks.map(
      (task, place) =>
        (task.preparation + task.length) * step * problem.weights.presence +
        prices[place]!.reduce((lowest, price) => Math.min(lowest, price), Infinity)
    );
    const { presence, day } = problem.weights;
    const pause = Math.min(rest * step * presence, day);
    return Float64Array.from({ length: 1 << tasks.length }, (_, mask) => {
      const waiting = least.filter((_, place) => !(mask & (1 << place)));
      return waiting.reduce((sum, cost) => sum + cost + pause, waiting.length > 0 ? -pause : 0);
    });
  }

  #reserve(masks: number) {
    const states = masks * (this.#grid.slotsPerDay + 1) * 2;
    if (states <= this.#capacity) return;
    this.#capacity = states;
    this.#ready = new Float64Array(states);
    this.#done = new Float64Array(states);
    this.#readyVia = Array.from({ length: this.#grid.days }, () => new Int16Array(states));
    this.#doneVia = Array.from({ length: this.#grid.days }, () => new Int32Array(states));
  }

  /**
   * From the costs of being at home with each set of tasks done to the same at the end of one day;
   * `leave` receives the state (`slot × 2 + lunch`) in which the candidate goes home, if they came.
   */
  #spendDay(
    candidate: GridCandidate,
    prices: readonly Float64Array[],
    day: number,
    home: Float64Array,
    leave: Int16Array,
    limit: number
  ): Float64Array<ArrayBuffer> {
    const { slotsPerDay, lunch, step, problem } = this.#grid;
    const { tasks, rest } = candidate;
    const evening = Float64Array.from(home);
    const base = day * slotsPerDay;
    const today = tasks.map((_, task) => prices[task]!.subarray(base, base + slotsPerDay));
    const first = Math.min(...today.map((price) => firstFinite(price)));
    if (first === slotsPerDay) return evening;

    const masks = home.length;
    const perSlot = problem.weights.presence * step;
    const arrival = problem.weights.day;
    const ready = this.#ready.fill(Infinity);
    const done = this.#done.fill(Infinity);
    const readyVia = this.#readyVia[day]!;
    const doneVia = this.#doneVia[day]!;
    const toCome = this.#toCome;
    const lengths = tasks.map((task) => task.preparation + task.length);
    /** The last slot at which one may leave, and the first at which one may come, with no lunch here. */
    const lunchAfter = lunch ? lunch.to - lunch.length : Infinity;
    const lunchBefore = lunch ? lunch.from + lunch.length : -Infinity;

    for (let slot = first; slot <= slotsPerDay; slot++) {
      const lunchOnArrival = slot >= lunchBefore ? 1 : 0;
      const missed = this.#missed[base + slot]!;
      for (let mask = missed; mask < masks; mask++) {
        if ((mask & missed) !== missed) continue;
        const ceiling = limit - toCome[mask]!;
        const here = (slot * masks + mask) * 2;
        for (let fed = 0; fed < 2; fed++) {
          const cost = done[here + fed]!;
          if (cost >= ceiling) continue;
          if ((fed === 1 || slot <= lunchAfter) && cost < evening[mask]!) {
            evening[mask] = cost;
            leave[mask] = slot * 2 + fed;
          }
          this.#settle(slot + rest, slot, mask, masks, fed, fed, cost + rest * perSlot, readyVia);
          if (fed === 1 || !lunch) continue;
          const over = Math.max(slot, lunch.from) + lunch.length;
          if (over > lunch.to) continue;
          const back = Math.max(over, slot + rest);
          this.#settle(back, slot, mask, masks, 1, fed, cost + (back - slot) * perSlot, readyVia);
        }
        if (slot === slotsPerDay) continue;
        for (let fed = 0; fed < 2; fed++) {
          const at = here + fed;
          const before = at - masks * 2;
          if (slot > 0 && ready[before]! + perSlot < ready[at]!) {
            ready[at] = ready[before]! + perSlot;
            readyVia[at] = readyVia[before]!;
          }
          if (fed === lunchOnArrival && home[mask]! + arrival < ready[at]!) {
            ready[at] = home[mask]! + arrival;
            readyVia[at] = -1;
          }
          const cost = ready[at]!;
          if (cost >= ceiling || (fed === 0 && ready[at + 1]! <= cost)) continue;
          for (let task = 0; task < lengths.length; task++) {
            if (mask & (1 << task)) continue;
            const price = today[task]![slot]!;
            if (price === Infinity || (tasks[task]!.after & mask) !== tasks[task]!.after) continue;
            const length = lengths[task]!;
            const reached = cost + price + length * perSlot;
            const to = ((slot + length) * masks + (mask | (1 << task))) * 2 + fed;
            if (reached < done[to]!) {
              done[to] = reached;
              doneVia[to] = slot * 16 + task;
            }
          }
        }
      }
    }
    return evening;
  }

  #settle(
    slot: number,
    end: number,
    mask: number,
    masks: number,
    fed: number,
    fedBefore: number,
    cost: number,
    readyVia: Int16Array
  ) {
    if (slot >= this.#grid.slotsPerDay) return;
    const at = (slot * masks + mask) * 2 + fed;
    if (cost >= this.#ready[at]!) return;
    this.#ready[at] = cost;
    readyVia[at] = end * 2 + fedBefore;
  }

  #retrace(candidate: GridCandidate, leaves: readonly Int16Array[]): Int16Array {
    const masks = 1 << candidate.tasks.length;
    const from = new Int16Array(candidate.tasks.length).fill(-1);
    let mask = masks - 1;
    for (let day = this.#grid.days - 1; day >= 0; day--) {
      let state = leaves[day]![mask]!;
      while (state >= 0) {
        const fed = state & 1;
        const via = this.#doneVia[day]![((state >> 1) * masks + mask) * 2 + fed]!;
        const [slot, task] = [via >> 4, via & 15];
        from[task] = day * this.#grid.slotsPerDay + slot;
        mask &= ~(1 << task);
        state = this.#readyVia[day]![(slot * masks + mask) * 2 + fed]!;
      }
    }
    return from;
  }
}

function firstFinite(prices: Float64Array): number {
  const first = prices.findIndex((price) => price < Infinity);
  return first < 0 ? prices.length : first;
}
