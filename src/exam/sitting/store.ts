import { and, asc, count, eq, gt, inArray, isNull, lte, max } from 'drizzle-orm';
import { assessment, assessmentIdSchema, readReferential } from '#referential';
import {
  adaptationName,
  fullName,
  timeFactor,
  type AdaptationKind,
  type EnrolmentId,
  type SessionId,
  type SittingId
} from '#session';
import {
  adaptation,
  candidate,
  certificationSession,
  enrolment,
  sitting
} from '#session/tables.ts';
import type { Database } from '#platform/database.ts';
import type { Phrase } from '#platform/language.ts';
import type { SubjectAssessment } from '../subjects/model.ts';
import { allowanceOf, type Allowance, type SittingEvent } from './model.ts';
import { answerEdit, sittingEvent } from './tables.ts';

/** A sitting, whose it is, and what is granted to them. */
export interface SittingPlace {
  sittingId: SittingId;
  enrolmentId: EnrolmentId;
  sessionId: SessionId;
  centreId: string;
  candidateId: string;
  /** The account of the candidate. */
  userId: string | null;
  name: string;
  number: number;
  assessmentId: SubjectAssessment;
  panelId: string;
  /** As planned. */
  startsAt: Date;
  kinds: ReadonlySet<AdaptationKind>;
  /** What was granted, named. */
  granted: Phrase[];
  allowance: Allowance;
}

/** Sittings with what computes their time, in the order of the day. */
export async function readPlaces(
  db: Database,
  which: { sessionId: string } | { sittingIds: readonly string[] } | { userId: string }
): Promise<SittingPlace[]> {
  const where =
    'sessionId' in which
      ? eq(sitting.sessionId, which.sessionId)
      : 'userId' in which
        ? eq(candidate.userId, which.userId)
        : inArray(sitting.id, [...which.sittingIds, '']);
  const found = await db
    .select({
      sittingId: sitting.id,
      enrolmentId: enrolment.id,
      sessionId: sitting.sessionId,
      centreId: certificationSession.centreId,
      referentialId: certificationSession.referentialId,
      candidateId: candidate.id,
      userId: candidate.userId,
      firstNames: candidate.firstNames,
      birthName: candidate.birthName,
      usageName: candidate.usageName,
      number: enrolment.number,
      assessmentId: sitting.assessmentId,
      panelId: sitting.panelId,
      startsAt: sitting.startsAt
    })
    .from(sitting)
    .innerJoin(enrolment, eq(enrolment.id, sitting.enrolmentId))
    .innerJoin(candidate, eq(candidate.id, enrolment.candidateId))
    .innerJoin(certificationSession, eq(certificationSession.id, sitting.sessionId))
    .where(and(where, isNull(enrolment.withdrawnAt)))
    .orderBy(asc(sitting.startsAt), asc(enrolment.number));
  const granted = await grantedTo(db, [...new Set(found.map((each) => each.enrolmentId))]);
  return Promise.all(
    found.map(async (row): Promise<SittingPlace> => {
      const own = granted.get(row.enrolmentId) ?? [];
      const kinds = new Set(own.map(({ kind }) => kind));
      const referential = await readReferential(db, row.referentialId);
      const id = assessmentIdSchema.parse(row.assessmentId);
      const { durations } = assessment(referential, id);
      const minutes =
        durations.form === 'written' ? durations.writtenMinutes : durations.preparationMinutes;
      return {
        sittingId: row.sittingId as SittingId,
        enrolmentId: row.enrolmentId as EnrolmentId,
        sessionId: row.sessionId as SessionId,
        centreId: row.centreId,
        candidateId: row.candidateId,
        userId: row.userId,
        name: fullName(row),
        number: row.number,
        assessmentId: row.assessmentId as SubjectAssessment,
        panelId: row.panelId,
        startsAt: row.startsAt,
        kinds,
        granted: own.map(({ kind, percent }) => adaptationName({ kind, percent, instruction: '' })),
        allowance: allowanceOf(minutes, timeFactor({ adaptations: own }), kinds.has('breaks'))
      };
    })
  );
}

async function grantedTo(db: Database, enrolmentIds: readonly string[]) {
  const rows = await db
    .select({
      enrolmentId: adaptation.enrolmentId,
      kind: adaptation.kind,
      percent: adaptation.percent
    })
    .from(adaptation)
    .where(
      and(inArray(adaptation.enrolmentId, [...enrolmentIds, '']), isNull(adaptation.withdrawnAt))
    );
  return Map.groupBy(rows, ({ enrolmentId }) => enrolmentId);
}

/** The events of sittings, each in order. */
export async function readEvents(
  db: Database,
  sittingIds: readonly string[]
): Promise<Map<string, SittingEvent[]>> {
  const found = await db
    .select()
    .from(sittingEvent)
    .where(inArray(sittingEvent.sittingId, [...sittingIds, '']))
    .orderBy(asc(sittingEvent.sittingId), asc(sittingEvent.place));
  return Map.groupBy(found, ({ sittingId }) => sittingId);
}

/** Adds a fact after those that were read. @throws a unique violation when another took the place */
export async function insertEvent(
  tx: Database,
  sittingId: string,
  after: readonly SittingEvent[],
  event: Omit<SittingEvent, 'place'>
): Promise<void> {
  const place = (after.at(-1)?.place ?? 0) + 1;
  await tx.insert(sittingEvent).values({ sittingId, place, ...event });
}

export type EditRow = typeof answerEdit.$inferSelect;

/** The changes of one sitting after a place, in order. */
export function readEdits(db: Database, sittingId: string, after = 0): Promise<EditRow[]> {
  return db
    .select()
    .from(answerEdit)
    .where(and(eq(answerEdit.sittingId, sittingId), gt(answerEdit.place, after)))
    .orderBy(asc(answerEdit.place));
}

/** The place of the last change of each sitting that has one. */
export async function readHeads(
  db: Database,
  sittingIds: readonly string[]
): Promise<Map<string, number>> {
  const found = await db
    .select({ sittingId: answerEdit.sittingId, place: max(answerEdit.place) })
    .from(answerEdit)
    .where(inArray(answerEdit.sittingId, [...sittingIds, '']))
    .groupBy(answerEdit.sittingId);
  return new Map(found.map(({ sittingId, place }) => [sittingId, place ?? 0]));
}

/** The place of the last change that had arrived at an instant; 0 when there was none. */
export async function lastPlaceBy(db: Database, sittingId: string, at: Date): Promise<number> {
  const [found] = await db
    .select({ place: max(answerEdit.place) })
    .from(answerEdit)
    .where(and(eq(answerEdit.sittingId, sittingId), lte(answerEdit.receivedAt, at)));
  return found?.place ?? 0;
}

/** How many changes each sitting holds, and when the last came. */
export async function readProgress(
  db: Database,
  sittingIds: readonly string[]
): Promise<Map<string, { changes: number; lastSaved: Date | null }>> {
  const found = await db
    .select({
      sittingId: answerEdit.sittingId,
      changes: count(),
      lastSaved: max(answerEdit.receivedAt)
    })
    .from(answerEdit)
    .where(inArray(answerEdit.sittingId, [...sittingIds, '']))
    .groupBy(answerEdit.sittingId);
  return new Map(found.map(({ sittingId, ...rest }) => [sittingId, rest]));
}
