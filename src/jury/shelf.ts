/**
 * Where a device keeps a sheet: what the server does not hold yet, and what it took, until the day
 * is over. IndexedDB, one record for each thing, all sealed.
 */
import { answerOf, database, write } from '#platform/indexed-db.ts';
import type { NoteId } from './jottings.ts';
import type { DeviceMark } from './outbox.ts';
import { seal, unseal, type Sealed } from './tablet/seal.ts';

/** The juror said that the sheet is complete. */
export interface HandInIntent {
  absent: boolean;
}

/** Of a mark or of a hand-in: only this device holds it, or the server does too. */
export type Whereabouts = 'waiting' | 'received';

/** What a device held for one sheet when it was last open. */
export interface Kept {
  /** Marks that the server may not hold. */
  marks: DeviceMark[];
  /** Marks that it said it holds: a sheet that opens without a network shows them too. */
  received: DeviceMark[];
  /** Comments being typed, that no mark carries yet, and quick notes. */
  notes: Map<NoteId, string>;
  handIn: (HandInIntent & { at: Whereabouts }) | null;
}

/** A place that outlives a reload, a crash and a night, for one juror's sheet. */
export interface Shelf {
  read(): Promise<Kept>;
  putMarks(marks: readonly DeviceMark[], at: Whereabouts): Promise<void>;
  removeMarks(ids: readonly string[]): Promise<void>;
  /** Without a text, the note is taken away. */
  putNote(id: NoteId, text: string | undefined): Promise<void>;
  putHandIn(intent: HandInIntent | null, at: Whereabouts): Promise<void>;
}

const stores = ['marks', 'notes', 'handIns'] as const;
type StoreName = (typeof stores)[number];

/** A record: sealed but for its key and for where it is, so that what waits is counted unopened. */
type Stored = Sealed & { at: Whereabouts };
type Key = [sheet: string, id: string];

const sheets = database('parchemin-sheets', stores);

/** @param sheet a juror's and a sitting's ids, with a space between */
export function sealedShelf(key: CryptoKey, sheet: string): Shelf {
  const placeOf = (name: StoreName, id: string) => `${name} ${sheet} ${id}`;
  const of = () => IDBKeyRange.bound([sheet], [sheet, []]);

  async function put(
    name: StoreName,
    values: readonly (readonly [string, unknown])[],
    at: Whereabouts
  ) {
    const sealed: [Key, Stored][] = [];
    for (const [id, value] of values)
      sealed.push([[sheet, id], { ...(await seal(key, placeOf(name, id), value)), at }]);
    await write(await sheets(), name, (store) => {
      for (const [where, record] of sealed) store(name).put(record, where);
    });
  }

  const remove = async (name: StoreName, ids: readonly string[]) =>
    write(await sheets(), name, (store) => {
      for (const id of ids) store(name).delete([sheet, id]);
    });

  async function readAll<T>(name: StoreName) {
    const store = (await sheets()).transaction(name).objectStore(name);
    const [keys, records] = await Promise.all([
      answerOf<Key[]>(store.getAllKeys(of())),
      answerOf<Stored[]>(store.getAll(of()))
    ]);
    const found: { id: string; value: T; at: Whereabouts }[] = [];
    for (const [place, record] of records.entries()) {
      const [, id] = keys[place]!;
      const value = await unseal<T>(key, placeOf(name, id), record);
      if (value !== undefined) found.push({ id, value, at: record.at });
    }
    return found;
  }

  return {
    async read() {
      const marks = await readAll<DeviceMark>('marks');
      const notes = await readAll<string>('notes');
      const [handIn] = await readAll<HandInIntent>('handIns');
      const at = (where: Whereabouts) =>
        marks.filter((each) => each.at === where).map(({ value }) => value);
      return {
        marks: at('waiting'),
        received: at('received'),
        notes: new Map(notes.map(({ id, value }) => [id as NoteId, value])),
        handIn: handIn ? { ...handIn.value, at: handIn.at } : null
      };
    },
    putMarks: (marks, at) =>
      put(
        'marks',
        marks.map((mark) => [mark.id, mark]),
        at
      ),
    removeMarks: (ids) => remove('marks', ids),
    putNote: (id, text) =>
      text === undefined ? remove('notes', [id]) : put('notes', [[id, text]], 'waiting'),
    putHandIn: (intent, at) =>
      intent ? put('handIns', [['', intent]], at) : remove('handIns', [''])
  };
}

/** How much of a sheet waits on this device. */
export interface Waiting {
  marks: number;
  handIn: boolean;
}

/** What waits of each sheet of a juror, by sitting; no key is needed to count it. */
export async function countWaiting(jurorId: string): Promise<Map<string, Waiting>> {
  const tx = (await sheets()).transaction(['marks', 'handIns']);
  const waiting = new Map<string, Waiting>();
  const keysAt = async (name: StoreName) => {
    const store = tx.objectStore(name);
    const [keys, records] = await Promise.all([
      answerOf<Key[]>(store.getAllKeys()),
      answerOf<Stored[]>(store.getAll())
    ]);
    return keys.filter(([sheet], at) => isOf(sheet, jurorId) && records[at]?.at === 'waiting');
  };
  const [marks, handIns] = await Promise.all([keysAt('marks'), keysAt('handIns')]);
  const at = (sheet: string) => {
    const sittingId = sheet.slice(jurorId.length + 1);
    const held = waiting.get(sittingId) ?? { marks: 0, handIn: false };
    waiting.set(sittingId, held);
    return held;
  };
  for (const [sheet] of marks) at(sheet).marks += 1;
  for (const [sheet] of handIns) at(sheet).handIn = true;
  return waiting;
}

/** How many marks wait on this device, whoever made them. */
export async function countSealed(): Promise<number> {
  const store = (await sheets()).transaction('marks').objectStore('marks');
  const records = await answerOf<Stored[]>(store.getAll());
  return records.filter(({ at }) => at === 'waiting').length;
}

const isOf = (sheet: string, jurorId: string): boolean => sheet.startsWith(`${jurorId} `);

/**
 * Lets go of what the server holds, for every juror; what waits stays. With `jurorId`, of all that the
 * juror has here: to be called once nothing of theirs waits.
 */
export async function forget(jurorId?: string): Promise<void> {
  const db = await sheets();
  for (const name of stores) {
    const store = db.transaction(name).objectStore(name);
    const [keys, records] = await Promise.all([
      answerOf<Key[]>(store.getAllKeys()),
      answerOf<Stored[]>(store.getAll())
    ]);
    const gone = keys.filter(([sheet], at) =>
      jurorId === undefined ? records[at]?.at === 'received' : isOf(sheet, jurorId)
    );
    await write(db, name, (open) => gone.forEach((key) => open(name).delete(key)));
  }
}
