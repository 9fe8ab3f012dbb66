import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm';
import type { CompetenceId } from '#referential/model.ts';
import { readHandIns, readSessionMarks } from '#jury';
import { user } from '#people/tables.ts';
import { certificationSession, enrolment } from '#session/tables.ts';
import type { SessionFacts } from '#session/model.ts';
import type { Database } from '#platform/database.ts';
import type { SessionMarks } from './dossier.ts';
import { signersOf } from './minutes.ts';
import { minutes, minutesSignature } from './tables.ts';

export type MinutesRow = typeof minutes.$inferSelect;

export async function readMarks(db: Database, sessionId: string): Promise<SessionMarks> {
  const [observations, handIns] = await Promise.all([
    readSessionMarks(db, sessionId),
    readHandIns(db, sessionId)
  ]);
  return { observations, handIns };
}

/** Every version of a session's minutes, newest first. */
export const readMinutes = (db: Database, sessionId: string): Promise<MinutesRow[]> =>
  db.select().from(minutes).where(eq(minutes.sessionId, sessionId)).orderBy(desc(minutes.version));

/** Whether every juror of a version has signed it: from then on it counts. */
export async function isSigned(db: Database, { id, document }: MinutesRow): Promise<boolean> {
  const signed = new Set((await readSignatures(db, id)).map(({ jurorId }) => jurorId));
  return signersOf(document).every((jurorId) => signed.has(jurorId));
}

/** The versions that every juror has signed, newest first. */
export async function readSignedMinutes(db: Database, sessionId: string): Promise<MinutesRow[]> {
  const signed: MinutesRow[] = [];
  for (const version of await readMinutes(db, sessionId))
    if (await isSigned(db, version)) signed.push(version);
  return signed;
}

/** The newest version that every juror has signed: the one that counts. */
export async function readMinutesInForce(
  db: Database,
  sessionId: string
): Promise<MinutesRow | undefined> {
  for (const version of await readMinutes(db, sessionId))
    if (await isSigned(db, version)) return version;
  return undefined;
}

/** Signatures under one version, oldest first. */
export const readSignatures = (db: Database, minutesId: string) =>
  db
    .select({
      jurorId: minutesSignature.jurorId,
      name: minutesSignature.name,
      hash: minutesSignature.hash,
      signedAt: minutesSignature.signedAt
    })
    .from(minutesSignature)
    .where(eq(minutesSignature.minutesId, minutesId))
    .orderBy(asc(minutesSignature.signedAt));

/** Names of people by id, for documents that hold ids. */
export async function namesOf(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: user.id, name: user.name })
    .from(user)
    .where(inArray(user.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/**
 * Competences that each candidate validated in an earlier closed session of the same certification,
 * still within the policy's term on this session's day; by candidate id.
 */
export async function readKept(
  db: Database,
  facts: SessionFacts
): Promise<Map<string, Set<CompetenceId>>> {
  const candidateIds = facts.enrolments.map(({ candidateId }) => candidateId);
  const kept = new Map<string, Set<CompetenceId>>();
  if (candidateIds.length === 0) return kept;
  const earlier = await db
    .selectDistinct({ sessionId: enrolment.sessionId, day: certificationSession.day })
    .from(enrolment)
    .innerJoin(certificationSession, eq(certificationSession.id, enrolment.sessionId))
    .where(
      and(
        inArray(enrolment.candidateId, candidateIds),
        ne(enrolment.sessionId, facts.id),
        eq(certificationSession.status, 'closed')
      )
    );
  const wanted = new Set(candidateIds);
  for (const { sessionId, day } of earlier) {
    if (day >= facts.day || facts.day > addMonths(day, facts.referential.policy.keepMonths))
      continue;
    const minutes = await readMinutesInForce(db, sessionId);
    if (minutes?.document.referential.code !== facts.referential.code) continue;
    for (const { candidateId, competences } of minutes.document.candidates)
      if (wanted.has(candidateId))
        for (const { id, verdict } of competences)
          if (verdict.state === 'validated' || verdict.state === 'kept') {
            const held = kept.get(candidateId) ?? new Set<CompetenceId>();
            kept.set(candidateId, held.add(id as CompetenceId));
          }
  }
  return kept;
}

/** The same day some months later; a day that the month lacks becomes its last. */
export function addMonths(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return date.toISOString().slice(0, 10);
}

export type SignatureRow = Awaited<ReturnType<typeof readSignatures>>[number];
