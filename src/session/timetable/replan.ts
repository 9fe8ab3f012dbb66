import type { Phrase } from '#platform/language.ts';
import { checkSittings } from './check.ts';
import type { Violation } from './check.ts';
import { Programme } from './highs.ts';
import { withIncidents } from './incident.ts';
import type { Incident } from './incident.ts';
import { say, violationSentence } from './messages.ts';
import { restOf } from './model.ts';
import type { Plan, Problem, Sitting } from './model.ts';
import { groupBy, sittingOf, timedOf } from './objective.ts';
import type { Timed } from './objective.ts';
import { waysOf } from './replan-options.ts';
import type { Reach, Way } from './replan-options.ts';
import { planOf } from './solve.ts';
import { dayStart, minuteOf } from './time.ts';
import type { Instant } from './time.ts';

export type Replanned =
  | {
      status: 'replanned';
      /** The problem as the incidents leave it. */
      problem: Problem;
      plan: Plan;
      moved: { before: Sitting; after: Sitting }[];
    }
  | { status: 'impossible'; problem: Problem; messages: Phrase[] };

/** Tries to keep the jurors' and candidates' lunches and breaks, at most. */
const maxCuts = 40;

/**
 * Puts a running session right after incidents, and moves as little as possible: sittings that have
 * begun stay as they are; nobody is called earlier than told; among the others, the least sum of 20
 * per sitting moved, 1 per minute of delay, 10 per change of panel and 5 per change of room. Looks
 * first among the sittings that must move and what follows them, then wider. HiGHS solves each step
 * to the optimum of the sittings it looks at.
 */
export async function replan(
  problem: Problem,
  plan: Plan,
  now: Instant,
  incidents: readonly Incident[]
): Promise<Replanned> {
  const minute = minuteOf(now);
  const before = plan.sittings.map(timedOf);
  const changed = withIncidents(problem, before, minute, incidents);
  const begun = new Set(before.filter((one) => one.start < minute));
  const broken = checkSittings(changed, before);
  const hurt = new Set(before.filter((one) => !begun.has(one) && isHurt(one, broken)));
  for (const { free, later } of neighbourhoods(before, begun, hurt)) {
    const reach = { now: minute, later };
    const after = await repair(changed, before, free, hurt, reach);
    if (!after) continue;
    const moved = before.flatMap((one, place) => {
      const [old, fresh] = [sittingOf(one), sittingOf(after[place]!)];
      return JSON.stringify(old) === JSON.stringify(fresh) ? [] : [{ before: old, after: fresh }];
    });
    return { status: 'replanned', problem: changed, plan: planOf(changed, after, 0), moved };
  }
  const messages = [...hurt].map((one) => {
    const { candidate, assessment } = one;
    const about = broken.find((violation) => isHurt(one, [violation]));
    return about
      ? violationSentence(changed, about)
      : say(`${candidate} : ${assessment}.`, `${candidate}: ${assessment}.`);
  });
  return { status: 'impossible', problem: changed, messages: [impossible, ...messages] };
}

const impossible = say(
  'Aucun déplacement ne remet la session en ordre : il faut une salle, un juré ou un jour de plus.',
  'No move puts the session right: it needs one more room, juror or day.'
);

/** Whether a violation can only go if this sitting moves. */
function isHurt(one: Timed, broken: readonly Violation[]): boolean {
  return broken.some((violation) => {
    switch (violation.kind) {
      case 'candidate-away':
        return violation.candidate === one.candidate && violation.at === one.from;
      case 'juror-away':
        return violation.candidate === one.candidate && violation.at === one.start;
      case 'room-away':
        return (
          (violation.room === one.room && violation.at === one.start) ||
          (violation.room === one.preparationRoom && violation.at === one.from)
        );
      default:
        return false;
    }
  });
}

/** The sittings that may move, and whether to a later day: ever more of them. */
function* neighbourhoods(
  sittings: readonly Timed[],
  begun: ReadonlySet<Timed>,
  hurt: ReadonlySet<Timed>
): Generator<{ free: Set<Timed>; later: boolean }> {
  const days = new Set([...hurt].map((one) => dayStart(one.from)));
  const sameDay = sittings.filter(
    (one) => !begun.has(one) && one.panel !== null && days.has(dayStart(one.from))
  );
  const near = sameDay.filter((one) =>
    [...hurt].some(
      (other) =>
        (one.panel === other.panel || one.candidate === other.candidate) && one.end > other.from
    )
  );
  for (const later of [false, true])
    for (const group of [near, sameDay]) yield { free: new Set([...hurt, ...group]), later };
}

