import { faces } from './fonts.ts';

/** Stands for a letter that no face has: the reader sees that something is missing. */
const missing = '\u25a1';

/**
 * Controls, invisible formatting (bidi overrides, zero width, tags), private use, unassigned. A
 * zero-width joiner means something inside Arabic and Persian words, and stays there.
 */
const invisible =
  /[[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Variation_Selector}]--[\n\u200c\u200d]]|(?<!\p{scx=Arabic})[\u200c\u200d]|[\u200c\u200d](?!\p{scx=Arabic})/gv;
const plain = /^[\n\x20-\x7e]*$/;

/**
 * The text as documents can print it. The rule:
 * 1. composed form (NFC), so that an accent typed apart prints as one letter;
 * 2. line breaks stay, tabs become spaces; every other control, bidi override, zero-width
 *    character, tag and variation selector goes (a zero-width joiner stays inside Arabic words);
 * 3. at most three combining marks stay on a letter;
 * 4. what no face covers: a letter or digit becomes □, a symbol (an emoji) or a mark goes.
 *
 * Nothing else changes: markup such as `#let` or `*x*` is text, and prints as it is.
 */
export function printable(text: string): string {
  return plain.test(text)
    ? text
    : tidy(text)
        .replace(/[^\n\x20-\x7e]/gu, shown)
        .trim();
}

/**
 * The characters of a text that a document cannot show as they were typed, each once: lets a form
 * warn before a name is printed with □ in it.
 */
export function unprintable(text: string): string[] {
  return [...new Set(tidy(text))].filter((character) => shown(character) !== character);
}

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(invisible, '')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1');
}

function shown(character: string): string {
  if (/[\n\u200c\u200d]/.test(character)) return character;
  if (faces().covers(character.codePointAt(0)!)) return character;
  if (/\p{Zs}/u.test(character)) return ' ';
  return /[\p{L}\p{N}]/u.test(character) ? missing : '';
}
