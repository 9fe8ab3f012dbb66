import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printable, unprintable } from './printable.ts';
import { anyText } from './testing.ts';

describe('what documents print of a text', () => {
  test.each([
    ['Aïssatou Diallo-Lefèvre'],
    ['Nguyễn Thị Ánh Tuyết'],
    ['Łukasz Żółkiewski'],
    ['Σοφία Παπαδοπούλου'],
    ['Юлия Щербакова'],
    ['محمد بن سلمان'],
    ['王小明'],
    ['علی\u200cرضا'],
    ['#let x = *1* $a$ _b_ @c <d> \\u{41} ```'],
    ['première ligne\nseconde ligne']
  ])('keeps %j as it is', (text) => {
    expect(printable(text)).toBe(text);
    expect(unprintable(text)).toEqual([]);
  });

  test('composes accents that were typed apart', () => {
    expect(printable('Nguye\u0302\u0303n')).toBe('Nguyễn');
  });

  test('drops what cannot be seen: bidi overrides, zero widths, controls, tags', () => {
    expect(printable('Al\u202eice\u200b \u0007Mar\u2066tin\u{e0041}\ufeff')).toBe('Alice Martin');
    expect(printable('a\u200cb')).toBe('ab');
  });

  test('drops emoji, and shows a box for a letter that no face has', () => {
    expect(printable('Zoé 👩🏽‍🍳')).toBe('Zoé');
    expect(printable('한나')).toBe('□□');
    expect(unprintable('한나 Zoé 🎉')).toEqual(['한', '나', '🎉']);
  });

  test('keeps three marks on a letter at most', () => {
    expect(printable(`q${'\u0301\u0302\u0303\u0304\u0305'}`)).toBe('q\u0301\u0302\u0303');
  });

  test('has nothing more to do the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(printable(printable(text))).toBe(printable(text));
      })
    );
  });
});
