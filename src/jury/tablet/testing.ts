import type { NoteId } from '../jottings.ts';
import type { DeviceMark } from '../outbox.ts';
import type { HandInIntent, Kept, Shelf, Whereabouts } from '../shelf.ts';
import { seal, tabletKey, unseal, type Sealed } from './seal.ts';

type Stored = Sealed & { at: Whereabouts };

/** A shelf like that of IndexedDB, sealed as it is, in the memory of a test: closing a tablet keeps it. */
export class MemoryShelf implements Shelf {
  readonly marks = new Map<string, Stored>();
  readonly notes = new Map<string, Stored>();
  readonly handIns = new Map<string, Stored>();
  full = false;
  /** Readings and writings under way. */
  busy = 0;
  /** How often a note was written. */
  noted = 0;
  readonly #key: Promise<CryptoKey>;

  constructor(secret = new Uint8Array(32)) {
    this.#key = tabletKey(btoa(String.fromCharCode(...secret)), 'tablet', 'juror');
  }

  async #put(store: Map<string, Stored>, id: string, value: unknown, at: Whereabouts) {
    if (this.full) throw new DOMException('The disk is full', 'QuotaExceededError');
    this.busy += 1;
    store.set(id, { ...(await seal(await this.#key, id, value)), at });
    this.busy -= 1;
  }

  async #read<T>(store: Map<string, Stored>) {
    this.busy += 1;
    const key = await this.#key;
    const found: { id: string; value: T; at: Whereabouts }[] = [];
    for (const [id, record] of store) {
      const value = await unseal<T>(key, id, record);
      if (value !== undefined) found.push({ id, value, at: record.at });
    }
    this.busy -= 1;
    return found;
  }

  async read(): Promise<Kept> {
    const marks = await this.#read<DeviceMark>(this.marks);
    const notes = await this.#read<string>(this.notes);
    const [handIn] = await this.#read<HandInIntent>(this.handIns);
    return {
      marks: marks.filter(({ at }) => at === 'waiting').map(({ value }) => value),
      received: marks.filter(({ at }) => at === 'received').map(({ value }) => value),
      notes: new Map(notes.map(({ id, value }) => [id as NoteId, value])),
      handIn: handIn ? { ...handIn.value, at: handIn.at } : null
    };
  }

  async putMarks(marks: readonly DeviceMark[], at: Whereabouts): Promise<void> {
    for (const mark of marks) await this.#put(this.marks, mark.id, mark, at);
  }

  async removeMarks(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.marks.delete(id);
  }

  async putNote(id: NoteId, text: string | undefined): Promise<void> {
    this.noted += 1;
    if (text === undefined) this.notes.delete(id);
    else await this.#put(this.notes, id, text, 'waiting');
  }

  async putHandIn(intent: HandInIntent | null, at: Whereabouts): Promise<void> {
    if (intent) await this.#put(this.handIns, '', intent, at);
    else this.handIns.clear();
  }

  /** How many marks only this shelf holds. */
  waiting(): number {
    return [...this.marks.values()].filter(({ at }) => at === 'waiting').length;
  }
}

/** Waits until nothing of what is told is under way, and nothing follows. */
export async function quiet(busy: () => boolean): Promise<void> {
  for (let still = 0; still < 3; still = busy() ? 0 : still + 1)
    await new Promise((resolve) => setImmediate(resolve));
}
