/** When the work of the night is due. Pure. */
import { civilDay } from '#platform/civil-day.ts';
import { parisInstant } from '#platform/clock.ts';

/**
 * For how long after its hour the work of a night may begin: a server that was down then does it, and
 * one that comes back by day, when sessions are held, leaves it for the next night.
 */
export const nightHours = 4;

const hour = 3_600_000;

/**
 * The night whose work may be done now, named by the day when it begins, YYYY-MM-DD; undefined outside
 * its hours. An hour that the spring change skips is the one after; of an hour that the autumn change
 * repeats, the first counts, and the second is the same night.
 * @param at HH:MM in Paris
 */
export function nightOf(now: Date, at: string): string | undefined {
  const today = civilDay(now);
  return [today, dayBefore(today)].find((day) => {
    const begins = parisInstant(day, at).getTime();
    return begins <= now.getTime() && now.getTime() < begins + nightHours * hour;
  });
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 24 * hour).toISOString().slice(0, 10);

/** A process that took a night upon itself and said nothing for this long was stopped. */
export const claimMilliseconds = hour;

/** What one part of the night came to: what it did, or the code of what stopped it. */
export type Outcome<Done> = { did: Done } | { stopped: string };
