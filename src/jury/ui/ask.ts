/** Asking the server, from a tablet whose network comes and goes. */
import type { Answer } from '../courier.ts';
import { learnTime } from './device-clock.ts';

const patience = 15_000;

export interface SheetOfJuror {
  sittingId: string;
  jurorId: string;
}

/** @param body what is posted; without it, the path is read */
export async function ask<T>(path: string, body?: unknown): Promise<Answer<T>> {
  const sentAt = Date.now();
  try {
    const response = await fetch(path, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      signal: AbortSignal.timeout(patience)
    });
    learnTime(sentAt, response);
    if (response.ok) return { kind: 'answered', value: (await response.json()) as T };
    // No longer signed in, or no longer a juror: the tablet closes all the same.
    if (response.status === 401 || response.status === 403) return { kind: 'signed-out' };
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
