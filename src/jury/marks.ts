/** What a sheet of marks is, for the server and for the juror's tablet alike: free of Zod and of I/O. */
import type { CriterionId, Level } from '#referential/model.ts';
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

type Ordered = Pick<Observation, 'criterionId' | 'sequence' | 'id'>;

/** The current mark of each criterion: the highest sequence wins, and a tie goes to the greater id. */
export function currentMarks<O extends Ordered>(observations: Iterable<O>): Map<CriterionId, O> {
  const current = new Map<CriterionId, O>();
  for (const each of observations) {
    const held = current.get(each.criterionId);
    if (!held || isLater(each, held)) current.set(each.criterionId, each);
  }
  return current;
}

const isLater = (a: Ordered, b: Ordered): boolean =>
  a.sequence > b.sequence || (a.sequence === b.sequence && a.id > b.id);

/** The lines that a sheet must fill. */
export interface SheetLines {
  /** In the grid's order. */
  criterionIds: readonly CriterionId[];
  /** Whether « non observé » must say why. */
  commentRequired: boolean;
}

/** What a sheet still lacks before it can be handed in. */
export interface SheetGaps {
  /** Criteria without a mark, in the grid's order. */
  unmarked: CriterionId[];
  /** « Non observé » without the comment that it needs. */
  uncommented: CriterionId[];
}

export function sheetGaps(
  { criterionIds, commentRequired }: SheetLines,
  marks: ReadonlyMap<CriterionId, Pick<Observation, 'level' | 'comment'>>
): SheetGaps {
  return {
    unmarked: criterionIds.filter((id) => !marks.has(id)),
    uncommented: criterionIds.filter((id) => {
      const mark = marks.get(id);
      return commentRequired && mark !== undefined && mark.level === null && mark.comment === '';
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
