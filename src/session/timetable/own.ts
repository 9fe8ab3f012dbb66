import type { Grid, GridCandidate } from './grid.ts';
import { Occupancy } from './occupancy.ts';
import { groupBy } from './objective.ts';
import type { CommonStarts } from './written.ts';

/** Candidates who, alone in the session, could do the same at the same times. */
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

/** Sorts candidates into kinds. Panels and rooms matter only by the times they leave open. */
export function kindsOf(grid: Grid): Kind[] {
  const empty = new Occupancy(grid);
  const alone = grid.candidates.map((candidate) => ({
    candidate,
    prices: empty
      .optionsFor(candidate, new Map(), () => 0)
      .map((one) => one.prices.map((price) => (price < Infinity ? 0 : Infinity)))
  }));
  const alike = groupBy(alone, ({ candidate, prices }) =>
    JSON.stringify([
      candidate.rest,
      candidate.tasks.map((task, place) => [
        task.assessment.id,
        task.preparation,
        task.length,
        prices[place]!.map((price) => (price === 0 ? 1 : 0)).join('')
      ])
    ])
  );
  return [...alike.values()].map((members) => ({
    members: members.map(({ candidate }) => candidate),
    model: withTwinsInOrder(members[0]!.candidate, members[0]!.prices),
    prices: members[0]!.prices
  }));
}

function withTwinsInOrder(
  candidate: GridCandidate,
  prices: readonly Float64Array[]
): GridCandidate {
  const { tasks } = candidate;
  const named = tasks.reduce((bits, task) => bits | task.after, 0);
  const key = (place: number) => {
    const { preparation, length, heard } = tasks[place]!;
    return `${preparation} ${length} ${heard} ${prices[place]!.join('')}`;
  };
  return {
    ...candidate,
    tasks: tasks.map((task, place) => {
      const isTwin = (other: number) =>
        tasks[other]!.assessment.kind === 'oral' &&
        !(named & (1 << other)) &&
        tasks[other]!.after === 0 &&
        key(other) === key(place);
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
