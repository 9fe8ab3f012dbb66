import { eq } from 'drizzle-orm';
import { authorise, type Actor } from '#people';
import type { Ground } from '#platform/ground.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { ok, type Result } from '#platform/result.ts';
import { parseCertificateNumber, type Sharing } from './model.ts';
import { findPdf } from './store.ts';
import { certificate } from './tables.ts';
import { unknownCertificate } from './withdrawal.ts';

/** The holder says what the public page of their certificate tells. Nobody else may. */
export async function shareCertificate(
  ground: Ground,
  actor: Actor | null,
  number: string,
  { name, date, results }: Sharing
): Promise<Result<'shared'>> {
  const by = authorise(actor, 'dossier.read-own');
  if (!by.ok) return by;
  const parsed = parseCertificateNumber(number);
  const row = parsed.ok ? await findPdf(ground.db, parsed.value) : undefined;
  if (row?.userId !== by.value.userId) return unknownCertificate();
  await ground.db.transaction(async (tx) => {
    await tx
      .update(certificate)
      .set({ sharesName: name, sharesDate: date, sharesResults: results })
      .where(eq(certificate.number, row.number));
    await appendToLedger(tx, ground.clock.now(), [
      {
        actor: by.value.userId,
        action: 'parchment.share',
        subject: row.enrolmentId,
        payload: { number: row.number, name, date, results }
      }
    ]);
  });
  return ok('shared');
}
