/** Questions that any certification answers. Free of Zod, so that a page can ask them lightly. */
import type {
  Assessment,
  AssessmentId,
  Competence,
  CompetenceId,
  Criterion,
  CriterionId,
  Durations,
  Referential
} from './schema.ts';

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

/** Whether an assessment is heard by a panel; no when it is written, or of another certification. */
export const isOral = (referential: Referential, id: string): boolean =>
  findAssessment(referential, id)?.durations.form === 'oral';

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
