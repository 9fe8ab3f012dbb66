import { jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { moment } from '../platform/columns.ts';

/** A version of a certification's référentiel, whole; a trigger refuses to change one that is used. */
export const referentialVersion = pgTable(
  'referential_version',
  {
    id: text('id').primaryKey(),
    code: text('code').notNull(),
    version: text('version').notNull(),
    document: jsonb('document').notNull(),
    /** SHA-256 of the document's canonical JSON. */
    hash: text('hash').notNull().unique(),
    createdAt: moment('created_at').notNull()
  },
  (table) => [unique('referential_code_version').on(table.code, table.version)]
);
