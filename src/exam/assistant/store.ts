import { asc, eq, inArray } from 'drizzle-orm';
import { sitting } from '#session/tables.ts';
import type { Database } from '#platform/database.ts';
import type { Turn } from './model.ts';
import { assistantAnswer, assistantIncident, assistantQuestion } from './tables.ts';

/** The conversation of a sitting, in order. */
export async function readTurns(db: Database, sittingId: string): Promise<Turn[]> {
  const found = await db
    .select({ question: assistantQuestion, answer: assistantAnswer })
    .from(assistantQuestion)
    .leftJoin(assistantAnswer, eq(assistantAnswer.questionId, assistantQuestion.id))
    .where(eq(assistantQuestion.sittingId, sittingId))
    .orderBy(asc(assistantQuestion.place));
  return found.map(({ question, answer }) => ({
    id: question.id,
    question: question.text,
    askedAt: question.askedAt,
    answer: answer && {
      text: answer.text,
      ending: answer.ending,
      endedAt: answer.endedAt,
      tokens: answer.tokens
    }
  }));
}

export type AssistantIncident = typeof assistantIncident.$inferSelect;

/** What the provider cost the candidates of a session, oldest first. */
export async function readAssistantIncidents(
  db: Database,
  sessionId: string
): Promise<AssistantIncident[]> {
  const ofSession = db
    .select({ id: sitting.id })
    .from(sitting)
    .where(eq(sitting.sessionId, sessionId));
  return db
    .select()
    .from(assistantIncident)
    .where(inArray(assistantIncident.sittingId, ofSession))
    .orderBy(asc(assistantIncident.at));
}

/** The same, by sitting. */
export const incidentsBySitting = async (
  db: Database,
  sessionId: string
): Promise<Map<string, AssistantIncident[]>> =>
  Map.groupBy(await readAssistantIncidents(db, sessionId), ({ sittingId }) => sittingId);
