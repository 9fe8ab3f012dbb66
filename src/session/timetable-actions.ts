/** Planning the days: a first plan by rule, then changes by hand. */
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Actor } from '#people';
import { parisInstant } from '#platform/clock.ts';
import { parseForm } from '#platform/form.ts';
import type { Ground } from '#platform/ground.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { clockWords } from '#platform/typography.ts';
import { awayFrom, awaySentence, panelOpensAt } from './availability.ts';
import { clashOf } from './clash.ts';
import { brokenBy } from './day-rules.ts';
import { clockTimeSchema, planForm } from './forms.ts';
import { factsOf, onSession } from './guards.ts';
import { dayOfSitting, daysLater, daysOf, mostDays } from './days.ts';
import { fullName, liveMembers, type Panel, type PanelId, type SessionFacts } from './model.ts';
import { planDay, type DayShape, type FirstPlan } from './plan.ts';
import { replaceSittings, saveSession } from './store.ts';
import { clockMinutes } from './timetable/time.ts';
import { sitting } from './tables.ts';

/**
 * Replaces the plan of the days by a fresh one: see `planDay`. Says who could not be placed, and what
 * it would take when the days are too short.
 */
export function planSession(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  form: unknown = {}
): Promise<Result<{ sittings: number }>> {
  return onSession(
    ground,
    actor,
    'timetable.manage',
    sessionId,
    ['preparing'],
    async (tx, session, by) => {
      const parsed = parseForm(planForm, form);
      if (!parsed.ok) return parsed;
      const facts = await factsOf(tx, session);
      // A panel where nobody sits hears nobody, unless the whole day is planned before its jurors.
      const seated = facts.panels.filter((panel) => liveMembers(panel).length > 0);
      const panels = seated.length > 0 ? seated : facts.panels;
      if (facts.enrolments.length === 0 || panels.length === 0)
        return refuse(
          'session.nothing-to-plan',
          'Inscrivez d’abord des candidats et formez un jury : la journée se planifie ensuite.',
          'First enrol candidates and form a panel: the day is planned afterwards.'
        );
      const plan = (days: readonly string[], hearing: readonly Panel[]) =>
        planDay(facts.referential, facts.enrolments, hearing, facts.conflicts, {
          days: days.map((day) => dayShape(day, parsed.value)),
          pauseMinutes: 15,
          panelOpensAt
        });
      const { sittings, unplaced, late } = plan(daysOf(facts), panels);
      if (unplaced.length > 0) {
        const names = facts.enrolments
          .filter(({ id }) => unplaced.includes(id))
          .map(fullName)
          .join(', ');
        return refuse(
          'session.unplaced',
          `Aucun jury n’est sans lien avec ${names} : formez-en un, ou remplacez un juré.`,
          `No panel is without ties to ${names}: form one, or replace a juror.`
        );
      }
      const away = sittings.map((each) => awayFrom(facts, each)).find((each) => each !== undefined);
      if (away) {
        const said = awaySentence(away);
        return refuse(
          'session.juror-away',
          `${said.fr}, et son jury ne peut pas entendre tous les siens d’ici là\u00a0: cherchez un meilleur planning, qui répartit autrement, ou formez un autre jury.`,
          `${said.en}, and the panel cannot hear everyone by then: look for a better timetable, which shares candidates out differently, or form another panel.`
        );
      }
      if (late > 0) return tooLong(facts, panels, parsed.value, late, plan);
      // A first plan keeps all of lunch free.
      await replaceSittings(tx, session.id, sittings, {
        ...parsed.value,
        lunchMinutes: minutesBetween(parsed.value.lunchFrom, parsed.value.lunchUntil)
      });
      await appendToLedger(tx, ground.clock.now(), [
        {
          actor: by.userId,
          action: 'session.plan',
          subject: session.id,
          payload: { sittings: sittings.length }
        }
      ]);
      return ok({ sittings: sittings.length });
    }
  );
}

type Hours = z.infer<typeof planForm>;

/** One day within the hours of a form. */
function dayShape(day: string, hours: Hours): DayShape {
  const at = (time: string) => parisInstant(day, time);
  return {
    opensAt: at(hours.opensAt),
    closesAt: at(hours.closesAt),
    lunch: { from: at(hours.lunchFrom), until: at(hours.lunchUntil) }
  };
}

