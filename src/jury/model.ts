import { z } from 'zod';
import {
  criteriaOf,
  type AssessmentId,
  type CriterionId,
  type Level,
  type Referential
} from '#referential/model.ts';
import type { UserId } from '#people/model.ts';
import type { SittingId } from '#session/model.ts';
import type { Phrase } from '#platform/language.ts';

/** One mark as a juror's device made it. `level` null is « non observé ». */
export interface Observation {
  id: string;
  sittingId: SittingId;
  jurorId: UserId;
  criterionId: CriterionId;
  level: Level | null;
  comment: string;
  /** The device's clock, which may be wrong: order comes from `sequence`. */
  madeAt: Date;
  sequence: number;
  /** Why the mark was changed after hand-in; null before. */
  reason: string | null;
}

const clean = (text: string) => text.normalize('NFC').trim();

/** A mark as it comes from a device. Unknown members are refused: nothing is guessed. */
export const observationSchema = z.strictObject({
  id: z.uuidv7(),
  criterionId: z.string().regex(/^C\d+\.\d+$/),
  level: z.literal([0, 1, 2, 3]).nullable(),
  comment: z.string().max(4000).transform(clean).default(''),
  madeAt: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
  sequence: z.int().min(1).max(2_000_000_000),
  reason: z.string().max(1000).transform(clean).nullable().default(null)
});
export type ObservationInput = z.output<typeof observationSchema>;

/** What a device sends in one go: at most a day's marks of one sheet. */
export const batchSchema = z.strictObject({
  observations: z.array(z.unknown()).min(1).max(500)
});

/** The current mark of each criterion: the highest sequence wins, and a tie goes to the greater id. */
export function currentMarks<O extends Pick<Observation, 'criterionId' | 'sequence' | 'id'>>(
  observations: Iterable<O>
): Map<CriterionId, O> {
  const current = new Map<CriterionId, O>();
  for (const each of observations) {
    const held = current.get(each.criterionId);
    if (!held || isLater(each, held)) current.set(each.criterionId, each);
  }
  return current;
}

const isLater = (
  a: Pick<Observation, 'sequence' | 'id'>,
  b: Pick<Observation, 'sequence' | 'id'>
): boolean => a.sequence > b.sequence || (a.sequence === b.sequence && a.id > b.id);

/** What a sheet still lacks before it can be handed in. */
export interface SheetGaps {
  /** Criteria without a mark, in the grid's order. */
  unmarked: CriterionId[];
  /** « Non observé » without the comment that it needs. */
  uncommented: CriterionId[];
}

export function sheetGaps(
  referential: Referential,
  assessmentId: AssessmentId,
  marks: ReadonlyMap<CriterionId, Pick<Observation, 'level' | 'comment'>>
): SheetGaps {
  const ids = criteriaOf(referential, assessmentId).map(({ id }) => id);
  const needsComment = referential.scale.notObserved.commentRequired;
  return {
    unmarked: ids.filter((id) => !marks.has(id)),
    uncommented: ids.filter((id) => {
      const mark = marks.get(id);
      return needsComment && mark !== undefined && mark.level === null && mark.comment === '';
    })
  };
}

export const isComplete = ({ unmarked, uncommented }: SheetGaps): boolean =>
  unmarked.length === 0 && uncommented.length === 0;

/** Why one mark of a batch was not taken; the device keeps it and shows the sentence. */
export interface RefusedMark {
  id: string;
  message: Phrase;
}

/** What the server answers to a batch: each mark is received (perhaps not for the first time), or refused. */
export interface Receipt {
  received: string[];
  refused: RefusedMark[];
}

/** Where a juror's sheet stands. */
export type SheetState = 'untouched' | 'begun' | 'handed-in' | 'absent';
