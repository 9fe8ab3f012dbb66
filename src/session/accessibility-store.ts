import { and, asc, eq, inArray, isNull, isNotNull, sql } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import { newId } from '#platform/ids.ts';
import type { Adaptation, EnrolmentId, SessionStatus } from './model.ts';
import {
  accessibilityFile,
  adaptation,
  candidate,
  certificationSession,
  enrolment
} from './tables.ts';

/** An enrolment as accessibility sees it: whose, when, and whether a sealed file exists. */
export interface AccessibilityRow {
  enrolmentId: EnrolmentId;
  sessionId: string;
  sessionTitle: string;
  day: string;
  status: SessionStatus;
  number: number;
  userId: string | null;
  firstNames: string;
  birthName: string;
  usageName: string | null;
  withdrawn: boolean;
  sealed: string | null;
}

const select = (db: Database) =>
  db
    .select({
      enrolmentId: enrolment.id,
      sessionId: certificationSession.id,
      sessionTitle: certificationSession.title,
      day: certificationSession.day,
      status: certificationSession.status,
      number: enrolment.number,
      userId: candidate.userId,
      firstNames: candidate.firstNames,
      birthName: candidate.birthName,
      usageName: candidate.usageName,
      withdrawn: sql<boolean>`${isNotNull(enrolment.withdrawnAt)}`,
      sealed: accessibilityFile.sealed
    })
    .from(enrolment)
    .innerJoin(candidate, eq(candidate.id, enrolment.candidateId))
    .innerJoin(certificationSession, eq(certificationSession.id, enrolment.sessionId))
    .leftJoin(accessibilityFile, eq(accessibilityFile.enrolmentId, enrolment.id));

const asRow = (row: Awaited<ReturnType<typeof select>>[number]): AccessibilityRow => ({
  ...row,
  enrolmentId: row.enrolmentId as EnrolmentId
});

/** Live enrolments of sessions that are not over, soonest first. */
export async function readAccessibilityRows(db: Database): Promise<AccessibilityRow[]> {
  const rows = await select(db)
    .where(
      and(
        isNull(enrolment.withdrawnAt),
        inArray(certificationSession.status, ['preparing', 'marking'])
      )
    )
    .orderBy(asc(certificationSession.day), asc(certificationSession.id), asc(enrolment.number));
  return rows.map(asRow);
}

/** @param lock holds the enrolment until the transaction ends, so that two decisions take turns */
export async function findAccessibilityRow(
  db: Database,
  enrolmentId: string,
  lock = false
): Promise<AccessibilityRow | undefined> {
  if (lock)
    await db
      .select({ id: enrolment.id })
      .from(enrolment)
      .where(eq(enrolment.id, enrolmentId))
      .for('update');
  const [row] = await select(db).where(eq(enrolment.id, enrolmentId));
  return row && asRow(row);
}

/** The adaptations in force, by enrolment. */
export async function readAdaptations(
  db: Database,
  enrolmentIds: readonly string[]
): Promise<Map<string, Adaptation[]>> {
  if (enrolmentIds.length === 0) return new Map();
  const rows = await db
    .select({
      enrolmentId: adaptation.enrolmentId,
      kind: adaptation.kind,
      percent: adaptation.percent,
      instruction: adaptation.instruction
    })
    .from(adaptation)
    .where(and(inArray(adaptation.enrolmentId, [...enrolmentIds]), isNull(adaptation.withdrawnAt)))
    .orderBy(asc(adaptation.grantedAt), asc(adaptation.id));
  const byEnrolment = new Map<string, Adaptation[]>();
  for (const { enrolmentId, ...granted } of rows)
    byEnrolment.set(enrolmentId, [...(byEnrolment.get(enrolmentId) ?? []), granted]);
  return byEnrolment;
}

export async function saveFile(
  db: Database,
  enrolmentId: string,
  sealed: string,
  at: Date
): Promise<void> {
  await db
    .insert(accessibilityFile)
    .values({ enrolmentId, sealed, updatedAt: at })
    .onConflictDoUpdate({
      target: accessibilityFile.enrolmentId,
      set: { sealed, updatedAt: at }
    });
}

/** Grants adaptations from `at`. */
export async function insertAdaptations(
  db: Database,
  enrolmentId: string,
  granted: readonly Adaptation[],
  by: string,
  at: Date
): Promise<void> {
  if (granted.length > 0)
    await db
      .insert(adaptation)
      .values(
        granted.map((each) => ({ id: newId(), enrolmentId, ...each, grantedBy: by, grantedAt: at }))
      );
}

/** Ends adaptations of some kinds at `at`; what was granted stays on record. */
export async function endAdaptations(
  db: Database,
  enrolmentId: string,
  kinds: readonly Adaptation['kind'][],
  at: Date
): Promise<void> {
  if (kinds.length > 0)
    await db
      .update(adaptation)
      .set({ withdrawnAt: at })
      .where(
        and(
          eq(adaptation.enrolmentId, enrolmentId),
          inArray(adaptation.kind, [...kinds]),
          isNull(adaptation.withdrawnAt)
        )
      );
}
