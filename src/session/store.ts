import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { user, centre } from '#people/tables.ts';
import type { CentreId, UserId } from '#people/model.ts';
import { readReferential } from '#referential';
import { parisInstant, parisTime } from '#platform/clock.ts';
import type { Database } from '#platform/database.ts';
import { newId } from '#platform/ids.ts';
import type {
  Adaptation,
  DayHours,
  EnrolmentId,
  PanelId,
  SessionFacts,
  SessionId,
  SessionStatus,
  SittingId
} from './model.ts';
import { dayOfSitting, daysBetween, daysLater } from './days.ts';
import type { PlannedSitting } from './plan.ts';
import {
  adaptation,
  candidate,
  certificationSession,
  conflictDeclaration,
  enrolment,
  incident,
  panel,
  panelMember,
  sitting
} from './tables.ts';

export type SessionRow = typeof certificationSession.$inferSelect;

/** One session, or undefined. */
export async function findSession(db: Database, id: string): Promise<SessionRow | undefined> {
  const [row] = await db.select().from(certificationSession).where(eq(certificationSession.id, id));
  return row;
}

/** Sessions of some centres, newest day first, with the number of live enrolments. */
export async function listSessions(db: Database, centres: 'all' | string[]) {
  return db
    .select({
      id: certificationSession.id,
      title: certificationSession.title,
      day: certificationSession.day,
      lastDay: certificationSession.lastDay,
      place: certificationSession.place,
      status: certificationSession.status,
      centreName: centre.name,
      candidates: sql<number>`(select count(*)::int from ${enrolment} where ${enrolment.sessionId} = ${certificationSession.id} and ${enrolment.withdrawnAt} is null)`
    })
    .from(certificationSession)
    .innerJoin(centre, eq(centre.id, certificationSession.centreId))
    .where(centres === 'all' ? undefined : inArray(certificationSession.centreId, [...centres, '']))
    .orderBy(desc(certificationSession.day), asc(certificationSession.title));
}

/** Sessions in which a person is a live member of a panel, newest first. */
export async function listSessionsOfJuror(db: Database, jurorId: string) {
  return db
    .selectDistinct({
      id: certificationSession.id,
      title: certificationSession.title,
      day: certificationSession.day,
      lastDay: certificationSession.lastDay,
      place: certificationSession.place,
      status: certificationSession.status,
      presidentId: certificationSession.presidentId
    })
    .from(certificationSession)
    .innerJoin(panel, eq(panel.sessionId, certificationSession.id))
    .innerJoin(panelMember, eq(panelMember.panelId, panel.id))
    .where(and(eq(panelMember.jurorId, jurorId), isNull(panelMember.removedAt)))
    .orderBy(desc(certificationSession.day));
}

/** Everything known of a session but its marks: what rules, screens and documents read. */
export async function readSessionFacts(
  db: Database,
  id: string
): Promise<SessionFacts | undefined> {
  const session = await findSession(db, id);
  if (!session) return undefined;
  const [
    referential,
    home,
    enrolments,
    adaptations,
    panels,
    members,
    sittings,
    conflicts,
    incidents
  ] = await Promise.all([
    readReferential(db, session.referentialId),
    db.select().from(centre).where(eq(centre.id, session.centreId)),
    selectEnrolments(db, id),
    selectAdaptations(db, id),
    db.select().from(panel).where(eq(panel.sessionId, id)).orderBy(asc(panel.name)),
    selectMembers(db, id),
    db
      .select()
      .from(sitting)
      .where(eq(sitting.sessionId, id))
      .orderBy(asc(sitting.startsAt), asc(sitting.id)),
    selectConflicts(db, id),
    db.select().from(incident).where(eq(incident.sessionId, id)).orderBy(asc(incident.reportedAt))
  ]);
  const granted = Map.groupBy(adaptations, ({ enrolmentId }) => enrolmentId);
  const seated = Map.groupBy(members, ({ panelId }) => panelId);
  return {
    id: session.id as SessionId,
    title: session.title,
    day: session.day,
    lastDay: session.lastDay,
    place: session.place,
    status: session.status,
    revision: session.revision,
    presidentId: session.presidentId as UserId | null,
    centre: {
      id: session.centreId as CentreId,
      name: home[0]?.name ?? '',
      city: home[0]?.city ?? ''
    },
    referentialId: session.referentialId,
    referential,
    hours: session.hours,
    enrolments: enrolments.map((row) => ({
      ...row,
      id: row.id as EnrolmentId,
      adaptations: (granted.get(row.id) ?? []).map(
        ({ kind, percent, instruction }): Adaptation => ({ kind, percent, instruction })
      )
    })),
    panels: panels.map((row) => ({
      id: row.id as PanelId,
      name: row.name,
      room: row.room,
      members: (seated.get(row.id) ?? []).map(
        ({ jurorId, name, availableFrom, availableUntil, removedAt, present }) => ({
          jurorId: jurorId as UserId,
          name,
          availability:
            availableFrom && availableUntil ? { from: availableFrom, until: availableUntil } : null,
          removed: removedAt !== null,
          present
        })
      )
    })),
    sittings: sittings.map((row) => ({
      ...row,
      id: row.id as SittingId,
      enrolmentId: row.enrolmentId as EnrolmentId,
      panelId: row.panelId as PanelId
    })),
    conflicts: conflicts.map((row) => ({
      jurorId: row.jurorId as UserId,
      enrolmentId: row.enrolmentId as EnrolmentId,
      kind: row.kind
    })),
    incidents: incidents.map((row) => ({
      id: row.id,
      enrolmentId: row.enrolmentId as EnrolmentId | null,
      description: row.description,
      reportedAt: row.reportedAt
    }))
  };
}

