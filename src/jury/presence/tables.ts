import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment } from '../../platform/columns.ts';
import { user } from '../../people/tables.ts';
import { certificationSession } from '../../session/tables.ts';

/**
 * The last sign of life of a juror's tablet. Not part of the trail: it says who to go and see, and is
 * overwritten each time.
 */
export const jurorPresence = pgTable(
  'juror_presence',
  {
    sessionId: text('session_id')
      .notNull()
      .references(() => certificationSession.id),
    jurorId: text('juror_id')
      .notNull()
      .references(() => user.id),
    seenAt: moment('seen_at').notNull(),
    /** Marks that the tablet still kept for itself then. */
    waiting: integer('waiting').notNull()
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.jurorId] })]
);
