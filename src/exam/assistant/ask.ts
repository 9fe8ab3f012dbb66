/** What a candidate does with the assistant: read the conversation, ask, stop. */
import { z } from 'zod';
import type { Actor } from '#people';
import { sha256 } from '#platform/canonical.ts';
import { isTaken, type Database } from '#platform/database.ts';
import type { Ground } from '#platform/ground.ts';
import { isId } from '#platform/ids.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { findOpenSitting, type OpenSitting } from '../sitting/open-sitting.ts';
import { examTopic } from '../sitting/topics.ts';
import { assistantReadiness, type ProviderConfig } from './config.ts';
import { instructionsHash, instructionsText, instructionsVersion } from './instructions.ts';
import {
  estimateTokens,
  isAssisted,
  longestAnswer,
  longestQuestion,
  minutesLost,
  pending,
  tokensLeft,
  type Turn
} from './model.ts';
import { streamAnswer, type End } from './provider.ts';
import { readTurns } from './store.ts';
import {
  assistantAnswer,
  assistantIncident,
  assistantInstructions,
  assistantQuestion
} from './tables.ts';

/** The conversation as the candidate's page shows it. */
export interface Conversation {
  connected: boolean;
  instructions: string;
  turns: Turn[];
  /** What is left of the assistant for this assessment, 0 to 100. */
  leftPercent: number;
}

/** The candidate's own conversation, once the sitting has begun. */
export async function readConversation(
  ground: Ground,
  actor: Actor | null,
  sittingId: string,
  provider: ProviderConfig | null
): Promise<Result<Conversation>> {
  const open = await findAssisted(ground, actor, sittingId);
  if (!open.ok) return open;
  const turns = await readTurns(ground.db, sittingId);
  return ok({
    connected: provider !== null,
    instructions: instructionsText,
    turns,
    leftPercent: provider ? percentLeft(turns, provider) : 0
  });
}

export const percentLeft = (turns: readonly Turn[], { tokens }: ProviderConfig): number =>
  Math.round((100 * tokensLeft(turns, tokens)) / tokens);

const question = z.strictObject({
  id: z.string().refine(isId),
  text: z
    .string()
    .trim()
    .min(1)
    .max(longestQuestion)
    .refine((text) => text.isWellFormed())
});

/** An answer as it comes; what ends it has been stored when the generator returns. */
export type Answering = AsyncGenerator<string, End & { leftPercent: number }, void>;

/**
 * Asks. The question is stored before it is sent; what comes back is stored as far as it came, however
 * it ends, and a fault also as an incident with the minutes that it cost.
 * @param asked `{ id, text }`; the id is made by the page, and names the answer
 * @param signal aborted when the candidate stops, or when their page goes away
 */
export async function ask(
  ground: Ground,
  actor: Actor | null,
  sittingId: string,
  asked: unknown,
  provider: ProviderConfig | null,
  signal: AbortSignal
): Promise<Result<Answering>> {
  const open = await findAssisted(ground, actor, sittingId);
  if (!open.ok) return open;
  const ready = assistantReadiness(provider);
  if (!provider || !ready.ok) return ready as Result<never>;
  if (!isWriting(open.value, ground.clock.now()))
    return refuse(
      'assistant.not-now',
      'L’assistant répond pendant l’épreuve seulement : pas pendant une pause, ni après la remise.',
      'The assistant answers only during the assessment: not during a break, nor after the hand-in.'
    );
  const parsed = question.safeParse(asked);
  if (!parsed.success)
    return refuse(
      'assistant.question',
      `Écrivez une question de ${longestQuestion} signes au plus.`,
      `Write a question of at most ${longestQuestion} characters.`
    );
  const stored = await storeQuestion(ground, actor!.userId, sittingId, parsed.data, provider);
  if (!stored.ok) return stored;
  return ok(answering(ground, open.value, parsed.data, stored.value, provider, signal));
}

async function findAssisted(ground: Ground, actor: Actor | null, sittingId: string) {
  const open = await findOpenSitting(ground, actor, sittingId);
  if (open.ok && !isAssisted(open.value.assessmentId))
    return refuse(
      'assistant.unknown',
      'Cette épreuve se passe sans assistant.',
      'This assessment is sat without an assistant.'
    );
  return open;
}

