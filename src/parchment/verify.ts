/** Certificates against the ledger: each must prove the other. */
import { asc, eq, inArray, isNotNull } from 'drizzle-orm';
import { sha256, sha256Bytes } from '#platform/canonical.ts';
import type { Database } from '#platform/database.ts';
import { ledgerEntry } from '#platform/tables.ts';
import { findCredential } from './credential/store.ts';
import { certificate } from './tables.ts';

/**
 * What `parchemin audit verify` says of the certificates. A fault names the first one that is not
 * what was issued: « altered », « missing » though issued, « untraced » though stored, or whose
 * « revocation », « suspension » or « erasure » the ledger and the table tell differently.
 */
export type CertificatesReport =
  | { valid: true; certificates: number }
  | {
      valid: false;
      certificates: number;
      number: string;
      reason: Fault;
    };

type Fault = 'altered' | 'missing' | 'untraced' | 'revocation' | 'suspension' | 'erasure';

export async function verifyCertificates(db: Database): Promise<CertificatesReport> {
  const issued = new Map(
    (await traces(db, 'parchment.issue')).map(({ subject, payload }) => [
      String(payload['number']),
      { enrolmentId: subject, payload }
    ])
  );
  const numbersOf = async (action: string) =>
    new Set((await traces(db, action)).map(({ payload }) => String(payload['number'])));
  const revoked = await numbersOf('parchment.revoke');
  const erased = await numbersOf('parchment.erase');
  const suspended = await suspensions(db);
  const stored = await db
    .select({
      number: certificate.number,
      enrolmentId: certificate.enrolmentId,
      isRevoked: isNotNull(certificate.revokedAt),
      isSuspended: isNotNull(certificate.suspendedAt),
      isErased: isNotNull(certificate.erasedAt)
    })
    .from(certificate)
    .orderBy(asc(certificate.number));
  const broken = (number: string, reason: Fault) =>
    ({ valid: false, certificates: stored.length, number, reason }) as const;

  for (const { number, enrolmentId, isRevoked, isSuspended, isErased } of stored) {
    const trace = issued.get(number);
    if (!trace) return broken(number, 'untraced');
    issued.delete(number);
    if (trace.enrolmentId !== enrolmentId) return broken(number, 'altered');
    // One at a time: a thousand parchments together would fill the memory.
    const [row] = await db
      .select({ pdf: certificate.pdf })
      .from(certificate)
      .where(eq(certificate.number, number));
    if (isErased !== erased.has(number)) return broken(number, 'erasure');
    const whole =
      row !== undefined &&
      (isErased
        ? row.pdf.length === 0
        : sha256Bytes(row.pdf) === trace.payload['pdf'] &&
          (await credentialHolds(db, number, trace.payload)));
    if (!whole) return broken(number, 'altered');
    if (isRevoked !== revoked.has(number)) return broken(number, 'revocation');
    if (isSuspended !== suspended.has(number)) return broken(number, 'suspension');
  }
  const [lost] = issued.keys();
  return lost === undefined
    ? { valid: true, certificates: stored.length }
    : broken(lost, 'missing');
}

/** Certificates of before credentials have none, and the ledger tells of none. */
async function credentialHolds(
  db: Database,
  number: string,
  { credential, jwt }: Record<string, unknown>
): Promise<boolean> {
  const held = await findCredential(db, number);
  return held
    ? sha256(held.content) === credential && sha256(held.jwt) === jwt
    : credential === undefined;
}

/** Certificates whose last turn in the ledger is a suspension. */
async function suspensions(db: Database): Promise<Set<string>> {
  const suspended = new Set<string>();
  for (const { action, payload } of await traces(db, 'parchment.suspend', 'parchment.lift')) {
    const number = String(payload['number']);
    if (action === 'parchment.suspend') suspended.add(number);
    else suspended.delete(number);
  }
  return suspended;
}

const traces = (db: Database, ...actions: string[]) =>
  db
    .select({
      action: ledgerEntry.action,
      subject: ledgerEntry.subject,
      payload: ledgerEntry.payload
    })
    .from(ledgerEntry)
    .where(inArray(ledgerEntry.action, actions))
    .orderBy(asc(ledgerEntry.place));
