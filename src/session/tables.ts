import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique
} from 'drizzle-orm/pg-core';
import { moment } from '../platform/columns.ts';
import { centre, user } from '../people/tables.ts';
import { referentialVersion } from '../referential/tables.ts';
import type { AdaptationKind, ConflictKind, DayHours, SessionStatus, Sex } from './model.ts';

/** A certification session: one day (or a few) on which candidates sit the assessments. */
export const certificationSession = pgTable('certification_session', {
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  centreId: text('centre_id')
    .notNull()
    .references(() => centre.id),
  referentialId: text('referential_id')
    .notNull()
    .references(() => referentialVersion.id),
  /** The first day. */
  day: date('day').notNull(),
  /** The last day: the first when there is one alone. */
  lastDay: date('last_day').notNull(),
  place: text('place').notNull(),
  status: text('status').$type<SessionStatus>().notNull(),
  presidentId: text('president_id').references(() => user.id),
  createdAt: moment('created_at').notNull(),
  /** The hours it was last planned within, which changes by hand keep. */
  hours: jsonb('hours').$type<DayHours>(),
  /** Counts changes; a form sends back the one it was drawn from, and a stale form is refused. */
  revision: integer('revision').notNull().default(1)
});

/** Who a candidate is, as the State wants to know it. Apart from exam data and disability data. */
export const candidate = pgTable('candidate', {
  id: text('id').primaryKey(),
  userId: text('user_id').references(() => user.id),
  email: text('email').notNull(),
  birthName: text('birth_name').notNull(),
  usageName: text('usage_name'),
  firstNames: text('first_names').notNull(),
  sex: text('sex').$type<Sex>().notNull(),
  birthDate: date('birth_date').notNull(),
  /** INSEE code of the commune, for those born in France. */
  birthInseeCode: text('birth_insee_code'),
  birthPlace: text('birth_place').notNull(),
  /** INSEE country code (99xxx), for those born abroad. */
  birthCountryCode: text('birth_country_code'),
  createdAt: moment('created_at').notNull(),
  /** When their data were erased: what remains names nobody. */
  erasedAt: moment('erased_at')
});

/** A candidate's place in a session; exam data hang from it. */
export const enrolment = pgTable(
  'enrolment',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => certificationSession.id),
    candidateId: text('candidate_id')
      .notNull()
      .references(() => candidate.id),
    /** Order in the session, printed on sheets: 1, 2, 3… */
    number: integer('number').notNull(),
    /** Whether the candidate came: null before the day. */
    present: boolean('present'),
    /** Assessments not to be sat again: what they show was validated in an earlier session. */
    excused: text('excused')
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    enrolledAt: moment('enrolled_at').notNull(),
    withdrawnAt: moment('withdrawn_at')
  },
  (table) => [
    unique('enrolment_once').on(table.sessionId, table.candidateId),
    unique('enrolment_number').on(table.sessionId, table.number)
  ]
);

/** What the accessibility officer granted. All that jurors and managers see of a disability. */
export const adaptation = pgTable(
  'adaptation',
  {
    id: text('id').primaryKey(),
    enrolmentId: text('enrolment_id')
      .notNull()
      .references(() => enrolment.id),
    kind: text('kind').$type<AdaptationKind>().notNull(),
    /** Factor on durations, e.g. 1.33 as 133 percent; only for extra time. */
    percent: integer('percent'),
    /** What jurors must do, in neutral words. */
    instruction: text('instruction').notNull(),
    grantedBy: text('granted_by')
      .notNull()
      .references(() => user.id),
    grantedAt: moment('granted_at').notNull(),
    withdrawnAt: moment('withdrawn_at')
  },
  (table) => [index('adaptation_enrolment').on(table.enrolmentId)]
);

/** The officer's file: encrypted (AES-256-GCM under the field key), read by the officer alone. */
export const accessibilityFile = pgTable('accessibility_file', {
  enrolmentId: text('enrolment_id')
    .primaryKey()
    .references(() => enrolment.id),
  sealed: text('sealed').notNull(),
  updatedAt: moment('updated_at').notNull()
});

export const panel = pgTable(
  'panel',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => certificationSession.id),
    name: text('name').notNull(),
    room: text('room').notNull()
  },
  (table) => [unique('panel_name').on(table.sessionId, table.name)]
);

export const panelMember = pgTable(
  'panel_member',
  {
    panelId: text('panel_id')
      .notNull()
      .references(() => panel.id),
    jurorId: text('juror_id')
      .notNull()
      .references(() => user.id),
    joinedAt: moment('joined_at').notNull(),
    removedAt: moment('removed_at'),
    /** The only hours when they can come, HH:MM in Paris, both or neither. */
    availableFrom: text('available_from'),
    availableUntil: text('available_until'),
    /** Whether the juror came: null before the day. */
    present: boolean('present')
  },
  (table) => [primaryKey({ columns: [table.panelId, table.jurorId] })]
);

/** A juror's word on one candidate. Without it the juror cannot mark; anything but « none » forbids it. */
export const conflictDeclaration = pgTable(
  'conflict_declaration',
  {
    jurorId: text('juror_id')
      .notNull()
      .references(() => user.id),
    enrolmentId: text('enrolment_id')
      .notNull()
      .references(() => enrolment.id),
    kind: text('kind').$type<ConflictKind>().notNull(),
    declaredAt: moment('declared_at').notNull()
  },
  (table) => [primaryKey({ columns: [table.jurorId, table.enrolmentId] })]
);

/** One candidate before one panel for one assessment, at a time of the day. */
export const sitting = pgTable(
  'sitting',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => certificationSession.id),
    enrolmentId: text('enrolment_id')
      .notNull()
      .references(() => enrolment.id),
    assessmentId: text('assessment_id').notNull(),
    panelId: text('panel_id')
      .notNull()
      .references(() => panel.id),
    /** When the preparation (or the writing) starts. */
    startsAt: moment('starts_at').notNull(),
    preparationMinutes: integer('preparation_minutes').notNull(),
    /** Oral before the panel, or writing, in minutes. */
    performanceMinutes: integer('performance_minutes').notNull()
  },
  (table) => [
    unique('sitting_once').on(table.enrolmentId, table.assessmentId),
    index('sitting_panel').on(table.panelId)
  ]
);

/** Something that went wrong during the session, for the minutes. */
export const incident = pgTable('incident', {
  id: text('id').primaryKey(),
  sessionId: text('session_id')
    .notNull()
    .references(() => certificationSession.id),
  enrolmentId: text('enrolment_id').references(() => enrolment.id),
  description: text('description').notNull(),
  reportedBy: text('reported_by')
    .notNull()
    .references(() => user.id),
  reportedAt: moment('reported_at').notNull()
});
