import type { Phrase } from '#platform/language.ts';

/** What evidence is about, in the order in which it is shown. */
export const evidenceKinds = [
  'journey',
  'salutation',
  'closing',
  'paragraphs',
  'spelling',
  'grammar',
  'typography',
  'repetition',
  'name',
  'dossier'
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/**
 * A fact about a text, with its place: never a mark, never what someone felt. `from` and `to` are
 * UTF-16 offsets; they are equal when the fact is that something was not found.
 */
export interface Finding {
  kind: EvidenceKind;
  field: string;
  from: number;
  to: number;
  sentence: Phrase;
}

/** A finding of one text, before its field is known. */
export type TextFinding = Omit<Finding, 'field'>;

/** A sentence about words of the text, which both languages quote as they stand. */
export const quote = (words: string): string => `«\u00a0${words}\u00a0»`;
