/** Signs of life of jurors' tablets: who is connected, and what their tablet still has to send. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { authorise, type Actor } from '#people';
import type { UserId } from '#people/model.ts';
import { dayTopic } from '#session';
import { certificationSession, panel, panelMember } from '#session/tables.ts';
import type { Database } from '#platform/database.ts';
import type { Ground } from '#platform/ground.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { jurorPresence } from './tables.ts';

/** A tablet that has said nothing for so long is taken to be away: three signs in a row were missed. */
export const awayAfterSeconds = 60;

export interface Presence {
  jurorId: UserId;
  seenAt: Date;
  waiting: number;
}

const pulseSchema = z.strictObject({ waiting: z.int().min(0).max(100_000) });

/**
 * Takes a sign of life from a juror's tablet, with the number of marks and sheets that it still keeps.
 * It counts for every session being marked in which the juror sits now.
 */
export async function pulse(
  ground: Ground,
  actor: Actor | null,
  input: unknown
): Promise<Result<'seen'>> {
  const allowed = authorise(actor, 'marking.write');
  if (!allowed.ok) return allowed;
  const parsed = pulseSchema.safeParse(input);
  if (!parsed.success)
    return refuse(
      'jury.bad-pulse',
      'Rechargez la page\u00a0: votre tablette et le serveur ne se comprennent plus.',
      'Reload the page: your tablet and the server no longer understand each other.'
    );
  const jurorId = allowed.value.userId;
  const { waiting } = parsed.data;
  const now = ground.clock.now();
  const sessions = await ground.db
    .selectDistinct({ id: certificationSession.id })
    .from(certificationSession)
    .innerJoin(panel, eq(panel.sessionId, certificationSession.id))
    .innerJoin(panelMember, eq(panelMember.panelId, panel.id))
    .where(
      and(
        eq(certificationSession.status, 'marking'),
        eq(panelMember.jurorId, jurorId),
        isNull(panelMember.removedAt)
      )
    );
  if (sessions.length === 0) return ok('seen');
  const told = await news(
    ground.db,
    sessions.map(({ id }) => id),
    { jurorId, waiting },
    now
  );
  await ground.db
    .insert(jurorPresence)
    .values(sessions.map(({ id }) => ({ sessionId: id, jurorId, seenAt: now, waiting })))
    .onConflictDoUpdate({
      target: [jurorPresence.sessionId, jurorPresence.jurorId],
      set: { seenAt: now, waiting }
    });
  for (const id of told) await ground.bus.publish(dayTopic(id));
  return ok('seen');
}

/** The sessions whose control room would show something else: most signs of life change nothing. */
async function news(
  db: Database,
  sessions: readonly string[],
  { jurorId, waiting }: { jurorId: UserId; waiting: number },
  now: Date
): Promise<string[]> {
  const known = await db
    .select()
    .from(jurorPresence)
    .where(
      and(eq(jurorPresence.jurorId, jurorId), inArray(jurorPresence.sessionId, [...sessions]))
    );
  const same = new Set(
    known
      .filter((each) => each.waiting === waiting && !isAway(each.seenAt, now))
      .map(({ sessionId }) => sessionId)
  );
  return sessions.filter((id) => !same.has(id));
}

export const isAway = (seenAt: Date, now: Date): boolean =>
  now.getTime() - seenAt.getTime() > awayAfterSeconds * 1000;

/** The last sign of life of each juror of a session; those who gave none are not there. */
export async function readPresences(db: Database, sessionId: string): Promise<Presence[]> {
  const found = await db.select().from(jurorPresence).where(eq(jurorPresence.sessionId, sessionId));
  return found.map(({ jurorId, seenAt, waiting }) => ({
    jurorId: jurorId as UserId,
    seenAt,
    waiting
  }));
}
