/** A text shown by where its words come from. */
import type { Piece, Source } from './pieces.ts';

/** `assistant-edited`: a word of the assistant in which the candidate changed a letter at least. */
export type SpanSource = Source | { origin: 'assistant-edited'; answerId: string };
export type SpanOrigin = SpanSource['origin'];

export const spanOrigins = [
  'candidate',
  'assistant',
  'assistant-edited',
  'dossier',
  'pasted',
  'unknown'
] as const satisfies readonly SpanOrigin[];

/** A stretch of a text with one source; UTF-16 offsets, `to` excluded. */
export type Span = { from: number; to: number } & SpanSource;

const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;
const wordUnit = /[\p{L}\p{M}\p{N}]/u;

/** The words of a text, letters and figures in a row, with their offsets. */
export const wordsOf = (text: string): { from: number; to: number; word: string }[] =>
  [...text.matchAll(wordPattern)].map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
    word
  }));

/** The spans of a text made of pieces: they cover it exactly, in order. */
export function spansOf(text: string, pieces: readonly Piece[]): Span[] {
  const placed = place(pieces);
  const edited = editedWords(text, placed);
  const spans: Span[] = [];
  const add = (from: number, to: number, source: SpanSource) => {
    const last = spans.at(-1);
    if (from === to) return;
    if (last && sameSource(last, source)) last.to = to;
    else spans.push({ ...source, from, to });
  };
  let next = 0;
  for (const { from, to, piece } of placed) {
    let start = from;
    for (; (edited[next]?.from ?? Infinity) < to; next += 1) {
      const word = edited[next]!;
      add(start, Math.max(start, word.from), piece.insertion.source);
      add(Math.max(start, word.from), Math.min(word.to, to), word.source);
      start = Math.min(word.to, to);
      if (word.to > to) break;
    }
    add(start, to, piece.insertion.source);
  }
  return spans;
}

interface Placed {
  from: number;
  to: number;
  piece: Piece;
}

function place(pieces: readonly Piece[]): Placed[] {
  let to = 0;
  return pieces.map((piece) => {
    const from = to;
    to += piece.length;
    return { from, to, piece };
  });
}

/** The words in which letters of the assistant stand beside others, or have lost some. */
function editedWords(text: string, placed: readonly Placed[]) {
  const found: { from: number; to: number; source: SpanSource }[] = [];
  let first = 0;
  for (const { from, to } of wordsOf(text)) {
    while (placed[first]!.to <= from) first += 1;
    let last = first;
    while (placed[last]!.to < to) last += 1;
    const within = placed.slice(first, last + 1);
    const source = within.map(({ piece }) => piece.insertion.source).find(isAssistant);
    if (!source || (first === last && isWhole(placed[first]!, from, to))) continue;
    found.push({ from, to, source: { origin: 'assistant-edited', answerId: source.answerId } });
  }
  return found;
}

const isAssistant = (source: Source) => source.origin === 'assistant';

/** Whether a word was a word already when it was inserted. */
function isWhole({ from: start, piece }: Placed, from: number, to: number): boolean {
  const { text } = piece.insertion;
  const before = text[piece.at + from - start - 1];
  const after = text[piece.at + to - start];
  return !(before && wordUnit.test(before)) && !(after && wordUnit.test(after));
}

function sameSource(a: SpanSource, b: SpanSource): boolean {
  if (a.origin !== b.origin) return false;
  if ('answerId' in a && 'answerId' in b) return a.answerId === b.answerId;
  return 'documentId' in a && 'documentId' in b ? a.documentId === b.documentId : true;
}

/** How many words of a text come from each source. */
export type Shares = Record<SpanOrigin, number> & { words: number };

/**
 * Counts words by the source of their first letter.
 * @param counts which spans count; all of them when it is left out
 */
export function sharesOf(
  text: string,
  spans: readonly Span[],
  counts: (span: Span) => boolean = () => true
): Shares {
  const shares: Shares = {
    words: 0,
    candidate: 0,
    assistant: 0,
    'assistant-edited': 0,
    dossier: 0,
    pasted: 0,
    unknown: 0
  };
  let index = 0;
  for (const { from } of wordsOf(text)) {
    while (spans[index]!.to <= from) index += 1;
    const span = spans[index]!;
    if (!counts(span)) continue;
    shares[span.origin] += 1;
    shares.words += 1;
  }
  return shares;
}
