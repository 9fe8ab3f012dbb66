/** Planning the day: a first plan by rule, then changes by hand. */
import { eq } from 'drizzle-orm';
import type { Actor } from '#people';
import { parisInstant } from '#platform/clock.ts';
import { parseForm } from '#platform/form.ts';
import type { Ground } from '#platform/ground.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { awayFrom, awaySentence, panelOpensAt } from './availability.ts';
import { clashOf } from './clash.ts';
import { brokenBy } from './day-rules.ts';
import { clockTimeSchema, planForm } from './forms.ts';
import { factsOf, onSession } from './guards.ts';
import { fullName } from './model.ts';
import { planDay } from './plan.ts';
import { replaceSittings, saveSession } from './store.ts';
import { clockMinutes } from './timetable/time.ts';
import { sitting } from './tables.ts';

/** Replaces the plan of the day by a fresh one: see `planDay`. Says who could not be placed. */
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
      if (facts.enrolments.length === 0 || facts.panels.length === 0)
        return refuse(
          'session.nothing-to-plan',
          'Inscrivez d’abord des candidats et formez un jury : la journée se planifie ensuite.',
          'First enrol candidates and form a panel: the day is planned afterwards.'
        );
      const at = (time: string) => parisInstant(session.day, time);
      const { sittings, unplaced } = planDay(
        facts.referential,
        facts.enrolments,
        facts.panels,
        facts.conflicts,
        {
          opensAt: at(parsed.value.opensAt),
          lunch: { from: at(parsed.value.lunchFrom), until: at(parsed.value.lunchUntil) },
          pauseMinutes: 15,
          panelOpensAt: (panel) => panelOpensAt(panel, session.day, at(parsed.value.opensAt))
        }
      );
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
      // A first plan closes when it is over, and keeps all of lunch free.
      await replaceSittings(tx, session.id, sittings, {
        ...parsed.value,
        closesAt: '23:59',
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

const minutesBetween = (from: string, until: string): number =>
  clockMinutes(until) - clockMinutes(from);

/**
 * Gives a sitting another hour or another panel, by hand. Refuses what cannot be (see `clashOf`), and
 * what breaks a rule of the day that held: rest, lunch, pauses, hours (see `brokenBy`).
 */
export function moveSitting(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  input: { sittingId: string; time: string; panelId: string }
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
      if (!moved || !target || !clockTimeSchema.safeParse(input.time).success)
        return refuse(
          'session.bad-move',
          'Indiquez une heure comme 14:30 et un jury de cette session.',
          'Give a time such as 14:30 and a panel of this session.'
        );
      const startsAt = parisInstant(session.day, input.time);
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
