/** Looking for a better plan of the day, within its hours. */
import type { Actor } from '#people';
import { parseForm } from '#platform/form.ts';
import type { Ground } from '#platform/ground.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { dayProblem, plannedSittings } from './day-problem.ts';
import { improveForm } from './forms.ts';
import { onSession, openFacts } from './guards.ts';
import { liveMembers } from './model.ts';
import { replaceSittings } from './store.ts';
import { faultsOf } from './timetable/problem.ts';
import { solve, type Outcome, type Plan, type SolveOptions } from './timetable/index.ts';

export type Improved = Pick<Plan, 'objective' | 'bound' | 'gap'>;

/**
 * Solves the day (see docs/timetable.md) and, if a plan was found and the session has not changed
 * meanwhile, puts it in the place of the present one. Nothing is locked while it searches; a search
 * that is cancelled changes nothing. Refuses, with the constraints that clash, when no plan exists.
 */
export async function improveSession(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  form: unknown,
  search: Pick<SolveOptions, 'signal' | 'onProgress' | 'rounds'> = {}
): Promise<Result<Improved>> {
  const opened = await openFacts(ground, actor, 'timetable.manage', sessionId);
  if (!opened.ok) return opened;
  const facts = opened.value;
  const parsed = parseForm(improveForm, form);
  if (!parsed.ok) return parsed;
  if (facts.enrolments.length === 0 || !facts.panels.some((each) => liveMembers(each).length > 0))
    return refuse(
      'session.nothing-to-plan',
      'Inscrivez d’abord des candidats et formez un jury\u00a0: la journée se planifie ensuite.',
      'First enrol candidates and form a panel: the day is planned afterwards.'
    );
  const { seconds, ...hours } = parsed.value;
  const problem = dayProblem(facts, hours);
  const [fault] = faultsOf(problem);
  if (fault) return refuse('session.bad-hours', fault.fr, fault.en);
  const outcome = await solve(problem, {
    seconds,
    rounds: Infinity,
    ...search
  });
  if (outcome.status !== 'planned') return unplanned(outcome);
  const { objective, bound, gap } = outcome.plan;
  return onSession(
    ground,
    actor,
    'timetable.manage',
    sessionId,
    ['preparing'],
    async (tx, session, by) => {
      if (session.revision !== facts.revision)
        return refuse(
          'session.changed',
          'La session a changé pendant la recherche\u00a0: relancez-la.',
          'The session changed during the search: start it again.'
        );
      const sittings = plannedSittings(facts, outcome.plan);
      await replaceSittings(tx, session.id, sittings, hours);
      await appendToLedger(tx, ground.clock.now(), [
        {
          actor: by.userId,
          action: 'session.plan',
          subject: session.id,
          payload: { sittings: sittings.length, objective: objective.total, bound }
        }
      ]);
      return ok({ objective, bound, gap });
    }
  );
}

function unplanned(outcome: Exclude<Outcome, { status: 'planned' }>): Result<never> {
  if (outcome.status === 'cancelled')
    return refuse(
      'session.search-cancelled',
      'La recherche est abandonnée\u00a0: le planning n’a pas changé.',
      'The search was given up: the timetable has not changed.'
    );
  const said = (language: 'fr' | 'en') =>
    outcome.clashes.map(({ message }) => message[language]).join(' ');
  return refuse('session.no-plan', said('fr'), said('en'));
}
