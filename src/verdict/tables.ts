import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  unique
} from 'drizzle-orm/pg-core';
import { moment } from '../platform/columns.ts';
import { user } from '../people/tables.ts';
import { certificationSession, enrolment } from '../session/tables.ts';
import type { MinutesDocument } from './minutes.ts';

/**
 * What the panel decided in deliberation, with its reason: the level of one criterion, or, where too
 * little was observed, whether a competence is validated. Append-only; the latest holds.
 */
export const panelDecision = pgTable(
  'panel_decision',
  {
    id: text('id').primaryKey(),
    enrolmentId: text('enrolment_id')
      .notNull()
      .references(() => enrolment.id),
    /** A criterion id (C1.1) or a competence id (C1). */
    target: text('target').notNull(),
    /** For a criterion: 0 to 3, null for « not observed ». */
    level: smallint('level'),
    /** For a competence. */
    validated: boolean('validated'),
    reason: text('reason').notNull(),
    decidedBy: text('decided_by')
      .notNull()
      .references(() => user.id),
    decidedAt: moment('decided_at').notNull(),
    sequence: integer('sequence').notNull()
  },
  (table) => [index('panel_decision_enrolment').on(table.enrolmentId)]
);

/** A version of a session's minutes (procès-verbal): a frozen document and its hash. Append-only. */
export const minutes = pgTable(
  'minutes',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => certificationSession.id),
    version: integer('version').notNull(),
    /** Why this version replaces the one before; null for the first. */
    reason: text('reason'),
    document: jsonb('document').$type<MinutesDocument>().notNull(),
    /** SHA-256 of the document's canonical JSON: what jurors sign. */
    hash: text('hash').notNull(),
    drawnUpBy: text('drawn_up_by')
      .notNull()
      .references(() => user.id),
    drawnUpAt: moment('drawn_up_at').notNull()
  },
  (table) => [unique('minutes_version').on(table.sessionId, table.version)]
);

/** A juror's signature under one version. Append-only. */
export const minutesSignature = pgTable(
  'minutes_signature',
  {
    id: text('id').primaryKey(),
    minutesId: text('minutes_id')
      .notNull()
      .references(() => minutes.id),
    jurorId: text('juror_id')
      .notNull()
      .references(() => user.id),
    /** The name as typed by the signer. */
    name: text('name').notNull(),
    hash: text('hash').notNull(),
    signedAt: moment('signed_at').notNull()
  },
  (table) => [unique('signature_once').on(table.minutesId, table.jurorId)]
);
