/** Texts as they stand, read from their changes; the last ones asked for are kept at hand. */
import type { Database } from '#platform/database.ts';
import { readEdits, type EditRow } from './store.ts';
import { replayed, type PlacedEdit, type Texts } from './text.ts';

/** A stored change, as it travels. */
function placedOf(row: EditRow): PlacedEdit {
  const { place, writer, seq, field, at, position, removed, inserted, origin } = row;
  return { place, writer, seq, field, at, position, removed, inserted, origin };
}

export const readPlaced = async (
  db: Database,
  sittingId: string,
  after = 0
): Promise<PlacedEdit[]> => (await readEdits(db, sittingId, after)).map(placedOf);

/** A text is a few kilobytes; this many are kept, the last ones asked for. */
const most = 2000;

/** Texts of one database, each with the place of the last change in it. */
export class HeldTexts {
  private readonly held = new Map<string, { head: number; texts: Texts }>();

  put(sittingId: string, head: number, texts: Texts): void {
    this.held.delete(sittingId);
    this.held.set(sittingId, { head, texts });
    const [oldest] = this.held.keys();
    if (this.held.size > most && oldest !== undefined) this.held.delete(oldest);
  }

  /** The texts of a sitting up to a place; only the changes that are not in hand are read. */
  async at(db: Database, sittingId: string, head: number): Promise<Texts> {
    const known = this.held.get(sittingId);
    if (known && known.head === head) return known.texts;
    const usable = known && known.head < head ? known : { head: 0, texts: {} };
    const edits = await readEdits(db, sittingId, usable.head);
    const texts = replayed(
      usable.texts,
      edits.filter(({ place }) => place <= head)
    );
    this.put(sittingId, head, texts);
    return texts;
  }
}

const shelves = new WeakMap<Database, HeldTexts>();

export function heldTexts(db: Database): HeldTexts {
  const existing = shelves.get(db);
  if (existing) return existing;
  const made = new HeldTexts();
  shelves.set(db, made);
  return made;
}
