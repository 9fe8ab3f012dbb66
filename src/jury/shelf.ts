/** Where a device keeps what the server does not hold yet: IndexedDB, one record for each thing. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
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

interface Schema extends DBSchema {
  marks: { key: [string, string]; value: { sheet: string; id: string; mark: DeviceMark } };
  notes: {
    key: [string, string];
    value: { sheet: string; criterionId: CriterionId; text: string };
  };
  handIns: { key: string; value: { sheet: string; intent: HandInIntent } };
}

/**
 * The shelf of one sheet. Each mark is a record of its own, keyed by its id: two tabs never overwrite
 * each other. Writes are asked to reach the disk before they count as done.
 */
export function indexedShelf(sheet: string): Shelf {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const database = () => (opened ??= open());
  const all = IDBKeyRange.bound([sheet, ''], [sheet, '\uffff']);
  const strict = { durability: 'strict' } as const;
  return {
    async read() {
      const db = await database();
      const [marks, notes, handIn] = await Promise.all([
        db.getAll('marks', all),
        db.getAll('notes', all),
        db.get('handIns', sheet)
      ]);
      return {
        marks: marks.map(({ mark }) => mark),
        notes: new Map(notes.map(({ criterionId, text }) => [criterionId, text])),
        handIn: handIn?.intent ?? null
      };
    },
    async putMark(mark) {
      const tx = (await database()).transaction('marks', 'readwrite', strict);
      await Promise.all([tx.store.put({ sheet, id: mark.id, mark }), tx.done]);
    },
    async removeMarks(ids) {
      const tx = (await database()).transaction('marks', 'readwrite');
      await Promise.all([...ids.map((id) => tx.store.delete([sheet, id])), tx.done]);
    },
    async putNote(criterionId, text) {
      const db = await database();
      if (text === undefined) await db.delete('notes', [sheet, criterionId]);
      else await db.put('notes', { sheet, criterionId, text });
    },
    async putHandIn(intent) {
      const db = await database();
      if (intent) await db.put('handIns', { sheet, intent });
      else await db.delete('handIns', sheet);
    }
  };
}

const open = () =>
  openDB<Schema>('parchemin-jury', 1, {
    upgrade(db) {
      db.createObjectStore('marks', { keyPath: ['sheet', 'id'] });
      db.createObjectStore('notes', { keyPath: ['sheet', 'criterionId'] });
      db.createObjectStore('handIns', { keyPath: 'sheet' });
    }
  });
