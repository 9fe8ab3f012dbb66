import { quote, type TextFinding } from './finding.ts';
import { tokensOf } from './tokens.ts';

/** A dictionary: whether it holds a word, whatever apostrophe the word is written with. */
export interface Speller {
  knows(word: string): boolean;
}

/**
 * Words that the dictionary does not hold. Names of the dossier are known; a compound is, when its
 * parts are.
 */
export function spelling(
  text: string,
  speller: Speller,
  known: ReadonlySet<string>
): TextFinding[] {
  const isKnown = (word: string) => known.has(word) || speller.knows(word);
  return tokensOf(text)
    .filter(({ word }) => !isKnown(word) && !word.split(/['’-]/).every(isPart))
    .map(({ word, from, to }) => ({
      kind: 'spelling',
      from,
      to,
      sentence: {
        fr: `${quote(word)} n’est pas dans le dictionnaire.`,
        en: `${quote(word)} is not in the dictionary.`
      }
    }));

  // An elided letter alone is no word, and proves nothing.
  function isPart(part: string, index: number, parts: string[]): boolean {
    return isKnown(part) || (parts.length > 1 && index < parts.length - 1 && part.length <= 2);
  }
}
