import type { Phrase } from '#platform/language.ts';
import { frenchSpaces } from '#platform/typography.ts';

/** A rule that a pattern can find broken, with what to say of it. */
export interface TypographyRule {
  id: string;
  pattern: RegExp;
  sentence: Phrase;
}

export const typographyRules: readonly TypographyRule[] = [
  {
    id: 'apostrophe',
    pattern: /['´`]/,
    sentence: {
      fr: 'apostrophe droite\u00a0: écrivez ’',
      en: 'straight apostrophe: write ’'
    }
  },
  {
    id: 'quotes',
    // “ ” are right for a quotation inside « ».
    pattern: /"/,
    sentence: {
      fr: 'guillemets droits\u00a0: écrivez «\u00a0»',
      en: 'straight quotation marks: write «\u00a0»'
    }
  },
  {
    id: 'ellipsis',
    pattern: /\.\.\./,
    sentence: { fr: 'trois points séparés\u00a0: écrivez …', en: 'three full stops: write …' }
  },
  {
    id: 'thin-space',
    pattern: /[\p{L}\p{N})»…][;!?]/u,
    sentence: {
      fr: 'il manque une espace fine avant ; ! ou ?',
      en: 'a thin space is missing before ; ! or ?'
    }
  },
  {
    id: 'colon-space',
    pattern: /[\p{L})»…]:(?!\/\/)/u,
    sentence: {
      fr: 'il manque une espace insécable avant :',
      en: 'a no-break space is missing before :'
    }
  },
  {
    id: 'unit-space',
    pattern: /\d (?:[€%]|h(?!\p{L}))/u,
    sentence: {
      fr: 'espace ordinaire entre un nombre et son unité',
      en: 'ordinary space between a number and its unit'
    }
  },
  {
    id: 'thousands-space',
    pattern: /\d \d{3}(?!\d)/,
    sentence: { fr: 'espace ordinaire dans un nombre', en: 'ordinary space inside a number' }
  },
  {
    id: 'hour-space',
    pattern: /\bh \d\d\b/,
    sentence: { fr: 'espace ordinaire dans une heure', en: 'ordinary space inside a time' }
  },
  {
    id: 'title-space',
    pattern: /(?:^|[\s(«\u00a0])(?:M\.|MM\.|Mme|Mmes|Mlle|Dr|Me|n°) \p{Lu}/u,
    sentence: {
      fr: 'espace ordinaire après une civilité',
      en: 'ordinary space after a form of address'
    }
  },
  {
    id: 'double-space',
    pattern: /\S {2,}\S/,
    sentence: { fr: 'espaces doubles', en: 'double spaces' }
  }
];

/**
 * What French typography would correct in a text, one sentence each with the words around it.
 * Source: Lexique des règles typographiques en usage à l’Imprimerie nationale.
 */
export function typographyFaults(text: string): string[] {
  const faults = typographyRules.flatMap(({ pattern, sentence }) => {
    const found = pattern.exec(text);
    return found ? [`${sentence.fr} (${excerpt(text, found.index)})`] : [];
  });
  const spaced = frenchSpaces(text);
  if (spaced !== text) {
    const place = [...text].findIndex((letter, index) => letter !== [...spaced][index]);
    faults.push(
      `espace à rendre insécable avant : ; ! ? » ou après « (${excerpt(text, Math.max(place, 0))})`
    );
  }
  return faults;
}

const excerpt = (text: string, place: number) =>
  `…${text.slice(Math.max(0, place - 20), place + 20).replace(/\n/g, ' ')}…`;

/** Every text of a value, with the path that leads to it, e.g. `candidate.documents[0].title`. */
export function* textsOf(value: unknown, path = ''): Generator<{ path: string; text: string }> {
  if (typeof value === 'string') yield { path, text: value };
  else if (Array.isArray(value))
    for (const [index, member] of value.entries()) yield* textsOf(member, `${path}[${index}]`);
  else if (typeof value === 'object' && value !== null)
    for (const [key, member] of Object.entries(value))
      yield* textsOf(member, path ? `${path}.${key}` : key);
}
