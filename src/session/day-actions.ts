/** What happens on the day: who came, and what went wrong. */
import { and, eq } from 'drizzle-orm';
import type { Actor } from '#people';
import type { Ground } from '#platform/ground.ts';
import { newId } from '#platform/ids.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { ok, type Result } from '#platform/result.ts';
import { incidentText } from './forms.ts';
import { factsOf, onSession, unknownSession } from './guards.ts';
import { enrolment, incident, panelMember } from './tables.ts';

const untilClosed = ['preparing', 'marking', 'deliberating'] as const;

/** Notes something that went wrong, for the minutes; allowed until the session closes. */
export async function reportIncident(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  input: { description: string; enrolmentId?: string | undefined }
): Promise<Result<'reported'>> {
  const text = incidentText(input.description);
  if (!text.ok) return text;
  return onSession(
    ground,
    actor,
    'incident.report',
    sessionId,
    untilClosed,
    async (tx, session, by) => {
      const id = newId();
      await tx.insert(incident).values({
        id,
        sessionId: session.id,
        enrolmentId: input.enrolmentId ?? null,
        description: text.value,
        reportedBy: by.userId,
        reportedAt: ground.clock.now()
      });
      await appendToLedger(tx, ground.clock.now(), [
        {
          actor: by.userId,
          action: 'session.incident',
          subject: session.id,
          payload: { incident: id }
        }
      ]);
      return ok('reported');
    }
  );
}

/** Notes who came: a candidate (by enrolment) or a juror (by panel and person). */
export function recordAttendance(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  who: { enrolmentId: string } | { panelId: string; jurorId: string },
  present: boolean
): Promise<Result<'recorded'>> {
  return onSession(
    ground,
    actor,
    'attendance.record',
    sessionId,
    untilClosed,
    async (tx, session, by) => {
      const facts = await factsOf(tx, session);
      const known =
        'enrolmentId' in who
          ? facts.enrolments.some(({ id }) => id === who.enrolmentId)
          : facts.panels.some(
              ({ id, members }) =>
                id === who.panelId && members.some(({ jurorId }) => jurorId === who.jurorId)
            );
      if (!known) return unknownSession();
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
  );
}
