import { integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { moment } from '../../platform/columns.ts';
import { enrolment } from '../../session/tables.ts';
import type { Situation, Usefulness, Wave } from './model.ts';

/** A holder who was asked what became of them, so many months after the award. */
export const surveyInvitation = pgTable(
  'survey_invitation',
  {
    id: text('id').primaryKey(),
    enrolmentId: text('enrolment_id')
      .notNull()
      .references(() => enrolment.id),
    /** Months after the award: 6, 12 or 24. */
    wave: integer('wave').$type<Wave>().notNull(),
    /** SHA-256 of the token in the link: the link itself is in the letter alone. */
    tokenHash: text('token_hash').notNull().unique(),
    /** When a process took it upon itself to send it. */
    claimedAt: moment('claimed_at').notNull(),
    /** When the letter left; null while it has not. */
    sentAt: moment('sent_at')
  },
  (table) => [unique('survey_once').on(table.enrolmentId, table.wave)]
);

/** What they answered; answering again replaces it. */
export const surveyAnswer = pgTable('survey_answer', {
  invitationId: text('invitation_id')
    .primaryKey()
    .references(() => surveyInvitation.id),
  situation: text('situation').$type<Situation>().notNull(),
  /** Whether the work is in luxury; null for who does not work. */
  luxury: text('luxury').$type<'yes' | 'no'>(),
  usefulness: text('usefulness').$type<Usefulness>().notNull(),
  comment: text('comment').notNull(),
  answeredAt: moment('answered_at').notNull()
});
