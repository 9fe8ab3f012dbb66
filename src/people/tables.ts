import {
  boolean,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex
} from 'drizzle-orm/pg-core';
import { moment } from '../platform/columns.ts';
import { sql } from 'drizzle-orm';
import type { VisitConclusion } from './model.ts';

/** A partner centre where candidates are prepared and examined, and its habilitation. */
export const centre = pgTable('centre', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  address: text('address').notNull(),
  city: text('city').notNull(),
  postalCode: text('postal_code').notNull(),
  habilitatedFrom: date('habilitated_from').notNull(),
  habilitatedUntil: date('habilitated_until'),
  createdAt: moment('created_at').notNull()
});

/** A control visit of a centre, and what it found. Append-only. */
export const centreVisit = pgTable('centre_visit', {
  id: text('id').primaryKey(),
  centreId: text('centre_id')
    .notNull()
    .references(() => centre.id),
  day: date('day').notNull(),
  visitor: text('visitor').notNull(),
  conclusion: text('conclusion').$type<VisitConclusion>().notNull(),
  findings: text('findings').notNull(),
  recordedBy: text('recorded_by').notNull(),
  recordedAt: moment('recorded_at').notNull()
});

/** A time during which a centre opens no session and enrols no one. */
export const centreSuspension = pgTable('centre_suspension', {
  id: text('id').primaryKey(),
  centreId: text('centre_id')
    .notNull()
    .references(() => centre.id),
  startsOn: date('starts_on').notNull(),
  reason: text('reason').notNull(),
  recordedBy: text('recorded_by').notNull(),
  recordedAt: moment('recorded_at').notNull(),
  /** The last day of the suspension; null while it lasts. */
  liftedOn: date('lifted_on'),
  liftedBy: text('lifted_by')
});

/** How the Caisse des Dépôts knows the certifying body: one row, « body ». */
export const cdcSender = pgTable('cdc_sender', {
  id: text('id').primaryKey(),
  clientId: text('client_id').notNull(),
  contractId: text('contract_id').notNull(),
  certificationCode: text('certification_code').notNull(),
  changedBy: text('changed_by').notNull(),
  changedAt: moment('changed_at').notNull()
});

/** Whom candidates write to about their result: one row, « body ». */
export const bodyContact = pgTable('body_contact', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  post: text('post').notNull(),
  email: text('email').notNull(),
  address: text('address').notNull(),
  /** Days to contest a result, from the receipt of its letter. */
  appealDays: integer('appeal_days').notNull(),
  changedBy: text('changed_by').notNull(),
  changedAt: moment('changed_at').notNull()
});

/** A person who can sign in. Field names are those that better-auth expects. */
export const user = pgTable('auth_user', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
  twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false)
});

/** A browser that is signed in. */
export const authSession = pgTable(
  'auth_session',
  {
    id: text('id').primaryKey(),
    expiresAt: moment('expires_at').notNull(),
    token: text('token').notNull().unique(),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** When the second factor was given in this browser; null until then. */
    secondFactorAt: moment('second_factor_at')
  },
  (table) => [index('auth_session_user').on(table.userId)]
);

export const account = pgTable('auth_account', {
  id: text('id').primaryKey(),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  userId: text('user_id')
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' }),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: moment('access_token_expires_at'),
  refreshTokenExpiresAt: moment('refresh_token_expires_at'),
  scope: text('scope'),
  password: text('password'),
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow()
});

export const verification = pgTable(
  'auth_verification',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow()
  },
  (table) => [index('auth_verification_identifier').on(table.identifier)]
);

export const twoFactor = pgTable('auth_two_factor', {
  id: text('id').primaryKey(),
  secret: text('secret').notNull(),
  backupCodes: text('backup_codes').notNull(),
  userId: text('user_id')
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' }),
  verified: boolean('verified').notNull().default(false),
  failedVerificationCount: integer('failed_verification_count').notNull().default(0),
  lockedUntil: moment('locked_until')
});

/** Codes of devices that opened a browser lately: none opens another (RFC 6238, 5.2). */
export const spentCode = pgTable(
  'auth_spent_code',
  {
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** SHA-256 of the account and the code. */
    code: text('code').notNull(),
    spentAt: moment('spent_at').notNull()
  },
  (table) => [primaryKey({ columns: [table.userId, table.code] })]
);

/** A role that a person holds, for one centre when the role is bound to a centre. */
export const roleGrant = pgTable(
  'role_grant',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id),
    role: text('role').notNull(),
    centreId: text('centre_id').references(() => centre.id),
    grantedAt: moment('granted_at').notNull(),
    revokedAt: moment('revoked_at')
  },
  (table) => [
    uniqueIndex('role_grant_live')
      .on(table.userId, table.role, sql`coalesce(${table.centreId}, '')`)
      .where(sql`${table.revokedAt} is null`)
  ]
);
