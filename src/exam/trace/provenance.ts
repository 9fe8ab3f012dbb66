/**
 * Where each word of a written answer comes from, computed from the whole history of its changes and
 * from nothing else.
 */
import { recover, sameInsertions } from './clippings.ts';
import { apply, changeBetween, type Change, type Edit, type Origin } from './edits.ts';
import { noMaterial, passageFinder, type Material } from './material.ts';
import { PieceTable, typed, type Clipping, type Piece, type Source } from './pieces.ts';
import { spansOf, type Span } from './spans.ts';
import { Versions } from './versions.ts';

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
  const reader = new Reader(edits, material);
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
  private readonly versions: Versions;
  private readonly answers: ReadonlyMap<string, string>;
  private readonly findPassage: ReturnType<typeof passageFinder>;

  constructor(edits: readonly Edit[], material: Material) {
    this.versions = new Versions(edits);
    this.answers = new Map(material.answers.map(({ id, text }) => [id, text]));
    this.findPassage = passageFinder(material);
  }

  read(edit: Edit): void {
    const table = this.tables.get(edit.field) ?? new PieceTable();
    this.tables.set(edit.field, table);
    const taken = this.change(edit, table);
    if (taken && taken.text !== '') this.clippings.push(taken);
    this.versions.note(edit.field, table.text, table.pieces);
  }

  private change(edit: Edit, table: PieceTable): Clipping | undefined {
    const after = apply(table.text, edit);
    const before = edit.origin.kind === 'undone' && this.versions.find(edit.field, after);
    if (before) return table.restore(after, before);
    // A checkpoint sends the whole text: only what differs is a change.
    const change = edit.origin.kind === 'checkpoint' ? changeBetween(table.text, after) : edit;
    if (!change) return undefined;
    const settled = this.settle(edit, change, table);
    return table.change(settled.change, settled.pieces);
  }

  /** The pieces that a change puts in, and the change itself, among those that make the same text. */
  private settle(
    { origin, at }: Edit,
    change: Change,
    table: PieceTable
  ): { change: Change; pieces: readonly Piece[] } {
    if (change.inserted === '') return { change, pieces: [] };
    if (origin.kind !== 'typed')
      for (const same of sameInsertions(table.text, change)) {
        const pieces = this.known(origin, at, same.inserted);
        if (pieces) return { change: same, pieces };
      }
    return { change, pieces: pieceOf(unknownSource[origin.kind], change.inserted) };
  }

  /** The pieces of a text that stood, or stands, somewhere: the answer it names, the candidate's own texts, what they could copy. */
  private known(origin: Origin, at: number, text: string): Piece[] | undefined {
    // What a page says of an insertion counts only if the answer says the same.
    if (
      origin.kind === 'assistant' &&
      this.answers.get(origin.answerId)?.startsWith(text, origin.from)
    )
      return pieceOf({ origin: 'assistant', answerId: origin.answerId }, text);
    const own = recover(text, this.clippings) ?? this.copied(text);
    if (own) return own;
    const passage = this.findPassage(text, at);
    return passage && pieceOf(passage, text);
  }

  private copied(text: string): Piece[] | undefined {
    for (const table of this.tables.values()) {
      const pieces = table.find(text);
      if (pieces) return pieces;
    }
    return undefined;
  }
}

/** The source of a text that was found nowhere. */
const unknownSource: Record<Origin['kind'], Source> = {
  typed: typed.source,
  undone: typed.source,
  replaced: typed.source,
  pasted: { origin: 'pasted' },
  assistant: { origin: 'pasted' },
  checkpoint: { origin: 'unknown' }
};

const pieceOf = (source: Source, text: string): Piece[] => [
  {
    insertion: source.origin === 'candidate' ? typed : { source, text },
    at: 0,
    length: text.length
  }
];
