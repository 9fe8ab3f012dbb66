/** A courier's ports, in a browser. */
import type { Answer } from '#platform/asking.ts';
import type { Courier, Ports, Whisper } from '../courier.ts';
import type { Shelf } from '../shelf.ts';
import { ask, type SheetOfJuror } from './ask.ts';
import { serverTime } from './device-clock.ts';
import { deviceId } from './device-id.ts';

/** The juror may mark on another tablet: how often this one looks, while it is shown. */
const lookEvery = 30_000;

/** Ports of one sheet, and the wires that wake its courier when the network or the juror comes back. */
export function browserPorts(
  sheet: SheetOfJuror,
  courier: () => Courier
): { ports: Ports; disconnect(): void } {
  const path = `/jury/${sheet.sittingId}`;
  const channel = new BroadcastChannel(`parchemin-jury ${sheet.jurorId} ${sheet.sittingId}`);
  channel.onmessage = ({ data }: MessageEvent<Whisper>) => courier().hear(data);
  const isShown = () => document.visibilityState === 'visible';
  const wake = () => courier().wake();
  const shown = () => isShown() && wake();
  addEventListener('online', wake);
  document.addEventListener('visibilitychange', shown);
  const watch = setInterval(() => isShown() && courier().look(), lookEvery);
  return {
    ports: {
      shelf: lazyShelf(sheet),
      sendMarks: (observations) => orLock(ask(`${path}/observations`, { observations })),
      sendHandIn: (intent) => orLock(ask(`${path}/hand-in`, intent)),
      readHeld: () => orLock(ask(`${path}/observations`)),
      later(milliseconds, callback) {
        const timer = setTimeout(callback, milliseconds);
        return () => clearTimeout(timer);
      },
      whisper: (said) => channel.postMessage(said),
      newId: deviceId,
      now: serverTime
    },
    disconnect() {
      channel.close();
      clearInterval(watch);
      removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', shown);
    }
  };
}

/** Whoever is no longer let in has the tablet closed. */
async function orLock<T>(asked: Promise<Answer<T>>): Promise<Answer<T>> {
  const answer = await asked;
  if (answer.kind === 'signed-out') await (await import('./opening.ts')).lock();
  return answer;
}

/** The sealed shelf: its code comes after the page, and its key perhaps from the server. */
function lazyShelf(sheet: SheetOfJuror): Shelf {
  let opened: Promise<Shelf> | undefined;
  const shelf = () =>
    (opened ??= import('./opening.ts')
      .then(({ openShelf }) => openShelf(sheet))
      .catch((error: unknown) => {
        opened = undefined;
        throw error;
      }));
  return {
    read: async () => (await shelf()).read(),
    putMarks: async (marks, at) => (await shelf()).putMarks(marks, at),
    removeMarks: async (ids) => (await shelf()).removeMarks(ids),
    putNote: async (criterionId, text) => (await shelf()).putNote(criterionId, text),
    putHandIn: async (intent, at) => (await shelf()).putHandIn(intent, at)
  };
}
