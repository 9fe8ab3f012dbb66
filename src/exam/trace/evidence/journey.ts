import { stageAspects, stageField, stageOrder, type StageAspect } from '../../sitting/fields.ts';
import { examWords } from '../../sitting/words.ts';
import type { Phrase } from '#platform/language.ts';
import { quote, type Finding } from './finding.ts';

/** What the map of a journey tells (EC1), beside the names of its stages: facts that the eye would count. */
export function journey(texts: Readonly<Record<string, string>>): Finding[] {
  const stages = stageOrder(texts['stages'] ?? '');
  if (stages.length === 0) return [];
  const holds = (stage: number, aspect: StageAspect) =>
    (texts[stageField(stage, aspect)] ?? '').trim() !== '';
  const told = stageAspects
    .filter((each) => each !== 'name')
    .map((aspect) => {
      const places = stages.flatMap((stage, index) => (holds(stage, aspect) ? [index + 1] : []));
      return fact(toldAt(aspect, places, stages.length));
    });
  return [fact(count(stages.length)), ...told];
}

/** The whole map is where these stand: no place in a text. */
const fact = (sentence: Phrase): Finding => ({
  kind: 'journey',
  field: 'stages',
  from: 0,
  to: 0,
  sentence
});

const count = (stages: number): Phrase => ({
  fr: stages === 1 ? 'La carte a une étape.' : `La carte a ${stages} étapes.`,
  en: stages === 1 ? 'The map has one stage.' : `The map has ${stages} stages.`
});

function toldAt(aspect: StageAspect, places: readonly number[], stages: number): Phrase {
  const [fr, en] = [examWords.fr, examWords.en].map((words) => quote(words.stages.aspects[aspect]));
  const [only] = places;
  if (only === undefined)
    return { fr: `${fr}\u00a0: écrit à aucune étape.`, en: `${en}: at no stage.` };
  if (places.length === stages)
    return {
      fr: `${fr}\u00a0: écrit à chaque étape.`,
      en: `${en}: at each stage.`
    };
  if (places.length === 1)
    return {
      fr: `${fr}\u00a0: écrit à l’étape ${only}.`,
      en: `${en}: at stage ${only}.`
    };
  const list = (and: string) => `${places.slice(0, -1).join(', ')} ${and} ${places.at(-1)}`;
  return {
    fr: `${fr}\u00a0: écrit aux étapes ${list('et')}.`,
    en: `${en}: at stages ${list('and')}.`
  };
}
