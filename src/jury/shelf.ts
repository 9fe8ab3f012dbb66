/** Where a device keeps what the server does not hold yet: IndexedDB, one record for each thing. */
import type { CriterionId } from '#referential/model.ts';
import type { DeviceMark } from './outbox.ts';

/** The juror said that the sheet is complete, and the server does not know it yet. */
export interface HandInIntent {
  absent: boolean;
}

/** What a device held for one sheet when it was last open. */
export interface Kept {
  marks: DeviceMark[];
  /** Comments being typed, that no mark carries yet. */
  notes: Map<CriterionId, string>;
  handIn: HandInIntent | null;
}

/** A place that outlives a reload, a crash and a night, for one juror's sheet. */
export interface Shelf {
  read(): Promise<Kept>;
  putMark(mark: DeviceMark): Promise<void>;
  removeMarks(ids: readonly string[]): Promise<void>;
  /** Without a text, the note is taken away. */
  putNote(criterionId: CriterionId, text: string | undefined): Promise<void>;
  putHandIn(intent: HandInIntent | null): Promise<void>;
}

type StoreName = 'marks' | 'notes' | 'handIns';

/**
 * The shelf of one sheet. Each mark is a record of its own, under the sheet and its id: two tabs never
 * overwrite each other. Writes are asked to reach the disk before they count as done.
 */
export function indexedShelf(sheet: string): Shelf {
  let opened: Promise<IDBDatabase> | undefined;
  const database = () => (opened ??= open());
  const all = () => IDBKeyRange.bound([sheet], [sheet, []]);

  async function change(name: StoreName, work: (store: IDBObjectStore) => void): Promise<void> {
    const tx = (await database()).transaction(name, 'readwrite', { durability: 'strict' });
    work(tx.objectStore(name));
    await new Promise<void>((resolve, reject) => {
      tx.oncomplete = () => resolve();
      tx.onabort = () => reject(tx.error);
    });
  }

  const put = (name: StoreName, key: string, value: unknown) =>
    change(name, (store) =>
      value === undefined ? store.delete([sheet, key]) : store.put(value, [sheet, key])
    );

  return {
    async read() {
      const tx = (await database()).transaction(['marks', 'notes', 'handIns']);
      const notes = tx.objectStore('notes');
      const [marks, keys, texts, handIns] = await Promise.all([
        answerOf<DeviceMark[]>(tx.objectStore('marks').getAll(all())),
        answerOf<[string, CriterionId][]>(notes.getAllKeys(all())),
        answerOf<string[]>(notes.getAll(all())),
        answerOf<HandInIntent[]>(tx.objectStore('handIns').getAll(all()))
      ]);
      return {
        marks,
        notes: new Map(keys.map(([, criterionId], place) => [criterionId, texts[place] ?? ''])),
        handIn: handIns[0] ?? null
      };
    },
    putMark: (mark) => put('marks', mark.id, mark),
    removeMarks: (ids) =>
      change('marks', (store) => ids.forEach((id) => store.delete([sheet, id]))),
    putNote: (criterionId, text) => put('notes', criterionId, text),
    putHandIn: (intent) => put('handIns', '', intent ?? undefined)
  };
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('parchemin-jury', 1);
  request.onupgradeneeded = () => {
    for (const name of ['marks', 'notes', 'handIns'] satisfies StoreName[])
      request.result.createObjectStore(name);
  };
  return answerOf(request);
}

const answerOf = <T>(request: IDBRequest): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error);
  });
