import { addMonths } from '#verdict';
import { civilDay } from '#platform/civil-day.ts';
import { retentionOf, type Retention } from './policy.ts';

/** The day before which everything is past its time for a rule, YYYY-MM-DD. */
export const limitOf = (id: Retention['id'], now: Date): string =>
  addMonths(civilDay(now), -retentionOf(id).months);
