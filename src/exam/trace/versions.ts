/** Texts as they stood before, for what goes back to one of them. */
import { apply, type Edit } from './edits.ts';
import type { Piece } from './pieces.ts';

/**
 * The pieces of those earlier texts to which an undo, or the return to an earlier version, leads. It
 * knows from the start which texts these will be, and keeps no other.
 */
export class Versions {
  private readonly wanted = new Map<string, Set<string>>();
  private readonly kept = new Map<string, readonly Piece[]>();

  constructor(edits: readonly Edit[]) {
    const texts: Record<string, string> = {};
    for (const edit of edits) {
      const text = apply(texts[edit.field] ?? '', edit);
      texts[edit.field] = text;
      if (edit.origin.kind !== 'undone') continue;
      const key = lengthKey(edit.field, text);
      this.wanted.set(key, (this.wanted.get(key) ?? new Set()).add(text));
    }
  }

  /** Takes note of a text as it stands now; the latest of equal ones is kept. */
  note(field: string, text: string, pieces: readonly Piece[]): void {
    if (this.wanted.get(lengthKey(field, text))?.has(text))
      this.kept.set(textKey(field, text), [...pieces]);
  }

  /** The pieces of a text when it last stood in a field. */
  find(field: string, text: string): readonly Piece[] | undefined {
    return this.kept.get(textKey(field, text));
  }
}

// A length is compared first: texts are long, and few have the same.
const lengthKey = (field: string, text: string) => `${field} ${text.length}`;
const textKey = (field: string, text: string) => `${field} ${text}`;
