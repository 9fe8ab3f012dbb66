import { z } from 'zod';
import { mergeWindows } from './time.ts';

/**
 * The timetable of a session as data: what must be placed (the problem) and where each sitting
 * falls (the plan). Identifiers are those of the file or of the application: any text.
 */

const id = z.string().min(1).max(80);
const name = z.string().min(1).max(120).optional();
const date = z.iso.date();
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/)
  .refine((text) => date.safeParse(text.slice(0, 10)).success);
const minutes = z.int().min(0).max(600);
const window = z
  .strictObject({ from: instant, to: instant })
  .refine((span) => span.from < span.to && span.from.slice(0, 10) === span.to.slice(0, 10));
/** Times one can come; those that touch or overlap are one. */
const availability = z.array(window).transform(mergeWindows).optional();

/** What was granted to one candidate; every limit is computed from it (see `phasesOf`). */
const adaptation = z.strictObject({
  /** 1/3 for a « tiers temps »: lengthens preparation, oral and written work alike. */
  extraTimeRatio: z.number().min(0).max(2).default(0),
  /** Minutes of break added for each full hour of preparation or of written work. */
  breakPerHour: minutes.default(0),
  /** Minutes of rest before the next assessment, when more than the common rule. */
  minimumRest: minutes.default(0),
  stepFreeRoom: z.boolean().default(false),
  /** Writes alone in a room. */
  aloneForWritten: z.boolean().default(false)
});

const candidate = z.strictObject({
  id,
  name,
  /** The assessments to sit; all of them when absent (a re-sit takes only some). */
  assessments: z.array(id).optional(),
  adaptation: adaptation.prefault({}),
  /** When present, the only times the candidate can come. */
  availability
});

const oral = z.strictObject({
  id,
  name,
  kind: z.literal('oral'),
  preparation: z
    .strictObject({ minutes, supervised: z.boolean().default(true) })
    .prefault({ minutes: 0 }),
  minutes: minutes.min(1),
  /** False for an oral that nobody hears live (recorded): it takes a room and no panel. */
  panel: z.boolean().default(true),
  /** Assessments that must be over before this one begins. */
  after: z.array(id).default([])
});

const written = z.strictObject({
  id,
  name,
  kind: z.literal('written'),
  minutes: minutes.min(1),
  /** All begin at the same minute, so that the subject stays secret. */
  together: z.boolean().default(true),
  /** When present, the only starts allowed. */
  starts: z.array(instant).min(1).optional(),
  after: z.array(id).default([])
});

const juror = z.strictObject({
  id,
  name,
  availability,
  /** Candidates this juror trained, employs or is related to. */
  conflicts: z.array(id).default([])
});

const panel = z.strictObject({
  id,
  name,
  jurors: z.array(id).min(1),
  /** The orals this panel may hear; all of them when absent. */
  assessments: z.array(id).optional()
});

const room = z.strictObject({
  id,
  name,
  kind: z.enum(['oral', 'preparation', 'written']),
  /** Candidates at once; an oral room takes one. */
  capacity: z.int().min(1).default(1),
  stepFree: z.boolean().default(true),
  availability
});

const rules = z.strictObject({
  /** Between the end of one assessment of a candidate and the start of the next. */
  minimumRest: minutes.default(10),
  /** Candidates and jurors keep `minutes` free in a row between `from` and `to`. */
  lunch: z
    .strictObject({ from: clock, to: clock, minutes: minutes.min(1) })
    .nullable()
    .default({ from: '11:30', to: '14:30', minutes: 45 }),
  /** A juror never goes on for more than `after` minutes without a pause of `minutes`. */
  jurorBreak: z
    .strictObject({ after: minutes.min(1), minutes: minutes.min(1) })
    .nullable()
    .default({ after: 150, minutes: 15 })
});

/** What each part of the objective costs; see `objectiveOf`. */
const weights = z.strictObject({
  presence: z.number().min(0).default(1),
  day: z.number().min(0).default(60),
  balance: z.number().min(0).default(0.2),
  order: z.number().min(0).default(15),
  rooms: z.number().min(0).default(10)
});

