import { z } from 'zod';
import { documentSchema, kebab, line, markdown } from './documents.ts';
import { lifecycleSchema } from './lifecycle.ts';

/** The eight assessments of the certification that a subject may serve. */
export const subjectAssessments = ['EC1', 'EC2', 'EC3', 'MS1', 'MS2', 'MS3', 'MS4', 'MS5'] as const;
export type SubjectAssessment = (typeof subjectAssessments)[number];

export const sectors = [
  'hôtel',
  'restaurant',
  'maison de couture',
  'croisière',
  'joaillerie',
  'horlogerie',
  'maroquinerie',
  'parfumerie',
  'office de prestige',
  'spa',
  'conciergerie',
  'domaine viticole',
  'aviation privée'
] as const;

const lines = z.array(line).min(1);

/**
 * A culture, told with prudence: first what is proper to this person, then hypotheses, each with
 * the way to check it, and the missteps that would hurt.
 */
const culture = z.strictObject({
  label: line,
  languages: lines,
  individual: lines,
  hypotheses: z.array(z.strictObject({ hypothesis: line, check: line })).min(1),
  missteps: lines
});

/** An objection, whether it rests on a fact of the dossier, and what an honest answer contains. */
const objection = z.strictObject({ words: line, founded: z.boolean(), satisfiedBy: line });

const roleSheetShape = {
  identity: z.strictObject({ name: line, age: z.int().min(16), occupation: line, story: markdown }),
  culture: culture.optional(),
  mood: line,
  /** The first words of the client. */
  opening: line,
  explicitNeeds: lines,
  implicitNeeds: lines,
  objections: z.array(objection).optional(),
  /** What to play, and when. */
  cues: z.array(z.strictObject({ when: line, play: line })).min(2),
  /** What the juror never does, so that every candidate meets the same client. */
  limits: lines
};

const note = z.strictObject({ criterion: z.string(), expected: lines });

/** For the panel alone: what a good answer contains, criterion by criterion. */
const panel = z.strictObject({ notes: z.array(note).min(1) });

const candidateShape = { instructions: markdown, documents: z.array(documentSchema).min(1) };
const candidate = z.strictObject(candidateShape);

const common = {
  id: kebab,
  sector: z.enum(sectors),
  house: line,
  title: line,
  version: z.int().min(1),
  lifecycle: lifecycleSchema
};

const roleSheet = z.strictObject(roleSheetShape);
const playedBy = <T extends z.ZodType>(sheet: T) =>
  z.strictObject({ scenario: markdown, roleSheet: sheet });

const withQuestions = { scenario: markdown, questions: z.array(line).min(3) };

/**
 * A subject: what the candidate reads, what the juror plays, what the panel alone knows. Each
 * assessment asks for its own pieces, as the référentiel describes it.
 */
export const subjectSchema = z.discriminatedUnion('assessment', [
  z.strictObject({
    ...common,
    assessment: z.literal('EC1'),
    candidate,
    juror: z.strictObject(withQuestions),
    // C1 speaks of « 7 mots clés » and names none: the author may propose them.
    panel: z.strictObject({ ...panel.shape, keywords: z.array(line).length(7).optional() })
  }),
  z.strictObject({
    ...common,
    assessment: z.literal('EC2'),
    candidate: z.strictObject({
      ...candidateShape,
      /** Between whom the e-mail goes; addresses stay in domains that no one can own (RFC 2606). */
      mail: z.strictObject({
        from: z.strictObject({ name: line, address: z.email() }),
        to: z.strictObject({ name: line, address: z.email() })
      })
    }),
    juror: z.strictObject({ scenario: markdown }),
    panel
  }),
  z.strictObject({
    ...common,
    assessment: z.literal('EC3'),
    candidate: z.strictObject({
      ...candidateShape,
      /** The two reviews that are answered, by id. */
      replyTo: z.array(kebab).length(2)
    }),
    juror: z.strictObject({ scenario: markdown }),
    panel
  }),
  z.strictObject({
    ...common,
    assessment: z.literal('MS1'),
    candidate,
    juror: playedBy(roleSheet),
    panel
  }),
  z.strictObject({
    ...common,
    assessment: z.literal('MS2'),
    candidate,
    juror: playedBy(roleSheet),
    panel,
    /** The same conversation in writing, for a candidate who is deaf or cannot use a telephone. */
    writtenChannel: z.strictObject({
      candidate: markdown,
      juror: markdown,
      notes: z.array(note).min(1)
    })
  }),
  z.strictObject({
    ...common,
    assessment: z.literal('MS3'),
    candidate,
    juror: playedBy(z.strictObject({ ...roleSheetShape, culture })),
    panel
  }),
  z.strictObject({
    ...common,
    assessment: z.literal('MS4'),
    candidate,
    juror: playedBy(z.strictObject({ ...roleSheetShape, objections: z.array(objection).min(2) })),
    panel
  }),
  z.strictObject({
    ...common,
    assessment: z.literal('MS5'),
    candidate: z.strictObject({
      ...candidateShape,
      /** First the complaint (C9), then the action plan (C10). */
      parts: z.array(z.strictObject({ title: line, instructions: markdown })).length(2)
    }),
    juror: z.strictObject({
      ...withQuestions,
      roleSheet: z.strictObject({ ...roleSheetShape, complaint: markdown })
    }),
    panel
  })
]);

export type Subject = z.infer<typeof subjectSchema>;
/** The subject of one assessment: `SubjectOf<'EC2'>` has the addresses of the e-mail. */
export type SubjectOf<A extends SubjectAssessment> = Extract<Subject, { assessment: A }>;
/** What is written of a subject, without where it stands. */
export type SubjectContent = {
  [A in SubjectAssessment]: Omit<SubjectOf<A>, 'lifecycle'>;
}[SubjectAssessment];
export type RoleSheet = z.infer<typeof roleSheet>;
export type MarkingNote = z.infer<typeof note>;

/** What a candidate may see of a subject, once it is unsealed: never the juror's or panel's part. */
export type CandidateView = Pick<
  Subject,
  'id' | 'version' | 'assessment' | 'sector' | 'house' | 'title' | 'candidate'
> & { writtenChannel?: string };

/**
 * The candidate's part of a subject.
 * @param writtenChannel the candidate was granted a written channel instead of the telephone (MS2)
 */
export function forCandidate(subject: Subject, writtenChannel = false): CandidateView {
  const { id, version, assessment, sector, house, title, candidate: part } = subject;
  const view = { id, version, assessment, sector, house, title, candidate: part };
  return writtenChannel && subject.assessment === 'MS2'
    ? { ...view, writtenChannel: subject.writtenChannel.candidate }
    : view;
}

/** A new draft that follows a subject: how a subject already used is corrected. */
export const revise = (subject: Subject, author: string, authoredOn: string): Subject => ({
  ...subject,
  version: subject.version + 1,
  lifecycle: { status: 'draft', author, authoredOn }
});
