/** What a candidate writes, by assessment: named texts, each with its own history. */
import type { SubjectAssessment } from '../subjects/model.ts';

/** What each stage of a client's journey is told by (EC1), in the order of the screen. */
export const stageAspects = [
  'name',
  'alternatives',
  'excellence',
  'value',
  'vigilance',
  'disability'
] as const;
export type StageAspect = (typeof stageAspects)[number];

export const mostStages = 12;

const simple: Record<SubjectAssessment, readonly string[]> = {
  EC1: ['notes', 'stages'],
  EC2: ['subject', 'salutation', 'body', 'closing'],
  EC3: ['reply-1', 'reply-2'],
  MS1: ['notes'],
  MS2: ['notes'],
  MS3: ['notes'],
  MS4: ['notes'],
  MS5: ['notes', 'plan']
};

/** The fields of an assessment that are always there; EC1 has those of its stages besides. */
export const fieldsOf = (assessment: SubjectAssessment): readonly string[] => simple[assessment];

/** The assessments whose jury reads how the answer was made: what is presented or sent was written. */
export const isTraced = (assessment: string): boolean =>
  assessment === 'EC1' || assessment === 'EC2' || assessment === 'EC3';

/** The field of one aspect of one stage: « stage-3.value ». Stages are numbered as they were made. */
export const stageField = (stage: number, aspect: StageAspect): string =>
  `stage-${stage}.${aspect}`;

const stagePattern = new RegExp(`^stage-([1-9]\\d?)\\.(${stageAspects.join('|')})$`);

/** Whether an assessment has such a field. */
export function isField(assessment: SubjectAssessment, field: string): boolean {
  if (simple[assessment].includes(field)) return true;
  const stage = assessment === 'EC1' ? stagePattern.exec(field) : null;
  return stage !== null && Number(stage[1]) <= mostStages;
}

/** The order of the stages, read from the text of « stages » (« 1,3,2 »); what is not one is left out. */
export function stageOrder(text: string): number[] {
  const numbers = text
    .split(',')
    .map(Number)
    .filter((each) => Number.isInteger(each) && each >= 1 && each <= mostStages);
  return [...new Set(numbers)];
}

/** The fields whose texts are read, in the order of the paper: stages that were taken away are not. */
export function readFields(
  assessment: SubjectAssessment,
  texts: Readonly<Record<string, string>>
): string[] {
  if (assessment !== 'EC1') return [...fieldsOf(assessment)];
  const stages = stageOrder(texts['stages'] ?? '');
  return [
    ...stages.flatMap((stage) => stageAspects.map((aspect) => stageField(stage, aspect))),
    'notes'
  ];
}

/** Which aspect of which stage a field tells; null for any other field. */
export function stageOf(field: string): { stage: number; aspect: StageAspect } | null {
  const found = stagePattern.exec(field);
  return found && { stage: Number(found[1]), aspect: found[2] as StageAspect };
}

/** The longest text of a field, in UTF-16 units: thirty printed pages; a stage's aspect, one. */
export const fieldLimit = (field: string): number => (field.startsWith('stage') ? 2_000 : 60_000);

/**
 * What the hash of an answer is made of: the fields that hold something, by name, as one line of JSON.
 * SHA-256 of its UTF-8 bytes is on the candidate's receipt, and anyone can compute it again.
 */
export const answerText = (texts: Readonly<Record<string, string>>): string =>
  JSON.stringify(
    Object.entries(texts)
      .filter(([, text]) => text !== '')
      .sort(([one], [other]) => (one < other ? -1 : 1))
  );
