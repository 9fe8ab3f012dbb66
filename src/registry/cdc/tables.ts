import { boolean, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { moment } from '../../platform/columns.ts';
import { certificationSession, enrolment } from '../../session/tables.ts';
import type { Passage } from './passage.ts';
import type { Action } from './standing.ts';

/** A file that was made to be handed to the Caisse. Append-only. */
export const cdcBatch = pgTable('cdc_batch', {
  /** The file’s own « idFlux ». */
  id: text('id').primaryKey(),
  sessionId: text('session_id')
    .notNull()
    .references(() => certificationSession.id),
  clientId: text('client_id').notNull(),
  contractId: text('contract_id').notNull(),
  certificationCode: text('certification_code').notNull(),
  passages: integer('passages').notNull(),
  madeBy: text('made_by').notNull(),
  madeAt: moment('made_at').notNull()
});

/**
 * What was said of one award: nothing is said twice. Declarations and corrections are in a file;
 * amendments and cancellations of what the Caisse has accepted are made on its portal. Append-only.
 */
export const cdcTransmission = pgTable(
  'cdc_transmission',
  {
    id: text('id').primaryKey(),
    enrolmentId: text('enrolment_id')
      .notNull()
      .references(() => enrolment.id),
    action: text('action').$type<Action>().notNull(),
    /** How many transmissions about this award came before. */
    round: integer('round').notNull(),
    /** The file and the place in it; null for what was done on the portal. */
    batchId: text('batch_id').references(() => cdcBatch.id),
    place: integer('place'),
    /** SHA-256 of what was said, with the sender: tells whether something else is to be said now. */
    digest: text('digest').notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: moment('made_at').notNull()
  },
  (table) => [
    unique('cdc_transmission_once').on(table.enrolmentId, table.action, table.round),
    unique('cdc_transmission_round').on(table.enrolmentId, table.round),
    unique('cdc_transmission_place').on(table.batchId, table.place)
  ]
);

/** The words of a transmission and of its refusal: personal, and erased with the person. */
export const cdcPassage = pgTable('cdc_passage', {
  transmissionId: text('transmission_id')
    .primaryKey()
    .references(() => cdcTransmission.id),
  passage: jsonb('passage').$type<Passage>().notNull(),
  /** What the Caisse said of it, when it refused. */
  said: text('said')
});

/** An « accusé de traitement » that was read. Append-only. */
export const cdcReceipt = pgTable(
  'cdc_receipt',
  {
    id: text('id').primaryKey(),
    batchId: text('batch_id')
      .notNull()
      .references(() => cdcBatch.id),
    /** SHA-256 of the file: read twice, it counts once. */
    digest: text('digest').notNull(),
    /** The number that the Caisse gave to its processing. */
    processing: text('processing'),
    readBy: text('read_by').notNull(),
    readAt: moment('read_at').notNull()
  },
  (table) => [unique('cdc_receipt_once').on(table.batchId, table.digest)]
);

/** What a receipt says of one transmission. Append-only. */
export const cdcAnswer = pgTable(
  'cdc_answer',
  {
    id: text('id').primaryKey(),
    receiptId: text('receipt_id')
      .notNull()
      .references(() => cdcReceipt.id),
    transmissionId: text('transmission_id')
      .notNull()
      .references(() => cdcTransmission.id),
    accepted: boolean('accepted').notNull()
  },
  (table) => [unique('cdc_answer_once').on(table.receiptId, table.transmissionId)]
);
