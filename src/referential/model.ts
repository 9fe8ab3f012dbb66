/**
 * A certification as data: what is attested (competences), what is observed (criteria), in which
 * exercise (assessments), on which scale and by which policy. Knows no particular certification.
 */
import { fail, ok, type Result } from '#platform/result.ts';
import { describeIssue, inconsistencies, type Fault } from './faults.ts';
import {
  referentialShape,
  type Assessment,
  type AssessmentId,
  type Competence,
  type CompetenceId,
  type Criterion,
  type CriterionId,
  type Durations,
  type Referential
} from './schema.ts';

export {
  assessmentIdSchema,
  competenceIdSchema,
  criterionIdSchema,
  levelSchema
} from './schema.ts';
export type {
  Assessment,
  AssessmentId,
  AwardPolicy,
  Competence,
  CompetenceId,
  Criterion,
  CriterionId,
  Durations,
  Level,
  Mark,
  MarkingScale,
  Referential
} from './schema.ts';
export type { Fault } from './faults.ts';

/** A certification file: the right form, and parts that agree with each other. */
export const referentialSchema = referentialShape.superRefine((referential, context) => {
  for (const { place, message } of inconsistencies(referential))
    context.addIssue({ code: 'custom', path: place, message: message.fr, params: { message } });
});

/**
 * Reads a certification from a value of unknown origin (a parsed JSON file, a stored row).
 * The error lists every fault found, with a sentence for each; it is never empty.
 */
export function parseReferential(value: unknown): Result<Referential, readonly Fault[]> {
  const parsed = referentialSchema.safeParse(value, { reportInput: true });
  return parsed.success ? ok(parsed.data) : fail(parsed.error.issues.flatMap(describeIssue));
}

/** The competence that a text from outside names, if this certification has it. */
export const findCompetence = (referential: Referential, id: string): Competence | undefined =>
  referential.competences.find((competence) => competence.id === id);

/** The assessment that a text from outside names, if this certification has it. */
export const findAssessment = (referential: Referential, id: string): Assessment | undefined =>
  referential.assessments.find((assessment) => assessment.id === id);

/** The criterion that a text from outside names, if this certification has it. */
export const findCriterion = (referential: Referential, id: string): Criterion | undefined =>
  allCriteria(referential).find((criterion) => criterion.id === id);

function known<T>(found: T | undefined, id: string, referential: Referential): T {
  if (found === undefined)
    throw new RangeError(`${id} is not in ${referential.code} version ${referential.version}`);
  return found;
}

/** The competence of this id. @throws RangeError if the id is of another certification */
export const competence = (referential: Referential, id: CompetenceId): Competence =>
  known(findCompetence(referential, id), id, referential);

/** The assessment of this id. @throws RangeError if the id is of another certification */
export const assessment = (referential: Referential, id: AssessmentId): Assessment =>
  known(findAssessment(referential, id), id, referential);

/** The criterion of this id. @throws RangeError if the id is of another certification */
export const criterion = (referential: Referential, id: CriterionId): Criterion =>
  known(findCriterion(referential, id), id, referential);

/** The only assessment where a competence is assessed. */
export const assessmentOf = (referential: Referential, id: CompetenceId): Assessment =>
  known(
    referential.assessments.find(({ competences }) => competences.includes(id)),
    id,
    referential
  );

/** The competence that a criterion belongs to. */
export const competenceOf = (referential: Referential, id: CriterionId): Competence =>
  known(
    referential.competences.find(({ criteria }) => criteria.some((each) => each.id === id)),
    id,
    referential
  );

/** The competences that an assessment assesses, in official order. */
export const competencesOf = (referential: Referential, id: AssessmentId): Competence[] =>
  assessment(referential, id).competences.map((each) => competence(referential, each));

/** The lines of an assessment's grid, in official order. */
export const criteriaOf = (referential: Referential, id: AssessmentId): Criterion[] =>
  competencesOf(referential, id).flatMap(({ criteria }) => criteria);

/** Every criterion of the certification, in official order. */
export const allCriteria = (referential: Referential): Criterion[] =>
  referential.competences.flatMap(({ criteria }) => criteria);

export const criterionCount = (referential: Referential): number => allCriteria(referential).length;

/** How long the candidate is held, preparation included, before any adaptation. In minutes. */
export const totalMinutes = (durations: Durations): number =>
  durations.form === 'oral'
    ? durations.preparationMinutes + durations.oralMinutes
    : durations.writtenMinutes;

/** Instructions as they are set on a page: a list has its dashes taken off. */
export type InstructionBlock =
  { kind: 'paragraph'; text: string } | { kind: 'list'; items: string[] };

const bullet = /^-\s*/;

/** Groups the verbatim lines of an assessment into paragraphs and lists. */
export function instructionBlocks({ instructions }: Assessment): InstructionBlock[] {
  const blocks: InstructionBlock[] = [];
  for (const line of instructions) {
    const last = blocks.at(-1);
    if (!bullet.test(line)) blocks.push({ kind: 'paragraph', text: line });
    else if (last?.kind === 'list') last.items.push(line.replace(bullet, ''));
    else blocks.push({ kind: 'list', items: [line.replace(bullet, '')] });
  }
  return blocks;
}
