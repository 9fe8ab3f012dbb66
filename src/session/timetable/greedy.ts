import type { Grid, GridCandidate } from './grid.ts';
import { Occupancy, placementOf } from './occupancy.ts';
import type { Placement } from './occupancy.ts';
import { longestFree } from './time.ts';
import { commonStartsOf } from './written.ts';
import type { CommonStarts } from './written.ts';

/**
 * What a careful person does on paper: the collective papers as early as they fit, then, candidate
 * by candidate (the least free first, then the longest), each oral at the first moment that breaks no rule. The
 * baseline of the bench; `unplaced` are those for whom it found no room.
 */
export function greedy(grid: Grid): { occupancy: Occupancy; unplaced: string[] } {
  const starts = commonStartsOf(grid, 2000).choices[0] ?? new Map<string, number>();
  const occupancy = new Occupancy(grid);
  const unplaced: string[] = [];
  for (const candidate of hardestFirst(grid.candidates)) {
    if (!firstFit(occupancy, candidate, starts)) unplaced.push(candidate.id);
  }
  return { occupancy, unplaced };
}

/** Those who need a whole room to write in, then those who can come the least, then the longest. */
export const hardestFirst = (candidates: readonly GridCandidate[]): GridCandidate[] => {
  const freedom = (one: GridCandidate) => one.open.reduce((sum, open) => sum + open, 0);
  const length = (one: GridCandidate) =>
    one.tasks.reduce((sum, task) => sum + task.preparation + task.length, 0);
  return candidates.toSorted(
    (one, other) =>
      Number(other.alone) - Number(one.alone) ||
      freedom(one) - freedom(other) ||
      length(other) - length(one)
  );
};

/** Places a candidate task by task; takes everything back when one of them does not fit. */
function firstFit(occupancy: Occupancy, candidate: GridCandidate, starts: CommonStarts): boolean {
  const { tasks } = candidate;
  const isWritten = (task: number) => starts.has(tasks[task]!.assessment.id);
  const waiting = new Set(
    [...tasks.keys()].sort((a, b) => Number(isWritten(b)) - Number(isWritten(a)))
  );
  let placements: Placement[] = [];
  while (waiting.size > 0) {
    const task = [...waiting].find(
      (one) => isWritten(one) || ![...waiting].some((other) => tasks[one]!.after & (1 << other))
    )!;
    const options = occupancy.optionsFor(candidate, starts, () => 0)[task]!;
    const from = options.prices.findIndex(
      (price, slot) =>
        price < Infinity && fits(occupancy.grid, candidate, [...placements, at(task, slot)])
    );
    occupancy.remove(candidate);
    if (from < 0) return false;
    placements = [...placements, placementOf(options, task, from)];
    occupancy.place(candidate, placements);
    waiting.delete(task);
  }
  return true;
}

const at = (task: number, from: number): Placement => ({
  task,
  from,
  panel: -1,
  room: -1,
  preparation: -1
});

/** Whether one candidate can follow these placements: rest, order and lunch. */
function fits(grid: Grid, candidate: GridCandidate, placements: readonly Placement[]): boolean {
  const spans = placements
    .map(({ task, from }) => {
      const { preparation, length } = candidate.tasks[task]!;
      return { task, from, to: from + preparation + length };
    })
    .sort((one, other) => one.from - other.from);
  const last = spans.map(({ task }) => task);
  const restful = spans.every(
    (span, place) =>
      place === 0 ||
      crossesNight(grid, spans[place - 1]!.from, span.from) ||
      span.from - spans[place - 1]!.to >= candidate.rest
  );
  const ordered = last.every((task, place) =>
    last.slice(place + 1).every((later) => !(candidate.tasks[task]!.after & (1 << later)))
  );
  return restful && ordered && spans.every((span) => lunchHolds(grid, spans, span.from));
}

const crossesNight = (grid: Grid, one: number, other: number): boolean =>
  Math.floor(one / grid.slotsPerDay) !== Math.floor(other / grid.slotsPerDay);

function lunchHolds(
  grid: Grid,
  spans: readonly { from: number; to: number }[],
  slot: number
): boolean {
  if (!grid.lunch) return true;
  const dawn = slot - (slot % grid.slotsPerDay);
  const meal = { from: dawn + grid.lunch.from, to: dawn + grid.lunch.to };
  return longestFree(meal, spans) >= grid.lunch.length;
}
