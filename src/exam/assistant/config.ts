/** Which assistant an installation has, by its environment. */
import { ok, refuse, type Result } from '#platform/result.ts';

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
