import { longDate } from '#platform/typography.ts';
import type { Language } from '#platform/language.ts';

/**
 * Civil time as a timetable writes it: « 2026-11-25T09:30 », the wall clock of the examination
 * centre, with no time zone. Computations use whole minutes since 1970-01-01T00:00 on that clock.
 */
export type Instant = string;

/** A stretch of one day, in civil time. */
export interface Window {
  from: Instant;
  to: Instant;
}

/** A half-open stretch [from, to) in minutes. */
export interface Span {
  from: number;
  to: number;
}

export const minutesPerDay = 1440;

/** Minutes since 1970-01-01T00:00 on the same wall clock. */
export const minuteOf = (instant: Instant): number => Date.parse(`${instant}:00Z`) / 60_000;

/** The inverse of {@link minuteOf}. */
export const instantOf = (minute: number): Instant =>
  new Date(minute * 60_000).toISOString().slice(0, 16);

/** « 09:30 » as minutes after midnight. */
export const clockMinutes = (clock: string): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** The minute at which the day of a minute begins. */
export const dayStart = (minute: number): number =>
  Math.floor(minute / minutesPerDay) * minutesPerDay;

export const spanOf = (window: Window): Span => ({
  from: minuteOf(window.from),
  to: minuteOf(window.to)
});

/** The same time, in windows that neither touch nor overlap, earliest first. */
export function mergeWindows(windows: readonly Window[]): Window[] {
  const merged: Window[] = [];
  for (const window of windows.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (!last || window.from > last.to) merged.push({ ...window });
    else if (window.to > last.to) last.to = window.to;
  }
  return merged;
}

export const overlaps = (one: Span, other: Span): boolean =>
  one.from < other.to && other.from < one.to;

export const contains = (outer: Span, inner: Span): boolean =>
  outer.from <= inner.from && inner.to <= outer.to;

/** The longest stretch of `within` that none of `busy` touches, in minutes. */
export function longestFree(within: Span, busy: readonly Span[]): number {
  let longest = 0;
  let free = within.from;
  for (const span of [...busy].sort((one, other) => one.from - other.from)) {
    longest = Math.max(longest, Math.min(span.from, within.to) - free);
    free = Math.max(free, span.to);
  }
  return Math.max(longest, within.to - free);
}

/** « 9 h 30 »; “9:30”. */
export function clockOf(minute: number, language: Language): string {
  const [hours, minutes] = instantOf(minute).slice(11).split(':');
  if (language === 'en') return `${Number(hours)}:${minutes}`;
  return minutes === '00' ? `${Number(hours)}\u00a0h` : `${Number(hours)}\u00a0h\u00a0${minutes}`;
}

/** « 25 novembre 2026 ». */
export const dayOf = (minute: number, language: Language): string =>
  longDate(instantOf(minute).slice(0, 10), language);
