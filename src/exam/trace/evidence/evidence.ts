/**
 * Facts about a written answer, each with its place and a sentence: « indices, à vérifier ». No score,
 * and nothing of what someone felt (Regulation (EU) 2024/1689, article 5(1)(f)). Pure.
 */
import type { GivenDocument } from '../material.ts';
import { dossierUsed, mentionsOf, namesThatDiffer, wordsOfDocuments } from './dossier.ts';
import { evidenceKinds, type Finding, type TextFinding } from './finding.ts';
import { grammar } from './grammar.ts';
import { spelling, type Speller } from './spelling.ts';
import { closing, paragraphs, salutation } from './structure.ts';
import { repetitions, typography } from './style.ts';

/** In which texts each part of a letter is looked for; a text that is alone holds them all. */
const parts: Record<string, { opens?: true; closes?: true; flows?: true }> = {
  subject: {},
  salutation: { opens: true },
  body: { flows: true },
  closing: { closes: true }
};
const alone = { opens: true, closes: true, flows: true } as const;

/**
 * The findings of an answer, by kind then by place.
 * @param texts by field; an empty one gives nothing
 * @param documents of the dossier: what can be used from it, and words that need no dictionary
 */
export function evidenceOf(
  texts: Readonly<Record<string, string>>,
  documents: readonly GivenDocument[],
  speller: Speller
): Finding[] {
  const mentions = mentionsOf(documents);
  const known = wordsOfDocuments(documents);
  const findings = Object.entries(texts).flatMap(([field, text]) => {
    if (text.trim() === '') return [];
    const part = parts[field] ?? alone;
    const found: TextFinding[] = [
      ...(part.opens ? [salutation(text)] : []),
      ...(part.closes ? [closing(text)] : []),
      ...(part.flows ? [...paragraphs(text), ...repetitions(text)] : []),
      ...spelling(text, speller, known),
      ...grammar(text, speller),
      ...typography(text),
      ...namesThatDiffer(text, mentions),
      ...dossierUsed(text, mentions)
    ];
    return found.map((each): Finding => ({ ...each, field }));
  });
  return evidenceKinds.flatMap((kind) => findings.filter((finding) => finding.kind === kind));
}
