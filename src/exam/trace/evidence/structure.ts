import { quote, type TextFinding } from './finding.ts';
import { tokensOf } from './tokens.ts';

const salutationPattern =
  /^(?:tr[eè]s )?(?:ch[eè]re?s?|bonjour|bonsoir|madame|monsieur|mesdames|messieurs)(?!\p{L})/iu;
const closingPattern =
  /agr[ée]er|salutations|consid[ée]ration|cordialement|respectueu|sentiments|d[ée]vou|bien à vous|au plaisir|dans l[’']attente|recevez|veuillez|vous pri(?:e|ons)/iu;

/** The first line of a text, and whether it greets as letters do. */
export function salutation(text: string): TextFinding {
  const line = lineFrom(text, text.search(/\S/));
  return salutationPattern.test(line.words)
    ? {
        kind: 'salutation',
        from: line.from,
        to: line.to,
        sentence: {
          fr: `Formule d’appel trouvée\u00a0: ${quote(line.words)}.`,
          en: `Salutation found: ${quote(line.words)}.`
        }
      }
    : {
        kind: 'salutation',
        from: 0,
        to: 0,
        sentence: {
          fr: 'Aucune formule d’appel n’a été reconnue en tête du texte.',
          en: 'No salutation was recognised at the head of the text.'
        }
      };
}

/** The last paragraphs of a text, and whether one of them takes leave as letters do. */
export function closing(text: string): TextFinding {
  const found = paragraphsOf(text)
    .slice(-3)
    .find(({ words }) => closingPattern.test(words));
  return found
    ? {
        kind: 'closing',
        from: found.from,
        to: found.to,
        sentence: {
          fr: `Formule de politesse trouvée\u00a0: ${quote(shorten(found.words))}.`,
          en: `Closing formula found: ${quote(shorten(found.words))}.`
        }
      }
    : {
        kind: 'closing',
        from: text.length,
        to: text.length,
        sentence: {
          fr: 'Aucune formule de politesse n’a été reconnue à la fin du texte.',
          en: 'No closing formula was recognised at the end of the text.'
        }
      };
}

/** How long each paragraph is. */
export function paragraphs(text: string): TextFinding[] {
  const lengths = paragraphsOf(text).map(({ words }) => tokensOf(words).length);
  if (lengths.length === 0) return [];
  const list = (and: string) =>
    lengths.length === 1
      ? `${lengths[0]}`
      : `${lengths.slice(0, -1).join(', ')} ${and} ${lengths.at(-1)}`;
  const [fr, en] =
    lengths.length === 1
      ? [`Un seul paragraphe, de ${lengths[0]} mots.`, `One paragraph, of ${lengths[0]} words.`]
      : [
          `${lengths.length} paragraphes, de ${list('et')} mots.`,
          `${lengths.length} paragraphs, of ${list('and')} words.`
        ];
  return [{ kind: 'paragraphs', from: 0, to: text.length, sentence: { fr, en } }];
}

interface Stretch {
  from: number;
  to: number;
  words: string;
}

const paragraphsOf = (text: string): Stretch[] =>
  [...text.matchAll(/[^\n]*\S[^\n]*/g)].map(({ 0: words, index }) => ({
    from: index,
    to: index + words.length,
    words: words.trim()
  }));

function lineFrom(text: string, start: number): Stretch {
  const from = Math.max(start, 0);
  const end = text.indexOf('\n', from);
  const to = end < 0 ? text.length : end;
  return { from, to, words: shorten(text.slice(from, to).trim()) };
}

const longestQuote = 80;
const shorten = (words: string): string =>
  words.length > longestQuote ? `${words.slice(0, longestQuote).trimEnd()}…` : words;
