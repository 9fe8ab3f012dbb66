import { balanceBound } from './balance.ts';
import { Branches } from './branches.ts';
import type { Branch } from './branches.ts';
import { CapacityBound } from './capacity.ts';
import { clashesOf } from './explain.ts';
import type { Clash } from './explain.ts';
import { greedy } from './greedy.ts';
import { gridOf } from './grid.ts';
import type { Grid } from './grid.ts';
import { Improver } from './improve.ts';
import { ItineraryPlanner } from './itinerary.ts';
import type { Plan, Problem } from './model.ts';
import { objectiveOf, sittingOf } from './objective.ts';
import type { Timed } from './objective.ts';
import { obstacleOf } from './obstacle.ts';
import { Occupancy } from './occupancy.ts';
import { kindsOf } from './own.ts';
import { randomFrom } from './random.ts';

export interface SolveOptions {
  /** The same seed gives the same plan, as long as `rounds` and not `seconds` ends the search. */
  seed?: number;
  /** Steps of the search. */
  rounds?: number;
  /** Wall time after which the best plan so far is returned. */
  seconds?: number;
  /** The search ends when the plan is proved to be within this share of the best. */
  gap?: number;
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

export interface Progress {
  /** Between 0 and 1: how much of the budget is spent. */
  share: number;
  seconds: number;
  unplaced: number;
  /** Null until every candidate has a place. */
  objective: number | null;
  bound: number;
  gap: number | null;
}

export type Outcome =
  | { status: 'planned'; plan: Plan; rounds: number; seconds: number }
  /** `proved`: no plan exists. Otherwise none was found in the time given. */
  | { status: 'infeasible'; proved: boolean; clashes: Clash[] }
  | { status: 'cancelled'; plan: Plan | null };

/** Steps between two looks at the clock and at the bound. */
const cycle = 400;
/** Steps of the price search: before the first plan (at most, and per step asked), and per cycle. */
const prices = { most: 1200, perRound: 1, perCycle: 100 };
/** How much worse a step may be at the start of a cycle, in the unit of the objective. */
const tolerance = 6;

/**
 * Makes a timetable: fixes the common starts of the collective papers with the least lower bound,
 * builds a plan candidate by candidate, and improves it by large neighbourhood search, guided by
 * the prices of panel time that the bound gives. See docs/timetable.md.
 */
export async function solve(problem: Problem, options: SolveOptions = {}): Promise<Outcome> {
  const search = new Search(gridOf(problem), options);
  return await search.run();
}

/** A plan from sittings and a bound. */
export function planOf(problem: Problem, sittings: readonly Timed[], bound: number): Plan {
  const objective = objectiveOf(problem, sittings);
  const proved = Math.min(bound, objective.total);
  return {
    sittings: sittings
      .toSorted((one, other) => one.from - other.from || one.start - other.start)
      .map(sittingOf),
    objective,
    bound: Math.round(proved * 1000) / 1000,
    gap: objective.total > 0 ? (objective.total - proved) / objective.total : 0
  };
}

class Search {
  readonly #grid: Grid;
  readonly #options: SolveOptions;
  readonly #planner: ItineraryPlanner;
  readonly #branches: Branches;
  readonly #random: () => number;
  readonly #began = performance.now();
  #balance = 0;
  #best: { cost: number; sittings: Timed[] } | undefined;
  #unplaced: number;
  #rounds = 0;
  #breath = this.#began;

  constructor(grid: Grid, options: SolveOptions) {
    this.#grid = grid;
    this.#options = options;
    this.#planner = new ItineraryPlanner(grid);
    this.#branches = new Branches(grid, new CapacityBound(grid, kindsOf(grid), this.#planner));
    this.#random = randomFrom(options.seed ?? 1);
    this.#unplaced = grid.candidates.length;
  }

