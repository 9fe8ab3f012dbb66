import type { Grid } from './grid.ts';
import { Programme } from './highs.ts';

/**
 * The least weighted unbalance that any plan has: orals are shared among the panels that may hear
 * them, in fractions, within the time that each panel has. Null when even that cannot be done.
 */
export async function balanceBound(grid: Grid): Promise<number | null> {
  const { panels, workers, step, problem } = grid;
  if (panels.length === 0) return 0;
  const programme = new Programme();
  const given = panels.map((): [column: number, minutes: number][] => []);
  for (const { minutes, among, count } of demandsOf(grid)) {
    const shares = among.map((panel) => {
      const share = programme.variable(0);
      given[panel]!.push([share, minutes]);
      return [share, 1] as const;
    });
    programme.row(count, shares, count);
  }
  const jurors = workers.reduce((sum, worker) => sum + worker.jurors, 0);
  const seats = panels.map((panel) =>
    panel.workers.reduce((sum, worker) => sum + workers[worker]!.jurors, 0)
  );
  workers.forEach((worker, index) => {
    const own = panels.flatMap((panel, place) =>
      panel.workers.includes(index) ? given[place]! : []
    );
    programme.row(-Infinity, own, usableSlots(grid, worker.open) * step);
    const away = programme.variable(problem.weights.balance * worker.jurors);
    const difference = panels.flatMap((panel, place) => {
      const share = (panel.workers.includes(index) ? 1 : 0) - seats[place]! / jurors;
      return given[place]!.map(([column, minutes]): [number, number] => [column, minutes * share]);
    });
    programme.row(0, [...difference, [away, 1]], Infinity);
    programme.row(-Infinity, [...difference, [away, -1]], 0);
  });
  const solved = await programme.solve();
  if (solved.status === 'infeasible') return null;
  return 'objective' in solved ? Math.max(0, solved.objective - 1e-6) : 0;
}

/** Orals that last as long and may be heard by the same panels, and how many there are. */
function demandsOf(grid: Grid) {
  const demands = new Map<string, { minutes: number; among: number[]; count: number }>();
  for (const task of grid.candidates.flatMap((candidate) => candidate.tasks)) {
    if (!task.heard) continue;
    const key = [task.length, ...task.panels].join(' ');
    const demand = demands.get(key);
    if (demand) demand.count++;
    else demands.set(key, { minutes: task.length * grid.step, among: task.panels, count: 1 });
  }
  return demands.values();
}

/** Slots that someone can work in, lunches kept. */
export function usableSlots({ size, slotsPerDay, lunch }: Grid, open: Uint8Array): number {
  let usable = 0;
  for (let dawn = 0; dawn < size; dawn += slotsPerDay) {
    const day = open.subarray(dawn, dawn + slotsPerDay);
    const all = day.reduce((sum, one) => sum + one, 0);
    const meal = lunch
      ? day
          .subarray(Math.max(0, lunch.from), Math.max(0, lunch.to))
          .reduce((sum, one) => sum + one, 0)
      : 0;
    usable += lunch ? all - meal + Math.min(meal, lunch.to - lunch.from - lunch.length) : all;
  }
  return usable;
}
