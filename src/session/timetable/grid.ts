import { assessmentsOf, phasesOf, mayHear, restOf } from './model.ts';
import type { Assessment, Candidate, Problem } from './model.ts';
import { clockMinutes, contains, minuteOf, minutesPerDay, spanOf } from './time.ts';
import type { Span, Window } from './time.ts';

/**
 * The problem cut into steps of `granularity` minutes, for the solver alone. A « slot » is
 * `day × slotsPerDay + step`; lengths are in slots; candidates, panels and rooms are indexes.
 */
export interface Grid {
  problem: Problem;
  step: number;
  days: number;
  slotsPerDay: number;
  size: number;
  candidates: GridCandidate[];
  panels: GridPanel[];
  workers: Worker[];
  rooms: GridRoom[];
  /** Within each day; null without the rule. */
  lunch: { from: number; to: number; length: number } | null;
  jurorBreak: { after: number; length: number } | null;
  /** The minute at which a slot begins. */
  minuteAt(slot: number): number;
  /** The slot that begins at a minute, or −1 outside the grid. */
  slotAt(minute: number): number;
}

export interface GridCandidate {
  index: number;
  id: string;
  tasks: Task[];
  rest: number;
  open: Uint8Array;
  stepFree: boolean;
  alone: boolean;
}

/** One assessment of one candidate. */
export interface Task {
  assessment: Assessment;
  preparation: number;
  length: number;
  supervised: boolean;
  panels: number[];
  heard: boolean;
  /** Bits of the candidate's other tasks that must be over. */
  after: number;
  /** For written work: the slots at which it may begin; null when any. */
  starts: Set<number> | null;
}

/** Jurors who sit on exactly the same panels: they work and rest as one. */
export interface Worker {
  jurors: number;
  open: Uint8Array;
}

export interface GridPanel {
  id: string;
  workers: number[];
  jurors: number;
  home: number;
}

export interface GridRoom {
  id: string;
  kind: 'oral' | 'preparation' | 'written';
  seats: number;
  stepFree: boolean;
  open: Uint8Array;
}

/** Compiles a problem. */
export function gridOf(problem: Problem): Grid {
  const step = problem.granularity;
  const origin = Math.min(...problem.days.map((day) => floor(clockMinutes(day.from), step)));
  const latest = Math.max(...problem.days.map((day) => clockMinutes(day.to)));
  const slotsPerDay = Math.ceil((latest - origin) / step);
  const openings = problem.days
    .map((day) => spanOf({ from: `${day.date}T${day.from}`, to: `${day.date}T${day.to}` }))
    .sort((one, other) => one.from - other.from);
  const dawns = openings.map((day) => floor(day.from, minutesPerDay) + origin);
  const size = dawns.length * slotsPerDay;

  const minuteAt = (slot: number) =>
    dawns[Math.floor(slot / slotsPerDay)]! + (slot % slotsPerDay) * step;
  const slotAt = (minute: number) => {
    const day = dawns.findIndex((dawn) => dawn <= minute && minute < dawn + slotsPerDay * step);
    return day < 0 || (minute - dawns[day]!) % step !== 0
      ? -1
      : day * slotsPerDay + (minute - dawns[day]!) / step;
  };
  const openDuring = (availability: readonly Window[] | undefined) => {
    const spans = availability?.map(spanOf);
    const isOpen = (span: Span) =>
      openings.some((day) => contains(day, span)) &&
      (spans?.some((one) => contains(one, span)) ?? true);
    return Uint8Array.from({ length: size }, (_, slot) => {
      const from = minuteAt(slot);
      return isOpen({ from, to: from + step }) ? 1 : 0;
    });
  };

  const oralRooms = problem.rooms.flatMap((room, index) => (room.kind === 'oral' ? [index] : []));
  const { workers, workersOf } = workersOfProblem(problem, openDuring);
  const { lunch, jurorBreak } = problem.rules;
  return {
    problem,
    step,
    days: dawns.length,
    slotsPerDay,
    size,
    candidates: problem.candidates.map((candidate, index) => ({
      index,
      id: candidate.id,
      tasks: tasksOf(problem, candidate, slotAt),
      rest: Math.ceil(restOf(problem, candidate) / step),
      open: openDuring(candidate.availability),
      stepFree: candidate.adaptation.stepFreeRoom,
      alone: candidate.adaptation.aloneForWritten
    })),
    panels: problem.panels.map((panel, index) => ({
      id: panel.id,
      workers: workersOf(panel.id),
      jurors: panel.jurors.length,
      home: oralRooms.length === 0 ? -1 : oralRooms[index % oralRooms.length]!
    })),
    workers,
    rooms: problem.rooms.map((room) => ({
      id: room.id,
      kind: room.kind,
      seats: room.kind === 'oral' ? 1 : room.capacity,
      stepFree: room.stepFree,
      open: openDuring(room.availability)
    })),
    lunch: lunch && {
      from: (clockMinutes(lunch.from) - origin) / step,
      to: (clockMinutes(lunch.to) - origin) / step,
      // What is free on the grid is free by whole slots.
      length: Math.ceil(lunch.minutes / step)
    },
    jurorBreak: jurorBreak && {
      after: Math.floor(jurorBreak.after / step),
      length: Math.ceil(jurorBreak.minutes / step)
    },
    minuteAt,
    slotAt
  };
}

