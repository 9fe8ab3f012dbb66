/** The words of an exam, past their time: they go, and what shows how they were written stays. */
import { and, eq, inArray, lt, ne, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { certificationSession, sitting } from '#session/tables.ts';
import type { Database } from '#platform/database.ts';
import { whileErasing } from '#platform/erasing.ts';
import { assistantAnswer, assistantQuestion } from './assistant/tables.ts';
import { answerEdit } from './sitting/tables.ts';

/** What an erased text is made of, one for each UTF-16 unit; `erased_words` in the database. */
const erasedMark = '\u2588';

/** Whether the words of an answer were erased: nothing is left in its texts but their length. */
export function isErased(texts: Readonly<Record<string, string>>): boolean {
  const words = Object.entries(texts).filter(([field, text]) => field !== 'stages' && text !== '');
  return words.length > 0 && words.every(([, text]) => text === erasedMark.repeat(text.length));
}

const erased = (column: AnyPgColumn): SQL<string> => sql<string>`erased_words(${column})`;
/** The order of a journey's stages is numbers: it stays, so that the map keeps its shape. */
const isWord = and(
  ne(answerEdit.field, 'stages'),
  ne(answerEdit.inserted, erased(answerEdit.inserted))
);

/**
 * Erases what was written in sittings: texts and their whole history, questions to the assistant and
 * its answers. Places, lengths, times, origins and hashes stay, so that the ledger still verifies and a
 * history can still be walked through. Inside the caller's transaction; twice is once.
 * @returns how many sittings lost words
 */
export async function eraseWords(tx: Database, sittingIds: readonly string[]): Promise<number> {
  const concerned = await holdingWords(tx, inArray(sitting.id, [...sittingIds, '']));
  if (concerned.length === 0) return 0;
  const questions = tx
    .select({ id: assistantQuestion.id })
    .from(assistantQuestion)
    .where(inArray(assistantQuestion.sittingId, concerned));
  await whileErasing(tx, async () => {
    await tx
      .update(answerEdit)
      .set({ inserted: erased(answerEdit.inserted) })
      .where(and(inArray(answerEdit.sittingId, concerned), isWord));
    await tx
      .update(assistantQuestion)
      .set({ text: erased(assistantQuestion.text) })
      .where(inArray(assistantQuestion.sittingId, concerned));
    await tx
      .update(assistantAnswer)
      .set({ text: erased(assistantAnswer.text) })
      .where(inArray(assistantAnswer.questionId, questions));
  });
  return concerned.length;
}

/**
 * The sittings whose words are past their time: those of sessions before a day that still hold some.
 * @param before YYYY-MM-DD
 */
export const wordsToErase = (db: Database, before: string): Promise<string[]> =>
  holdingWords(db, lt(certificationSession.day, before));

async function holdingWords(db: Database, which: SQL): Promise<string[]> {
  const words = (words: SQL) => sql`exists (${words})`;
  const found = await db
    .select({ id: sitting.id })
    .from(sitting)
    .innerJoin(certificationSession, eq(certificationSession.id, sitting.sessionId))
    .where(
      and(
        which,
        sql`(${words(sql`select from ${answerEdit} where ${answerEdit.sittingId} = ${sitting.id} and ${isWord}`)}
          or ${words(sql`select from ${assistantQuestion} where ${assistantQuestion.sittingId} = ${sitting.id}
            and ${assistantQuestion.text} <> ${erased(assistantQuestion.text)}`)})`
      )
    );
  return found.map(({ id }) => id);
}
