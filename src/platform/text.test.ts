import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanEmail, cleanName, cleanText } from './text.ts';

const value = (result: ReturnType<typeof cleanName>) =>
  result.ok ? result.value : result.error.code;

describe('a name', () => {
  test.each([
    'Anne-Laure d’Estienne d’Orves',
    "N'Guessan Aya",
    'Nguyễn Thị Ánh',
    'Zoë Łukasiewicz',
    '山田 太郎',
    'عبد الرحمن',
    'می‌خواهم',
    'ශ්‍රී ලාල්',
    'Lluís Gal·la',
    'Jean-Paul Ⅱ',
    'Ó Súilleabháin'
  ])('keeps %s', (name) => expect(value(cleanName(name))).toBe(name.normalize('NFC')));

  test('is composed, trimmed, and its spaces are single', () => {
    expect(value(cleanName('  Zoe\u0308 \u00a0\n Durand '))).toBe('Zoë Durand');
  });

  test.each([
    ['', 'text.empty'],
    [' \u00a0 ', 'text.empty'],
    ['a'.repeat(121), 'text.too-long'],
    ['Anne\u202eeirraM', 'text.invisible'],
    ['Anne\u2066Marie', 'text.invisible'],
    ['Anne\u0000Marie', 'text.invisible'],
    ['Anne\u200bMarie', 'text.invisible'],
    ['Du\u00adrand', 'text.invisible'],
    ['Du\u200drand', 'text.invisible'],
    ['Durand\ufeff', 'text.invisible'],
    ['Durand \ud800', 'text.invisible'],
    ['Durand 🎉', 'text.pictograph'],
    ['Durand ❤️', 'text.pictograph'],
    ['🇫🇷 Durand', 'text.pictograph'],
    ['1️⃣ Durand', 'text.pictograph'],
    ['12345', 'text.not-a-name'],
    ['D\u0300\u0301\u0302\u0303\u0304\u0305\u0306urand', 'text.not-a-name']
  ])('refuses %j', (name, code) => expect(value(cleanName(name))).toBe(code));

  test('cleaned once is clean for good, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (raw) => {
        const once = cleanName(raw);
        if (once.ok) expect(cleanName(once.value)).toEqual(once);
      })
    );
  });
});

test('a text keeps its lines, and refuses what cannot be seen', () => {
  expect(cleanText(' Bel accueil 👏\r\nRegard posé ', 100)).toEqual({
    ok: true,
    value: 'Bel accueil 👏\nRegard posé'
  });
  expect(cleanText('a\u202eb', 100)).toMatchObject({
    ok: false,
    error: { code: 'text.invisible' }
  });
  expect(cleanText('abc', 2)).toMatchObject({ ok: false, error: { code: 'text.too-long' } });
});

test('an address is known under one form, and nothing else passes for one', () => {
  expect(value(cleanEmail(' Anne.Durand@Exemple.FR '))).toBe('anne.durand@exemple.fr');
  for (const raw of [
    '',
    'anne',
    'anne@exemple',
    'a b@exemple.fr',
    'a@exemple.fr\nBcc: x@y.fr',
    'a@b@exemple.fr',
    'anne\u202e@exemple.fr'
  ])
    expect(value(cleanEmail(raw))).toBe('text.email');
});
