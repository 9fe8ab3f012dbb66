import { runsOf } from './grid.ts';
import type { Grid, GridCandidate, Task } from './grid.ts';
import type { Timed } from './objective.ts';

/** Where one task of one candidate falls; indexes of the grid, −1 for « none ». */
export interface Placement {
  task: number;
  from: number;
  panel: number;
  room: number;
  preparation: number;
}

/** For each slot at which a task may begin: what it costs, and the means it would use. */
export interface Options {
  prices: Float64Array;
  panel: Int16Array;
  room: Int16Array;
  preparation: Int16Array;
}

/** What a panel (−1 for none) costs more from one slot to another. */
export type Extra = (panel: number, start: number, end: number) => number;

export const placementOf = (options: Options, task: number, from: number): Placement => ({
  task,
  from,
  panel: options.panel[from]!,
  room: options.room[from]!,
  preparation: options.preparation[from]!
});

/** What an oral that leaves a gap before or after it costs the search, so that gaps stay few. */
const looseEnd = 1.5;

/** Who and what is taken, slot by slot, while a plan is being built. */
export class Occupancy {
  readonly grid: Grid;
  readonly placed: (Placement[] | null)[];
  /** Units taken at each slot of each means: see `staysOf`. */
  readonly #taken: Uint16Array[];
  readonly #meanLoad: number;

  constructor(grid: Grid) {
    this.grid = grid;
    this.placed = grid.candidates.map(() => null);
    this.#taken = [...grid.workers, ...grid.rooms].map(() => new Uint16Array(grid.size));
    this.#meanLoad = meanLoadOf(grid);
  }

  place(candidate: GridCandidate, placements: Placement[]) {
    this.placed[candidate.index] = placements;
    this.#occupy(candidate, placements, 1);
  }

  remove(candidate: GridCandidate): Placement[] {
    const placements = this.placed[candidate.index] ?? [];
    this.placed[candidate.index] = null;
    this.#occupy(candidate, placements, -1);
    return placements;
  }

