import { Programme } from './highs.ts';
import { restOf } from './model.ts';
import type { Problem } from './model.ts';
import { groupBy } from './objective.ts';
import type { Timed } from './objective.ts';
import type { Way } from './replan-options.ts';
import { clockMinutes, dayStart, minutesPerDay } from './time.ts';
import type { Span } from './time.ts';

type Terms = [column: number, coefficient: number][];

/**
 * The least costly ways, one per free sitting, that use nobody and nothing twice and leave jurors
 * and candidates their lunch and jurors their pauses; `cuts` are combinations that were refused.
 * Null when there are none.
 */
export async function chooseWays(
  problem: Problem,
  fixed: readonly Timed[],
  free: readonly Timed[],
  ways: readonly Way[],
  cuts: readonly Way[][]
): Promise<Way[] | null> {
  const programme = new Programme();
  const columns = new Map(ways.map((way) => [way, programme.choice(way.cost)]));
  const termsOf = (some: readonly Way[]): Terms => some.map((way) => [columns.get(way)!, 1]);
  const byFree = Map.groupBy(ways, (way) => way.of);
  for (const one of free) programme.row(1, termsOf(byFree.get(one) ?? []), 1);
  for (const cut of cuts) programme.row(-Infinity, termsOf(cut), cut.length - 1);
  const taken = groupBy(
    fixed.flatMap((one) => unitsOf(problem, one)),
    ({ key }) => key
  );
  const uses = groupBy(
    ways.flatMap((way) => unitsOf(problem, way.timed).map((unit) => ({ ...unit, way }))),
    ({ key }) => key
  );
  for (const [key, users] of uses) {
    const left = Math.max(0, users[0]!.capacity - (taken.get(key)?.length ?? 0));
    if (users.length > left) programme.row(-Infinity, termsOf(users.map(({ way }) => way)), left);
  }
  for (const person of occupationsOf(problem, fixed, ways)) {
    const busy = (span: Span): Terms | null =>
      person.fixed.some((one) => one.from < span.to && span.from < one.to)
        ? null
        : termsOf(
            person.ways
              .filter(({ span: one }) => one.from < span.to && span.from < one.to)
              .map(({ way }) => way)
          );
    keepLunch(problem, programme, person.day, busy);
    if (person.juror) keepPauses(problem, programme, person.day, busy);
  }
  const solved = await programme.solve({ seconds: 20 });
  return 'values' in solved ? ways.filter((way) => solved.values[columns.get(way)!]! > 0.5) : null;
}

/** What a sitting takes, step by step: its candidate (rest included), jurors, rooms. */
function unitsOf(problem: Problem, one: Timed): { key: string; capacity: number }[] {
  const candidate = problem.candidates.find(({ id }) => id === one.candidate)!;
  const jurors = problem.panels.find(({ id }) => id === one.panel)?.jurors ?? [];
  const seats = (id: string) => {
    const room = problem.rooms.find((other) => other.id === id)!;
    return room.kind === 'oral' ? 1 : room.capacity;
  };
  const during = (name: string, from: number, to: number, capacity: number) =>
    Array.from({ length: Math.ceil((to - from) / problem.granularity) }, (_, step) => ({
      key: `${name} ${from + step * problem.granularity}`,
      capacity
    }));
  return [
    ...during(`candidate ${one.candidate}`, one.from, one.end + restOf(problem, candidate), 1),
    ...jurors.flatMap((juror) => during(`juror ${juror}`, one.start, one.end, 1)),
    ...during(`room ${one.room}`, one.start, one.end, seats(one.room)),
    ...(one.preparationRoom === null
      ? []
      : during(`room ${one.preparationRoom}`, one.from, one.start, seats(one.preparationRoom)))
  ];
}

interface Occupation {
  juror: boolean;
  day: number;
  fixed: Span[];
  ways: { way: Way; span: Span }[];
}

/** One day of one person who has something to do that may move. */
function occupationsOf(
  problem: Problem,
  fixed: readonly Timed[],
  ways: readonly Way[]
): Occupation[] {
  const people = new Map<string, Occupation>();
  const of = (name: string, juror: boolean, minute: number) => {
    const day = dayStart(minute);
    const key = `${name} ${day}`;
    const known = people.get(key) ?? { juror, day, fixed: [], ways: [] };
    people.set(key, known);
    return known;
  };
  const jurorsOf = (one: Timed) => problem.panels.find(({ id }) => id === one.panel)?.jurors ?? [];
  const each = (one: Timed, add: (person: Occupation, span: Span) => void) => {
    add(of(`candidate ${one.candidate}`, false, one.from), { from: one.from, to: one.end });
    for (const juror of jurorsOf(one))
      add(of(`juror ${juror}`, true, one.from), { from: one.start, to: one.end });
  };
  for (const way of ways) each(way.timed, (person, span) => person.ways.push({ way, span }));
  for (const one of fixed) each(one, (person, span) => person.fixed.push(span));
  return [...people.values()].filter((person) => person.ways.length > 0);
}

/** Sittings that meet a span: those that may, or null when one that is fixed does. */
type Busy = (span: Span) => Terms | null;

/** Some stretch of the lunch window, long enough, stays free. */
function keepLunch({ rules, granularity }: Problem, programme: Programme, day: number, busy: Busy) {
  const { lunch } = rules;
  if (!lunch) return;
  const meals: Terms = [];
  const last = day + clockMinutes(lunch.to) - lunch.minutes;
  for (let from = day + clockMinutes(lunch.from); from <= last; from += granularity) {
    const met = busy({ from, to: from + lunch.minutes });
    if (!met) continue;
    const meal = programme.choice(0);
    meals.push([meal, 1]);
    if (met.length > 0) programme.row(-Infinity, [...met, [meal, met.length]], met.length);
  }
  programme.row(1, meals, Infinity);
}

/** In any stretch of `after` + `pause` there begins a free stretch of `pause`. */
function keepPauses(
  { rules, granularity: step }: Problem,
  programme: Programme,
  day: number,
  busy: Busy
) {
  const { jurorBreak } = rules;
  if (!jurorBreak) return;
  const length = Math.ceil(jurorBreak.minutes / step) * step;
  const after = Math.floor(jurorBreak.after / step) * step;
  const pauses: (number | null)[] = [];
  for (let from = day; from < day + minutesPerDay; from += step) {
    const met = busy({ from, to: from + length });
    const pause = met ? programme.choice(0) : null;
    pauses.push(pause);
    if (met && met.length > 0) programme.row(-Infinity, [...met, [pause!, met.length]], met.length);
  }
  const steps = (after + length) / step;
  for (let first = 0; first + steps <= pauses.length; first++)
    programme.row(
      1,
      pauses
        .slice(first, first + steps)
        .flatMap((pause): Terms => (pause === null ? [] : [[pause, 1]])),
      Infinity
    );
}
