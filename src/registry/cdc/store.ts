import { and, asc, desc, eq, gt, inArray, isNull } from 'drizzle-orm';
import { certificate } from '#parchment/tables.ts';
import { centre } from '#people/tables.ts';
import type { Identity } from '#session';
import { candidate, certificationSession, enrolment } from '#session/tables.ts';
import { digest } from '#platform/canonical.ts';
import { civilDay } from '#platform/civil-day.ts';
import type { Database } from '#platform/database.ts';
import { holderOf, type Passage } from './passage.ts';
import type { Action, Said } from './standing.ts';
import { cdcAnswer, cdcBatch, cdcPassage, cdcReceipt, cdcTransmission } from './tables.ts';

/** An enrolment of a session, and the certificate in force that came of it. */
export interface Enrolled {
  enrolmentId: string;
  number: number;
  identity: Identity;
  /** What is to be told of the award; null where none is in force. */
  passage: Passage | null;
}

/** Everyone enrolled in a session, in the order of their numbers. */
export async function readEnrolled(
  db: Database,
  sessionId: string,
  publicUrl: string
): Promise<Enrolled[]> {
  const found = await db
    .select({
      enrolmentId: enrolment.id,
      number: enrolment.number,
      enrolledAt: enrolment.enrolledAt,
      day: certificationSession.day,
      lastDay: certificationSession.lastDay,
      postalCode: centre.postalCode,
      certificate: { number: certificate.number, awardedOn: certificate.awardedOn },
      identity: {
        email: candidate.email,
        birthName: candidate.birthName,
        usageName: candidate.usageName,
        firstNames: candidate.firstNames,
        sex: candidate.sex,
        birthDate: candidate.birthDate,
        birthPlace: candidate.birthPlace,
        birthInseeCode: candidate.birthInseeCode,
        birthCountryCode: candidate.birthCountryCode
      }
    })
    .from(enrolment)
    .innerJoin(candidate, eq(candidate.id, enrolment.candidateId))
    .innerJoin(certificationSession, eq(certificationSession.id, enrolment.sessionId))
    .innerJoin(centre, eq(centre.id, certificationSession.centreId))
    .leftJoin(
      certificate,
      and(eq(certificate.enrolmentId, enrolment.id), isNull(certificate.revokedAt))
    )
    .where(and(eq(enrolment.sessionId, sessionId), isNull(enrolment.withdrawnAt)))
    .orderBy(asc(enrolment.number));
  return found.map(({ enrolmentId, number, certificate: held, ...row }) => {
    const identity = row.identity as Identity;
    return {
      enrolmentId,
      number,
      identity,
      passage: held && {
        reference: enrolmentId,
        proofUrl: `${publicUrl}/verify/${held.number}`,
        examinedFrom: row.day,
        examinedUntil: row.lastDay,
        centrePostalCode: row.postalCode,
        validFrom: held.awardedOn,
        validUntil: null,
        enrolledOn: civilDay(row.enrolledAt),
        holder: holderOf(identity)
      }
    };
  });
}

/** Tells whether a passage says something else: an address or a postal code may change by itself. */
export const digestOf = ({ holder, examinedFrom, examinedUntil, validFrom, validUntil }: Passage) =>
  digest({ holder, examinedFrom, examinedUntil, validFrom, validUntil });

export interface SaidRow extends Said {
  id: string;
  enrolmentId: string;
  round: number;
  batchId: string | null;
  madeAt: Date;
  /** What the Caisse said when it refused. */
  words: string | null;
}

/** All that was said of a session’s awards, each enrolment’s in order. */
export async function readSaid(db: Database, sessionId: string): Promise<Map<string, SaidRow[]>> {
  const found = await db
    .select({
      id: cdcTransmission.id,
      enrolmentId: cdcTransmission.enrolmentId,
      action: cdcTransmission.action,
      round: cdcTransmission.round,
      batchId: cdcTransmission.batchId,
      digest: cdcTransmission.digest,
      madeAt: cdcTransmission.madeAt,
      words: cdcPassage.said
    })
    .from(cdcTransmission)
    .innerJoin(enrolment, eq(enrolment.id, cdcTransmission.enrolmentId))
    .leftJoin(cdcPassage, eq(cdcPassage.transmissionId, cdcTransmission.id))
    .where(eq(enrolment.sessionId, sessionId))
    .orderBy(asc(cdcTransmission.round));
  const answers = await readAnswers(
    db,
    found.map(({ id }) => id)
  );
  const rows = found.map((row): SaidRow => ({ ...row, accepted: answers.get(row.id) ?? null }));
  return Map.groupBy(rows, ({ enrolmentId }) => enrolmentId);
}

