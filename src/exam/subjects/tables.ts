import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment } from '../../platform/columns.ts';
import { user } from '../../people/tables.ts';
import { enrolment } from '../../session/tables.ts';
import type { SubjectAssessment, SubjectContent } from './model.ts';
import type { Lifecycle, SubjectStatus } from './lifecycle.ts';

/**
 * A subject of this certifying body, one row for each version. A trigger refuses to change what has
 * left the draft, and to remove what was ever drawn.
 */
export const subject = pgTable(
  'subject',
  {
    id: text('id').notNull(),
    version: integer('version').notNull(),
    assessment: text('assessment').$type<SubjectAssessment>().notNull(),
    content: jsonb('content').$type<SubjectContent>().notNull(),
    /** SHA-256 of the content. */
    hash: text('hash').notNull(),
    status: text('status').$type<SubjectStatus>().notNull(),
    lifecycle: jsonb('lifecycle').$type<Lifecycle>().notNull(),
    /** Whoever put it in the bank; null for those that Parchemin ships. */
    authorId: text('author_id').references(() => user.id),
    reviewerId: text('reviewer_id').references(() => user.id),
    changedAt: moment('changed_at').notNull()
  },
  (table) => [primaryKey({ columns: [table.id, table.version] })]
);

/** Which subject a candidate was given. Append-only: it is also what exposure is counted from. */
export const subjectDraw = pgTable(
  'subject_draw',
  {
    enrolmentId: text('enrolment_id')
      .notNull()
      .references(() => enrolment.id),
    assessment: text('assessment').$type<SubjectAssessment>().notNull(),
    subjectId: text('subject_id').notNull(),
    subjectVersion: integer('subject_version').notNull(),
    drawnAt: moment('drawn_at').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.enrolmentId, table.assessment] }),
    foreignKey({
      columns: [table.subjectId, table.subjectVersion],
      foreignColumns: [subject.id, subject.version]
    }),
    index('subject_draw_subject').on(table.subjectId)
  ]
);
