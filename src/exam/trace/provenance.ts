/**
 * Where each word of a written answer comes from, computed from the whole history of its changes and
 * from nothing else.
 */
import { recover, sameInsertions } from './clippings.ts';
import { apply, changeBetween, type Change, type Edit } from './edits.ts';
import { noMaterial, passageFinder, type Material } from './material.ts';
import { PieceTable, typed, type Clipping, type Piece, type Source } from './pieces.ts';
import { spansOf, type Span } from './spans.ts';

/**
 * The spans of each text; they cover it exactly, in order. Words that an undo, a move or a cut and
 * paste brings back keep the source that they had.
 * @param edits in the order in which they were made, as `replay` takes them
 * @param material what a paste is compared with
 * @throws RangeError when the edits are no history
 */
export function provenance(
  edits: readonly Edit[],
  material: Material = noMaterial
): Record<string, Span[]> {
  const reader = new Reader(material);
  for (const edit of edits) reader.read(edit);
  return Object.fromEntries(
    [...reader.tables].map(([field, { text, pieces }]) => [field, spansOf(text, pieces)])
  );
}

/** Follows a history, change by change. */
class Reader {
  readonly tables = new Map<string, PieceTable>();
  /** Of all the texts: words move from one to another. */
  private readonly clippings: Clipping[] = [];
  private readonly answers: ReadonlyMap<string, string>;
  private readonly findPassage: ReturnType<typeof passageFinder>;

  constructor(material: Material) {
    this.answers = new Map(material.answers.map(({ id, text }) => [id, text]));
    this.findPassage = passageFinder(material);
  }

  read(edit: Edit): void {
    const table = this.tables.get(edit.field) ?? new PieceTable();
    this.tables.set(edit.field, table);
    // A checkpoint sends the whole text: only what differs is a change.
    const change =
      edit.origin.kind === 'checkpoint' ? changeBetween(table.text, apply(table.text, edit)) : edit;
    if (!change) return;
    const settled = this.settle(edit, change, table);
    const taken = table.change(settled.change, settled.pieces);
    if (taken.text !== '') this.clippings.push(taken);
  }

  /** The pieces that a change puts in, and the change itself, among those that make the same text. */
  private settle(
    edit: Edit,
    change: Change,
    table: PieceTable
  ): { change: Change; pieces: Piece[] } {
    if (change.inserted === '') return { change, pieces: [] };
    if (edit.origin.kind === 'undone')
      for (const same of sameInsertions(table.text, change)) {
        const pieces = recover(same.inserted, this.clippings);
        if (pieces) return { change: same, pieces };
      }
    return { change, pieces: this.piecesOf(edit, change.inserted) };
  }

  private piecesOf({ origin, at }: Edit, text: string): Piece[] {
    const whole = (source: Source): Piece[] => [
      {
        insertion: source.origin === 'candidate' ? typed : { source, text },
        at: 0,
        length: text.length
      }
    ];
    if (origin.kind === 'typed') return whole(typed.source);
    // What a page says of an insertion counts only if the answer says the same.
    if (
      origin.kind === 'assistant' &&
      this.answers.get(origin.answerId)?.startsWith(text, origin.from)
    )
      return whole({ origin: 'assistant', answerId: origin.answerId });
    const own = recover(text, this.clippings) ?? this.copied(text);
    if (own) return own;
    const passage = this.findPassage(text, at);
    if (passage) return whole(passage);
    switch (origin.kind) {
      case 'undone':
      case 'replaced':
        return whole(typed.source);
      case 'checkpoint':
        return whole({ origin: 'unknown' });
      case 'pasted':
      case 'assistant':
        return whole({ origin: 'pasted' });
    }
  }

  private copied(text: string): Piece[] | undefined {
    for (const table of this.tables.values()) {
      const pieces = table.find(text);
      if (pieces) return pieces;
    }
    return undefined;
  }
}
