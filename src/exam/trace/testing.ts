/** Histories for tests: a candidate's hand that writes, pastes, inserts and undoes. */
import { apply, changeBetween, type Edit, type Origin } from './edits.ts';
import type { GivenAnswer, Material } from './material.ts';

export const answer = (id: string, text: string, at = 0): GivenAnswer => ({ id, at, text });

/** Writes a history change by change, in words instead of offsets. */
export class Hand {
  readonly edits: Edit[] = [];
  readonly texts: Record<string, string> = {};
  field: string;
  private at = 0;
  private readonly material: Material;

  constructor(material: Partial<Material> = {}, field = 'body') {
    this.material = { answers: [], documents: [], ...material };
    this.field = field;
  }

  get text(): string {
    return this.texts[this.field] ?? '';
  }

  /** Any change, a second after the one before. */
  edit(position: number, removed: number, inserted: string, origin: Origin): this {
    this.at += 1000;
    const { field, at } = this;
    const edit = { seq: this.edits.length + 1, field, at, position, removed, inserted, origin };
    this.texts[field] = apply(this.text, edit);
    this.edits.push(edit);
    return this;
  }

  /** Types letter by letter, at the end or after the first occurrence of some words. */
  type(text: string, after?: string): this {
    let position = this.place(after);
    for (const letter of text) {
      this.edit(position, 0, letter, { kind: 'typed' });
      position += letter.length;
    }
    return this;
  }

  paste(text: string, after?: string): this {
    return this.edit(this.place(after), 0, text, { kind: 'pasted' });
  }

  /** Inserts a passage of an answer of the material, by its button. */
  insert(answerId: string, passage?: string, after?: string): this {
    const { text } = this.material.answers.find(({ id }) => id === answerId)!;
    const inserted = passage ?? text;
    const origin: Origin = { kind: 'assistant', answerId, from: text.indexOf(inserted) };
    return this.edit(this.place(after), 0, inserted, origin);
  }

  /** Removes the first occurrence of some words at once. */
  remove(words: string): this {
    return this.edit(this.text.indexOf(words), words.length, '', { kind: 'typed' });
  }

  /** Removes words letter by letter, from their end. */
  backspace(words: string): this {
    const start = this.text.indexOf(words);
    for (let length = words.length; length > 0; length -= 1)
      this.edit(start + length - 1, 1, '', { kind: 'typed' });
    return this;
  }

  /** Undoes: the text becomes what it was, and the page sees only that. */
  back(text: string): this {
    const change = changeBetween(this.text, text)!;
    return this.edit(change.position, change.removed, change.inserted, { kind: 'undone' });
  }

  private place(after?: string): number {
    return after === undefined ? this.text.length : this.text.indexOf(after) + after.length;
  }
}
