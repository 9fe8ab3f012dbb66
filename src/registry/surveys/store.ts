import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { certificate } from '#parchment/tables.ts';
import { candidate, enrolment } from '#session/tables.ts';
import type { Database } from '#platform/database.ts';
import { newId } from '#platform/ids.ts';
import type { Wave } from './model.ts';
import { surveyAnswer, surveyInvitation } from './tables.ts';

/** Holders of a certificate in force whose data were not erased. */
export const readHolders = (db: Database) =>
  db
    .select({
      enrolmentId: certificate.enrolmentId,
      awardedOn: certificate.awardedOn,
      email: candidate.email,
      firstNames: candidate.firstNames,
      birthName: candidate.birthName,
      usageName: candidate.usageName
    })
    .from(certificate)
    .innerJoin(enrolment, eq(enrolment.id, certificate.enrolmentId))
    .innerJoin(candidate, eq(candidate.id, enrolment.candidateId))
    .where(and(isNull(certificate.revokedAt), isNull(candidate.erasedAt)))
    .orderBy(asc(certificate.awardedOn), asc(certificate.number));

/** Which waves were asked of which enrolments. */
export async function readAsked(db: Database): Promise<Set<string>> {
  const asked = await db
    .select({ enrolmentId: surveyInvitation.enrolmentId, wave: surveyInvitation.wave })
    .from(surveyInvitation)
    .where(sql`${surveyInvitation.sentAt} is not null`);
  return new Set(asked.map(({ enrolmentId, wave }) => `${enrolmentId} ${wave}`));
}

/** A letter that did not leave is tried again after this long: its process may have been stopped. */
const claimMilliseconds = 3_600_000;

/** Takes an invitation upon this process. @returns its id; undefined when another has it */
export async function claimInvitation(
  db: Database,
  enrolmentId: string,
  wave: Wave,
  tokenHash: string,
  now: Date
): Promise<string | undefined> {
  const [claimed] = await db
    .insert(surveyInvitation)
    .values({ id: newId(), enrolmentId, wave, tokenHash, claimedAt: now })
    .onConflictDoUpdate({
      target: [surveyInvitation.enrolmentId, surveyInvitation.wave],
      set: { tokenHash, claimedAt: now },
      setWhere: sql`${surveyInvitation.sentAt} is null and ${surveyInvitation.claimedAt} < ${new Date(now.getTime() - claimMilliseconds).toISOString()}`
    })
    .returning({ id: surveyInvitation.id });
  return claimed?.id;
}

export async function markSent(tx: Database, id: string, now: Date): Promise<void> {
  await tx.update(surveyInvitation).set({ sentAt: now }).where(eq(surveyInvitation.id, id));
}

/** Lets go of an invitation whose letter could not leave. */
export async function releaseInvitation(db: Database, id: string): Promise<void> {
  await db
    .delete(surveyInvitation)
    .where(and(eq(surveyInvitation.id, id), isNull(surveyInvitation.sentAt)));
}

/** The invitation that a link opens, and what was answered. */
export async function findInvitation(db: Database, tokenHash: string) {
  const [found] = await db
    .select({
      id: surveyInvitation.id,
      wave: surveyInvitation.wave,
      enrolmentId: surveyInvitation.enrolmentId,
      answer: surveyAnswer
    })
    .from(surveyInvitation)
    .leftJoin(surveyAnswer, eq(surveyAnswer.invitationId, surveyInvitation.id))
    .where(eq(surveyInvitation.tokenHash, tokenHash));
  return found;
}

export async function saveAnswer(
  db: Database,
  answer: typeof surveyAnswer.$inferInsert
): Promise<void> {
  await db
    .insert(surveyAnswer)
    .values(answer)
    .onConflictDoUpdate({ target: surveyAnswer.invitationId, set: answer });
}

/** Who was asked, and what they answered, for the figures. */
export const readResponses = (db: Database) =>
  db
    .select({
      enrolmentId: surveyInvitation.enrolmentId,
      wave: surveyInvitation.wave,
      situation: surveyAnswer.situation,
      luxury: surveyAnswer.luxury,
      usefulness: surveyAnswer.usefulness
    })
    .from(surveyInvitation)
    .leftJoin(surveyAnswer, eq(surveyAnswer.invitationId, surveyInvitation.id))
    .where(sql`${surveyInvitation.sentAt} is not null`);

/** Takes away all that some enrolments were asked and answered. */
export async function eraseSurveys(tx: Database, enrolmentIds: readonly string[]): Promise<void> {
  if (enrolmentIds.length === 0) return;
  const theirs = inArray(surveyInvitation.enrolmentId, [...enrolmentIds]);
  await tx
    .delete(surveyAnswer)
    .where(
      inArray(
        surveyAnswer.invitationId,
        tx.select({ id: surveyInvitation.id }).from(surveyInvitation).where(theirs)
      )
    );
  await tx.delete(surveyInvitation).where(theirs);
}
