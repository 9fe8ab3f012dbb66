/** IndexedDB as promises: a write counts as done once the disk has it. */

export const answerOf = <T>(request: IDBRequest): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error);
  });

/** A database that is opened when it is first asked for, and asked for again if it could not be opened. */
export function database(name: string, stores: readonly string[]): () => Promise<IDBDatabase> {
  let opened: Promise<IDBDatabase> | undefined;
  return () =>
    (opened ??= open(name, stores).catch((error: unknown) => {
      opened = undefined;
      throw error;
    }));
}

/** Opens a database; a later version of the program that wants to change it is let in. */
async function open(name: string, stores: readonly string[]): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    for (const store of stores) request.result.createObjectStore(store);
  };
  const opened = await answerOf<IDBDatabase>(request);
  opened.onversionchange = () => opened.close();
  return opened;
}

/** One transaction; `work` asks for all its requests at once. */
export async function write(
  opened: IDBDatabase,
  stores: string | readonly string[],
  work: (store: (name: string) => IDBObjectStore) => void
): Promise<void> {
  const tx = opened.transaction(stores as string | string[], 'readwrite', {
    durability: 'strict'
  });
  const done = new Promise<void>((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error ?? new Error('aborted'));
  });
  work((name) => tx.objectStore(name));
  return done;
}
