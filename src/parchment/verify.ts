/** Certificates against the ledger: each must prove the other. */
import { asc, eq, isNotNull } from 'drizzle-orm';
import { sha256Bytes } from '#platform/canonical.ts';
import type { Database } from '#platform/database.ts';
import { ledgerEntry } from '#platform/tables.ts';
import { certificate } from './tables.ts';

/**
 * What `parchemin audit verify` says of the certificates. A fault names the first one that is not
 * what was issued: « altered », « missing » though issued, « untraced » though stored, or whose
 * « revocation » the ledger and the table tell differently.
 */
export type CertificatesReport =
  | { valid: true; certificates: number }
  | {
      valid: false;
      certificates: number;
      number: string;
      reason: 'altered' | 'missing' | 'untraced' | 'revocation';
    };

export async function verifyCertificates(db: Database): Promise<CertificatesReport> {
  const issued = new Map(
    (await traces(db, 'parchment.issue')).map(({ subject, payload }) => [
      String(payload['number']),
      { enrolmentId: subject, pdf: payload['pdf'] }
    ])
  );
  const revoked = new Set(
    (await traces(db, 'parchment.revoke')).map(({ payload }) => String(payload['number']))
  );
  const stored = await db
    .select({
      number: certificate.number,
      enrolmentId: certificate.enrolmentId,
      isRevoked: isNotNull(certificate.revokedAt)
    })
    .from(certificate)
    .orderBy(asc(certificate.number));
  const broken = (number: string, reason: 'altered' | 'missing' | 'untraced' | 'revocation') =>
    ({ valid: false, certificates: stored.length, number, reason }) as const;

  for (const { number, enrolmentId, isRevoked } of stored) {
    const trace = issued.get(number);
    if (!trace) return broken(number, 'untraced');
    issued.delete(number);
    if (trace.enrolmentId !== enrolmentId) return broken(number, 'altered');
    // One at a time: a thousand parchments together would fill the memory.
    const [row] = await db
      .select({ pdf: certificate.pdf })
      .from(certificate)
      .where(eq(certificate.number, number));
    if (!row || sha256Bytes(row.pdf) !== trace.pdf) return broken(number, 'altered');
    if (isRevoked !== revoked.has(number)) return broken(number, 'revocation');
  }
  const [lost] = issued.keys();
  return lost === undefined
    ? { valid: true, certificates: stored.length }
    : broken(lost, 'missing');
}

const traces = (db: Database, action: string) =>
  db
    .select({ subject: ledgerEntry.subject, payload: ledgerEntry.payload })
    .from(ledgerEntry)
    .where(eq(ledgerEntry.action, action))
    .orderBy(asc(ledgerEntry.place));
