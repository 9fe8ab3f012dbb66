import type { Grid, GridCandidate } from './grid.ts';
import { hardestFirst } from './greedy.ts';
import type { ItineraryPlanner } from './itinerary.ts';
import { objectiveOf } from './objective.ts';
import { placementOf } from './occupancy.ts';
import type { Occupancy, Placement } from './occupancy.ts';
import { shuffled } from './random.ts';
import type { CommonStarts } from './written.ts';

/** What a candidate without a place costs during the search: more than any timetable. */
const unplacedCost = 100_000;

/** Placements of every candidate, null for those without a place; by index. */
export type Draft = (Placement[] | null)[];

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
  readonly #grid: Grid;
  readonly #planner: ItineraryPlanner;
  readonly #random: () => number;

  constructor(
    occupancy: Occupancy,
    starts: CommonStarts,
    planner: ItineraryPlanner,
    random: () => number
  ) {
    this.occupancy = occupancy;
    this.starts = starts;
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
    const chosen = this.#choose(2 + Math.floor(this.#random() * 4));
    const before = chosen.map((candidate) => this.occupancy.remove(candidate));
    const noise = this.#random() < 0.5 ? 0.5 : 6;
    for (const candidate of shuffled(chosen, this.#random)) this.#insert(candidate, noise);
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

  #settle(cost = this.#evaluate()) {
    this.cost = cost;
    if (cost < this.best.cost - 1e-6) this.best = { cost, draft: [...this.occupancy.placed] };
  }

  #evaluate(): number {
    const unplaced = this.occupancy.placed.filter((placements) => placements === null).length;
    const { total } = objectiveOf(this.#grid.problem, this.occupancy.sittings());
    return total + unplaced * unplacedCost;
  }

  /** Puts one candidate in at the least cost; prices are shaken by up to `noise`. */
  #insert(candidate: GridCandidate, noise: number) {
    const options = this.occupancy.optionsFor(candidate, this.starts, () => this.#random() * noise);
    // Two orals of one candidate may each leave the jurors their rest, and together take it away.
    for (let attempt = 0; attempt < 4; attempt++) {
      const itinerary = this.#planner.best(
        candidate,
        options.map((one) => one.prices)
      );
      if (!itinerary) return;
      const placements = [...itinerary.from].map((from, task) =>
        placementOf(options[task]!, task, from)
      );
      this.occupancy.place(candidate, placements);
      if (this.occupancy.restsHold(candidate)) return;
      this.occupancy.remove(candidate);
      const barred = placements[Math.floor(this.#random() * placements.length)]!;
      options[barred.task]!.prices[barred.from] = Infinity;
    }
  }

  /** A few candidates to move: someone, and those who are heard at about the same time. */
  #choose(count: number): GridCandidate[] {
    const { candidates } = this.#grid;
    const missing = candidates.filter((one) => !this.occupancy.placed[one.index]);
    const pool = missing.length > 0 ? missing : candidates;
    const seed = pool[Math.floor(this.#random() * pool.length)]!;
    if (this.#random() < 0.3)
      return [
        seed,
        ...shuffled(candidates, this.#random)
          .filter((one) => one !== seed)
          .slice(0, count - 1)
      ];
    const centre = this.#middle(seed);
    const distance = (one: GridCandidate) =>
      Math.abs(this.#middle(one) - centre) + this.#random() * this.#grid.slotsPerDay * 0.4;
    const near = candidates
      .filter((one) => one !== seed)
      .map((one) => ({ one, far: distance(one) }))
      .sort((a, b) => a.far - b.far);
    return [seed, ...near.slice(0, count - 1).map(({ one }) => one)];
  }

  /** The mean slot of a candidate's orals; one drawn at random without a place. */
  #middle(candidate: GridCandidate): number {
    const heard = (this.occupancy.placed[candidate.index] ?? []).filter((one) => one.panel >= 0);
    if (heard.length === 0) return this.#random() * this.#grid.size;
    return heard.reduce((sum, one) => sum + one.from, 0) / heard.length;
  }
}
