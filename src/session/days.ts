/** The days of a session, which follow each other. */
import { civilDay } from '#platform/civil-day.ts';
import type { SessionFacts } from './model.ts';

/** The most days that a session lasts. */
export const mostDays = 10;

type Days = Pick<SessionFacts, 'day' | 'lastDay'>;

/** A day some days later. @param day YYYY-MM-DD */
export const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** How many days from one to another. @param day YYYY-MM-DD */
export const daysBetween = (day: string, other: string): number =>
  Math.round((Date.parse(other) - Date.parse(day)) / 86_400_000);

/** Every day of a session, first to last, YYYY-MM-DD. */
export const daysOf = ({ day, lastDay }: Days): string[] =>
  Array.from({ length: mostDays }, (_, place) => daysLater(day, place)).filter(
    (each) => each <= lastDay
  );

/** The day of a sitting, YYYY-MM-DD in Paris. */
export const dayOfSitting = ({ startsAt }: { startsAt: Date }): string => civilDay(startsAt);
