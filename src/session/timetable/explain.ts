import type { Phrase } from '#platform/language.ts';
import { groupSentence, obstacleSentence, unprovedSentence } from './explain-messages.ts';
import { gridOf } from './grid.ts';
import { familiesOf, lift } from './groups.ts';
import type { Group } from './groups.ts';
import type { Problem } from './model.ts';
import { obstacleOf } from './obstacle.ts';

/** A constraint that takes part in an impossibility, or, first in the list, the impossibility. */
export interface Clash {
  /** `obstacle`, or the kind of constraint. */
  kind: 'obstacle' | Group['kind'];
  /** The person, panel, assessment… concerned, when there is one. */
  about: string | null;
  message: Phrase;
}

/**
 * Why a problem has no plan: the impossibility in figures, then the constraints without which it
 * could not be proved (deletion filter, Chinneck & Dravnieks 1991: each is lifted in turn, and put
 * back only if the impossibility goes with it). When nothing is proved, says so.
 */
export async function clashesOf(problem: Problem): Promise<Clash[]> {
  if (!(await obstacleOf(gridOf(problem))))
    return [{ kind: 'obstacle', about: null, message: unprovedSentence }];
  let reduced = problem;
  const needed: Group[] = [];
  const remaining = familiesOf(problem);
  while (remaining.length > 0) {
    const family = remaining.shift()!;
    const lifted = family.reduce(lift, reduced);
    if (await obstacleOf(gridOf(lifted))) reduced = lifted;
    else if (family.length === 1) needed.push(family[0]!);
    else {
      const half = Math.ceil(family.length / 2);
      remaining.unshift(family.slice(0, half), family.slice(half));
    }
  }
  const obstacle = (await obstacleOf(gridOf(reduced)))!;
  return [
    { kind: 'obstacle', about: null, message: obstacleSentence(problem, obstacle) },
    ...needed.map((group) => ({
      kind: group.kind,
      about: 'id' in group ? group.id : null,
      message: groupSentence(problem, group)
    }))
  ];
}
