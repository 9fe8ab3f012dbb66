/** A piece table: a text as a list of pieces, each cut from something that was inserted at once. */
import { apply, type Change } from './edits.ts';

/** Where words come from. `unknown`: sent as a whole text, because its changes were lost on the way. */
export type Source =
  | { origin: 'candidate' | 'pasted' | 'unknown' }
  | { origin: 'assistant'; answerId: string }
  | { origin: 'dossier'; documentId: string };

/** A text that came in one go, with its source. */
export interface Insertion {
  source: Source;
  text: string;
}

/** A stretch of an insertion. */
export interface Piece {
  insertion: Insertion;
  /** Offset in the insertion's text. */
  at: number;
  length: number;
}

/** Words that a change took away, the pieces they were made of, and where they stood. */
export interface Clipping {
  text: string;
  pieces: Piece[];
  position: number;
  /** How many changes their text had known before this one. */
  turn: number;
}

export class PieceTable {
  text = '';
  pieces: Piece[] = [];
  private turn = 0;

  /**
   * Makes a change whose inserted text consists of `pieces`.
   * @returns what it took away
   * @throws RangeError when the change does not fit
   */
  change(change: Change, pieces: readonly Piece[]): Clipping {
    const { position, removed } = change;
    const text = this.text.slice(position, position + removed);
    this.text = apply(this.text, change);
    const start = this.split(position);
    const end = this.split(position + removed);
    const taken = this.pieces.splice(start, end - start, ...pieces);
    for (let index = start + pieces.length; index >= start; index -= 1) this.join(index);
    this.turn += 1;
    return { text, pieces: taken, position, turn: this.turn };
  }

  /** Goes back to a text as it stood. @returns what stood until now */
  restore(text: string, pieces: readonly Piece[]): Clipping {
    const gone = { text: this.text, pieces: this.pieces, position: 0, turn: (this.turn += 1) };
    this.text = text;
    this.pieces = [...pieces];
    return gone;
  }

  /** The pieces of a passage, if the text holds it. */
  find(sought: string): Piece[] | undefined {
    const place = this.text.indexOf(sought);
    return place < 0 ? undefined : cut(this.pieces, place, sought.length);
  }

  /** Makes sure that a piece begins at a position, and gives its place in the list. */
  private split(position: number): number {
    let start = 0;
    for (const [index, piece] of this.pieces.entries()) {
      if (start >= position) return index;
      const within = position - start;
      if (within < piece.length) {
        this.pieces.splice(index, 1, part(piece, 0, within), part(piece, within, piece.length));
        return index + 1;
      }
      start += piece.length;
    }
    return this.pieces.length;
  }

  /** Makes one piece of two that follow each other as they did when they were inserted. */
  private join(index: number): void {
    const left = this.pieces[index - 1];
    const right = this.pieces[index];
    if (!left || !right || left.insertion !== right.insertion) return;
    if (left.insertion === typed || left.at + left.length === right.at)
      this.pieces.splice(index - 1, 2, { ...left, length: left.length + right.length });
  }
}

/** All that the candidate types: one insertion, whose text nobody needs. */
export const typed: Insertion = { source: { origin: 'candidate' }, text: '' };

/** A stretch of a list of pieces. */
export function cut(pieces: readonly Piece[], from: number, length: number): Piece[] {
  const found: Piece[] = [];
  let start = 0;
  for (const piece of pieces) {
    const begin = Math.max(from - start, 0);
    const end = Math.min(from + length - start, piece.length);
    if (begin < end) found.push(part(piece, begin, end));
    start += piece.length;
  }
  return found;
}

const part = ({ insertion, at }: Piece, from: number, to: number): Piece => ({
  insertion,
  at: at + from,
  length: to - from
});
