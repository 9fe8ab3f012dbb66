import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { UserId } from '#people/model.ts';
import type { CriterionId, Level } from '#referential/model.ts';
import { sitting } from '#session/tables.ts';
import type { SittingId } from '#session/model.ts';
import type { Database } from '#platform/database.ts';
import type { Observation } from './model.ts';
import { handIn, observation } from './tables.ts';

export interface HandIn {
  sittingId: SittingId;
  jurorId: UserId;
  handedInAt: Date;
  marksHash: string;
  absent: boolean;
}

const asObservation = (row: typeof observation.$inferSelect): Observation => ({
  id: row.id,
  sittingId: row.sittingId as SittingId,
  jurorId: row.jurorId as UserId,
  criterionId: row.criterionId as CriterionId,
  level: row.level as Level | null,
  comment: row.comment,
  madeAt: row.madeAt,
  sequence: row.sequence,
  reason: row.reason
});

const asHandIn = (row: typeof handIn.$inferSelect): HandIn => ({
  sittingId: row.sittingId as SittingId,
  jurorId: row.jurorId as UserId,
  handedInAt: row.handedInAt,
  marksHash: row.marksHash,
  absent: row.absent
});

/** Every mark of one juror on one sitting, oldest first. */
export async function readSheet(
  db: Database,
  sittingId: string,
  jurorId: string
): Promise<Observation[]> {
  const found = await db
    .select()
    .from(observation)
    .where(and(eq(observation.sittingId, sittingId), eq(observation.jurorId, jurorId)))
    .orderBy(asc(observation.sequence), asc(observation.id));
  return found.map(asObservation);
}

/** Every mark of a session, all jurors: for deliberation and after, never for a juror who marks. */
export async function readSessionMarks(db: Database, sessionId: string): Promise<Observation[]> {
  const found = await db
    .select({ observation })
    .from(observation)
    .innerJoin(sitting, eq(sitting.id, observation.sittingId))
    .where(eq(sitting.sessionId, sessionId));
  return found.map((row) => asObservation(row.observation));
}

export async function findHandIn(
  db: Database,
  sittingId: string,
  jurorId: string
): Promise<HandIn | undefined> {
  const [row] = await db
    .select()
    .from(handIn)
    .where(and(eq(handIn.sittingId, sittingId), eq(handIn.jurorId, jurorId)));
  return row && asHandIn(row);
}

export async function readHandIns(db: Database, sessionId: string): Promise<HandIn[]> {
  const found = await db
    .select({ handIn })
    .from(handIn)
    .innerJoin(sitting, eq(sitting.id, handIn.sittingId))
    .where(eq(sitting.sessionId, sessionId));
  return found.map((row) => asHandIn(row.handIn));
}

/** How far each sheet of a session is: marked criteria by sitting and juror. Counts, no levels. */
export async function readProgress(
  db: Database,
  sessionId: string
): Promise<{ sittingId: SittingId; jurorId: UserId; marked: number }[]> {
  const found = await db
    .select({
      sittingId: observation.sittingId,
      jurorId: observation.jurorId,
      marked: sql<number>`count(distinct ${observation.criterionId})::int`
    })
    .from(observation)
    .innerJoin(sitting, eq(sitting.id, observation.sittingId))
    .where(eq(sitting.sessionId, sessionId))
    .groupBy(observation.sittingId, observation.jurorId);
  return found.map((row) => ({
    sittingId: row.sittingId as SittingId,
    jurorId: row.jurorId as UserId,
    marked: row.marked
  }));
}

/**
 * Stores marks that are not stored yet, and returns the ids that are new. Sending twice is
 * harmless: an id that is known already is left as it is.
 */
export async function insertObservations(
  tx: Database,
  marks: readonly Observation[],
  receivedAt: Date
): Promise<Set<string>> {
  const stored = await tx
    .insert(observation)
    .values(marks.map((mark) => ({ ...mark, receivedAt })))
    .onConflictDoNothing({ target: observation.id })
    .returning({ id: observation.id });
  return new Set(stored.map(({ id }) => id));
}

/** Which of these ids are already stored for another sheet: an id belongs to one mark for ever. */
export async function ownersOf(
  db: Database,
  ids: readonly string[]
): Promise<Map<string, { sittingId: string; jurorId: string }>> {
  const found = await db
    .select({
      id: observation.id,
      sittingId: observation.sittingId,
      jurorId: observation.jurorId
    })
    .from(observation)
    .where(inArray(observation.id, [...ids]));
  return new Map(found.map(({ id, ...owner }) => [id, owner]));
}
