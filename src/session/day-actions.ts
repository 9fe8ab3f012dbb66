/** What happens on the day: who came, and what went wrong. */
import { and, eq } from 'drizzle-orm';
import { parseForm } from '#platform/form.ts';
import type { Actor } from '#people';
import type { Ground } from '#platform/ground.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { announced } from './day-topic.ts';
import { incidentForm } from './forms.ts';
import { factsOf, onSession } from './guards.ts';
import { enrolment, incident, panelMember } from './tables.ts';

const untilClosed = ['preparing', 'marking', 'deliberating'] as const;

const unknownPerson = () =>
  refuse(
    'session.unknown-person',
    'Cette personne n’est plus dans la session : rechargez la page.',
    'This person is no longer in the session: reload the page.'
  );

/**
 * Notes something that went wrong, for the minutes; allowed until the session closes. The same form
 * sent twice notes it once.
 */
export function reportIncident(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  form: unknown
): Promise<Result<'reported'>> {
  return announced(
    ground,
    sessionId,
    onSession(ground, actor, 'incident.report', sessionId, untilClosed, async (tx, session, by) => {
      const parsed = parseForm(incidentForm, form);
      if (!parsed.ok) return parsed;
      const { id, enrolmentId } = parsed.value;
      const { enrolments } = await factsOf(tx, session);
      if (enrolmentId !== null && !enrolments.some((each) => each.id === enrolmentId))
        return unknownPerson();
      const now = ground.clock.now();
      const inserted = await tx
        .insert(incident)
        .values({ ...parsed.value, sessionId: session.id, reportedBy: by.userId, reportedAt: now })
        .onConflictDoNothing()
        .returning({ id: incident.id });
      if (inserted.length > 0)
        await appendToLedger(tx, now, [
          {
            actor: by.userId,
            action: 'session.incident',
            subject: session.id,
            payload: { incident: id }
          }
        ]);
      return ok('reported');
    })
  );
}

/** Notes who came: a candidate (by enrolment) or a juror (by panel and person). Said again, it changes nothing. */
export function recordAttendance(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  who: { enrolmentId: string } | { panelId: string; jurorId: string },
  present: boolean
): Promise<Result<'recorded'>> {
  return announced(
    ground,
    sessionId,
    onSession(
      ground,
      actor,
      'attendance.record',
      sessionId,
      untilClosed,
      async (tx, session, by) => {
        const facts = await factsOf(tx, session);
        const known =
          'enrolmentId' in who
            ? facts.enrolments.find(({ id }) => id === who.enrolmentId)
            : facts.panels
                .find(({ id }) => id === who.panelId)
                ?.members.find(({ jurorId }) => jurorId === who.jurorId);
        if (!known) return unknownPerson();
        if (known.present === present) return ok('recorded');
        if ('enrolmentId' in who)
          await tx.update(enrolment).set({ present }).where(eq(enrolment.id, who.enrolmentId));
        else
          await tx
            .update(panelMember)
            .set({ present })
            .where(and(eq(panelMember.panelId, who.panelId), eq(panelMember.jurorId, who.jurorId)));
        await appendToLedger(tx, ground.clock.now(), [
          {
            actor: by.userId,
            action: 'session.attendance',
            subject: 'enrolmentId' in who ? who.enrolmentId : who.jurorId,
            payload: { session: session.id, present }
          }
        ]);
        return ok('recorded');
      }
    )
  );
}
