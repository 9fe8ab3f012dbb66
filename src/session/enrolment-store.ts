import { and, asc, eq, inArray, or, sql } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import type { Birthplace, Identity } from './identity.ts';
import type { CandidateId, EnrolmentId } from './model.ts';
import { candidate, certificationSession, enrolment, sitting } from './tables.ts';

const identityColumns = {
  email: candidate.email,
  birthName: candidate.birthName,
  usageName: candidate.usageName,
  firstNames: candidate.firstNames,
  sex: candidate.sex,
  birthDate: candidate.birthDate,
  birthPlace: candidate.birthPlace,
  birthInseeCode: candidate.birthInseeCode,
  birthCountryCode: candidate.birthCountryCode
};

type IdentityRow = Omit<Identity, keyof Birthplace> &
  Record<'birthPlace', string> &
  Record<'birthInseeCode' | 'birthCountryCode', string | null>;

/** Exactly one of the two codes is set: every row was written from an {@link Identity}. */
const asIdentity = (row: IdentityRow): Identity => row as Identity;

export interface CandidateRow {
  id: CandidateId;
  userId: string | null;
  identity: Identity;
}

/** A place in a session, with whose it is. */
export interface EnrolmentRow {
  id: EnrolmentId;
  sessionId: string;
  number: number;
  present: boolean | null;
  enrolledAt: Date;
  withdrawnAt: Date | null;
  candidate: CandidateRow;
}

/** Makes enrolments take turns: two of them must not make one person twice. */
export async function lockCandidates(tx: Database): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(727003)`);
}

/** Candidates born on one of these days, or with one of these addresses. */
export async function findCandidates(
  db: Database,
  people: readonly Pick<Identity, 'birthDate' | 'email'>[]
): Promise<CandidateRow[]> {
  if (people.length === 0) return [];
  const rows = await db
    .select({ id: candidate.id, userId: candidate.userId, ...identityColumns })
    .from(candidate)
    .where(
      or(
        inArray(candidate.birthDate, [...new Set(people.map(({ birthDate }) => birthDate))]),
        inArray(candidate.email, [...new Set(people.map(({ email }) => email))])
      )
    )
    .orderBy(asc(candidate.createdAt), asc(candidate.id));
  return rows.map(({ id, userId, ...row }) => ({
    id: id as CandidateId,
    userId,
    identity: asIdentity(row)
  }));
}

/** Every centre that ever enrolled these candidates. */
export async function centresOfCandidates(
  db: Database,
  ids: readonly string[]
): Promise<{ candidateId: string; centreId: string }[]> {
  if (ids.length === 0) return [];
  return db
    .selectDistinct({
      candidateId: enrolment.candidateId,
      centreId: certificationSession.centreId
    })
    .from(enrolment)
    .innerJoin(certificationSession, eq(certificationSession.id, enrolment.sessionId))
    .where(inArray(enrolment.candidateId, [...ids]));
}

export async function insertCandidate(
  db: Database,
  id: CandidateId,
  userId: string,
  identity: Identity,
  at: Date
): Promise<void> {
  await db.insert(candidate).values({ id, userId, ...identity, createdAt: at });
}

export async function updateCandidate(
  db: Database,
  id: string,
  userId: string,
  identity: Identity
): Promise<void> {
  await db
    .update(candidate)
    .set({ userId, ...identity })
    .where(eq(candidate.id, id));
}

/** Gives candidates the next numbers of a session whose row is locked. @returns the first number */
export async function insertEnrolments(
  db: Database,
  sessionId: string,
  places: readonly { id: EnrolmentId; candidateId: string }[],
  at: Date
): Promise<number> {
  const [last] = await db
    .select({ number: sql<number>`coalesce(max(${enrolment.number}), 0)::int` })
    .from(enrolment)
    .where(eq(enrolment.sessionId, sessionId));
  const first = (last?.number ?? 0) + 1;
  if (places.length > 0)
    await db
      .insert(enrolment)
      .values(
        places.map((place, rank) => ({ ...place, sessionId, number: first + rank, enrolledAt: at }))
      );
  return first;
}

/** Withdraws an enrolment, and frees what was planned for it; or, with null, takes it back. */
export async function setWithdrawn(db: Database, id: string, at: Date | null): Promise<void> {
  await db.update(enrolment).set({ withdrawnAt: at, present: null }).where(eq(enrolment.id, id));
  if (at) await db.delete(sitting).where(eq(sitting.enrolmentId, id));
}

const selectEnrolments = (db: Database) =>
  db
    .select({
      id: enrolment.id,
      sessionId: enrolment.sessionId,
      number: enrolment.number,
      present: enrolment.present,
      enrolledAt: enrolment.enrolledAt,
      withdrawnAt: enrolment.withdrawnAt,
      candidateId: candidate.id,
      userId: candidate.userId,
      ...identityColumns
    })
    .from(enrolment)
    .innerJoin(candidate, eq(candidate.id, enrolment.candidateId));

type Selected = Awaited<ReturnType<typeof selectEnrolments>>[number];

const asEnrolment = (row: Selected): EnrolmentRow => {
  const {
    id,
    sessionId,
    number,
    present,
    enrolledAt,
    withdrawnAt,
    candidateId,
    userId,
    ...identity
  } = row;
  return {
    id: id as EnrolmentId,
    sessionId,
    number,
    present,
    enrolledAt,
    withdrawnAt,
    candidate: { id: candidateId as CandidateId, userId, identity: asIdentity(identity) }
  };
};

/** Every enrolment of a session, those withdrawn too, by number. */
export async function readEnrolments(db: Database, sessionId: string): Promise<EnrolmentRow[]> {
  const rows = await selectEnrolments(db)
    .where(eq(enrolment.sessionId, sessionId))
    .orderBy(asc(enrolment.number));
  return rows.map(asEnrolment);
}

/** One enrolment, in the session that its address names. */
export async function findEnrolment(
  db: Database,
  sessionId: string,
  id: string
): Promise<EnrolmentRow | undefined> {
  const [row] = await selectEnrolments(db).where(
    and(eq(enrolment.id, id), eq(enrolment.sessionId, sessionId))
  );
  return row && asEnrolment(row);
}

/** The live and withdrawn enrolments of the person who holds an account. */
export async function readEnrolmentsOfUser(db: Database, userId: string): Promise<EnrolmentRow[]> {
  const rows = await selectEnrolments(db)
    .where(eq(candidate.userId, userId))
    .orderBy(asc(enrolment.enrolledAt));
  return rows.map(asEnrolment);
}
