import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, changeBetween, editSchema, fits, replay, type Edit } from './edits.ts';

const edit = (seq: number, change: Partial<Edit>): Edit => ({
  seq,
  field: 'body',
  at: seq * 1000,
  position: 0,
  removed: 0,
  inserted: '',
  origin: { kind: 'typed' },
  ...change
});

const texts = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\n', '😀', '😁', '👩🏽') });

describe('a history', () => {
  const history = [
    edit(1, { inserted: 'Chère Madame' }),
    edit(2, { field: 'subject', inserted: 'Votre séjour' }),
    edit(3, { position: 6, removed: 6, inserted: 'cliente' })
  ];

  it('is the answer: each text is the replay of its changes', () => {
    expect(replay(history)).toEqual({ body: 'Chère cliente', subject: 'Votre séjour' });
  });

  it('shows the answer as it was at a moment', () => {
    expect(replay(history, 2000)).toEqual({ body: 'Chère Madame', subject: 'Votre séjour' });
    expect(replay(history, 0)).toEqual({});
  });
});

describe('a change', () => {
  it('never reaches beyond its text', () => {
    expect(fits('abc', { position: 2, removed: 1, inserted: '' })).toBe(true);
    expect(fits('abc', { position: 2, removed: 2, inserted: '' })).toBe(false);
    expect(() => apply('abc', { position: 4, removed: 0, inserted: 'd' })).toThrow(RangeError);
  });

  it('never cuts a character in two', () => {
    expect(fits('a😀', { position: 2, removed: 0, inserted: 'b' })).toBe(false);
    expect(fits('a😀', { position: 1, removed: 1, inserted: '' })).toBe(false);
    expect(fits('a😀', { position: 1, removed: 2, inserted: '' })).toBe(true);
  });

  it('found between two texts leads from one to the other, and takes nothing they share', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const change = changeBetween(before, after) ?? { position: 0, removed: 0, inserted: '' };
        expect(apply(before, change)).toBe(after);
        expect(change.inserted.isWellFormed()).toBe(true);
      })
    );
    expect(changeBetween('Monsieur', 'Monsieur')).toBeNull();
    expect(changeBetween('le client', 'la cliente')).toEqual({
      position: 1,
      removed: 8,
      inserted: 'a cliente'
    });
    expect(changeBetween('le cient', 'le client')).toEqual({
      position: 4,
      removed: 0,
      inserted: 'l'
    });
    expect(changeBetween('a😀b', 'a😁b')).toEqual({ position: 1, removed: 2, inserted: '😁' });
  });

  it('is refused from outside when it is no change', () => {
    expect(editSchema.safeParse(edit(1, { inserted: 'à' })).success).toBe(true);
    expect(editSchema.safeParse(edit(0, {})).success).toBe(false);
    expect(editSchema.safeParse(edit(1, { position: -1 })).success).toBe(false);
    expect(editSchema.safeParse(edit(1, { inserted: '\ud83d' })).success).toBe(false);
    expect(editSchema.safeParse({ ...edit(1, {}), score: 3 }).success).toBe(false);
  });
});
