/** A courier's ports, in a browser. */
import { askServer, type Answer } from '#platform/asking.ts';
import { sha256Hex } from './sha256.ts';
import { steadyNow } from './steady.ts';
import { answerText } from '../fields.ts';
import type { Courier, Ports } from '../courier.ts';
import { indexedShelf } from '../shelf.ts';
import type { Standing } from '../standing.ts';
import type { PlacedEdit, Saving } from '../text.ts';

/** A body that outlives its page may hold this much (WHATWG Fetch, keepalive). */
const farewellBytes = 60_000;

/** What a page that takes the pen begins from. */
export type Desk = Standing & { edits: PlacedEdit[] };

export const post = <T>(sitting: string, path: string, body: unknown): Promise<Answer<T>> =>
  askServer<T>(`/exam/${sitting}/${path}`, { body, patience: 10_000 });

/** Openings of this very page that are over: a lock takes a moment to be released. */
const gone = new Set<string>();

/** Ports of one page, and the wires that wake its courier; what is left is sent as the page closes. */
export function browserPorts(
  sitting: string,
  writer: string,
  courier: () => Courier
): { ports: Ports; disconnect(): void } {
  const lock = (name: string) => `parchemin-exam ${sitting} ${name}`;
  const release = holdLock(lock(writer));
  const wake = () => courier().wake();
  const seen = () => (document.visibilityState === 'visible' ? wake() : farewell());
  const farewell = () => {
    const left = courier().leftover();
    const body = left && JSON.stringify(shortened(left));
    if (body)
      void fetch(`/exam/${sitting}/edits`, {
        method: 'POST',
        keepalive: true,
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body
      }).catch(() => undefined);
  };
  addEventListener('online', wake);
  addEventListener('pagehide', farewell);
  document.addEventListener('visibilitychange', seen);
  return {
    ports: {
      shelf: indexedShelf(sitting),
      save: (saving: Saving) => post(sitting, 'edits', saving),
      async handIn({ base, texts }) {
        const hash = await sha256Hex(answerText(texts));
        return post(sitting, 'hand-in', { base, hash });
      },
      later(milliseconds, callback) {
        const timer = setTimeout(callback, milliseconds);
        return () => clearTimeout(timer);
      },
      now: steadyNow,
      async alive() {
        const held = (await navigator.locks?.query())?.held ?? [];
        const prefix = lock('');
        return new Set(
          held
            .flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : []))
            .filter((name) => !gone.has(name))
        );
      }
    },
    disconnect() {
      gone.add(writer);
      release();
      removeEventListener('online', wake);
      removeEventListener('pagehide', farewell);
      document.removeEventListener('visibilitychange', seen);
    }
  };
}

/** As many changes as a farewell may carry; the others wait on the shelf. */
function shortened(saving: Saving): Saving {
  let bytes = 0;
  const edits = saving.edits.filter((edit) => {
    bytes += 120 + 3 * edit.inserted.length;
    return bytes < farewellBytes;
  });
  return { ...saving, edits };
}

/** A name that other pages of this browser see as long as this one lives. */
function holdLock(name: string): () => void {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  void navigator.locks?.request(name, () => held).catch(() => undefined);
  return release;
}
