/** Histories for tests and rehearsals: a candidate's hand that writes, pastes, inserts and undoes. */
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
  /** Milliseconds before a change, from what it inserts and its rank. */
  private readonly pace: (inserted: string, seq: number) => number;

  constructor(
    material: Partial<Material> = {},
    field = 'body',
    pace: (inserted: string, seq: number) => number = () => 1000
  ) {
    this.material = { answers: [], documents: [], ...material };
    this.field = field;
    this.pace = pace;
  }

  get text(): string {
    return this.texts[this.field] ?? '';
  }

  /** Lets time pass, in milliseconds. */
  wait(milliseconds: number): this {
    this.at += milliseconds;
    return this;
  }

  /** Any change, at the hand's pace: a second after the one before unless it has another. */
  edit(position: number, removed: number, inserted: string, origin: Origin): this {
    const seq = this.edits.length + 1;
    this.wait(this.pace(inserted, seq));
    const { field, at } = this;
    const edit = { seq, field, at, position, removed, inserted, origin };
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
