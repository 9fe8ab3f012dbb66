import { index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { moment } from '../../platform/columns.ts';
import { user } from '../../people/tables.ts';
import { sitting } from '../../session/tables.ts';
import type { Ending, Fault } from './model.ts';

/** What the provider was told before a conversation, each text once. Append-only. */
export const assistantInstructions = pgTable('assistant_instructions', {
  hash: text('hash').primaryKey(),
  version: integer('version').notNull(),
  text: text('text').notNull()
});

/** A candidate's question, stored before it is sent. Append-only. */
export const assistantQuestion = pgTable(
  'assistant_question',
  {
    /** Also what the answer is called. */
    id: text('id').primaryKey(),
    sittingId: text('sitting_id')
      .notNull()
      .references(() => sitting.id),
    /** 1, 2, 3… without a gap: two questions asked at once cannot both take a place. */
    place: integer('place').notNull(),
    text: text('text').notNull(),
    askedBy: text('asked_by')
      .notNull()
      .references(() => user.id),
    askedAt: moment('asked_at').notNull(),
    model: text('model').notNull(),
    instructionsHash: text('instructions_hash')
      .notNull()
      .references(() => assistantInstructions.hash)
  },
  (table) => [unique('assistant_question_place').on(table.sittingId, table.place)]
);

/** What came back, as far as it came. Append-only. */
export const assistantAnswer = pgTable('assistant_answer', {
  questionId: text('question_id')
    .primaryKey()
    .references(() => assistantQuestion.id),
  text: text('text').notNull(),
  ending: jsonb('ending').$type<Ending>().notNull(),
  endedAt: moment('ended_at').notNull(),
  /** In and out, as the provider counts them, else estimated. */
  tokens: integer('tokens').notNull()
});

/** The provider failed a candidate: the manager may give back what it cost. Append-only. */
export const assistantIncident = pgTable(
  'assistant_incident',
  {
    sittingId: text('sitting_id')
      .notNull()
      .references(() => sitting.id),
    questionId: text('question_id')
      .notNull()
      .references(() => assistantQuestion.id),
    fault: text('fault').$type<Fault>().notNull(),
    at: moment('at').notNull(),
    minutesLost: integer('minutes_lost').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.questionId] }),
    index('assistant_incident_sitting').on(table.sittingId)
  ]
);
