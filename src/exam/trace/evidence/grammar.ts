import type { Phrase } from '#platform/language.ts';
import { quote, type TextFinding } from './finding.ts';
import type { Speller } from './spelling.ts';

/**
 * Faults that a pattern finds with hardly any doubt. They are few: the rest of grammar is left to the
 * eyes of the jury.
 */
interface Rule {
  pattern: RegExp;
  /** Whether what the pattern found is a fault indeed. */
  holds?: (found: RegExpExecArray, speller: Speller) => boolean;
  sentence: (words: string) => Phrase;
}

const vowel = '[aâàeéèêëiîïoôuùûœ]';
/** Begin with a vowel, and take no elision before them. */
const withoutElision = /^(?:on[zc]|oui|yacht|uhlan|ouistiti|un\b|une\b|y)/iu;

const rules: readonly Rule[] = [
  {
    pattern: /(?<![\p{L}’'-])(\p{L}+) \1(?![\p{L}’'-])/giu,
    holds: ([, word = '']) => !/^(?:nous|vous)$/iu.test(word),
    sentence: (words) => ({
      fr: `${quote(words)}\u00a0: un mot est écrit deux fois de suite.`,
      en: `${quote(words)}: a word is written twice in a row.`
    })
  },
  {
    pattern: new RegExp(`(?<![\\p{L}’'-])(?:je|le|la|de|ne|que|me|te|se) (${vowel}\\p{L}*)`, 'giu'),
    // A letter by itself may be a name: « le bâtiment de A ».
    holds: ([, word = '']) => word.length > 1 && !withoutElision.test(word),
    sentence: (words) => ({
      fr: `${quote(words)}\u00a0: l’élision manque devant une voyelle.`,
      en: `${quote(words)}: the elision before a vowel is missing.`
    })
  },
  {
    pattern: /(?<![\p{L}’'-])si ils?(?!\p{L})/giu,
    sentence: (words) => ({
      fr: `${quote(words)}\u00a0: l’usage est d’écrire «\u00a0s’il\u00a0».`,
      en: `${quote(words)}: usage is to write «\u00a0s’il\u00a0».`
    })
  },
  {
    pattern:
      /(?<![\p{L}’'-])(?:avons|avez|ont|aurons|aurez|auront|avions|aviez) (\p{L}+)er(?!\p{L})/giu,
    holds: ([, stem = ''], speller) => speller.knows(`${stem}é`.toLowerCase()),
    sentence: (words) => ({
      fr: `${quote(words)}\u00a0: après «\u00a0avoir\u00a0», on attend un participe passé, non un infinitif.`,
      en: `${quote(words)}: after «\u00a0avoir\u00a0», a past participle is expected, not an infinitive.`
    })
  },
  {
    pattern:
      /(?<!\p{L})(?:afin de|avant de|en vue de) (?:vous |nous |l[ea] |les )?(\p{L}+)é(?!\p{L})/giu,
    holds: ([, stem = ''], speller) => speller.knows(`${stem}er`.toLowerCase()),
    sentence: (words) => ({
      fr: `${quote(words)}\u00a0: après «\u00a0de\u00a0», on attend un infinitif.`,
      en: `${quote(words)}: after «\u00a0de\u00a0», an infinitive is expected.`
    })
  },
  {
    pattern: /(?<![\p{L}’'-])nous vous \p{L}+ront(?!\p{L})/giu,
    sentence: (words) => ({
      fr: `${quote(words)}\u00a0: le verbe ne s’accorde pas avec «\u00a0nous\u00a0».`,
      en: `${quote(words)}: the verb does not agree with «\u00a0nous\u00a0».`
    })
  }
];

/** Faults of grammar that need no doubt, each with the words where it stands. */
export const grammar = (text: string, speller: Speller): TextFinding[] =>
  rules.flatMap(({ pattern, holds, sentence }) =>
    [...text.matchAll(pattern)]
      .filter((found) => holds?.(found, speller) ?? true)
      .map((found) => ({
        kind: 'grammar' as const,
        from: found.index,
        to: found.index + found[0].length,
        sentence: sentence(found[0])
      }))
  );
