/**
 * Facts about a written answer, each with its place and a sentence: « indices, à vérifier ». No score,
 * and nothing of what someone felt (Regulation (EU) 2024/1689, article 5(1)(f)). Pure.
 */
import { stageOf } from '../../sitting/fields.ts';
import type { GivenDocument } from '../material.ts';
import { dossierUsed, mentionsOf, namesThatDiffer, wordsOfDocuments } from './dossier.ts';
import { evidenceKinds, type Finding, type TextFinding } from './finding.ts';
import { grammar } from './grammar.ts';
import { journey } from './journey.ts';
import { spelling, type Speller } from './spelling.ts';
import { closing, paragraphs, salutation } from './structure.ts';
import { repetitions, typography } from './style.ts';

/** What is looked for in a text. `isSent`: others read it as it is written. */
interface Part {
  opens?: true;
  closes?: true;
  flows?: true;
  isSent: boolean;
}

/** In which texts each part of a letter is looked for; a text that is alone holds them all. */
const parts: Record<string, Part> = {
  subject: { isSent: true },
  salutation: { opens: true, isSent: true },
  body: { flows: true, isSent: true },
  closing: { closes: true, isSent: true },
  notes: { isSent: false }
};
const alone: Part = { opens: true, closes: true, flows: true, isSent: true };
const partOf = (field: string): Part => parts[field] ?? (stageOf(field) ? { isSent: true } : alone);

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
    if (field === 'stages') return journey(texts);
    const part = partOf(field);
    const found: TextFinding[] = [
      ...(part.opens ? [salutation(text)] : []),
      ...(part.closes ? [closing(text)] : []),
      ...(part.flows ? [...paragraphs(text), ...repetitions(text)] : []),
      ...(part.isSent
        ? [...spelling(text, speller, known), ...grammar(text, speller), ...typography(text)]
        : []),
      ...namesThatDiffer(text, mentions),
      ...dossierUsed(text, mentions)
    ];
    return found.map((each): Finding => ({ ...each, field }));
  });
  return evidenceKinds.flatMap((kind) => findings.filter((finding) => finding.kind === kind));
}