const isWriting = ({ paused, handedInAt, endsAt }: OpenSitting, now: Date): boolean =>
  !paused && handedInAt === null && endsAt !== null && now < endsAt;

interface Stored {
  past: Turn[];
  askedAt: Date;
  tokens: number;
}

async function storeQuestion(
  ground: Ground,
  userId: string,
  sittingId: string,
  { id, text }: { id: string; text: string },
  provider: ProviderConfig
): Promise<Result<Stored>> {
  try {
    return await ground.db.transaction(async (tx) => {
      const past = await readTurns(tx, sittingId);
      const askedAt = ground.clock.now();
      if (pending(past, askedAt)) return busy();
      const sent = estimateTokens(
        text,
        instructionsText,
        ...past.flatMap((turn) => [turn.question, turn.answer?.text ?? ''])
      );
      const tokens = Math.min(longestAnswer, tokensLeft(past, provider.tokens) - sent);
      if (tokens <= 0) return exhausted();
      await tx
        .insert(assistantInstructions)
        .values({ hash: instructionsHash, version: instructionsVersion, text: instructionsText })
        .onConflictDoNothing();
      await tx.insert(assistantQuestion).values({
        id,
        sittingId,
        place: past.length + 1,
        text,
        askedBy: userId,
        askedAt,
        model: provider.model,
        instructionsHash
      });
      await appendToLedger(tx, askedAt, [
        {
          actor: userId,
          action: 'exam.ask-assistant',
          subject: sittingId,
          payload: { question: id, hash: sha256(text), instructions: instructionsHash }
        }
      ]);
      return ok({ past, askedAt, tokens });
    });
  } catch (error) {
    if (isTaken(error)) return busy();
    throw error;
  }
}

async function* answering(
  ground: Ground,
  sitting: OpenSitting,
  { id, text: asked }: { id: string; text: string },
  { past, askedAt, tokens }: Stored,
  provider: ProviderConfig,
  signal: AbortSignal
): Answering {
  let text = '';
  let end: End = { ending: { kind: 'stopped' }, tokens: undefined };
  const coming = streamAnswer(provider, past, asked, { tokens, signal });
  try {
    for (;;) {
      const next = await coming.next();
      if (next.done) {
        end = next.value;
        break;
      }
      text += next.value;
      yield next.value;
    }
  } finally {
    // Also when the page went away in the middle of a word: what it showed is kept.
    const cost = end.tokens ?? estimateTokens(instructionsText, asked, text);
    await storeAnswer(ground, sitting, { id, askedAt }, text.toWellFormed(), {
      ...end,
      tokens: cost
    });
  }
  const turns = await readTurns(ground.db, sitting.sittingId);
  return { ...end, leftPercent: percentLeft(turns, provider) };
}

async function storeAnswer(
  ground: Ground,
  { sittingId, sessionId }: OpenSitting,
  { id, askedAt }: { id: string; askedAt: Date },
  text: string,
  { ending, tokens }: End & { tokens: number }
): Promise<void> {
  await ground.db.transaction(async (tx: Database) => {
    const endedAt = ground.clock.now();
    await tx.insert(assistantAnswer).values({ questionId: id, text, ending, endedAt, tokens });
    const lost = ending.kind === 'fault' ? minutesLost(askedAt, endedAt) : 0;
    if (ending.kind === 'fault')
      await tx.insert(assistantIncident).values({
        sittingId,
        questionId: id,
        fault: ending.fault,
        at: endedAt,
        minutesLost: lost
      });
    const how = ending.kind === 'fault' ? ending.fault : ending.kind;
    await appendToLedger(tx, endedAt, [
      {
        actor: 'system',
        action: 'exam.answer-by-assistant',
        subject: sittingId,
        payload: { question: id, hash: sha256(text), ending: how, minutesLost: lost }
      }
    ]);
  });
  // The invigilator's board shows it at once.
  if (ending.kind === 'fault') await ground.bus.publish(examTopic(sessionId), sittingId);
}

const busy = () =>
  refuse(
    'assistant.busy',
    'Une réponse est en train de s’écrire : attendez-en la fin, ou arrêtez-la.',
    'An answer is being written: wait for its end, or stop it.'
  );

const exhausted = () =>
  refuse(
    'assistant.exhausted',
    'Vous avez utilisé tout l’assistant de cette épreuve. Votre texte reste entier.',
    'You have used all of the assistant for this assessment. Your text is whole.'
  );
