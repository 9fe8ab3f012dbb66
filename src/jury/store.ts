import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
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
import { headColumn, readHead, type LedgerHead } from '#platform/ledger.ts';
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
 * Where jurors stand before sittings, by `sheetKey`. A sheet of a panel that the juror never sat on
 * is not there.
 */
export async function readStandings(
  db: Database,
  sheets: readonly SheetKey[]
): Promise<Map<string, Standing>> {
  return standingsOf(await selectStandings(db, {}).prepare('standings').execute(asked(sheets)));
}

/**
 * The same, with which of these marks are stored already and the end of the ledger, all as they are
 * at one instant: one query, on the path of every mark.
 */
export async function readForWriting(
  db: Database,
  sheets: readonly SheetKey[],
  ids: readonly string[]
): Promise<{ standings: Map<string, Standing>; known: string[]; head: LedgerHead }> {
  const query = writingQueries.get(db) ?? prepareForWriting(db);
  writingQueries.set(db, query);
  const found = await query.execute({ ...asked(sheets), ids });
  return {
    standings: standingsOf(found),
    known: found[0]?.known ?? [],
    head: readHead(found[0]?.head ?? null)
  };
}

/** Built once for a database, and planned once on each of its connections. */
const writingQueries = new WeakMap<Database, ReturnType<typeof prepareForWriting>>();

const prepareForWriting = (db: Database) =>
  selectStandings(db, {
    head: headColumn,
    known: sql<
      string[] | null
    >`(select array_agg(id) from observation where id = any(${sql.placeholder('ids')}::text[]))`
  }).prepare('standings_for_writing');

/** The same text however many sheets are asked for. */
const selectStandings = <Extra extends Record<string, SQL>>(db: Database, extra: Extra) =>
  db
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
      absent: handIn.absent,
      ...extra
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
    );

function asked(sheets: readonly SheetKey[]): { sittings: string[]; jurors: string[] } {
  const once = [...new Map(sheets.map((each) => [sheetKey(each), each])).values()];
  return {
    sittings: once.map(({ sittingId }) => sittingId),
    jurors: once.map(({ jurorId }) => jurorId)
  };
}

type StandingRow = Awaited<
  ReturnType<ReturnType<typeof selectStandings<Record<never, SQL>>>['execute']>
>[number];

const standingsOf = (found: readonly StandingRow[]): Map<string, Standing> =>
  new Map(
    found.map((row) => [
      sheetKey(row),
      {
        sittingId: row.sittingId as SittingId,
        jurorId: row.jurorId as UserId,
        sessionId: row.sessionId as SessionId,
        enrolmentId: row.enrolmentId as EnrolmentId,
        assessmentId: row.assessmentId as AssessmentId,
        referentialId: row.referentialId,
        status: row.status,
        removed: row.removedAt !== null,
        conflict: row.conflict,
        handedIn: row.handedInAt && { at: row.handedInAt, absent: row.absent ?? false }
      }
    ])
  );

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

/** Every mark of one juror in a session, by sitting, oldest first. */
export async function readSheetsOf(
  db: Database,
  sessionId: string,
  jurorId: string
): Promise<Map<string, Observation[]>> {
  const found = await db
    .select({ observation })
    .from(observation)
    .innerJoin(sitting, eq(sitting.id, observation.sittingId))
    .where(and(eq(sitting.sessionId, sessionId), eq(observation.jurorId, jurorId)))
    .orderBy(asc(observation.sequence), asc(observation.id));
  return Map.groupBy(
    found.map((row) => asObservation(row.observation)),
    ({ sittingId }) => sittingId
  );
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

/** Stores marks, as the `insert` of `appendIfNext`. */
export const observationsInsert = (marks: readonly Observation[], receivedAt: Date): SQL => sql`
  insert into observation
    (id, sitting_id, juror_id, criterion_id, level, comment, made_at, sequence, reason, received_at)
  select
    id, "sittingId", "jurorId", "criterionId", level, comment, "madeAt", sequence, reason,
    ${receivedAt.toISOString()}::timestamptz
  from turn, jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as mark(
    id text, "sittingId" text, "jurorId" text, "criterionId" text, level smallint, comment text,
    "madeAt" timestamptz, sequence integer, reason text
  )`;

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
