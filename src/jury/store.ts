import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { UserId } from '#people/model.ts';
import type { AssessmentId, CriterionId, Level } from '#referential/model.ts';
import {
  certificationSession,
  conflictDeclaration,
  panelMember,
  sitting
} from '#session/tables.ts';
import type { EnrolmentId, SessionId, SittingId } from '#session/model.ts';
import type { Database } from '#platform/database.ts';
import type { Observation, SheetState } from './marks.ts';
import type { Standing } from './standing.ts';
import { handIn, observation } from './tables.ts';

export interface HandIn {
  sittingId: SittingId;
  jurorId: UserId;
  handedInAt: Date;
  marksHash: string;
  absent: boolean;
}

/** One juror's sheet of one sitting. */
export interface SheetKey {
  sittingId: string;
  jurorId: string;
}

export const sheetKey = ({ sittingId, jurorId }: SheetKey): string => `${sittingId} ${jurorId}`;

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

/**
 * Where jurors stand before sittings, by `sheetKey`: one query, on the path of every mark. A sheet
 * of a panel that the juror never sat on is not there.
 */
export async function readStandings(
  db: Database,
  sheets: readonly SheetKey[]
): Promise<Map<string, Standing>> {
  const asked = [...new Map(sheets.map((each) => [sheetKey(each), each])).values()];
  const found = await db
    .select({
      sittingId: sitting.id,
      jurorId: panelMember.jurorId,
      sessionId: sitting.sessionId,
      enrolmentId: sitting.enrolmentId,
      assessmentId: sitting.assessmentId,
      referentialId: certificationSession.referentialId,
      status: certificationSession.status,
      removedAt: panelMember.removedAt,
      conflict: conflictDeclaration.kind,
      handedInAt: handIn.handedInAt,
      absent: handIn.absent
    })
    .from(sitting)
    .innerJoin(certificationSession, eq(certificationSession.id, sitting.sessionId))
    .innerJoin(panelMember, eq(panelMember.panelId, sitting.panelId))
    .leftJoin(
      conflictDeclaration,
      and(
        eq(conflictDeclaration.enrolmentId, sitting.enrolmentId),
        eq(conflictDeclaration.jurorId, panelMember.jurorId)
      )
    )
    .leftJoin(
      handIn,
      and(eq(handIn.sittingId, sitting.id), eq(handIn.jurorId, panelMember.jurorId))
    )
    .where(
      sql`(${sitting.id}, ${panelMember.jurorId}) in (select * from unnest(${sql.placeholder('sittings')}::text[], ${sql.placeholder('jurors')}::text[]))`
    )
    // The same text however many sheets are asked for, so that a connection plans it once.
    .prepare('standings')
    .execute({
      sittings: asked.map(({ sittingId }) => sittingId),
      jurors: asked.map(({ jurorId }) => jurorId)
    });
  return new Map(
    found.map(({ removedAt, handedInAt, absent, ...row }): [string, Standing] => [
      sheetKey(row),
      {
        sittingId: row.sittingId as SittingId,
        jurorId: row.jurorId as UserId,
        sessionId: row.sessionId as SessionId,
        enrolmentId: row.enrolmentId as EnrolmentId,
        assessmentId: row.assessmentId as AssessmentId,
        referentialId: row.referentialId,
        status: row.status,
        removed: removedAt !== null,
        conflict: row.conflict,
        handedIn: handedInAt && { at: handedInAt, absent: absent ?? false }
      }
    ])
  );
}

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

/** How far one juror is with each sheet of a session, by sitting. */
export async function readOwnSheets(
  db: Database,
  sessionId: string,
  jurorId: string
): Promise<Map<string, { state: SheetState; marked: number }>> {
  const progress = await readProgress(db, sessionId);
  const mine = progress.filter((each) => each.jurorId === jurorId);
  const handIns = (await readHandIns(db, sessionId)).filter((each) => each.jurorId === jurorId);
  const sheets = new Map<string, { state: SheetState; marked: number }>();
  for (const { sittingId, marked } of mine) sheets.set(sittingId, { state: 'begun', marked });
  for (const { sittingId, absent } of handIns)
    sheets.set(sittingId, {
      state: absent ? 'absent' : 'handed-in',
      marked: sheets.get(sittingId)?.marked ?? 0
    });
  return sheets;
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
  if (marks.length === 0) return new Set();
  const stored = await tx
    .insert(observation)
    .values(marks.map((mark) => ({ ...mark, receivedAt })))
    .onConflictDoNothing({ target: observation.id })
    .returning({ id: observation.id });
  return new Set(stored.map(({ id }) => id));
}

/** Marks by their ids. */
export async function readObservations(
  db: Database,
  ids: readonly string[]
): Promise<Observation[]> {
  if (ids.length === 0) return [];
  const found = await db
    .select()
    .from(observation)
    .where(inArray(observation.id, [...ids]));
  return found.map(asObservation);
}