/** Why the days cannot hold everyone, and what would: more days for these panels, or more panels. */
function tooLong(
  facts: SessionFacts,
  panels: readonly Panel[],
  { closesAt }: Hours,
  late: number,
  plan: (days: readonly string[], panels: readonly Panel[]) => FirstPlan
): Result<never> {
  const days = daysOf(facts);
  const free = (place: number): Panel => ({
    id: `free-${place}` as PanelId,
    name: '',
    room: '',
    members: []
  });
  const holds = (given: FirstPlan) => given.late === 0;
  const enoughDays = counted(days.length + 1, mostDays, (count) =>
    holds(plan(daysOf({ day: facts.day, lastDay: daysLater(facts.day, count - 1) }), panels))
  );
  const enoughPanels = counted(panels.length + 1, panels.length * 4, (count) =>
    holds(
      plan(days, [...panels, ...Array.from({ length: count - panels.length }, (_, n) => free(n))])
    )
  );
  const said = [
    ...(enoughDays
      ? [{ fr: `${enoughDays} jours avec ces jurys`, en: `${enoughDays} days with these panels` }]
      : []),
    ...(enoughPanels
      ? [
          {
            fr: `${enoughPanels} jurys en ${days.length} jour${days.length > 1 ? 's' : ''}`,
            en: `${enoughPanels} panels in ${days.length} day${days.length > 1 ? 's' : ''}`
          }
        ]
      : [])
  ];
  const fr =
    said.length > 0
      ? `il faudrait ${said.map((each) => each.fr).join(', ou ')}`
      : 'formez d’autres jurys, ou répartissez les candidats en plusieurs sessions';
  const en =
    said.length > 0
      ? `it would take ${said.map((each) => each.en).join(', or ')}`
      : 'form other panels, or share the candidates out in several sessions';
  const many = late > 1;
  return refuse(
    'session.too-long',
    `${late} passage${many ? 's' : ''} n’entre${many ? 'nt' : ''} pas avant ${clockWords(closesAt, 'fr')}${days.length > 1 ? ' le dernier jour' : ''}\u00a0: ${fr}. Donnez à la session un dernier jour à sa page, formez un jury, ou fermez plus tard.`,
    `${late} sitting${many ? 's do' : ' does'} not fit before ${clockWords(closesAt, 'en')}${days.length > 1 ? ' on the last day' : ''}: ${en}. Give the session a last day on its page, form a panel, or close later.`
  );
}

/** The first count that will do, from one to another; undefined when none does. */
function counted(from: number, until: number, does: (count: number) => boolean) {
  for (let count = from; count <= until; count += 1) if (does(count)) return count;
  return undefined;
}

const minutesBetween = (from: string, until: string): number =>
  clockMinutes(until) - clockMinutes(from);

/**
 * Gives a sitting another hour, another day (its own when none is given) or another panel, by hand. Refuses what cannot be (see `clashOf`), and
 * what breaks a rule of the day that held: rest, lunch, pauses, hours (see `brokenBy`).
 */
export function moveSitting(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  input: { sittingId: string; day?: string; time: string; panelId: string }
): Promise<Result<'moved'>> {
  return onSession(
    ground,
    actor,
    'timetable.manage',
    sessionId,
    ['preparing'],
    async (tx, session, by) => {
      const facts = await factsOf(tx, session);
      const moved = facts.sittings.find(({ id }) => id === input.sittingId);
      const target = facts.panels.find(({ id }) => id === input.panelId);
      const day = input.day ?? (moved && dayOfSitting(moved));
      if (
        !moved ||
        !target ||
        !day ||
        !daysOf(facts).includes(day) ||
        !clockTimeSchema.safeParse(input.time).success
      )
        return refuse(
          'session.bad-move',
          'Indiquez une heure comme 14:30, un jour et un jury de cette session.',
          'Give a time such as 14:30, a day and a panel of this session.'
        );
      const startsAt = parisInstant(day, input.time);
      const placed = { ...moved, startsAt, panelId: target.id };
      const clash = clashOf(placed, facts);
      if (clash) return { ok: false, error: clash };
      const [broken] = brokenBy(facts, [placed]);
      if (broken)
        return refuse(
          'session.rule-of-the-day',
          `${broken.fr} Choisissez un autre créneau, ou replanifiez la journée à d’autres heures.`,
          `${broken.en} Choose another slot, or plan the day again within other hours.`
        );
      await tx
        .update(sitting)
        .set({ startsAt, panelId: target.id })
        .where(eq(sitting.id, moved.id));
      await saveSession(tx, session.id, {});
      await appendToLedger(tx, ground.clock.now(), [
        {
          actor: by.userId,
          action: 'session.move-sitting',
          subject: moved.id,
          payload: { panel: target.id, startsAt: startsAt.toISOString() }
        }
      ]);
      return ok('moved');
    }
  );
}
