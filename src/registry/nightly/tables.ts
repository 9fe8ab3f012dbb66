import { date, jsonb, pgTable } from 'drizzle-orm/pg-core';
import { moment } from '../../platform/columns.ts';
import type { RetentionReport } from '../privacy/retention.ts';
import type { SurveySending } from '../surveys/actions.ts';
import type { Outcome } from './model.ts';

/** A night whose work was taken up: one row, whoever of the processes took it. */
export const nightRun = pgTable('night_run', {
  /** The day when the night begins. */
  night: date('night').primaryKey(),
  claimedAt: moment('claimed_at').notNull(),
  /** Null while it runs, or when its process was stopped. */
  finishedAt: moment('finished_at'),
  /** How many papers closed that nobody had come to see. */
  papers: jsonb('papers').$type<Outcome<number>>(),
  retention: jsonb('retention').$type<Outcome<RetentionReport>>(),
  surveys: jsonb('surveys').$type<Outcome<SurveySending>>()
});
