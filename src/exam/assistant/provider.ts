/** The provider of the assistant: any server that speaks OpenAI's protocol, ours or another's. */
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { APICallError, streamText } from 'ai';
import type { ProviderConfig } from './config.ts';
import type { Ending, Fault, Turn } from './model.ts';
import { instructionsText } from './instructions.ts';

/** How an answer ended, and what it cost if the provider says so. */
export interface End {
  ending: Ending;
  tokens: number | undefined;
}

/**
 * The answer to a question, word by word as it comes. Only what the candidate wrote and what was
 * answered before is sent: no name, no dossier, no id. Never throws: a fault is how an answer ends.
 */
export async function* streamAnswer(
  { url, model, key, patienceMs }: ProviderConfig,
  past: readonly Turn[],
  question: string,
  limits: { tokens: number; signal: AbortSignal }
): AsyncGenerator<string, End, void> {
  const provider = createOpenAICompatible({
    name: 'assistant',
    baseURL: url,
    includeUsage: true,
    ...(key ? { apiKey: key } : {})
  });
  const { stream } = streamText({
    model: provider.chatModel(model),
    instructions: instructionsText,
    messages: [...past.flatMap(messagesOf), { role: 'user', content: question }],
    maxOutputTokens: limits.tokens,
    // A second try would be a second wait: the candidate decides.
    maxRetries: 0,
    abortSignal: limits.signal,
    timeout: { firstChunkMs: patienceMs.begin, chunkMs: patienceMs.goOn },
    // Faults are read from the stream.
    onError: () => undefined
  });
  let began = false;
  const failed = (fault: Fault): End => ({ ending: { kind: 'fault', fault }, tokens: undefined });
  try {
    for await (const part of stream)
      switch (part.type) {
        case 'text-delta':
          began ||= part.text !== '';
          yield part.text;
          break;
        case 'error':
          return failed(faultOf(part.error, began));
        case 'abort':
          return limits.signal.aborted
            ? { ending: { kind: 'stopped' }, tokens: undefined }
            : failed('silent');
        case 'finish': {
          const tokens = part.totalUsage.totalTokens;
          if (part.finishReason === 'stop' && began) return { ending: { kind: 'whole' }, tokens };
          if (part.finishReason === 'length') return { ending: { kind: 'limit' }, tokens };
          return failed(began ? 'cut' : 'garbled');
        }
      }
  } catch (error) {
    return limits.signal.aborted
      ? { ending: { kind: 'stopped' }, tokens: undefined }
      : failed(faultOf(error, began));
  }
  return failed(began ? 'cut' : 'garbled');
}

const messagesOf = ({ question, answer }: Turn) =>
  answer && answer.text !== ''
    ? [
        { role: 'user' as const, content: question },
        { role: 'assistant' as const, content: answer.text }
      ]
    : [];

/** What went wrong, from what the library threw. */
function faultOf(error: unknown, began: boolean): Fault {
  if (began) return 'cut';
  if (APICallError.isInstance(error) && error.statusCode !== undefined) {
    if (error.statusCode === 429) return 'busy';
    if (error.statusCode === 200) return 'garbled';
    return error.statusCode < 500 ? 'refused' : 'down';
  }
  if (!(error instanceof Error)) return 'garbled';
  if (error.name === 'TimeoutError') return 'silent';
  return error.name.startsWith('AI_') && !APICallError.isInstance(error) ? 'garbled' : 'down';
}