  #occupy(candidate: GridCandidate, placements: readonly Placement[], sign: 1 | -1) {
    for (const { means, from, to, units } of staysOf(this.grid, candidate, placements)) {
      const taken = this.#taken[means]!;
      for (let slot = from; slot < to; slot++) taken[slot]! += sign * units;
    }
  }

  /** Minutes of oral of a worker. */
  #load(worker: number): number {
    return this.#taken[worker]!.reduce((sum, taken) => sum + taken, 0) * this.grid.step;
  }

  /**
   * The options of every task of a candidate who is not placed. `startOf` fixes the common start of
   * the written assessments; `extra` is added to each price.
   */
  optionsFor(
    candidate: GridCandidate,
    startOf: ReadonlyMap<string, number>,
    extra: Extra
  ): Options[] {
    const { grid } = this;
    const free = grid.workers.map((worker, index) =>
      worker.open.map((open, slot) => (open && this.#taken[index]![slot] === 0 ? 1 : 0))
    );
    const panelRuns = grid.panels.map((panel) =>
      runsOf(
        grid,
        panel.workers.reduce(
          (all, worker) => all.map((open, slot) => open & free[worker]![slot]!),
          new Uint8Array(grid.size).fill(1)
        )
      )
    );
    const roomRuns = grid.rooms.map((room, index) => {
      if (candidate.stepFree && !room.stepFree) return new Int16Array(grid.size);
      const needed = room.kind === 'written' && candidate.alone ? room.seats : 1;
      const seats = this.#taken[grid.workers.length + index]!;
      return runsOf(
        grid,
        room.open.map((open, slot) => (open && seats[slot]! + needed <= room.seats ? 1 : 0))
      );
    });
    const ownRuns = runsOf(grid, candidate.open);
    /** A person alone takes the smallest room; the others fill the rooms in the order of the list. */
    const order = [...grid.rooms.keys()];
    if (candidate.alone)
      order.sort((one, other) => grid.rooms[one]!.seats - grid.rooms[other]!.seats);
    const freeRoom = (kind: string, start: number, length: number) =>
      order.find((room) => grid.rooms[room]!.kind === kind && roomRuns[room]![start]! >= length) ??
      -1;
    return candidate.tasks.map((task) => {
      const options: Options = {
        prices: new Float64Array(grid.size).fill(Infinity),
        panel: new Int16Array(grid.size).fill(-1),
        room: new Int16Array(grid.size).fill(-1),
        preparation: new Int16Array(grid.size).fill(-1)
      };
      const fixed = startOf.get(task.assessment.id);
      const balance = grid.panels.map((_, panel) => this.#balancePrice(panel, task));
      for (let from = 0; from < grid.size; from++) {
        if (ownRuns[from]! < task.preparation + task.length) continue;
        const start = from + task.preparation;
        if (fixed !== undefined && fixed !== start) continue;
        if (task.starts && !task.starts.has(start)) continue;
        const preparation = preparationRoom(task, from, freeRoom);
        if (preparation === null) continue;
        if (!task.heard) {
          const room = freeRoom(task.assessment.kind, start, task.length);
          if (room < 0) continue;
          options.prices[from] = extra(-1, start, start + task.length);
          options.room[from] = room;
          options.preparation[from] = preparation;
          continue;
        }
        for (const panel of task.panels) {
          if (panelRuns[panel]![start]! < task.length) continue;
          const home = grid.panels[panel]!.home;
          const atHome = home >= 0 && roomRuns[home]![start]! >= task.length;
          const room = atHome ? home : freeRoom('oral', start, task.length);
          if (room < 0) continue;
          const price =
            balance[panel]! +
            (atHome ? 0 : grid.problem.weights.rooms) +
            this.#looseness(panel, start, task.length) +
            extra(panel, start, start + task.length);
          if (price >= options.prices[from]! || !this.#panelAllows(panel, start, task.length))
            continue;
          options.prices[from] = price;
          options.panel[from] = panel;
          options.room[from] = room;
          options.preparation[from] = preparation;
        }
      }
      return options;
    });
  }

  /** Whether the rules of rest and lunch hold for the jurors of a panel around [start, start + length). */
  #panelAllows(panel: number, start: number, length: number): boolean {
    return this.grid.panels[panel]!.workers.every((worker) =>
      workerRests(this.grid, this.#taken[worker]!, start, length)
    );
  }

  /** Whether the jurors rest and lunch as they must on the days of these placements. */
  restsHold(candidate: GridCandidate): boolean {
    return (this.placed[candidate.index] ?? []).every((one) => {
      const task = candidate.tasks[one.task]!;
      return (
        one.panel < 0 || this.#panelAllows(one.panel, one.from + task.preparation, task.length)
      );
    });
  }

  #looseness(panel: number, start: number, length: number): number {
    const { slotsPerDay } = this.grid;
    const worker = this.grid.panels[panel]!.workers[0];
    const busy = worker === undefined ? undefined : this.#taken[worker];
    if (!busy) return 0;
    const end = start + length;
    const touchesBefore = start % slotsPerDay === 0 || busy[start - 1] === 1;
    const touchesAfter = end % slotsPerDay === 0 || busy[end] === 1;
    return (touchesBefore ? 0 : looseEnd) + (touchesAfter ? 0 : looseEnd);
  }

  #balancePrice(panel: number, task: Task): number {
    let price = 0;
    for (const worker of this.grid.panels[panel]!.workers) {
      const load = this.#load(worker) - this.#meanLoad;
      const more = load + task.length * this.grid.step;
      price += this.grid.workers[worker]!.jurors * (Math.abs(more) - Math.abs(load));
    }
    return price * this.grid.problem.weights.balance;
  }

  /** The sittings of the candidates placed so far. */
  sittings(): Timed[] {
    const { grid } = this;
    return grid.candidates.flatMap((candidate) =>
      (this.placed[candidate.index] ?? []).map((one) => {
        const task = candidate.tasks[one.task]!;
        const from = grid.minuteAt(one.from);
        const start = from + task.preparation * grid.step;
        return {
          candidate: candidate.id,
          assessment: task.assessment.id,
          panel: grid.panels[one.panel]?.id ?? null,
          room: grid.rooms[one.room]!.id,
          preparationRoom: grid.rooms[one.preparation]?.id ?? null,
          from,
          start,
          end: start + task.length * grid.step
        };
      })
    );
  }
}

/** A supervised room for the preparation, −1 when none is needed, null when none is free. */
function preparationRoom(
  task: Task,
  from: number,
  freeRoom: (kind: string, start: number, length: number) => number
): number | null {
  if (!task.supervised || task.preparation === 0) return -1;
  const room = freeRoom('preparation', from, task.preparation);
  return room < 0 ? null : room;
}

/** A stretch of slots in which a candidate takes units of a means. */
export interface Stay {
  means: number;
  from: number;
  to: number;
  units: number;
}

/** The means that placements take: worker w is number w, room r is number `workers.length + r`. */
export function staysOf(
  grid: Grid,
  candidate: GridCandidate,
  placements: readonly Placement[]
): Stay[] {
  const rooms = grid.workers.length;
  return placements.flatMap((one) => {
    const task = candidate.tasks[one.task]!;
    const start = one.from + task.preparation;
    const sitting = { from: start, to: start + task.length };
    const whole = task.assessment.kind === 'written' && candidate.alone;
    const stays: Stay[] = (grid.panels[one.panel]?.workers ?? []).map((means) => ({
      means,
      ...sitting,
      units: 1
    }));
    stays.push({
      means: rooms + one.room,
      ...sitting,
      units: whole ? grid.rooms[one.room]!.seats : 1
    });
    if (one.preparation >= 0)
      stays.push({ means: rooms + one.preparation, from: one.from, to: start, units: 1 });
    return stays;
  });
}

/** Minutes of oral per juror if all were shared alike among panels of equal size. */
function meanLoadOf(grid: Grid): number {
  const minutes = grid.candidates
    .flatMap((candidate) => candidate.tasks)
    .reduce((sum, task) => sum + (task.heard ? task.length * grid.step : 0), 0);
  const members = grid.panels.reduce((sum, panel) => sum + panel.jurors, 0);
  const jurors = grid.workers.reduce((sum, worker) => sum + worker.jurors, 0);
  return grid.panels.length === 0 ? 0 : (minutes * members) / grid.panels.length / jurors;
}

/** The rules of rest and lunch of a worker busy at `busy`, if also busy over [start, start + length). */
function workerRests(grid: Grid, busy: Uint16Array, start: number, length: number): boolean {
  const dawn = start - (start % grid.slotsPerDay);
  const dusk = dawn + grid.slotsPerDay;
  const end = start + length;
  const taken = (slot: number) => busy[slot] === 1 || (slot >= start && slot < end);
  if (grid.jurorBreak) {
    const { after, length: pause } = grid.jurorBreak;
    const reach = (edge: number, move: 1 | -1) => {
      let furthest = edge;
      for (
        let slot = edge + move, gap = 0;
        slot >= dawn && slot < dusk && gap < pause;
        slot += move
      ) {
        gap = taken(slot) ? 0 : gap + 1;
        if (gap === 0) furthest = slot;
      }
      return furthest;
    };
    const [first, last] = [reach(start, -1), reach(end - 1, 1)];
    const alone = first === start && last === end - 1;
    if (!alone && last - first + 1 > after) return false;
  }
  if (!grid.lunch) return true;
  let [free, longest] = [0, 0];
  for (let slot = dawn + grid.lunch.from; slot < dawn + grid.lunch.to; slot++) {
    const open = slot < dawn || slot >= dusk || !taken(slot);
    free = open ? free + 1 : 0;
    longest = Math.max(longest, free);
  }
  return longest >= grid.lunch.length;
}
