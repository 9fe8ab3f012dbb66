/** A courier's ports, in a browser. */

import type { Answer, Courier, Ports, Whisper } from '../courier.ts';
import { indexedShelf } from '../shelf.ts';
import { deviceId } from './device-id.ts';

const patience = 15_000;

/** Ports of one sheet, and the wires that wake its courier when the network or the juror comes back. */
export function browserPorts(
  sheet: { sittingId: string; jurorId: string },
  courier: () => Courier
): { ports: Ports; disconnect(): void } {
  const key = `${sheet.jurorId} ${sheet.sittingId}`;
  const channel = new BroadcastChannel(`parchemin-jury ${key}`);
  channel.onmessage = ({ data }: MessageEvent<Whisper>) => courier().hear(data);
  const wake = () => courier().wake();
  const shown = () => document.visibilityState === 'visible' && wake();
  addEventListener('online', wake);
  document.addEventListener('visibilitychange', shown);
  return {
    ports: {
      shelf: indexedShelf(key),
      sendMarks: (observations) => post(`/jury/${sheet.sittingId}/observations`, { observations }),
      sendHandIn: (intent) => post(`/jury/${sheet.sittingId}/hand-in`, intent),
      later(milliseconds, callback) {
        const timer = setTimeout(callback, milliseconds);
        return () => clearTimeout(timer);
      },
      whisper: (said) => channel.postMessage(said),
      newId: deviceId,
      now: () => new Date()
    },
    disconnect() {
      channel.close();
      removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', shown);
    }
  };
}

async function post<T>(path: string, body: unknown): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patience)
    });
    if (response.ok) return { kind: 'answered', value: (await response.json()) as T };
    if (response.status === 401) return { kind: 'signed-out' };
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
