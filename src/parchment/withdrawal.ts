/** Taking a certificate back: for good, or for a time. Reasons stay inside the house. */
import { and, eq, isNotNull, isNull, type SQL } from 'drizzle-orm';
import { authorise, type Actor } from '#people';
import type { Database } from '#platform/database.ts';
import type { Ground } from '#platform/ground.ts';
import type { LedgerAct } from '#platform/ledger-acts.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { cleanText } from '#platform/text.ts';
import { parseCertificateNumber } from './model.ts';
import { findCertificate, type CertificateRow } from './store.ts';
import { certificate } from './tables.ts';

type Change = Partial<typeof certificate.$inferInsert>;

/** Revokes a certificate inside a transaction; one that is revoked already stays as it is. */
export const revoke = (
  ground: Ground,
  tx: Database,
  by: Actor,
  row: Pick<CertificateRow, 'number' | 'enrolmentId'>,
  reason: string
): Promise<void> =>
  change(ground, tx, by, row, 'parchment.revoke', isNull(certificate.revokedAt), {
    revokedAt: ground.clock.now(),
    revocationReason: reason
  });

/** Changes a certificate where the condition still holds, and says so in the ledger. */
async function change(
  ground: Ground,
  tx: Database,
  by: Actor,
  { number, enrolmentId }: Pick<CertificateRow, 'number' | 'enrolmentId'>,
  action: LedgerAct,
  condition: SQL,
  values: Change
): Promise<void> {
  const changed = await tx
    .update(certificate)
    .set(values)
    .where(and(eq(certificate.number, number), condition))
    .returning({ number: certificate.number });
  if (changed.length > 0)
    await appendToLedger(tx, ground.clock.now(), [
      { actor: by.userId, action, subject: enrolmentId, payload: { number } }
    ]);
}

/** Revokes one certificate, with a reason. Doing it twice is harmless. */
export async function revokeCertificate(
  ground: Ground,
  actor: Actor | null,
  number: string,
  reason: string
): Promise<Result<'revoked'>> {
  const asked = await prepare(ground, actor, number, reason);
  if (!asked.ok) return asked;
  const { by, row, why } = asked.value;
  await ground.db.transaction((tx) => revoke(ground, tx, by, row, why));
  return ok('revoked');
}

/** Suspends one certificate, with a reason, until it is lifted. Doing it twice is harmless. */
export async function suspendCertificate(
  ground: Ground,
  actor: Actor | null,
  number: string,
  reason: string
): Promise<Result<'suspended'>> {
  const asked = await prepare(ground, actor, number, reason);
  if (!asked.ok) return asked;
  const { by, row, why } = asked.value;
  if (row.revokedAt)
    return refuse(
      'parchment.revoked',
      'Ce certificat est révoqué : il ne peut plus être suspendu.',
      'This certificate is revoked: it can no longer be suspended.'
    );
  await ground.db.transaction((tx) =>
    change(ground, tx, by, row, 'parchment.suspend', isNull(certificate.suspendedAt), {
      suspendedAt: ground.clock.now(),
      suspensionReason: why
    })
  );
  return ok('suspended');
}

/** Lifts a suspension: the certificate is in force again. Doing it twice is harmless. */
export async function liftSuspension(
  ground: Ground,
  actor: Actor | null,
  number: string
): Promise<Result<'lifted'>> {
  const found = await permitted(ground, actor, number);
  if (!found.ok) return found;
  const { by, row } = found.value;
  await ground.db.transaction((tx) =>
    change(ground, tx, by, row, 'parchment.lift', isNotNull(certificate.suspendedAt), {
      suspendedAt: null,
      suspensionReason: null
    })
  );
  return ok('lifted');
}

async function permitted(
  ground: Ground,
  actor: Actor | null,
  number: string
): Promise<Result<{ by: Actor; row: CertificateRow }>> {
  const allowed = authorise(actor, 'certificate.revoke');
  if (!allowed.ok) return allowed;
  const parsed = parseCertificateNumber(number);
  const row = parsed.ok ? await findCertificate(ground.db, parsed.value) : undefined;
  return row ? ok({ by: allowed.value, row }) : unknownCertificate();
}

async function prepare(
  ground: Ground,
  actor: Actor | null,
  number: string,
  reason: string
): Promise<Result<{ by: Actor; row: CertificateRow; why: string }>> {
  const allowed = authorise(actor, 'certificate.revoke');
  if (!allowed.ok) return allowed;
  const why = cleanText(reason, 2000);
  if (!why.ok) return why;
  if (why.value.length < 5)
    return refuse(
      'parchment.reason',
      'Donnez la raison en une phrase.',
      'Give the reason in a sentence.'
    );
  const found = await permitted(ground, actor, number);
  return found.ok ? ok({ ...found.value, why: why.value }) : found;
}

export const unknownCertificate = () =>
  refuse(
    'parchment.unknown',
    'Ce certificat est introuvable.',
    'This certificate cannot be found.'
  );
