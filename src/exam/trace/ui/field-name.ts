import type { Language } from '#platform/language.ts';
import { stageOf, stageOrder } from '../../sitting/fields.ts';
import { examWords } from '../../sitting/words.ts';
import type { Texts } from '../edits.ts';
import { traceWords } from '../messages.ts';

/** What a field of a paper is called: « Message », « Étape 2, Points de vigilance ». */
export function fieldName(field: string, language: Language, texts: Texts): string {
  const words = traceWords[language];
  const told = stageOf(field);
  if (!told) return words.fields[field] ?? field;
  const place = stageOrder(texts['stages'] ?? '').indexOf(told.stage) + 1;
  const { stage, aspects } = examWords[language].stages;
  return told.aspect === 'name' ? stage(place) : words.journey.stage(place, aspects[told.aspect]);
}
