import type { Grid, GridCandidate } from './grid.ts';
import { Occupancy } from './occupancy.ts';
import { groupBy } from './objective.ts';
import type { CommonStarts } from './written.ts';

/** Candidates who are alike to the timetable: same tasks, same times, same panels. */
export interface Kind {
  members: GridCandidate[];
  /**
   * One of them, with tasks that differ in name alone put in an order: it changes no cost as long as
   * such tasks have the same prices, and leaves fewer itineraries to look at.
   */
  model: GridCandidate;
  /** 0 where a task may begin if the candidate were alone in the session, else Infinity. */
  prices: Float64Array[];
}

/** Sorts candidates into kinds, each with what it could do alone in the session. */
export function kindsOf(grid: Grid): Kind[] {
  const empty = new Occupancy(grid);
  const alike = groupBy(grid.candidates, (candidate) =>
    JSON.stringify([
      candidate.tasks.map((task) => [
        task.assessment.id,
        task.preparation,
        task.length,
        task.panels
      ]),
      candidate.rest,
      candidate.stepFree,
      candidate.alone,
      candidate.open.join('')
    ])
  );
  return [...alike.values()].map((members) => {
    const options = empty.optionsFor(members[0]!, new Map(), () => 0);
    return {
      members,
      model: withTwinsInOrder(members[0]!),
      prices: options.map((one) => one.prices.map((price) => (price < Infinity ? 0 : Infinity)))
    };
  });
}

function withTwinsInOrder(candidate: GridCandidate): GridCandidate {
  const { tasks } = candidate;
  const named = tasks.reduce((bits, task) => bits | task.after, 0);
  const key = (task: (typeof tasks)[number]) =>
    JSON.stringify([task.preparation, task.length, task.supervised, task.heard, task.panels]);
  return {
    ...candidate,
    tasks: tasks.map((task, place) => {
      const isTwin = (other: number) =>
        tasks[other]!.assessment.kind === 'oral' &&
        !(named & (1 << other)) &&
        tasks[other]!.after === 0 &&
        key(tasks[other]!) === key(task);
      if (!isTwin(place)) return task;
      const before = [...tasks.keys()].slice(0, place).findLast(isTwin);
      return before === undefined ? task : { ...task, after: 1 << before };
    })
  };
}

/** The prices of a kind once the collective papers begin as chosen. */
export function fixStarts(kind: Kind, starts: CommonStarts): Float64Array[] {
  return kind.prices.map((prices, task) => {
    const start = starts.get(kind.model.tasks[task]!.assessment.id);
    return start === undefined
      ? prices
      : prices.map((price, slot) => (slot === start ? price : Infinity));
  });
}
