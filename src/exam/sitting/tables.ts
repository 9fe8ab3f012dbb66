import { index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { moment } from '../../platform/columns.ts';
import { user } from '../../people/tables.ts';
import { certificationSession, sitting } from '../../session/tables.ts';
import type { Origin } from '../trace/edits.ts';
import type { SittingFact } from './model.ts';

/** The exam of a session is open: its subjects are drawn. The seed of the draw is sealed. */
export const examOpening = pgTable('exam_opening', {
  sessionId: text('session_id')
    .primaryKey()
    .references(() => certificationSession.id),
  sealedSeed: text('sealed_seed').notNull(),
  openedAt: moment('opened_at').notNull(),
  openedBy: text('opened_by')
    .notNull()
    .references(() => user.id)
});

/** Codes that let candidates in, shown in the room. The newest counts; a null one closes the door. */
export const sessionCode = pgTable(
  'session_code',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => certificationSession.id),
    code: text('code'),
    issuedAt: moment('issued_at').notNull(),
    issuedBy: text('issued_by')
      .notNull()
      .references(() => user.id)
  },
  (table) => [index('session_code_session').on(table.sessionId)]
);

/** What happened in one sitting, in order. Append-only: where a sitting stands is read from it. */
export const sittingEvent = pgTable(
  'sitting_event',
  {
    sittingId: text('sitting_id')
      .notNull()
      .references(() => sitting.id),
    /** 1, 2, 3… without a gap. Two facts told at once cannot both take a place. */
    place: integer('place').notNull(),
    at: moment('at').notNull(),
    by: text('by')
      .notNull()
      .references(() => user.id),
    fact: jsonb('fact').$type<SittingFact>().notNull()
  },
  (table) => [primaryKey({ columns: [table.sittingId, table.place] })]
);

/**
 * One change of a candidate's text. Append-only: the text is the replay of its changes in the order
 * of their places. A device numbers its own (`writer`, `seq`), so that sending twice is harmless.
 */
export const answerEdit = pgTable(
  'answer_edit',
  {
    sittingId: text('sitting_id')
      .notNull()
      .references(() => sitting.id),
    /** 1, 2, 3… without a gap, whatever the field and the device. */
    place: integer('place').notNull(),
    /** One opening of the page on one device. */
    writer: text('writer').notNull(),
    seq: integer('seq').notNull(),
    field: text('field').notNull(),
    /** Milliseconds since the sitting began, by the server's time as the device knows it. */
    at: integer('at').notNull(),
    /** UTF-16 units, as in browsers. */
    position: integer('position').notNull(),
    removed: integer('removed').notNull(),
    inserted: text('inserted').notNull(),
    origin: jsonb('origin').$type<Origin>().notNull(),
    receivedAt: moment('received_at').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.sittingId, table.place] }),
    unique('answer_edit_once').on(table.sittingId, table.writer, table.seq)
  ]
);

/**
 * A paper closed by itself or by the invigilator, or changed after its hand-in: what it holds. Append-only;
 * a row for each time it closed, by the place of the last event that was known then.
 */
export const closedPaper = pgTable(
  'closed_paper',
  {
    sittingId: text('sitting_id')
      .notNull()
      .references(() => sitting.id),
    /** Two who see the same closing cannot both take its place. */
    facts: integer('facts').notNull(),
    /** The place of the last change that counts; 0 for a blank paper. */
    upTo: integer('up_to').notNull(),
    answer: text('answer').notNull(),
    trail: text('trail').notNull(),
    seenAt: moment('seen_at').notNull()
  },
  (table) => [primaryKey({ columns: [table.sittingId, table.facts] })]
);
