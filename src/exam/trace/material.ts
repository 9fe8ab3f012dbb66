/** What a candidate had before their eyes, and could copy: answers of the assistant, the dossier. */
import { textsOf } from '../subjects/typography.ts';
import type { SubjectDocument } from '../subjects/documents.ts';
import type { Source } from './pieces.ts';

/** An answer of the assistant, and when its question was sent (milliseconds of the sitting). */
export interface GivenAnswer {
  id: string;
  at: number;
  text: string;
}

/** A document of the dossier as one plain text. */
export interface GivenDocument {
  id: string;
  title: string;
  text: string;
}

export interface Material {
  answers: readonly GivenAnswer[];
  documents: readonly GivenDocument[];
}

export const noMaterial: Material = { answers: [], documents: [] };

/** Not shown to the candidate, or no words of the document. */
const silent = /^(?:id|kind)$|\.(?:id|tone|postedOn)$/;

/** The documents of a subject as texts that a paste can be compared with. */
export const documentTexts = (documents: readonly SubjectDocument[]): GivenDocument[] =>
  documents.map((document) => ({
    id: document.id,
    title: document.title,
    text: [...textsOf(document)]
      .filter(({ path }) => !silent.test(path))
      .map(({ text }) => text)
      .join('\n')
  }));

/**
 * Finds the passage that a text repeats, whatever the spaces, the apostrophes and the marks of
 * Markdown: of an answer whose question was sent before `at`, the latest first, else of a document.
 */
export function passageFinder({ answers, documents }: Material) {
  const foldedAnswers = answers.map((answer) => ({ answer, folded: fold(answer.text) }));
  const foldedDocuments = documents.map(({ id, text }) => ({ id, folded: fold(text) }));
  return (text: string, at: number): Source | undefined => {
    const sought = fold(text).trim();
    if (!/[\p{L}\p{N}]/u.test(sought)) return undefined;
    for (const { answer, folded } of foldedAnswers.toReversed()) {
      if (answer.at <= at && folded.includes(sought))
        return { origin: 'assistant', answerId: answer.id };
    }
    const document = foldedDocuments.find(({ folded }) => folded.includes(sought));
    return document && { origin: 'dossier', documentId: document.id };
  };
}

/** A text without what copying changes. */
const fold = (text: string): string =>
  text
    .replace(/[*_|>#]/g, '')
    .replace(/\s+/g, ' ')
    .replaceAll('’', "'");
