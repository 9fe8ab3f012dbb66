/** Calibration: a juror marks a written example, and sees how far it is from marks agreed beforehand. */
import { z } from 'zod';
import { levelSchema, type CriterionId, type Level } from '#referential/model.ts';

const line = z.string().min(1);

/** A candidate's work with marks agreed for each criterion, and why. */
export const exemplarSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  assessment: z.enum(['EC2', 'EC3']),
  /** A draft was agreed by its authors alone; a panel of the certifier adopts it. */
  status: z.enum(['draft', 'adopted']),
  title: line,
  /** What the candidate was asked, in a few sentences. */
  situation: line,
  /** How the candidate used the writing assistant. */
  exchange: line,
  texts: z.array(z.strictObject({ title: line, paragraphs: z.array(line).min(1) })).min(1),
  marks: z.array(z.strictObject({ criterion: z.string(), level: levelSchema, reason: line })).min(1)
});
export type Exemplar = z.infer<typeof exemplarSchema>;

/** One criterion: the juror's level beside the agreed one. */
export interface Gap {
  criterionId: CriterionId;
  given: Level;
  agreed: Level;
  /** Levels above (positive) or below the agreed mark. */
  distance: number;
  reason: string;
}

export interface Comparison {
  gaps: Gap[];
  same: number;
  /** One level apart: ordinary between two jurors. */
  near: number;
  /** Two levels or more: what a panel would have to settle. */
  far: number;
  /** Mean of the signed distances: positive for a juror more generous than what was agreed. */
  leaning: number;
}

/** @returns undefined while a criterion has no level */
export function compare(
  exemplar: Exemplar,
  given: ReadonlyMap<string, Level>
): Comparison | undefined {
  const gaps: Gap[] = [];
  for (const { criterion, level, reason } of exemplar.marks) {
    const mine = given.get(criterion);
    if (mine === undefined) return undefined;
    gaps.push({
      criterionId: criterion as CriterionId,
      given: mine,
      agreed: level,
      distance: mine - level,
      reason
    });
  }
  const apart = (least: number, most: number) =>
    gaps.filter(({ distance }) => Math.abs(distance) >= least && Math.abs(distance) <= most).length;
  return {
    gaps,
    same: apart(0, 0),
    near: apart(1, 1),
    far: apart(2, 3),
    leaning: gaps.reduce((sum, { distance }) => sum + distance, 0) / gaps.length
  };
}
