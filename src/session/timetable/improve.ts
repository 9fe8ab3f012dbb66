import type { Grid, GridCandidate } from './grid.ts';
import { hardestFirst } from './greedy.ts';
import type { Itinerary, ItineraryPlanner } from './itinerary.ts';
import { objectiveOf } from './objective.ts';
import { placementOf } from './occupancy.ts';
import type { Occupancy, Placement } from './occupancy.ts';
import { shuffled } from './random.ts';
import type { CommonStarts } from './written.ts';

/** What a candidate without a place costs during the search: more than any timetable. */
const unplacedCost = 100_000;

/** What hearing before a shunned panel costs: more than a long wait, less than no place. */
const shunning = 200;

/** Placements of every candidate, null for those without a place; by index. */
export type Draft = (Placement[] | null)[];

/** What the relaxation of `capacity.ts` teaches the search. */
export interface Guide {
  /** What panel time costs; see `CapacityBound.tollOf`. */
  toll: Float64Array;
  /** What each candidate costs at least, toll included. */
  floors: Float64Array;
}

/**
 * Large neighbourhood search (Shaw 1998): take a few related candidates out, put each back in its
 * best itinerary given the others, keep the outcome if it is better or only a little worse
 * (threshold accepting, Dueck & Scheuer 1990). One call to `round` is one such step.
 */
export class Improver {
  readonly occupancy: Occupancy;
  readonly starts: CommonStarts;
  best: { cost: number; draft: Draft };
  cost: number;
  guide: Guide;
  readonly #grid: Grid;
  readonly #planner: ItineraryPlanner;
  readonly #random: () => number;
  /** The last itinerary of each candidate, and its cost without the prices paid. */
  readonly #last: ((Itinerary & { unpriced: number }) | undefined)[] = [];

  constructor(
    occupancy: Occupancy,
    starts: CommonStarts,
    guide: Guide,
    planner: ItineraryPlanner,
    random: () => number
  ) {
    this.occupancy = occupancy;
    this.starts = starts;
    this.guide = guide;
    this.#grid = occupancy.grid;
    this.#planner = planner;
    this.#random = random;
    this.cost = this.#evaluate();
    this.best = { cost: this.cost, draft: [...occupancy.placed] };
  }

  get unplaced(): number {
    return this.best.draft.filter((placements) => placements === null).length;
  }

