import type { Phrase } from '#platform/language.ts';
import { checkSittings } from './check.ts';
import type { Violation } from './check.ts';
import { withIncidents } from './incident.ts';
import type { Incident } from './incident.ts';
import { say, violationSentence } from './messages.ts';
import type { Plan, Problem, Sitting } from './model.ts';
import { sittingOf, timedOf } from './objective.ts';
import type { Timed } from './objective.ts';
import { waysOf } from './replan-options.ts';
import type { Reach, Way } from './replan-options.ts';
import { chooseWays } from './replan-programme.ts';
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

/** Combinations refused by the checker before a set of sittings is given up. */
const maxCuts = 20;

/**
 * Puts a running session right after incidents, and moves as little as possible: sittings that have
 * begun stay as they are; nobody is called earlier than told; among the others, the least sum of 20
 * per sitting moved, 1 per minute of delay, 10 per change of panel and 5 per change of room. Looks
 * first among the sittings that must move and what follows them, then wider. HiGHS solves each step
 * to the optimum of the sittings it looks at.
 */
export async function replan(
  problem: Problem,
  plan: Pick<Plan, 'sittings'>,
  now: Instant,
  incidents: readonly Incident[]
): Promise<Replanned> {
  const minute = minuteOf(now);
  const before = plan.sittings.map(timedOf);
  const changed = withIncidents(problem, before, minute, incidents);
  const begun = new Set(before.filter((one) => one.start < minute));
  const broken = checkSittings(changed, before);
  // What was already wrong, and no move of ours mends.
  const old = new Set(checkSittings(problem, before).map((violation) => JSON.stringify(violation)));
  const hurt = new Set(before.filter((one) => !begun.has(one) && isHurt(one, broken)));
  if (hurt.size === 0)
    return { status: 'replanned', problem: changed, plan: planOf(changed, before, 0), moved: [] };
  for (const { free, later } of neighbourhoods(before, begun, hurt)) {
    const reach = { now: minute, later };
    const after = await repair(changed, before, free, hurt, reach, old);
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
  'Aucun déplacement simple ne remet la session en ordre : libérez une salle, un juré ou un jour de plus, ou refaites le planning de ce qui reste.',
  'No simple move puts the session right: free one more room, juror or day, or plan what is left anew.'
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
  reach: Reach,
  old: ReadonlySet<string>
): Promise<Timed[] | null> {
  const fixed = sittings.filter((one) => !free.has(one));
  const ways = [...free].flatMap((one) => waysOf(problem, fixed, one, hurt.has(one), reach));
  const cuts: Way[][] = [];
  while (cuts.length < maxCuts) {
    const chosen = await chooseWays(problem, fixed, [...free], ways, cuts);
    if (!chosen) return null;
    const after = sittings.map((one) => chosen.find((way) => way.of === one)?.timed ?? one);
    const broken = checkSittings(problem, after).filter((one) => !old.has(JSON.stringify(one)));
    if (broken.length === 0) return after;
    cuts.push(...broken.map((violation) => involved(chosen, violation)));
  }
  return null;
}

/** The chosen ways that a violation hangs on: not all of them can be kept. */
function involved(chosen: readonly Way[], violation: Violation): Way[] {
  const own = chosen.filter(
    ({ timed }) => 'candidate' in violation && timed.candidate === violation.candidate
  );
  return own.length > 0 ? own : [...chosen];
}
