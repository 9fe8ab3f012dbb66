import { boolean, customType, date, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from '../platform/columns.ts';
import { enrolment } from '../session/tables.ts';
import { minutes } from '../verdict/tables.ts';

const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** A certificate that was issued. The number is drawn at random, so that numbers cannot be guessed. */
export const certificate = pgTable('certificate', {
  number: text('number').primaryKey(),
  enrolmentId: text('enrolment_id')
    .notNull()
    .references(() => enrolment.id),
  minutesId: text('minutes_id')
    .notNull()
    .references(() => minutes.id),
  holderName: text('holder_name').notNull(),
  awardedOn: date('awarded_on').notNull(),
  issuedAt: moment('issued_at').notNull(),
  /** The PDF as issued: what was handed out stays what it was. */
  pdf: bytes('pdf').notNull(),
  revokedAt: moment('revoked_at'),
  revocationReason: text('revocation_reason'),
  /** Suspended since then; null once lifted. The ledger keeps every turn. */
  suspendedAt: moment('suspended_at'),
  suspensionReason: text('suspension_reason'),
  /** When the holder asked to be erased, while the certificate was still to be kept. */
  erasureAskedAt: moment('erasure_asked_at'),
  /** When the name, the PDF and the credential were erased; the number and its state stay. */
  erasedAt: moment('erased_at'),
  /** What the holder lets the public page tell. */
  sharesName: boolean('shares_name').notNull().default(true),
  sharesDate: boolean('shares_date').notNull().default(true),
  sharesResults: boolean('shares_results').notNull().default(false)
});