const floor = (value: number, unit: number) => Math.floor(value / unit) * unit;

function tasksOf(
  problem: Problem,
  candidate: Candidate,
  slotAt: (minute: number) => number
): Task[] {
  const own = assessmentsOf(problem, candidate);
  return own.map((assessment) => {
    const { preparation, sitting } = phasesOf(problem, candidate, assessment);
    const heard = assessment.kind === 'oral' && assessment.panel;
    const starts = assessment.kind === 'written' ? assessment.starts : undefined;
    return {
      assessment,
      preparation: preparation / problem.granularity,
      length: sitting / problem.granularity,
      supervised: assessment.kind === 'oral' && assessment.preparation.supervised,
      heard,
      panels: heard
        ? problem.panels.flatMap((panel, index) =>
            mayHear(problem, panel, candidate.id, assessment.id) ? [index] : []
          )
        : [],
      after: own.reduce(
        (bits, other, bit) => (assessment.after.includes(other.id) ? bits | (1 << bit) : bits),
        0
      ),
      starts: starts
        ? new Set(starts.map((start) => slotAt(minuteOf(start))).filter((slot) => slot >= 0))
        : null
    };
  });
}

function workersOfProblem(
  problem: Problem,
  openDuring: (availability: readonly Window[] | undefined) => Uint8Array
) {
  const workers: Worker[] = [];
  const places = new Map<string, number>();
  const ofPanel = new Map<string, number[]>(problem.panels.map((panel) => [panel.id, []]));
  for (const juror of problem.jurors) {
    const panels = problem.panels.filter((panel) => panel.jurors.includes(juror.id));
    if (panels.length === 0) continue;
    const key = panels.map((panel) => panel.id).join('\n');
    const open = openDuring(juror.availability);
    const place = places.get(key);
    if (place === undefined) {
      places.set(key, workers.length);
      for (const panel of panels) ofPanel.get(panel.id)!.push(workers.length);
      workers.push({ jurors: 1, open });
    } else {
      const worker = workers[place]!;
      worker.jurors++;
      worker.open = worker.open.map((free, slot) => free & open[slot]!);
    }
  }
  return { workers, workersOf: (panel: string) => ofPanel.get(panel)! };
}

/** For each slot, how many slots from it on are free, never past the end of the day. */
export function runsOf(grid: Grid, free: ArrayLike<number>): Int16Array {
  const runs = new Int16Array(grid.size);
  for (let slot = grid.size - 1; slot >= 0; slot--) {
    if (!free[slot]) continue;
    const lastOfDay = (slot + 1) % grid.slotsPerDay === 0;
    runs[slot] = lastOfDay ? 1 : 1 + runs[slot + 1]!;
  }
  return runs;
}

/** Sums of what comes before each place: [0, a, a + b, …]. */
export function cumulated(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, place) => (sums[place + 1] = sums[place]! + value));
  return sums;
}
