/** The nightly job: what has been kept as long as it may goes. */
import { and, eq, inArray, isNull, lt, sql, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { certificate } from '#parchment/tables.ts';
import { authSession, verification } from '#people/tables.ts';
import { accessibilityFile, candidate, certificationSession, enrolment } from '#session/tables.ts';
import { eraseWords, wordsToErase } from '#exam';
import type { Database } from '#platform/database.ts';
import type { Ground } from '#platform/ground.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { cdcPassage, cdcTransmission } from '../cdc/tables.ts';
import { surveyAnswer, surveyInvitation } from '../surveys/tables.ts';
import { erase } from './erase.ts';
import { limitOf } from './limit.ts';
import { retentions, type Retention } from './policy.ts';

/** How many things each rule took away, or would. */
export type RetentionReport = Record<Retention['id'], number>;

/**
 * Takes away what is past its time, all or nothing. Run twice, the second finds nothing.
 * @param dry counts, and takes nothing away
 */
export function runRetention(ground: Ground, dry = false): Promise<RetentionReport> {
  const now = ground.clock.now();
  return ground.db.transaction(async (tx) => {
    const report = {} as RetentionReport;
    for (const { id } of retentions) report[id] = await rules[id](tx, now, dry);
    if (!dry && Object.values(report).some((count) => count > 0))
      await appendToLedger(tx, now, [
        { actor: 'system', action: 'registry.retention', subject: 'retention', payload: report }
      ]);
    return report;
  });
}

type Rule = (tx: Database, now: Date, dry: boolean) => Promise<number>;

const rules: Record<Retention['id'], Rule> = {
  'sign-in': async (tx, now, dry) =>
    (await take(tx, authSession, lt(authSession.expiresAt, now), dry)) +
    (await take(tx, verification, lt(verification.expiresAt, now), dry)),
  accessibility: (tx, now, dry) => {
    const old = tx
      .select({ id: enrolment.id })
      .from(enrolment)
      .innerJoin(certificationSession, eq(certificationSession.id, enrolment.sessionId))
      .where(lt(certificationSession.day, limitOf('accessibility', now)));
    return take(tx, accessibilityFile, inArray(accessibilityFile.enrolmentId, old), dry);
  },
  words: async (tx, now, dry) => {
    const old = await wordsToErase(tx, limitOf('words', now));
    if (!dry) await eraseWords(tx, old);
    return old.length;
  },
  surveys: async (tx, now, dry) => {
    // Both, or a rate would tell of people who answered as if they had not.
    const old = lt(surveyInvitation.sentAt, midnight(limitOf('surveys', now)));
    const ids = tx.select({ id: surveyInvitation.id }).from(surveyInvitation).where(old);
    await take(tx, surveyAnswer, inArray(surveyAnswer.invitationId, ids), dry);
    return take(tx, surveyInvitation, old, dry);
  },
  declared: (tx, now, dry) => {
    const old = tx
      .select({ id: cdcTransmission.id })
      .from(cdcTransmission)
      .where(lt(cdcTransmission.madeAt, midnight(limitOf('declared', now))));
    return take(tx, cdcPassage, inArray(cdcPassage.transmissionId, old), dry);
  },
  refused: async (tx, now, dry) => {
    const past = await tx
      .select({ id: candidate.id })
      .from(candidate)
      .leftJoin(enrolment, eq(enrolment.candidateId, candidate.id))
      .leftJoin(certificationSession, eq(certificationSession.id, enrolment.sessionId))
      .leftJoin(certificate, eq(certificate.enrolmentId, enrolment.id))
      .where(isNull(candidate.erasedAt))
      .groupBy(candidate.id)
      .having(
        and(
          sql`count(${certificate.number}) = 0`,
          sql`max(${certificationSession.day}) < ${limitOf('refused', now)}`
        )
      );
    return eraseAll(tx, past, now, dry);
  },
  award: async (tx, now, dry) => {
    const past = await tx
      .select({ id: candidate.id })
      .from(candidate)
      .innerJoin(enrolment, eq(enrolment.candidateId, candidate.id))
      .innerJoin(certificate, eq(certificate.enrolmentId, enrolment.id))
      .where(isNull(candidate.erasedAt))
      .groupBy(candidate.id)
      .having(
        and(
          sql`count(${certificate.erasureAskedAt}) > 0`,
          sql`max(${certificate.awardedOn}) < ${limitOf('award', now)}`
        )
      );
    return eraseAll(tx, past, now, dry);
  }
};

async function eraseAll(tx: Database, people: readonly { id: string }[], now: Date, dry: boolean) {
  if (!dry) for (const { id } of people) await erase(tx, id, 'system', now);
  return people.length;
}

const midnight = (day: string) => new Date(`${day}T00:00:00Z`);

async function take(tx: Database, table: PgTable, which: SQL | undefined, dry: boolean) {
  const count = await tx.$count(table, which);
  if (!dry && count > 0) await tx.delete(table).where(which);
  return count;
}
