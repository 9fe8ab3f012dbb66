/** Asking the server, from a page whose network comes and goes. */

/** What became of something sent. */
export type Answer<T> =
  | { kind: 'answered'; value: T }
  /** The server says no to the whole: its sentence. */
  | { kind: 'refused'; message: string }
  | { kind: 'signed-out' }
  /** No network, no server, or a server that is out of breath: to be tried again. */
  | { kind: 'unreachable' };

export interface Asking {
  /** What is posted; without it, the path is read. */
  body?: unknown;
  /** How long an answer is waited for, in milliseconds. */
  patience: number;
  /** Statuses by which whoever asks is let in no more. */
  shut?: readonly number[];
  heard?: (sentAt: number, response: Response) => void;
}

/** Asks for JSON. Never throws. */
export async function askServer<T>(
  path: string,
  { body, patience, shut = [401], heard }: Asking
): Promise<Answer<T>> {
  const sentAt = Date.now();
  try {
    const response = await fetch(path, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      signal: AbortSignal.timeout(patience)
    });
    heard?.(sentAt, response);
    if (response.ok) return { kind: 'answered', value: (await response.json()) as T };
    if (shut.includes(response.status)) return { kind: 'signed-out' };
    if (!isFinal(response.status)) return { kind: 'unreachable' };
    const { message } = (await response.json()) as { message: string };
    return { kind: 'refused', message };
  } catch {
    return { kind: 'unreachable' };
  }
}

/** Whether trying again cannot help: the server understood, and said no. */
const isFinal = (status: number): boolean =>
  status >= 400 && status < 500 && status !== 408 && status !== 425 && status !== 429;