  /** Puts in all who have no place yet and can have one. */
  construct() {
    for (const candidate of hardestFirst(this.#grid.candidates))
      if (!this.occupancy.placed[candidate.index]) this.#insert(candidate, 1);
    this.#settle();
  }

  /** One step; `tolerance` is how much worse a step may be and still be kept. */
  round(tolerance: number) {
    const chosen = this.#choose(2 + Math.floor(this.#random() * 6));
    const before = chosen.map((candidate) => this.occupancy.remove(candidate));
    const noise = this.#random() < 0.5 ? 0.5 : 2;
    // What a panel's whole day costs (its order, its load) shows only when it is tried without.
    const shunned = this.#random() < 0.1 ? this.#anyPanel() : -1;
    const [seed, ...others] = chosen;
    const order =
      this.#random() < 0.5
        ? [seed!, ...shuffled(others, this.#random)]
        : shuffled(chosen, this.#random);
    for (const candidate of order) this.#insert(candidate, noise, shunned);
    const cost = this.#evaluate();
    if (cost <= this.cost + tolerance) {
      this.#settle(cost);
      return;
    }
    for (const candidate of chosen) this.occupancy.remove(candidate);
    chosen.forEach((candidate, place) => {
      if (before[place]!.length > 0) this.occupancy.place(candidate, before[place]!);
    });
  }

  /** Takes up a draft found elsewhere. */
  adopt(draft: Draft) {
    for (const candidate of this.#grid.candidates) this.occupancy.remove(candidate);
    draft.forEach((placements, index) => {
      if (placements) this.occupancy.place(this.#grid.candidates[index]!, placements);
    });
    this.#settle();
  }

  /** Presence, days and toll of one candidate. */
  #ownCost({ tasks }: GridCandidate, placements: readonly Placement[]): number {
    const { slotsPerDay, step, problem } = this.#grid;
    const days = new Map<number, [from: number, to: number]>();
    let cost = 0;
    for (const { task, from, panel } of placements) {
      const day = Math.floor(from / slotsPerDay);
      const start = from + tasks[task]!.preparation;
      const to = start + tasks[task]!.length;
      const [first, last] = days.get(day) ?? [from, to];
      days.set(day, [Math.min(first, from), Math.max(last, to)]);
      if (panel >= 0) cost += this.guide.toll[to]! - this.guide.toll[start]!;
    }
    for (const [from, to] of days.values())
      cost += problem.weights.day + (to - from) * step * problem.weights.presence;
    return cost;
  }

  #settle(cost = this.#evaluate()) {
    this.cost = cost;
    if (cost < this.best.cost - 1e-6) this.best = { cost, draft: [...this.occupancy.placed] };
  }

  #evaluate(): number {
    const unplaced = this.occupancy.placed.filter((placements) => placements === null).length;
    const { total } = objectiveOf(this.#grid.problem, this.occupancy.sittings());
    return total + unplaced * unplacedCost;
  }

  #anyPanel(): number {
    return Math.floor(this.#random() * this.#grid.panels.length);
  }

  /** Puts one candidate in at the least cost, away from one panel; prices are shaken by up to `noise`. */
  #insert(candidate: GridCandidate, noise: number, shunned = -1) {
    const options = this.occupancy.optionsFor(candidate, this.starts, (panel, start, end) => {
      const toll = panel >= 0 ? this.guide.toll[end]! - this.guide.toll[start]! : 0;
      return toll + (panel >= 0 && panel === shunned ? shunning : 0) + this.#random() * noise;
    });
    const prices = options.map((one) => one.prices);
    // Two orals of one candidate may each leave the jurors their rest, and together take it away.
    for (let attempt = 0; attempt < 4; attempt++) {
      const itinerary = this.#itineraryOf(candidate, prices);
      if (!itinerary) return;
      const placements = [...itinerary.from].map((from, task) =>
        placementOf(options[task]!, task, from)
      );
      this.occupancy.place(candidate, placements);
      if (this.occupancy.restsHold(candidate)) return;
      this.occupancy.remove(candidate);
      const barred = placements[Math.floor(this.#random() * placements.length)]!;
      prices[barred.task]![barred.from] = Infinity;
    }
  }

  /**
   * The best itinerary at these prices, looked for first below the cost of the last one, then a
   * little above: the lower the limit, the quicker the search.
   */
  #itineraryOf(candidate: GridCandidate, prices: readonly Float64Array[]): Itinerary | null {
    const paidAt = (from: Int16Array) =>
      prices.reduce((sum, price, task) => sum + price[from[task]!]!, 0);
    const last = this.#last[candidate.index];
    const again = last ? last.unpriced + paidAt(last.from) : Infinity;
    const limits =
      again < Infinity
        ? [again + 1e-6]
        : [...(last ? [last.cost + 20, last.cost + 80] : []), Infinity];
    for (const limit of limits) {
      const itinerary = this.#planner.best(candidate, prices, limit);
      if (!itinerary) continue;
      this.#last[candidate.index] = {
        ...itinerary,
        unpriced: itinerary.cost - paidAt(itinerary.from)
      };
      return itinerary;
    }
    return null;
  }

  /**
   * A few candidates to move: one, often among those who fare worst, and those who are heard at
   * about the time where a place is sought for them.
   */
  #choose(count: number): GridCandidate[] {
    const { candidates, size, slotsPerDay } = this.#grid;
    const missing = candidates.filter((one) => !this.occupancy.placed[one.index]);
    const seed = this.#worstOf(
      missing.length > 0 ? missing : candidates,
      1 + Math.floor(this.#random() * 8)
    );
    const centre = this.#random() < 0.5 ? this.#middle(seed) : this.#random() * size;
    const near = candidates
      .filter((one) => one !== seed)
      .map((one) => ({
        one,
        far: Math.abs(this.#middle(one) - centre) + this.#random() * slotsPerDay * 0.4
      }))
      .sort((a, b) => a.far - b.far);
    return [seed, ...near.slice(0, count - 1).map(({ one }) => one)];
  }

  /** Among a few drawn at random, the one whose day is longest beyond what it would be alone. */
  #worstOf(pool: readonly GridCandidate[], draws: number): GridCandidate {
    const drawn = Array.from(
      { length: draws },
      () => pool[Math.floor(this.#random() * pool.length)]!
    );
    const excess = (one: GridCandidate) =>
      this.#ownCost(one, this.occupancy.placed[one.index] ?? []) - this.guide.floors[one.index]!;
    return drawn.reduce((worst, one) => (excess(one) > excess(worst) ? one : worst));
  }

  /** The mean slot of a candidate's orals; one drawn at random without a place. */
  #middle(candidate: GridCandidate): number {
    const heard = (this.occupancy.placed[candidate.index] ?? []).filter((one) => one.panel >= 0);
    if (heard.length === 0) return this.#random() * this.#grid.size;
    return heard.reduce((sum, one) => sum + one.from, 0) / heard.length;
  }
}
