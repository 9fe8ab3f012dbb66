import type { Objective, Problem, Sitting } from './model.ts';
import { dayStart, instantOf, minuteOf } from './time.ts';

/** A sitting with its times in minutes (see time.ts); `from` is when the candidate is called. */
export interface Timed {
  candidate: string;
  assessment: string;
  panel: string | null;
  room: string;
  preparationRoom: string | null;
  from: number;
  start: number;
  end: number;
}

export const timedOf = (sitting: Sitting): Timed => ({
  candidate: sitting.candidate,
  assessment: sitting.assessment,
  panel: sitting.panel,
  room: sitting.room,
  preparationRoom: sitting.preparationRoom,
  from: minuteOf(sitting.preparationStart),
  start: minuteOf(sitting.start),
  end: minuteOf(sitting.end)
});

export const sittingOf = (timed: Timed): Sitting => ({
  candidate: timed.candidate,
  assessment: timed.assessment,
  panel: timed.panel,
  room: timed.room,
  preparationRoom: timed.preparationRoom,
  preparationStart: instantOf(timed.from),
  start: instantOf(timed.start),
  end: instantOf(timed.end)
});

/** Things grouped by a key, each group in the order met. */
export function groupBy<T>(things: Iterable<T>, keyOf: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}

/**
 * What a set of sittings costs (the less the better), in weighted minutes:
 *   presence  minutes between the first call and the last end of each candidate, day by day;
 *   days      days of attendance, all candidates together;
 *   balance   Σ over jurors of |minutes of oral − their mean|;
 *   order     Σ over candidates of max(0, openings and closings of a panel's day − 1);
 *   rooms     changes of room of a panel between two sittings of one day.
 */
export function objectiveOf(problem: Problem, sittings: readonly Timed[]): Objective {
  const attendance = groupBy(sittings, (one) => `${dayStart(one.from)} ${one.candidate}`);
  let presence = 0;
  for (const day of attendance.values())
    presence += Math.max(...day.map((one) => one.end)) - Math.min(...day.map((one) => one.from));

  const heard = sittings.filter((one) => one.panel !== null);
  const panelDays = groupBy(heard, (one) => `${dayStart(one.start)} ${one.panel}`);
  const edges = new Map<string, number>();
  let rooms = 0;
  for (const day of panelDays.values()) {
    day.sort((one, other) => one.start - other.start);
    for (const edge of [day[0]!, day.at(-1)!])
      edges.set(edge.candidate, (edges.get(edge.candidate) ?? 0) + 1);
    for (let place = 1; place < day.length; place++)
      if (day[place]!.room !== day[place - 1]!.room) rooms++;
  }
  const order = [...edges.values()].reduce((sum, count) => sum + Math.max(0, count - 1), 0);

  const balance = spreadOf(jurorLoads(problem, heard));
  const { weights } = problem;
  const days = attendance.size;
  const total =
    weights.presence * presence +
    weights.day * days +
    weights.balance * balance +
    weights.order * order +
    weights.rooms * rooms;
  return { total: rounded(total), presence, days, balance: rounded(balance), order, rooms };
}

/** Minutes of oral of each juror who sits on a panel, in the order of the problem. */
export function jurorLoads(problem: Problem, sittings: readonly Timed[]): Map<string, number> {
  const loads = new Map<string, number>();
  for (const juror of problem.jurors)
    if (problem.panels.some((panel) => panel.jurors.includes(juror.id))) loads.set(juror.id, 0);
  const members = new Map(problem.panels.map((panel) => [panel.id, panel.jurors]));
  for (const { panel, start, end } of sittings)
    for (const juror of members.get(panel ?? '') ?? [])
      loads.set(juror, (loads.get(juror) ?? 0) + end - start);
  return loads;
}

function spreadOf(loads: ReadonlyMap<string, number>): number {
  const values = [...loads.values()];
  const mean = values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
  return values.reduce((sum, value) => sum + Math.abs(value - mean), 0);
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;
