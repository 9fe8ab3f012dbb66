import { fullName, listAccessibility } from '#session';
import { valueOr } from '../answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const cases = valueOr(await listAccessibility(locals.ground, locals.actor), locals.language);
  return {
    cases: cases
      .map(
        (each) =>
          ({
            id: each.enrolmentId,
            name: fullName(each),
            session: each.sessionTitle,
            day: each.day,
            request: !each.asked ? 'nothing' : each.decided ? 'decided' : 'toDecide',
            adaptations: each.adaptations
          }) as const
      )
      .toSorted((one, other) => rank(one.request) - rank(other.request))
  };
};

/** What awaits a decision comes first. */
const rank = (request: 'nothing' | 'decided' | 'toDecide'): number =>
  ['toDecide', 'decided', 'nothing'].indexOf(request);
