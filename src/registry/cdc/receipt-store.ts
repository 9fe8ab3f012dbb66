import { eq } from 'drizzle-orm';
import { newId } from '#platform/ids.ts';
import type { Database } from '#platform/database.ts';
import { cdcAnswer, cdcPassage, cdcReceipt } from './tables.ts';

/** @returns false when this receipt was read before */
export async function insertReceipt(
  tx: Database,
  receipt: typeof cdcReceipt.$inferInsert
): Promise<boolean> {
  const made = await tx
    .insert(cdcReceipt)
    .values(receipt)
    .onConflictDoNothing({ target: [cdcReceipt.batchId, cdcReceipt.digest] })
    .returning({ id: cdcReceipt.id });
  return made.length > 0;
}

export async function insertAnswers(
  tx: Database,
  receiptId: string,
  answers: readonly { transmissionId: string; accepted: boolean; words: string | null }[]
): Promise<void> {
  for (const { transmissionId, accepted, words } of answers) {
    await tx.insert(cdcAnswer).values({ id: newId(), receiptId, transmissionId, accepted });
    await tx
      .update(cdcPassage)
      .set({ said: words })
      .where(eq(cdcPassage.transmissionId, transmissionId));
  }
}
