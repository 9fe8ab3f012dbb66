import { civilTimeZone } from './typography.ts';

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: civilTimeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit'
});

/** The day that it is in Paris, YYYY-MM-DD. */
export const civilDay = (now: Date): string => parts.format(now);
