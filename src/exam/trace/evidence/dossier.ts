import type { GivenDocument } from '../material.ts';
import { quote, type TextFinding } from './finding.ts';
import { bare, tokensOf, withoutElision } from './tokens.ts';

/** A name (a capital inside a sentence) or a fact in figures (a date, an hour, a price). */
interface Mention {
  words: string;
  documents: string[];
}

const capitalised = "\\p{Lu}[\\p{L}’'-]*\\p{Ll}";
const oneName = `(?!(?:Mme|Mmes|Mlle|Dr|Me)[ \\u00a0])${capitalised}(?:[ \\u00a0]${capitalised})*`;
const afterTitle = '(?<=(?:M\\.|MM\\.|Mme|Mmes|Mlle|Dr|Me)[ \\u00a0])';
const insideSentence = "(?<=[\\p{L},;’'(][ \\u00a0]?)(?<!\\p{Lu})";
const namePattern = new RegExp(`(?:${afterTitle}|${insideSentence})${oneName}`, 'gu');

/** A number of three figures or more, or of any with what it counts. */
const figurePattern =
  /\d+(?:[ \u00a0\u202f.]\d{3})*(?:,\d+)?(?:[ \u00a0\u202f](?:h(?:[ \u00a0\u202f]\d\d)?|€|euros|%|minutes|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?!\p{L}))?/gu;
/** Capitals that are no names. */
const titles =
  /^(?:M|MM|Mme|Mmes|Mlle|Madame|Monsieur|Mesdames|Messieurs|Bonjour|Je|Nous|Vous|Le|La|Les|Un|Une|Il|Elle)$/u;

/** The names and facts of documents, by how they are written. */
export function mentionsOf(documents: readonly GivenDocument[]): Map<string, Mention> {
  const mentions = new Map<string, Mention>();
  for (const { title, text } of documents)
    for (const words of found(text.replace(/[*_]/g, ''))) {
      const key = spaced(words);
      const mention = mentions.get(key) ?? { words: key, documents: [] };
      if (!mention.documents.includes(title)) mention.documents.push(title);
      mentions.set(key, mention);
    }
  return mentions;
}

/** Names of documents, word by word: a speller need not know them. */
export const wordsOfDocuments = (documents: readonly GivenDocument[]): Set<string> =>
  new Set(
    documents.flatMap(({ text }) =>
      tokensOf(text).flatMap(({ word }) => [word, withoutElision(word)])
    )
  );

/** Names and facts of the dossier that a text takes up, each at its first place. */
export function dossierUsed(text: string, mentions: ReadonlyMap<string, Mention>): TextFinding[] {
  const readable = spaced(text);
  return [...mentions.values()].flatMap(({ words, documents }) => {
    const place = placeOf(readable, words);
    if (place < 0) return [];
    const list = documents.map(quote).join(', ');
    return [
      {
        kind: 'dossier' as const,
        from: place,
        to: place + words.length,
        sentence: {
          fr: `${quote(words)} figure dans le dossier\u00a0: ${list}.`,
          en: `${quote(words)} is in the dossier: ${list}.`
        }
      }
    ];
  });
}

/** Words with a capital that differ by one letter from a name of the dossier. */
export function namesThatDiffer(
  text: string,
  mentions: ReadonlyMap<string, Mention>
): TextFinding[] {
  const written = [...mentions.keys()].flatMap((words) => words.split(' ')).filter(isName);
  const known = new Set(written);
  return tokensOf(text).flatMap(({ word, from, to }) => {
    const name = withoutElision(word);
    if (!isName(name) || name.length < 4 || known.has(name)) return [];
    const near = written.find(
      (each) => isOneLetterApart(bare(each), bare(name)) || bare(each) === bare(name)
    );
    if (!near) return [];
    return [
      {
        kind: 'name' as const,
        from: from + word.length - name.length,
        to,
        sentence: {
          fr: `${quote(name)}\u00a0: le dossier écrit ${quote(near)}.`,
          en: `${quote(name)}: the dossier writes ${quote(near)}.`
        }
      }
    ];
  });
}

const found = (text: string): string[] => [
  ...[...text.matchAll(namePattern)].map(([words]) => words).filter(isName),
  ...[...text.matchAll(figurePattern)].map(([words]) => words).filter((words) => words.length > 2)
];
const isName = (word: string) => /^\p{Lu}/u.test(word) && !titles.test(word);
/** No-break spaces are spaces, so that offsets stay. */
const spaced = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

/** The first place of words that are not a part of longer ones; -1 when there is none. */
function placeOf(text: string, words: string): number {
  const part = /[\p{L}\p{N}]/u;
  for (let place = text.indexOf(words); place >= 0; place = text.indexOf(words, place + 1)) {
    const before = text[place - 1] ?? ' ';
    const after = text[place + words.length] ?? ' ';
    if (!part.test(before) && !part.test(after)) return place;
  }
  return -1;
}

/** Whether one letter added, removed or replaced makes one word of the other. */
function isOneLetterApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  const rest = long.slice(same + 1);
  return rest === short.slice(short.length === long.length ? same + 1 : same);
}
