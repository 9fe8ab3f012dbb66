import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from '../../platform/columns.ts';
import { user } from '../../people/tables.ts';
import type { Narratives } from './model.ts';

/** What a manager wrote for the renewal, whole, at each saving. Append-only; the latest holds. */
export const renewalVersion = pgTable('renewal_version', {
  /** From 1. Two savings of the same page cannot take one number. */
  version: integer('version').primaryKey(),
  /** Civil years that the file tells, both included. */
  fromYear: integer('from_year').notNull(),
  untilYear: integer('until_year').notNull(),
  texts: jsonb('texts').$type<Narratives>().notNull(),
  savedBy: text('saved_by')
    .notNull()
    .references(() => user.id),
  savedAt: moment('saved_at').notNull()
});
