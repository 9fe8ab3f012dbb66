/** Where a device keeps the changes that the server does not hold yet: IndexedDB. */
import type { Edit } from '../trace/edits.ts';

/** What one opening of the page had not sent, and the place it was written after. */
export interface KeptEdits {
  writer: string;
  base: number;
  edits: Edit[];
}

/** A place that outlives a reload, a crash and a night, for one sitting. */
export interface Shelf {
  read(): Promise<KeptEdits[]>;
  put(writer: string, edit: Edit): Promise<void>;
  /** What a page still has to send, in the place of what it had. */
  replace(kept: KeptEdits): Promise<void>;
  /** A page has sent everything, and is gone. */
  forget(writer: string): Promise<void>;
  /** The candidate has handed in, and the server does not know it yet. */
  putHandIn(asked: boolean): Promise<void>;
  readHandIn(): Promise<boolean>;
}

type StoreName = 'edits' | 'bases' | 'handIns';
const stores: readonly StoreName[] = ['edits', 'bases', 'handIns'];

/**
 * The shelf of one sitting. Each change is a record of its own, so that a key costs one small write;
 * writes are asked to reach the disk before they count as done.
 */
export function indexedShelf(sitting: string): Shelf {
  let opened: Promise<IDBDatabase> | undefined;
  const database = () => (opened ??= open());
  const all = (...key: string[]) => IDBKeyRange.bound([sitting, ...key], [sitting, ...key, []]);

  async function change(
    names: StoreName[],
    work: (store: (name: StoreName) => IDBObjectStore) => void
  ): Promise<void> {
    const tx = (await database()).transaction(names, 'readwrite', { durability: 'strict' });
    work((name) => tx.objectStore(name));
    await new Promise<void>((resolve, reject) => {
      tx.oncomplete = () => resolve();
      tx.onabort = () => reject(tx.error);
    });
  }

  return {
    async read() {
      const tx = (await database()).transaction(['edits', 'bases']);
      const [keys, edits, writers, bases] = await Promise.all([
        answerOf<[string, string, number][]>(tx.objectStore('edits').getAllKeys(all())),
        answerOf<Edit[]>(tx.objectStore('edits').getAll(all())),
        answerOf<[string, string][]>(tx.objectStore('bases').getAllKeys(all())),
        answerOf<number[]>(tx.objectStore('bases').getAll(all()))
      ]);
      return writers.map(([, writer], index) => ({
        writer,
        base: bases[index] ?? 0,
        edits: edits.filter((_, place) => keys[place]?.[1] === writer)
      }));
    },
    put: (writer, edit) =>
      change(['edits'], (store) => store('edits').put(edit, [sitting, writer, edit.seq])),
    replace: ({ writer, base, edits }) =>
      change(['edits', 'bases'], (store) => {
        store('edits').delete(all(writer));
        store('bases').put(base, [sitting, writer]);
        for (const edit of edits) store('edits').put(edit, [sitting, writer, edit.seq]);
      }),
    forget: (writer) =>
      change(['edits', 'bases'], (store) => {
        store('edits').delete(all(writer));
        store('bases').delete([sitting, writer]);
      }),
    putHandIn: (asked) =>
      change(['handIns'], (store) =>
        asked ? store('handIns').put(true, [sitting]) : store('handIns').delete([sitting])
      ),
    async readHandIn() {
      const tx = (await database()).transaction('handIns');
      return (await answerOf<unknown>(tx.objectStore('handIns').get([sitting]))) === true;
    }
  };
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('parchemin-exam', 1);
  request.onupgradeneeded = () => {
    for (const name of stores) request.result.createObjectStore(name);
  };
  return answerOf(request);
}

const answerOf = <T>(request: IDBRequest): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error);
  });
