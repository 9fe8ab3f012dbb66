/** The name of a holder, gone from what was issued: the number, its state and its digests stay. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import { whileErasing } from '#platform/erasing.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { ledgerEntry } from '#platform/tables.ts';
import { credential } from './credential/tables.ts';
import { certificate } from './tables.ts';

/** What stands for the name; the database takes no other. */
const erasedName = 'Effacé';

/** The days on which some enrolments were certified, YYYY-MM-DD. */
export const readAwards = (tx: Database, enrolmentIds: readonly string[]) =>
  tx
    .select({ awardedOn: certificate.awardedOn })
    .from(certificate)
    .where(inArray(certificate.enrolmentId, [...enrolmentIds, '']));

/** Notes that a holder asked for the erasure of what is still to be kept. The first asking holds. */
export async function noteErasureAsked(
  tx: Database,
  enrolmentIds: readonly string[],
  now: Date
): Promise<void> {
  await tx
    .update(certificate)
    .set({ erasureAskedAt: now })
    .where(
      and(
        inArray(certificate.enrolmentId, [...enrolmentIds, '']),
        isNull(certificate.erasureAskedAt)
      )
    );
}

/**
 * Erases the name, the PDF and the signed credential of some enrolments' certificates, inside the
 * caller's transaction. What the holder has in hand still verifies: its signature is ours, its place in
 * the status lists stays, and the ledger keeps its digest. Twice is once.
 */
export async function eraseCertificates(
  tx: Database,
  enrolmentIds: readonly string[],
  by: string,
  now: Date
): Promise<void> {
  const erased = await whileErasing(tx, async () => {
    const certificates = await tx
      .update(certificate)
      .set({
        holderName: erasedName,
        pdf: new Uint8Array(),
        erasedAt: now,
        sharesName: false,
        sharesResults: false
      })
      .where(
        and(inArray(certificate.enrolmentId, [...enrolmentIds, '']), isNull(certificate.erasedAt))
      )
      .returning({ number: certificate.number, enrolmentId: certificate.enrolmentId });
    const numbers = certificates.map(({ number }) => number);
    await tx
      .update(credential)
      .set({ content: '', jwt: '' })
      .where(inArray(credential.number, [...numbers, '']));
    return certificates;
  });
  await appendToLedger(
    tx,
    now,
    erased.map(({ number, enrolmentId }) => ({
      actor: by,
      action: 'parchment.erase',
      subject: enrolmentId,
      payload: { number }
    }))
  );
}

/** The digest of a certificate's PDF as it was issued, by the ledger. */
export async function issuedDigest(
  db: Database,
  enrolmentId: string,
  number: string
): Promise<string | undefined> {
  const [issued] = await db
    .select({ payload: ledgerEntry.payload })
    .from(ledgerEntry)
    .where(
      and(
        eq(ledgerEntry.action, 'parchment.issue'),
        eq(ledgerEntry.subject, enrolmentId),
        sql`${ledgerEntry.payload}->>'number' = ${number}`
      )
    );
  return issued && String(issued.payload['pdf']);
}
