import { boolean, index, integer, pgTable, smallint, text, unique } from 'drizzle-orm/pg-core';
import { moment } from '../platform/columns.ts';
import { user } from '../people/tables.ts';
import { sitting } from '../session/tables.ts';

/**
 * One mark by one juror on one criterion. Append-only (a trigger refuses UPDATE and DELETE): the
 * highest sequence of a sheet and criterion is the current level. The id is made by the device, so
 * sending twice is harmless and order does not matter.
 */
export const observation = pgTable(
  'observation',
  {
    id: text('id').primaryKey(),
    sittingId: text('sitting_id')
      .notNull()
      .references(() => sitting.id),
    jurorId: text('juror_id')
      .notNull()
      .references(() => user.id),
    criterionId: text('criterion_id').notNull(),
    /** 0 to 3; null means « not observed ». */
    level: smallint('level'),
    comment: text('comment').notNull().default(''),
    /** The device's clock. */
    madeAt: moment('made_at').notNull(),
    /** Grows with each mark of one juror's sheet, on the device; ties go to the greater id. */
    sequence: integer('sequence').notNull(),
    /** Why a mark was changed after the sheet was handed in; null before. */
    reason: text('reason'),
    /** The server's clock. */
    receivedAt: moment('received_at').notNull()
  },
  (table) => [index('observation_sheet').on(table.sittingId, table.jurorId)]
);

/** A juror says that a sheet is complete. Append-only. */
export const handIn = pgTable(
  'hand_in',
  {
    id: text('id').primaryKey(),
    sittingId: text('sitting_id')
      .notNull()
      .references(() => sitting.id),
    jurorId: text('juror_id')
      .notNull()
      .references(() => user.id),
    handedInAt: moment('handed_in_at').notNull(),
    /** SHA-256 of the current marks at that moment. */
    marksHash: text('marks_hash').notNull(),
    /** The candidate did not come: the sheet is empty on purpose. */
    absent: boolean('absent').notNull().default(false)
  },
  (table) => [unique('hand_in_once').on(table.sittingId, table.jurorId)]
);
