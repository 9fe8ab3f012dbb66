/** Where time comes from, so that a rehearsal or a test can hold it still. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that starts at `start` and moves only when told: for rehearsals that must repeat. */
export function manualClock(start: Date): Clock & { advance(milliseconds: number): void } {
  let current = start.getTime();
  return {
    now: () => new Date(current),
    advance(milliseconds) {
      current += milliseconds;
    }
  };
}

/** The civil time in Paris of an instant, HH:MM: the inverse of `parisInstant` within one day. */
export const parisTime = (instant: Date): string =>
  instant.toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Paris'
  });

/**
 * The UTC instant of a civil time in Paris. A time that the spring change skips is read with the
 * offset of winter (02:30 becomes 03:30); of a time that the autumn change repeats, the first is taken.
 * @param day YYYY-MM-DD
 * @param time HH:MM
 */
export function parisInstant(day: string, time: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const summer = wall - 2 * hour;
  if (parisOffset(summer) === 2) return new Date(summer);
  return new Date(wall - hour);
}

const hour = 3_600_000;

/** How many hours Paris is ahead of UTC: 1 in winter, 2 in summer. */
function parisOffset(instant: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: 'Europe/Paris',
    timeZoneName: 'longOffset'
  }).formatToParts(instant);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT+01:00';
  return Number(name.slice(4, 6));
}

/** An instant as Paris writes it, to the second: « 2026-11-25T09:30:00+01:00 » (ISO 8601). */
export function parisTimestamp(instant: Date): string {
  const offset = parisOffset(instant.getTime());
  const wall = new Date(instant.getTime() + offset * hour).toISOString();
  return `${wall.slice(0, 19)}+0${offset}:00`;
}
