import { bigint, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/**
 * The audit trail: append-only (a trigger refuses UPDATE and DELETE) and hash-chained.
 * Payloads hold identifiers and digests, never names: an erasure must not break the chain.
 */
export const ledgerEntry = pgTable('ledger_entry', {
  place: bigint('place', { mode: 'number' }).primaryKey(),
  at: moment('at').notNull(),
  actor: text('actor').notNull(),
  action: text('action').notNull(),
  subject: text('subject').notNull(),
  payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
  previousHash: text('previous_hash').notNull(),
  hash: text('hash').notNull().unique()
});
