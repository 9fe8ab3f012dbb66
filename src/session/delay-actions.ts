/** A delay on the day: what it moves is shown first, then done. */
import { eq } from 'drizzle-orm';
import type { Actor } from '#people';
import { parseForm } from '#platform/form.ts';
import type { Ground } from '#platform/ground.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import type { Phrase } from '#platform/language.ts';
import { brokenBy } from './day-rules.ts';
import { dayTopic } from './day-topic.ts';
import { shiftsFor, type Delay, type Shift } from './delay.ts';
import { delayForm } from './forms.ts';
import { factsOf, onSession } from './guards.ts';
import type { PanelId, SessionFacts } from './model.ts';
import { saveSession } from './store.ts';
import { sitting } from './tables.ts';

export interface Delayed {
  /** The revision at which these shifts hold. */
  revision: number;
  shifts: Shift[];
  /** Rules of the day that these shifts break, in words: on the day, people decide. */
  broken: Phrase[];
  done: boolean;
}

/**
 * Says what a delay moves; given the revision at which that was said, moves it. Refuses when the
 * session changed in between: what is done is what was shown.
 */
export async function delaySession(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  form: unknown
): Promise<Result<Delayed>> {
  const delayed = await onSession<Delayed>(
    ground,
    actor,
    'timetable.manage',
    sessionId,
    ['marking'],
    async (tx, session, by) => {
      const parsed = parseForm(delayForm, form);
      if (!parsed.ok) return parsed;
      const { who, minutes, revision } = parsed.value;
      const facts = await factsOf(tx, session);
      const delay = delayOf(facts, who, minutes);
      if (!delay)
        return refuse(
          'session.unknown-person',
          'Ce jury ou ce candidat n’est plus dans la session\u00a0: rechargez la page.',
          'This panel or candidate is no longer in the session: reload the page.'
        );
      const now = ground.clock.now();
      const shifts = shiftsFor(facts, delay, now);
      if (!shifts.ok) return shifts;
      const broken = brokenBy(
        facts,
        shifts.value.map(({ sitting: moved, startsAt }) => ({ ...moved, startsAt }))
      );
      if (revision === undefined)
        return ok({ revision: session.revision, shifts: shifts.value, broken, done: false });
      if (revision !== session.revision)
        return refuse(
          'session.stale',
          'La session a changé entre-temps\u00a0: regardez de nouveau ce que le retard déplace.',
          'The session changed meanwhile: look again at what the delay moves.'
        );
      for (const { sitting: moved, startsAt } of shifts.value)
        await tx.update(sitting).set({ startsAt }).where(eq(sitting.id, moved.id));
      await saveSession(tx, session.id, {});
      await appendToLedger(tx, now, [
        {
          actor: by.userId,
          action: 'session.delay',
          subject: session.id,
          payload: { who, minutes, moved: shifts.value.map((each) => each.sitting.id) }
        }
      ]);
      return ok({ revision: session.revision + 1, shifts: shifts.value, broken, done: true });
    }
  );
  // What is only shown changes nothing: nobody need read the day again.
  if (delayed.ok && delayed.value.done) await ground.bus.publish(dayTopic(sessionId));
  return delayed;
}

function delayOf(facts: SessionFacts, who: string, minutes: number): Delay | undefined {
  const [kind, id = ''] = who.split(' ');
  if (kind === 'panel')
    return facts.panels.some((each) => each.id === id)
      ? { kind: 'panel', panelId: id as PanelId, minutes }
      : undefined;
  return facts.enrolments.some((each) => each.id === id)
    ? { kind: 'candidate', enrolmentId: id, minutes }
    : undefined;
}