const selectEnrolments = (db: Database, sessionId: string) =>
  db
    .select({
      id: enrolment.id,
      number: enrolment.number,
      present: enrolment.present,
      excused: enrolment.excused,
      candidateId: candidate.id,
      userId: candidate.userId,
      email: candidate.email,
      birthName: candidate.birthName,
      usageName: candidate.usageName,
      firstNames: candidate.firstNames,
      sex: candidate.sex,
      birthDate: candidate.birthDate,
      birthPlace: candidate.birthPlace,
      birthInseeCode: candidate.birthInseeCode,
      birthCountryCode: candidate.birthCountryCode
    })
    .from(enrolment)
    .innerJoin(candidate, eq(candidate.id, enrolment.candidateId))
    .where(and(eq(enrolment.sessionId, sessionId), isNull(enrolment.withdrawnAt)))
    .orderBy(asc(enrolment.number));

const selectAdaptations = (db: Database, sessionId: string) =>
  db
    .select({
      enrolmentId: adaptation.enrolmentId,
      kind: adaptation.kind,
      percent: adaptation.percent,
      instruction: adaptation.instruction
    })
    .from(adaptation)
    .innerJoin(enrolment, eq(enrolment.id, adaptation.enrolmentId))
    .where(and(eq(enrolment.sessionId, sessionId), isNull(adaptation.withdrawnAt)))
    .orderBy(asc(adaptation.grantedAt));

const selectMembers = (db: Database, sessionId: string) =>
  db
    .select({
      panelId: panelMember.panelId,
      jurorId: panelMember.jurorId,
      name: user.name,
      availableFrom: panelMember.availableFrom,
      availableUntil: panelMember.availableUntil,
      removedAt: panelMember.removedAt,
      present: panelMember.present
    })
    .from(panelMember)
    .innerJoin(panel, eq(panel.id, panelMember.panelId))
    .innerJoin(user, eq(user.id, panelMember.jurorId))
    .where(eq(panel.sessionId, sessionId))
    .orderBy(asc(panelMember.joinedAt), asc(user.name));

const selectConflicts = (db: Database, sessionId: string) =>
  db
    .select({
      jurorId: conflictDeclaration.jurorId,
      enrolmentId: conflictDeclaration.enrolmentId,
      kind: conflictDeclaration.kind
    })
    .from(conflictDeclaration)
    .innerJoin(enrolment, eq(enrolment.id, conflictDeclaration.enrolmentId))
    .where(eq(enrolment.sessionId, sessionId));

/** Locks a session's row until the transaction ends, so that two intents on it take turns. */
export async function lockSession(tx: Database, id: string): Promise<SessionRow | undefined> {
  const [row] = await tx
    .select()
    .from(certificationSession)
    .where(eq(certificationSession.id, id))
    .for('update');
  return row;
}

/** Puts a plan of the day in the place of the one there was, and counts the change. */
export async function replaceSittings(
  tx: Database,
  sessionId: string,
  planned: readonly PlannedSitting[],
  hours: DayHours
): Promise<void> {
  await tx.delete(sitting).where(eq(sitting.sessionId, sessionId));
  if (planned.length > 0)
    await tx.insert(sitting).values(planned.map((each) => ({ id: newId(), sessionId, ...each })));
  await saveSession(tx, sessionId, { hours });
}

/** Says which assessments a candidate is not to sit again. */
export async function saveExcused(
  tx: Database,
  enrolmentId: string,
  excused: readonly string[]
): Promise<void> {
  await tx
    .update(enrolment)
    .set({ excused: [...excused] })
    .where(eq(enrolment.id, enrolmentId));
}

/** Moves a session on, and counts the change. */
export async function saveSession(
  tx: Database,
  id: string,
  change: Partial<{
    title: string;
    day: string;
    lastDay: string;
    place: string;
    status: SessionStatus;
    presidentId: string | null;
    hours: DayHours;
  }>
): Promise<void> {
  await tx
    .update(certificationSession)
    .set({ ...change, revision: sql`${certificationSession.revision} + 1` })
    .where(eq(certificationSession.id, id));
}

/**
 * Gives every sitting of a session the same hour as many days from another first day. What candidates
 * keep depends on the day: it is weighed again when the new days are planned.
 */
export async function moveDays(
  tx: Database,
  { id, day }: Pick<SessionRow, 'id' | 'day'>,
  firstDay: string
): Promise<void> {
  const planned = await tx
    .select({ id: sitting.id, startsAt: sitting.startsAt })
    .from(sitting)
    .where(eq(sitting.sessionId, id));
  const moved = (startsAt: Date) =>
    daysLater(firstDay, daysBetween(day, dayOfSitting({ startsAt })));
  for (const each of planned)
    await tx
      .update(sitting)
      .set({ startsAt: parisInstant(moved(each.startsAt), parisTime(each.startsAt)) })
      .where(eq(sitting.id, each.id));
  await tx.update(enrolment).set({ excused: [] }).where(eq(enrolment.sessionId, id));
}

/** Where an enrolment belongs: its session, its centre, and the account of its candidate. */
export async function findEnrolmentPlace(db: Database, enrolmentId: string) {
  const [row] = await db
    .select({
      sessionId: enrolment.sessionId,
      centreId: certificationSession.centreId,
      userId: candidate.userId
    })
    .from(enrolment)
    .innerJoin(candidate, eq(candidate.id, enrolment.candidateId))
    .innerJoin(certificationSession, eq(certificationSession.id, enrolment.sessionId))
    .where(eq(enrolment.id, enrolmentId));
  return row;
}