/** A well-formed problem; `faultsOf` says whether its references and rules also make sense. */
export const problemSchema = z.strictObject({
  /** Everything begins and lasts a multiple of this many minutes. */
  granularity: z.int().min(1).max(60).default(5),
  days: z.array(z.strictObject({ date, from: clock, to: clock })).min(1),
  candidates: z.array(candidate).min(1),
  assessments: z.array(oral.or(written)).min(1).max(12),
  jurors: z.array(juror).default([]),
  panels: z.array(panel).default([]),
  rooms: z.array(room).min(1),
  rules: rules.prefault({}),
  weights: weights.prefault({})
});

export type Problem = z.infer<typeof problemSchema>;
export type ProblemInput = z.input<typeof problemSchema>;
export type Candidate = Problem['candidates'][number];
export type Assessment = Problem['assessments'][number];
export type Juror = Problem['jurors'][number];
export type Panel = Problem['panels'][number];
export type Room = Problem['rooms'][number];

export const sitting = z.strictObject({
  candidate: id,
  assessment: id,
  panel: id.nullable(),
  room: id,
  preparationRoom: id.nullable(),
  /** The candidate is called at this time; equals `start` when nothing is prepared. */
  preparationStart: instant,
  start: instant,
  end: instant
});

const objective = z.strictObject({
  total: z.number(),
  /** Minutes on site, summed over candidates and days. */
  presence: z.number(),
  /** Days of attendance, summed over candidates. */
  days: z.number(),
  /** Minutes of oral away from the mean of the jurors, summed over jurors. */
  balance: z.number(),
  /** Times, beyond one each, that a candidate opens or closes the day of a panel. */
  order: z.number(),
  /** Times that a panel changes rooms within a day. */
  rooms: z.number()
});

export const planSchema = z.strictObject({
  sittings: z.array(sitting),
  objective,
  /** No plan of this problem costs less than this. */
  bound: z.number(),
  /** (objective − bound) / objective, between 0 and 1. */
  gap: z.number()
});

export type Sitting = z.infer<typeof sitting>;
export type Objective = z.infer<typeof objective>;
export type Plan = z.infer<typeof planSchema>;

/** Minutes of preparation and of the sitting itself, once adapted. */
export interface Phases {
  preparation: number;
  sitting: number;
}

/**
 * How long an assessment takes one candidate: extra time in proportion, then the breaks earned by
 * each full hour of solitary work, rounded up to the granularity.
 */
export function phasesOf(
  problem: Pick<Problem, 'granularity'>,
  { adaptation }: Pick<Candidate, 'adaptation'>,
  assessment: Assessment
): Phases {
  const lengthened = (base: number) => base * (1 + adaptation.extraTimeRatio);
  const withBreaks = (work: number) => work + Math.floor(work / 60) * adaptation.breakPerHour;
  const rounded = (length: number) =>
    Math.ceil(length / problem.granularity - 1e-6) * problem.granularity;
  return assessment.kind === 'oral'
    ? {
        preparation: rounded(withBreaks(lengthened(assessment.preparation.minutes))),
        sitting: rounded(lengthened(assessment.minutes))
      }
    : { preparation: 0, sitting: rounded(withBreaks(lengthened(assessment.minutes))) };
}

/** The assessments a candidate sits, in the order of the problem. */
export const assessmentsOf = (problem: Problem, candidate: Candidate): Assessment[] =>
  problem.assessments.filter(
    (assessment) => candidate.assessments?.includes(assessment.id) ?? true
  );

/** Minutes of rest a candidate needs between two assessments. */
export const restOf = (problem: Problem, candidate: Candidate): number =>
  Math.max(problem.rules.minimumRest, candidate.adaptation.minimumRest);

/** Whether an oral may be heard by a panel: it takes this assessment, and no juror is bound. */
export function mayHear(
  problem: Problem,
  panel: Panel,
  candidate: string,
  assessment: string
): boolean {
  if (panel.assessments && !panel.assessments.includes(assessment)) return false;
  return !problem.jurors.some(
    (juror) => panel.jurors.includes(juror.id) && juror.conflicts.includes(candidate)
  );
}

/** The name to show for a thing of the problem. */
export const labelOf = (thing: { id: string; name?: string | undefined }): string =>
  thing.name ?? thing.id;

export const byId = <T extends { id: string }>(things: readonly T[]): ReadonlyMap<string, T> =>
  new Map(things.map((thing) => [thing.id, thing]));
