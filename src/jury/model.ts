import { z } from 'zod';
import {
  criteriaOf,
  levelSchema,
  type AssessmentId,
  type Referential
} from '#referential/model.ts';
import type { SheetLines } from './marks.ts';

export * from './marks.ts';

/**
 * A comment or a reason: composed, trimmed, its line ends made one. What no database and no print
 * can hold (controls, halves of characters) is taken out rather than refused: words typed during an
 * oral are never lost for one stray character.
 */
const words = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) =>
      text
        .toWellFormed()
        .replace(/\r\n?/g, '\n')
        .replace(/(?!\n)\p{Cc}/gu, ' ')
        .normalize('NFC')
        .trim()
    );

/** A mark as it comes from a device. Unknown members are refused: nothing is guessed. */
export const observationSchema = z.strictObject({
  id: z.uuidv7().lowercase(),
  criterionId: z.string().max(20),
  level: levelSchema.nullable(),
  comment: words(4000).default(''),
  madeAt: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .refine((date) => date.getUTCFullYear() >= 1 && date.getUTCFullYear() <= 9999),
  sequence: z.int().min(1).max(2_000_000_000),
  reason: words(1000).nullable().default(null)
});
export type ObservationInput = z.output<typeof observationSchema>;

/** What a device sends in one go: at most a day's marks of one sheet. */
export const batchSchema = z.strictObject({
  observations: z.array(z.unknown()).min(1).max(500)
});

/** The lines of an assessment's sheet. */
export const sheetLines = (referential: Referential, assessmentId: AssessmentId): SheetLines => ({
  criterionIds: criteriaOf(referential, assessmentId).map(({ id }) => id),
  commentRequired: referential.scale.notObserved.commentRequired
});
