/** IndexedDB as promises: a write counts as done once the disk has it. */

export const answerOf = <T>(request: IDBRequest): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error);
  });

/** Opens a database; a later version of the program that wants to change it is let in. */
export async function openDatabase(name: string, stores: readonly string[]): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    for (const store of stores) request.result.createObjectStore(store);
  };
  const database = await answerOf<IDBDatabase>(request);
  database.onversionchange = () => database.close();
  return database;
}

/** One transaction; `work` asks for all its requests at once. */
export async function write(
  database: IDBDatabase,
  stores: string | readonly string[],
  work: (store: (name: string) => IDBObjectStore) => void
): Promise<void> {
  const tx = database.transaction(stores as string | string[], 'readwrite', {
    durability: 'strict'
  });
  const done = new Promise<void>((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error ?? new Error('aborted'));
  });
  work((name) => tx.objectStore(name));
  return done;
}
