import { typographyRules, type TypographyRule } from '../../subjects/typography.ts';
import { quote, type TextFinding } from './finding.ts';
import { bare, tokensOf, withoutElision, type Token } from './tokens.ts';

/** What a keyboard cannot type easily is no fault of the candidate’s: no-break spaces, ’ and …. */
const typable = new Set(['quotes', 'thin-space', 'colon-space', 'double-space']);

/** Rules that a letter typed at any keyboard can follow. */
const keyboardRules: readonly TypographyRule[] = [
  ...typographyRules.filter(({ id }) => typable.has(id)),
  {
    id: 'comma-space',
    pattern: /\p{L},(?=\p{L})/u,
    sentence: {
      fr: 'il manque une espace après la virgule',
      en: 'a space is missing after a comma'
    }
  },
  {
    id: 'before-comma',
    pattern: /\p{L} [,.](?!\d)/u,
    sentence: {
      fr: 'pas d’espace avant une virgule ou un point',
      en: 'no space before a comma or a full stop'
    }
  },
  {
    id: 'english-mister',
    pattern: /(?<!\p{L})Mr\.? /u,
    sentence: {
      fr: 'Monsieur s’abrège «\u00a0M.\u00a0»',
      en: 'Monsieur is abbreviated «\u00a0M.\u00a0»'
    }
  }
];

/** Where a text departs from French typography. */
export const typography = (text: string): TextFinding[] =>
  keyboardRules.flatMap(({ pattern, sentence }) =>
    [...text.matchAll(new RegExp(pattern, `${pattern.flags}g`))].map((found) => ({
      kind: 'typography' as const,
      from: found.index,
      to: found.index + found[0].length,
      sentence: {
        fr: `${quote(found[0].trim())}\u00a0: ${sentence.fr}.`,
        en: `${quote(found[0].trim())}: ${sentence.en}.`
      }
    }))
  );

const shortestWord = 5;
const mostTimes = 2;
/** Words that carry no style: saying them again is no repetition. */
const plainWords = new Set(
  `votre notre leurs cette avoir avons serons serait seront aurons
  comme ainsi aussi alors encore toute toutes lorsque pendant depuis dans parmi
  madame monsieur mesdames messieurs`.split(/\s+/)
);

/** Words of five letters or more that a text says three times or more, in the singular or plural. */
export function repetitions(text: string): TextFinding[] {
  const words = tokensOf(text)
    .map((token) => ({ ...token, root: root(token) }))
    .filter(({ root }) => root.length >= shortestWord && !plainWords.has(root));
  return [...Map.groupBy(words, (word) => word.root).values()]
    .filter((said) => said.length > mostTimes)
    .map((said) => {
      const { from, to, word } = said[0]!;
      const words = quote(withoutElision(word).toLowerCase());
      return {
        kind: 'repetition',
        from,
        to,
        sentence: {
          fr: `${words} revient ${said.length} fois.`,
          en: `${words} comes ${said.length} times.`
        }
      };
    });
}

const root = ({ word }: Token) => bare(withoutElision(word)).replace(/(?<=\p{L}{4})[sx]$/u, '');
