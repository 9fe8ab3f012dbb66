import type { Phrase } from '#platform/language.ts';
import { fail, ok } from '#platform/result.ts';
import type { Result } from '#platform/result.ts';
import { checkSittings } from './check.ts';
import { namesOf, say, violationSentence } from './messages.ts';
import type { Plan, Problem } from './model.ts';
import { timedOf } from './objective.ts';
import { planOf } from './solve.ts';
import { minuteOf } from './time.ts';
import type { Instant } from './time.ts';

/** A change made by hand to one sitting; what is absent stays. `start` is that of the sitting itself. */
export interface Move {
  candidate: string;
  assessment: string;
  start?: Instant;
  panel?: string;
  room?: string;
  preparationRoom?: string;
}

/**
 * The plan once a sitting has been moved by hand, or the sentences that say which rules the move
 * would break. Faults that the plan already had are not held against it. The bound is kept.
 */
export function validateMove(problem: Problem, plan: Plan, move: Move): Result<Plan, Phrase[]> {
  const before = plan.sittings.map(timedOf);
  const place = before.findIndex(
    (one) => one.candidate === move.candidate && one.assessment === move.assessment
  );
  const old = before[place];
  if (!old) {
    const name = namesOf(problem);
    const [who, what] = [name.candidate(move.candidate), name.assessment(move.assessment)];
    return fail([
      say(
        `${who} n’a pas d’horaire pour ${what} : il n’y a rien à déplacer.`,
        `${who} has no time for ${what}: there is nothing to move.`
      )
    ]);
  }
  const shift = move.start === undefined ? 0 : minuteOf(move.start) - old.start;
  const moved = {
    ...old,
    panel: move.panel ?? old.panel,
    room: move.room ?? old.room,
    preparationRoom: move.preparationRoom ?? old.preparationRoom,
    from: old.from + shift,
    start: old.start + shift,
    end: old.end + shift
  };
  const after = before.with(place, moved);
  const known = new Set(checkSittings(problem, before).map((one) => JSON.stringify(one)));
  const broken = checkSittings(problem, after).filter((one) => !known.has(JSON.stringify(one)));
  return broken.length === 0
    ? ok(planOf(problem, after, plan.bound))
    : fail(broken.map((one) => violationSentence(problem, one)));
}
