import { balanceBound, usableSlots } from './balance.ts';
import type { Grid } from './grid.ts';
import { ItineraryPlanner } from './itinerary.ts';
import { fixStarts, kindsOf } from './own.ts';
import { commonStartsOf } from './written.ts';

/** Why no plan can exist. */
export type Obstacle =
  | { kind: 'no-panel'; candidate: string; assessment: string }
  | { kind: 'no-common-start' }
  | { kind: 'candidate-alone'; candidate: string }
  | { kind: 'rooms'; rooms: 'oral' | 'preparation'; needed: number; free: number }
  | { kind: 'seats'; needed: number; seats: number }
  | { kind: 'panels'; panels: string[]; orals: number; needed: number; free: number }
  | { kind: 'panel-days' };

/** Above this many panels, sets of overloaded panels are not enumerated. */
const maxPanels = 12;

/**
 * A proof that no plan exists, or null. Complete for one candidate alone; for several it looks at
 * the starts of collective papers, at seats, and at the time of rooms and panels, day by day and in
 * fractions: a problem may be impossible for reasons this does not see.
 */
export async function obstacleOf(grid: Grid): Promise<Obstacle | null> {
  return withoutPanel(grid) ?? seats(grid) ?? rooms(grid) ?? alone(grid) ?? (await panelTime(grid));
}

function withoutPanel(grid: Grid): Obstacle | null {
  for (const candidate of grid.candidates)
    for (const task of candidate.tasks)
      if (task.heard && task.panels.length === 0)
        return { kind: 'no-panel', candidate: candidate.id, assessment: task.assessment.id };
  return null;
}

/** Collective papers: those who write at once must all be seated, some of them alone. */
function seats(grid: Grid): Obstacle | null {
  const written = grid.rooms.filter((room) => room.kind === 'written');
  for (const assessment of grid.problem.assessments) {
    if (assessment.kind !== 'written' || !assessment.together) continue;
    const sitters = grid.candidates.filter((candidate) =>
      candidate.tasks.some((task) => task.assessment === assessment)
    );
    const alone = sitters.filter((candidate) => candidate.alone).length;
    const inOrder = written.map((room) => room.seats).sort((one, other) => one - other);
    const shared = inOrder.slice(alone).reduce((sum, room) => sum + room, 0);
    const needed = sitters.length - alone;
    if (inOrder.length < alone || shared < needed)
      return {
        kind: 'seats',
        needed: sitters.length,
        seats: shared + Math.min(alone, inOrder.length)
      };
  }
  return null;
}

/** Whether the papers can begin together, and each candidate do everything, if no other came. */
function alone(grid: Grid): Obstacle | null {
  const kinds = kindsOf(grid);
  const planner = new ItineraryPlanner(grid);
  for (const kind of kinds)
    if (!planner.best(kind.model, kind.prices))
      return { kind: 'candidate-alone', candidate: kind.model.id };
  const { choices, complete } = commonStartsOf(grid, 100);
  const possible = choices.some((starts) =>
    kinds.every((kind) => planner.best(kind.model, fixStarts(kind, starts)))
  );
  return possible || !complete ? null : { kind: 'no-common-start' };
}

function rooms(grid: Grid): Obstacle | null {
  const tasks = grid.candidates.flatMap((candidate) => candidate.tasks);
  const needs = {
    oral: tasks.map((task) => (task.assessment.kind === 'oral' ? task.length : 0)),
    preparation: tasks.map((task) => (task.supervised ? task.preparation : 0))
  };
  for (const kind of ['oral', 'preparation'] as const) {
    const needed = needs[kind].reduce((sum, length) => sum + length, 0) * grid.step;
    const free = grid.rooms
      .filter((room) => room.kind === kind)
      .reduce((sum, room) => sum + room.seats * room.open.reduce((all, one) => all + one, 0), 0);
    if (needed > free * grid.step)
      return { kind: 'rooms', rooms: kind, needed, free: free * grid.step };
  }
  return null;
}

async function panelTime(grid: Grid): Promise<Obstacle | null> {
  if ((await balanceBound(grid)) !== null) return null;
  return overloadedPanels(grid) ?? { kind: 'panel-days' };
}

/** The smallest set of panels with more to hear, that no other may hear, than time to hear it. */
function overloadedPanels(grid: Grid): Obstacle | null {
  const count = grid.panels.length;
  if (count > maxPanels) return null;
  const tasks = grid.candidates.flatMap((candidate) => candidate.tasks).filter((one) => one.heard);
  const bitsOf = (panels: readonly number[]) => panels.reduce((bits, one) => bits | (1 << one), 0);
  const demands = tasks.map((task) => ({ bits: bitsOf(task.panels), length: task.length }));
  const free = grid.panels.map((_, panel) => usableOf(grid, panel));
  const sizeOf = (bits: number) => bits.toString(2).replaceAll('0', '').length;
  const sets = Array.from({ length: 2 ** count - 1 }, (_, place) => place + 1).sort(
    (one, other) => sizeOf(one) - sizeOf(other)
  );
  for (const set of sets) {
    const own = demands.filter(({ bits }) => (bits & ~set) === 0);
    const needed = own.reduce((sum, { length }) => sum + length, 0);
    const time = free.reduce((sum, slots, panel) => (set & (1 << panel) ? sum + slots : sum), 0);
    if (needed > time)
      return {
        kind: 'panels',
        panels: grid.panels.filter((_, panel) => set & (1 << panel)).map((panel) => panel.id),
        orals: own.length,
        needed: needed * grid.step,
        free: time * grid.step
      };
  }
  return null;
}

/** Slots in which a panel, all its jurors present, can hear. */
function usableOf(grid: Grid, panel: number): number {
  const open = grid.panels[panel]!.workers.reduce(
    (all, worker) => all.map((one, slot) => one & grid.workers[worker]!.open[slot]!),
    new Uint8Array(grid.size).fill(1)
  );
  return Array.from({ length: grid.days }, (_, day) => usableSlots(grid, open, day)).reduce(
    (sum, slots) => sum + slots,
    0
  );
}