  async run(): Promise<Outcome> {
    const { problem } = this.#grid;
    await this.#branches.open(this.#breathe);
    if (this.#branches.empty || (await obstacleOf(this.#grid)))
      return { status: 'infeasible', proved: true, clashes: await clashesOf(problem) };
    this.#balance = (await balanceBound(this.#grid)) ?? 0;
    this.#keep(greedy(this.#grid).occupancy);
    await this.#branches.raise(
      Math.min(prices.most, this.#allowed.rounds * prices.perRound),
      this.#target,
      this.#breathe
    );
    for (let branch = this.#branches.most; branch && !this.#isOver(); branch = this.#branches.most)
      await this.#explore(branch);
    const plan = this.#best ? planOf(problem, this.#best.sittings, this.#bound) : null;
    if (this.#options.signal?.aborted) return { status: 'cancelled', plan };
    if (!plan) return { status: 'infeasible', proved: false, clashes: await clashesOf(problem) };
    return { status: 'planned', plan, rounds: this.#rounds, seconds: this.#seconds };
  }

  /** Builds a plan with the starts of one branch and improves it for as long as it gets better. */
  async #explore(branch: Branch) {
    const improver = new Improver(
      new Occupancy(this.#grid),
      branch.starts,
      this.#branches.guideOf(branch),
      this.#planner,
      this.#random
    );
    improver.construct();
    for (let found = true; found && !this.#isOver();) {
      const before = improver.best.cost;
      for (let step = 0; step < cycle && !this.#isOver(); step++) {
        improver.round(tolerance * (1 - step / cycle));
        this.#rounds++;
        if (improver.best.cost < (this.#best?.cost ?? Infinity)) this.#keep(improver.occupancy);
        await this.#breathe();
      }
      improver.adopt(improver.best.draft);
      if (improver.unplaced > 0) branch.failed = true;
      found = improver.best.cost < before && improver.unplaced === 0;
      await this.#branches.raise(prices.perCycle, this.#target, this.#breathe);
      improver.guide = this.#branches.guideOf(branch);
    }
  }

  /** Takes note of a plan, if it is whole and better. */
  #keep(occupancy: Occupancy) {
    const unplaced = occupancy.placed.filter((placements) => placements === null).length;
    this.#unplaced = Math.min(this.#unplaced, unplaced);
    if (unplaced > 0) return;
    const sittings = occupancy.sittings();
    const cost = objectiveOf(this.#grid.problem, sittings).total;
    if (cost < (this.#best?.cost ?? Infinity)) this.#best = { cost, sittings };
  }

  get #bound(): number {
    return this.#branches.bound + this.#balance;
  }

  /** The cost that the bound on presence and days tries to reach. */
  get #target(): number {
    return (this.#best?.cost ?? Infinity) - this.#balance;
  }

  get #gap(): number {
    return this.#best ? Math.max(0, (this.#best.cost - this.#bound) / this.#best.cost) : 1;
  }

  get #seconds(): number {
    return (performance.now() - this.#began) / 1000;
  }

  get #allowed() {
    const { seconds = 120, rounds = 4000, gap = 0.01 } = this.#options;
    return { seconds, rounds, gap };
  }

  #isOver(): boolean {
    const { seconds, rounds, gap } = this.#allowed;
    return (
      this.#options.signal?.aborted === true ||
      this.#seconds >= seconds ||
      this.#rounds >= rounds ||
      this.#gap <= gap
    );
  }

  /** Lets others run, and says how far the search is, a few times a second. */
  readonly #breathe = async () => {
    if (performance.now() - this.#breath < 50) return;
    const { seconds, rounds } = this.#allowed;
    this.#options.onProgress?.({
      share: Math.min(1, Math.max(this.#seconds / seconds, this.#rounds / rounds)),
      seconds: this.#seconds,
      unplaced: this.#unplaced,
      objective: this.#best?.cost ?? null,
      bound: this.#bound,
      gap: this.#best ? this.#gap : null
    });
    await new Promise((resume) => setTimeout(resume));
    this.#breath = performance.now();
  };
}
