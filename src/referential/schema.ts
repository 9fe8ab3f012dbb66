import { z } from 'zod';
import { expectations } from './messages.ts';

// A referential is shared and never changes once used: every part is frozen as it is parsed.
const record = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape).readonly();
const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

const textLike = (pattern: RegExp, expected: keyof typeof expectations) =>
  z.string().refine((text) => pattern.test(text), {
    // A wrong code must not also be said to be unknown elsewhere.
    abort: true,
    params: { expected: expectations[expected] }
  });

const text = textLike(/^\S(.*\S)?$/u, 'text');
const phrase = record({ fr: text, en: text });

export const competenceIdSchema = textLike(/^C[1-9]\d*$/, 'competenceId').brand<'CompetenceId'>();
export const criterionIdSchema = textLike(
  /^C[1-9]\d*\.[1-9]\d*$/,
  'criterionId'
).brand<'CriterionId'>();
export const assessmentIdSchema = textLike(
  /^[A-Z]{2,4}[1-9]\d*$/,
  'assessmentId'
).brand<'AssessmentId'>();

/** A mark on the scale: 0 is the lowest. « Non observé » is not a level. */
export const levelSchema = z.literal([0, 1, 2, 3]);

/** Whether a value is written in the official text, or is the default of Parchemin. */
const sourceSchema = z.literal(['official', 'default']);

const minutes = z.int().min(1).max(600);
const durationsSchema = z.discriminatedUnion('form', [
  record({
    form: z.literal('oral'),
    source: sourceSchema,
    preparationMinutes: z.int().min(0).max(600),
    oralMinutes: minutes
  }),
  record({ form: z.literal('written'), source: sourceSchema, writtenMinutes: minutes })
]);

const criterionSchema = record({ id: criterionIdSchema, text });

const competenceSchema = record({
  id: competenceIdSchema,
  statement: text,
  criteriaIntro: text,
  criteria: list(criterionSchema)
});

const assessmentSchema = record({
  id: assessmentIdSchema,
  kind: z.literal(['case-study', 'role-play']),
  title: text,
  competences: list(competenceIdSchema),
  instructions: list(text),
  durations: durationsSchema
});

const scaleStep = <L extends 0 | 1 | 2 | 3>(level: L) =>
  record({ level: z.literal(level), label: phrase });

const scaleSchema = record({
  source: sourceSchema,
  levels: z.tuple([scaleStep(0), scaleStep(1), scaleStep(2), scaleStep(3)]).readonly(),
  notObserved: record({ label: phrase, commentRequired: z.boolean() })
});

const policySchema = record({
  source: sourceSchema,
  competenceMean: z.number().min(0).max(3),
  noZero: z.boolean(),
  notObservedMaxShare: z.number().min(0).max(1),
  keepMonths: z.int().min(0).max(600),
  minJurors: z.int().min(1).max(20)
});

/** The form of a certification file, before its parts are checked against each other. */
export const referentialShape = record({
  code: text,
  version: textLike(/^\d+\.\d+\.\d+$/, 'version'),
  title: text,
  /** For readers abroad: official, or a translation, which is then marked as one. */
  titleEnglish: record({ text, source: z.literal(['official', 'translation']) }).optional(),
  remarks: list(text),
  objectives: list(text),
  preamble: record({ targetPublic: text, disability: text, jury: text, equality: text }),
  scale: scaleSchema,
  policy: policySchema,
  assessments: list(assessmentSchema),
  competences: list(competenceSchema)
});

/** « C7 » */
export type CompetenceId = z.infer<typeof competenceIdSchema>;
/** « C7.2 »: the competence, then the place of the criterion in it, from 1. */
export type CriterionId = z.infer<typeof criterionIdSchema>;
/** « EC1 » (étude de cas), « MS4 » (mise en situation) */
export type AssessmentId = z.infer<typeof assessmentIdSchema>;
export type Level = z.infer<typeof levelSchema>;
/** A level, or the juror could not see the criterion at work. */
export type Mark = Level | 'not-observed';

/** One thing to observe; `text` is verbatim. */
export type Criterion = z.infer<typeof criterionSchema>;
/** What the certification attests; `statement` and `criteriaIntro` are verbatim. */
export type Competence = z.infer<typeof competenceSchema>;
/**
 * One exercise. `instructions` is verbatim, one line for each paragraph or bullet; a bullet keeps
 * its dash (see `instructionBlocks` to set it).
 */
export type Assessment = z.infer<typeof assessmentSchema>;
export type Durations = z.infer<typeof durationsSchema>;
/** The four levels, in order, with their names in French and English. */
export type MarkingScale = z.infer<typeof scaleSchema>;
/**
 * When a competence is validated: the mean of its observed criteria reaches `competenceMean`, none
 * is at 0 if `noZero`; a share of « non observé » strictly above `notObservedMaxShare` (0 to 1) calls
 * for deliberation. A validated competence is kept `keepMonths`; a panel has `minJurors` or more.
 */
export type AwardPolicy = z.infer<typeof policySchema>;
/** A whole certification, checked and frozen. */
export type Referential = z.infer<typeof referentialShape>;
