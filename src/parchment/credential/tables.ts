import { integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { certificate } from '../tables.ts';

/** The signed credential of a certificate, as it was handed out. */
export const credential = pgTable(
  'credential',
  {
    number: text('number')
      .primaryKey()
      .references(() => certificate.number),
    /** Which status lists, and the place of its bit in each. */
    list: integer('list').notNull(),
    place: integer('place').notNull(),
    /** JSON with its Data Integrity proof, to the byte. */
    content: text('content').notNull(),
    /** The same content as a VC-JWT. */
    jwt: text('jwt').notNull()
  },
  (table) => [unique('credential_place').on(table.list, table.place)]
);
