import { and, eq, inArray, type SQL } from 'drizzle-orm';
import { enrolment } from '#session/tables.ts';
import type { Database } from '#platform/database.ts';
import type { Exposure } from './draw.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Subject, SubjectContent } from './model.ts';
import { subject, subjectDraw } from './tables.ts';

type SubjectRow = typeof subject.$inferSelect;

const whole = ({ content, lifecycle }: SubjectRow): Subject =>
  ({ ...content, lifecycle }) as Subject;

/** Every version of every subject of this certifying body, as it stands. */
export async function readSubjects(db: Database): Promise<Subject[]> {
  return (await db.select().from(subject)).map(whole);
}

/** One version of a subject, and whose accounts wrote and reviewed it. */
export async function findSubject(
  db: Database,
  id: string,
  version: number
): Promise<{ subject: Subject; authorId: string | null; hash: string } | undefined> {
  const [row] = await db
    .select()
    .from(subject)
    .where(and(eq(subject.id, id), eq(subject.version, version)));
  return row && { subject: whole(row), authorId: row.authorId, hash: row.hash };
}

export async function insertSubject(
  tx: Database,
  { lifecycle, ...content }: Subject,
  row: { hash: string; authorId: string | null; now: Date }
): Promise<boolean> {
  const { id, version, assessment } = content;
  const added = await tx
    .insert(subject)
    .values({
      id,
      version,
      assessment,
      content: content as SubjectContent,
      hash: row.hash,
      status: lifecycle.status,
      lifecycle,
      authorId: row.authorId,
      changedAt: row.now
    })
    .onConflictDoNothing()
    .returning({ id: subject.id });
  return added.length > 0;
}

/** Moves a version on; its content stays as it is. */
export async function saveLifecycle(
  tx: Database,
  { id, version }: Pick<Subject, 'id' | 'version'>,
  lifecycle: Lifecycle,
  now: Date,
  reviewerId?: string | null
): Promise<void> {
  await tx
    .update(subject)
    .set({
      status: lifecycle.status,
      lifecycle,
      changedAt: now,
      ...(reviewerId === undefined ? {} : { reviewerId })
    })
    .where(and(eq(subject.id, id), eq(subject.version, version)));
}

/** Every subject given so far, to every candidate. */
export function readExposures(db: Database): Promise<Exposure[]> {
  return db
    .select({ candidate: enrolment.candidateId, subject: subjectDraw.subjectId })
    .from(subjectDraw)
    .innerJoin(enrolment, eq(enrolment.id, subjectDraw.enrolmentId));
}

export type DrawRow = typeof subjectDraw.$inferSelect;

/** What was drawn for the candidates of a session. */
export function readDraws(db: Database, sessionId: string) {
  return db
    .select({
      enrolmentId: subjectDraw.enrolmentId,
      assessment: subjectDraw.assessment,
      subjectId: subjectDraw.subjectId,
      subjectVersion: subjectDraw.subjectVersion
    })
    .from(subjectDraw)
    .innerJoin(enrolment, eq(enrolment.id, subjectDraw.enrolmentId))
    .where(eq(enrolment.sessionId, sessionId));
}

/** The subject that one candidate was given for one assessment; undefined before the draw. */
export async function findDrawn(
  db: Database,
  enrolmentId: string,
  assessment: Subject['assessment']
): Promise<Subject | undefined> {
  const [row] = await selectDrawn(
    db,
    and(eq(subjectDraw.enrolmentId, enrolmentId), eq(subjectDraw.assessment, assessment))
  );
  return row && whole(row.subject);
}

/** Names what one candidate was given for one assessment. */
export const drawKey = (enrolmentId: string, assessment: Subject['assessment']): string =>
  `${enrolmentId} ${assessment}`;

/** All that candidates were given, by `drawKey`. */
export async function readDrawn(
  db: Database,
  enrolmentIds: readonly string[]
): Promise<Map<string, Subject>> {
  const rows = await selectDrawn(
    db,
    inArray(subjectDraw.enrolmentId, [...new Set(enrolmentIds), ''])
  );
  return new Map(rows.map((row) => [drawKey(row.enrolmentId, row.assessment), whole(row.subject)]));
}

const selectDrawn = (db: Database, which: SQL | undefined) =>
  db
    .select({ subject, enrolmentId: subjectDraw.enrolmentId, assessment: subjectDraw.assessment })
    .from(subjectDraw)
    .innerJoin(
      subject,
      and(eq(subject.id, subjectDraw.subjectId), eq(subject.version, subjectDraw.subjectVersion))
    )
    .where(which);

export async function insertDraws(tx: Database, draws: readonly DrawRow[]): Promise<void> {
  if (draws.length > 0) await tx.insert(subjectDraw).values([...draws]);
}