/** The last answer to each transmission that has one. */
async function readAnswers(db: Database, ids: readonly string[]): Promise<Map<string, boolean>> {
  if (ids.length === 0) return new Map();
  const answers = await db
    .select({ id: cdcAnswer.transmissionId, accepted: cdcAnswer.accepted })
    .from(cdcAnswer)
    .innerJoin(cdcReceipt, eq(cdcReceipt.id, cdcAnswer.receiptId))
    .where(inArray(cdcAnswer.transmissionId, [...ids]))
    .orderBy(asc(cdcReceipt.readAt), asc(cdcReceipt.id));
  return new Map(answers.map(({ id, accepted }) => [id, accepted]));
}

export type BatchRow = typeof cdcBatch.$inferSelect;

/** The files of a session, newest first. */
export const readBatches = (db: Database, sessionId: string): Promise<BatchRow[]> =>
  db
    .select()
    .from(cdcBatch)
    .where(eq(cdcBatch.sessionId, sessionId))
    .orderBy(desc(cdcBatch.madeAt), desc(cdcBatch.id));

export async function findBatch(db: Database, id: string): Promise<BatchRow | undefined> {
  const [found] = await db.select().from(cdcBatch).where(eq(cdcBatch.id, id));
  return found;
}

export async function insertBatch(
  tx: Database,
  batch: typeof cdcBatch.$inferInsert
): Promise<void> {
  await tx.insert(cdcBatch).values(batch);
}

/** One thing to be said of an award. */
export interface ToSay {
  id: string;
  enrolmentId: string;
  action: Action;
  round: number;
  place: number | null;
  passage: Passage;
}

const rowsAtOnce = 500;

/** Notes what is said of awards, and keeps its words. */
export async function insertTransmissions(
  tx: Database,
  batchId: string | null,
  by: string,
  now: Date,
  said: readonly ToSay[]
): Promise<void> {
  for (let from = 0; from < said.length; from += rowsAtOnce) {
    const some = said.slice(from, from + rowsAtOnce);
    await tx.insert(cdcTransmission).values(
      some.map(({ passage, ...each }) => ({
        ...each,
        batchId,
        digest: digestOf(passage),
        madeBy: by,
        madeAt: now
      }))
    );
    await tx
      .insert(cdcPassage)
      .values(some.map(({ id, passage }) => ({ transmissionId: id, passage })));
  }
}

/** The passages of a file in their order, read as they are asked for. */
export async function* passagesOf(db: Database, batchId: string): AsyncGenerator<Passage> {
  let last = -1;
  for (;;) {
    const page = await db
      .select({ place: cdcTransmission.place, passage: cdcPassage.passage })
      .from(cdcTransmission)
      .innerJoin(cdcPassage, eq(cdcPassage.transmissionId, cdcTransmission.id))
      .where(and(eq(cdcTransmission.batchId, batchId), gt(cdcTransmission.place, last)))
      .orderBy(asc(cdcTransmission.place))
      .limit(rowsAtOnce);
    for (const { passage } of page) yield passage;
    if (page.length < rowsAtOnce) return;
    last = page.at(-1)?.place ?? last;
  }
}

/** The transmissions of a file, by the reference that names their award. */
export async function transmissionsOf(db: Database, batchId: string): Promise<Map<string, string>> {
  const found = await db
    .select({ id: cdcTransmission.id, reference: cdcTransmission.enrolmentId })
    .from(cdcTransmission)
    .where(eq(cdcTransmission.batchId, batchId));
  return new Map(found.map(({ id, reference }) => [reference, id]));
}

/** How many of a file’s passages still have their words: an erasure takes them away. */
export const countPassages = async (db: Database, batchId: string): Promise<number> =>
  db.$count(
    cdcPassage,
    inArray(
      cdcPassage.transmissionId,
      db
        .select({ id: cdcTransmission.id })
        .from(cdcTransmission)
        .where(eq(cdcTransmission.batchId, batchId))
    )
  );
