/** The assistant as a page speaks to it: one question out, one answer in, line by line. */
import { jsonLines } from '#platform/json-lines.ts';
import type { Conversation } from '../ask.ts';
import type { Ending } from '../model.ts';

/** What a line of an answer says. Lines are JSON (application/x-ndjson). */
export type AnswerLine =
  | { kind: 'words'; text: string }
  | { kind: 'end'; ending: Ending; leftPercent: number; message: string | null };

export type Reply =
  | { kind: 'ended'; ending: Ending; leftPercent: number; message: string | null }
  | { kind: 'refused'; message: string }
  | { kind: 'unreachable' };

const address = (sittingId: string) => `/exam/${sittingId}/assistant`;

/** The conversation so far. Never throws. */
export async function readConversation(
  sittingId: string
): Promise<
  | { kind: 'read'; value: Conversation }
  | { kind: 'refused'; message: string }
  | { kind: 'unreachable' }
> {
  try {
    const response = await fetch(address(sittingId), { headers: { accept: 'application/json' } });
    const told: unknown = await response.json();
    return response.ok
      ? { kind: 'read', value: told as Conversation }
      : { kind: 'refused', message: (told as { message: string }).message };
  } catch {
    return { kind: 'unreachable' };
  }
}

/** Asks, and hands over the words as they come. Never throws. */
export async function askAssistant(
  sittingId: string,
  question: { id: string; text: string },
  onwords: (text: string) => void,
  signal: AbortSignal
): Promise<Reply> {
  try {
    const response = await fetch(address(sittingId), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(question),
      signal
    });
    if (!response.ok || !response.body) {
      const { message } = (await response.json()) as { message: string };
      return { kind: 'refused', message };
    }
    for await (const line of jsonLines<AnswerLine>(response.body)) {
      if (line.kind === 'end') return { ...line, kind: 'ended' };
      onwords(line.text);
    }
  } catch {
    // What follows says it: the network, or the candidate, ended the answer.
  }
  return { kind: 'unreachable' };
}
