/**
 * A certification as data: what is attested (competences), what is observed (criteria), in which
 * exercise (assessments), on which scale and by which policy. Knows no particular certification.
 */
import { fail, ok, type Result } from '#platform/result.ts';
import { describeIssue, inconsistencies, type Fault } from './faults.ts';
import { referentialShape, type Referential } from './schema.ts';

export * from './lookup.ts';
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
