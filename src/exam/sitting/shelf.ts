/** Where a device keeps the changes that the server does not hold yet: IndexedDB. */
import { answerOf, database, write } from '#platform/indexed-db.ts';
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
  put(writer: string, edits: readonly Edit[]): Promise<void>;
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

const papers = database('parchemin-exam', stores);

/**
 * The shelf of one sitting. Each change is a record of its own, so that a key costs one small write;
 * writes are asked to reach the disk before they count as done.
 */
export function indexedShelf(sitting: string): Shelf {
  const all = (...key: string[]) => IDBKeyRange.bound([sitting, ...key], [sitting, ...key, []]);

  const change = async (
    names: StoreName[],
    work: (store: (name: StoreName) => IDBObjectStore) => void
  ): Promise<void> => write(await papers(), names, work);

  return {
    async read() {
      const tx = (await papers()).transaction(['edits', 'bases']);
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
    put: (writer, edits) =>
      change(['edits'], (store) => {
        for (const edit of edits) store('edits').put(edit, [sitting, writer, edit.seq]);
      }),
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
      const tx = (await papers()).transaction('handIns');
      return (await answerOf<unknown>(tx.objectStore('handIns').get([sitting]))) === true;
    }
  };
}
