import { runsOf } from './grid.ts';
import type { Grid } from './grid.ts';
import { Programme } from './highs.ts';

/**
 * The least weighted unbalance that any plan has: orals are shared among the panels that may hear
 * them and the days their candidates can come, in fractions, within the time each juror has each
 * day. Null when even that cannot be done: then no plan exists.
 */
export async function balanceBound(grid: Grid): Promise<number | null> {
  const { panels, workers, step, problem, days } = grid;
  const programme = new Programme();
  const given: Share[] = [];
  for (const { minutes, among, on, count } of demandsOf(grid)) {
    const shares = among.flatMap((panel) =>
      on.map((day) => ({ column: programme.variable(0), minutes, panel, day }))
    );
    programme.row(
      count,
      shares.map(({ column }): [number, number] => [column, 1]),
      count
    );
    given.push(...shares);
  }
  const jurors = workers.reduce((sum, worker) => sum + worker.jurors, 0);
  const seats = panels.map((panel) =>
    panel.workers.reduce((sum, worker) => sum + workers[worker]!.jurors, 0)
  );
  const heardBy = (panel: number, worker: number) => panels[panel]!.workers.includes(worker);
  workers.forEach((worker, index) => {
    for (let day = 0; day < days; day++)
      programme.row(
        -Infinity,
        given
          .filter((share) => share.day === day && heardBy(share.panel, index))
          .map(({ column, minutes }): [number, number] => [column, minutes]),
        usableSlots(grid, worker.open, day) * step
      );
    const away = programme.variable(problem.weights.balance * worker.jurors);
    const difference = given.map(({ column, minutes, panel }): [number, number] => [
      column,
      minutes * ((heardBy(panel, index) ? 1 : 0) - seats[panel]! / jurors)
    ]);
    programme.row(0, [...difference, [away, 1]], Infinity);
    programme.row(-Infinity, [...difference, [away, -1]], 0);
  });
  const solved = await programme.solve();
  if (solved.status === 'infeasible') return null;
  return 'objective' in solved ? Math.max(0, solved.objective - 1e-6) : 0;
}

interface Share {
  column: number;
  minutes: number;
  panel: number;
  day: number;
}

/** Orals that last as long, may be heard by the same panels on the same days, and how many. */
function demandsOf(grid: Grid) {
  const demands = new Map<
    string,
    { minutes: number; among: number[]; on: number[]; count: number }
  >();
  for (const candidate of grid.candidates) {
    const runs = runsOf(grid, candidate.open);
    for (const task of candidate.tasks) {
      if (!task.heard) continue;
      const on = Array.from({ length: grid.days }, (_, day) => day).filter((day) =>
        runs
          .subarray(day * grid.slotsPerDay, (day + 1) * grid.slotsPerDay)
          .some((run) => run >= task.preparation + task.length)
      );
      const key = [task.length, task.panels, on].join('/');
      const demand = demands.get(key);
      if (demand) demand.count++;
      else demands.set(key, { minutes: task.length * grid.step, among: task.panels, on, count: 1 });
    }
  }
  return demands.values();
}

/** Slots of a day that someone can work in, lunch kept. */
export function usableSlots({ slotsPerDay, lunch }: Grid, open: Uint8Array, day: number): number {
  const today = open.subarray(day * slotsPerDay, (day + 1) * slotsPerDay);
  const sum = (slots: Uint8Array) => slots.reduce((total, one) => total + one, 0);
  if (!lunch) return sum(today);
  const meal = sum(today.subarray(Math.max(0, lunch.from), Math.max(0, lunch.to)));
  return sum(today) - meal + Math.min(meal, lunch.to - lunch.from - lunch.length);
}