/** The best ways for the free sittings, the others staying; null when there are none. */
async function repair(
  problem: Problem,
  sittings: readonly Timed[],
  free: ReadonlySet<Timed>,
  hurt: ReadonlySet<Timed>,
  reach: Reach
): Promise<Timed[] | null> {
  const fixed = sittings.filter((one) => !free.has(one));
  const ways = [...free].flatMap((one) => waysOf(problem, fixed, one, hurt.has(one), reach));
  const cuts: Way[][] = [];
  while (cuts.length < maxCuts) {
    const chosen = await choose(problem, fixed, free, ways, cuts);
    if (!chosen) return null;
    const after = sittings.map((one) => chosen.find((way) => way.of === one)?.timed ?? one);
    const broken = checkSittings(problem, after).filter((one) => !isOld(problem, sittings, one));
    if (broken.length === 0) return after;
    cuts.push(...broken.map((violation) => involved(problem, chosen, violation)));
  }
  return null;
}

/** Faults of what has begun, which nobody can mend any more. */
function isOld(problem: Problem, sittings: readonly Timed[], violation: Violation): boolean {
  return checkSittings(problem, sittings).some(
    (one) =>
      JSON.stringify(one) === JSON.stringify(violation) &&
      !['candidate-away', 'juror-away', 'room-away'].includes(one.kind)
  );
}

/** The chosen ways that a violation hangs on: not all of them can be kept. */
function involved(problem: Problem, chosen: readonly Way[], violation: Violation): Way[] {
  const panels =
    'juror' in violation
      ? problem.panels.filter(({ jurors }) => jurors.includes(violation.juror)).map(({ id }) => id)
      : [];
  const concerned = chosen.filter(({ timed }) =>
    'juror' in violation
      ? panels.includes(timed.panel ?? '') && sameDay(timed, violation)
      : 'candidate' in violation && timed.candidate === violation.candidate
  );
  return concerned.length > 0 ? concerned : [...chosen];
}

const sameDay = (timed: Timed, violation: Violation): boolean =>
  !('at' in violation) || dayStart(timed.from) === dayStart(violation.at);

async function choose(
  problem: Problem,
  fixed: readonly Timed[],
  free: ReadonlySet<Timed>,
  ways: readonly Way[],
  cuts: readonly Way[][]
): Promise<Way[] | null> {
  const programme = new Programme();
  const columns = new Map(ways.map((way) => [way, programme.choice(way.cost)]));
  for (const one of free)
    programme.row(
      1,
      termsOf(
        columns,
        ways.filter((way) => way.of === one)
      ),
      1
    );
  for (const cut of cuts) programme.row(-Infinity, termsOf(columns, cut), cut.length - 1);
  const uses = groupBy(
    ways.flatMap((way) => unitsOf(problem, way.timed).map((unit) => ({ ...unit, way }))),
    ({ key }) => key
  );
  const taken = groupBy(
    fixed.flatMap((one) => unitsOf(problem, one)),
    ({ key }) => key
  );
  for (const [key, users] of uses) {
    const left = users[0]!.capacity - (taken.get(key)?.length ?? 0);
    if (users.length > left)
      programme.row(
        -Infinity,
        termsOf(
          columns,
          users.map(({ way }) => way)
        ),
        Math.max(0, left)
      );
  }
  const solved = await programme.solve({ seconds: 20 });
  return 'values' in solved ? ways.filter((way) => solved.values[columns.get(way)!]! > 0.5) : null;
}

const termsOf = (columns: ReadonlyMap<Way, number>, ways: readonly Way[]): [number, number][] =>
  ways.map((way) => [columns.get(way)!, 1]);

/** What a sitting takes, step by step: its candidate (rest included), jurors, rooms. */
function unitsOf(problem: Problem, one: Timed): { key: string; capacity: number }[] {
  const { granularity } = problem;
  const candidate = problem.candidates.find(({ id }) => id === one.candidate)!;
  const jurors = problem.panels.find(({ id }) => id === one.panel)?.jurors ?? [];
  const seats = (id: string) => {
    const room = problem.rooms.find((other) => other.id === id)!;
    return room.kind === 'oral' ? 1 : room.capacity;
  };
  const during = (name: string, from: number, to: number, capacity: number) => {
    const units: { key: string; capacity: number }[] = [];
    for (let minute = from; minute < to; minute += granularity)
      units.push({ key: `${name} ${minute}`, capacity });
    return units;
  };
  return [
    ...during(`candidate ${one.candidate}`, one.from, one.end + restOf(problem, candidate), 1),
    ...jurors.flatMap((juror) => during(`juror ${juror}`, one.start, one.end, 1)),
    ...during(`room ${one.room}`, one.start, one.end, seats(one.room)),
    ...(one.preparationRoom === null
      ? []
      : during(`room ${one.preparationRoom}`, one.from, one.start, seats(one.preparationRoom)))
  ];
}
