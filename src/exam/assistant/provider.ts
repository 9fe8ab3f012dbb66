/** The provider of the assistant: any server that speaks OpenAI's protocol, ours or another's. */
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { APICallError, streamText } from 'ai';
import { ok, refuse, type Result } from '#platform/result.ts';
import type { Ending, Fault, Turn } from './model.ts';
import { instructionsText } from './instructions.ts';

/** What the operator decides of the assistant. docs/guides/operations.md lists it. */
export interface ProviderConfig {
  /** E.g. https://models.example.org/v1. PARCHEMIN_ASSISTANT_URL */
  url: string;
  /** PARCHEMIN_ASSISTANT_MODEL */
  model: string;
  /** PARCHEMIN_ASSISTANT_KEY; a server of one's own may need none. */
  key: string | undefined;
  /** Tokens for one candidate and one assessment. PARCHEMIN_ASSISTANT_TOKENS, default 30 000 */
  tokens: number;
  /** How long an answer may take to begin, and to go on, in milliseconds. Ours. */
  patienceMs: { begin: number; goOn: number };
}

/** Reads the assistant's configuration; null when the installation has no assistant. */
export function readProvider(
  env: Record<string, string | undefined> = process.env
): ProviderConfig | null {
  const url = env['PARCHEMIN_ASSISTANT_URL'];
  const model = env['PARCHEMIN_ASSISTANT_MODEL'];
  if (!url || !model) return null;
  const tokens = Number(env['PARCHEMIN_ASSISTANT_TOKENS'] ?? 30_000);
  if (!Number.isInteger(tokens) || tokens < 1)
    throw new Error('PARCHEMIN_ASSISTANT_TOKENS doit être un nombre entier de jetons.');
  return {
    url: url.replace(/\/$/, ''),
    model,
    key: env['PARCHEMIN_ASSISTANT_KEY'] || undefined,
    tokens,
    patienceMs: { begin: 30_000, goOn: 20_000 }
  };
}

/** Whether a session with written case studies can count on an assistant: for its readiness check. */
export function assistantReadiness(provider: ProviderConfig | null): Result<'ready'> {
  return provider
    ? ok('ready')
    : refuse(
        'assistant.absent',
        'Aucun assistant n’est branché : EC2 et EC3 demandent l’usage d’une IA générative. Renseignez PARCHEMIN_ASSISTANT_URL et PARCHEMIN_ASSISTANT_MODEL avant l’épreuve.',
        'No assistant is connected: EC2 and EC3 ask for the use of generative AI. Set PARCHEMIN_ASSISTANT_URL and PARCHEMIN_ASSISTANT_MODEL before the assessment.'
      );
}

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
