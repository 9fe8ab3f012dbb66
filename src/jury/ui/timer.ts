/** A juror's timer for one sitting, as plain values: a help to the eye, not the exam's own clock. */

/** What the time is for: an oral has a preparation first; a paper is written in one go. */
export type Phase = 'preparation' | 'oral' | 'written';

export interface Timer {
  phase: Phase;
  /** When it was started, in milliseconds of this device's clock; null while it is paused. */
  startedAt: number | null;
  /** Milliseconds spent before that. */
  spent: number;
}

export const freshTimer = (phase: Phase): Timer => ({ phase, startedAt: null, spent: 0 });

/** Milliseconds spent in this phase. A clock that was put back takes nothing away. */
export const elapsed = ({ startedAt, spent }: Timer, now: number): number =>
  spent + (startedAt === null ? 0 : Math.max(0, now - startedAt));

export const startTimer = (timer: Timer, now: number): Timer =>
  timer.startedAt === null ? { ...timer, startedAt: now } : timer;

export const pauseTimer = (timer: Timer, now: number): Timer => ({
  ...timer,
  startedAt: null,
  spent: elapsed(timer, now)
});

/** How near the end is: the last two minutes are told, then that time is up. */
export function cue(remaining: number): 'calm' | 'soon' | 'over' {
  if (remaining <= 0) return 'over';
  return remaining <= 120_000 ? 'soon' : 'calm';
}

/** « 14:05 », or « +0:12 » past the end. */
export function timerText(remaining: number): string {
  const seconds = Math.abs(
    remaining > 0 ? Math.ceil(remaining / 1000) : Math.floor(remaining / 1000)
  );
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return remaining < 0 && seconds > 0 ? `+${text}` : text;
}

/** Reads a timer that was kept as text; undefined for anything else. */
export function readTimer(text: string | null): Timer | undefined {
  try {
    const value = JSON.parse(text ?? '') as Partial<Timer>;
    const valid =
      ['preparation', 'oral', 'written'].includes(value.phase ?? '') &&
      (value.startedAt === null || Number.isFinite(value.startedAt)) &&
      Number.isFinite(value.spent);
    return valid ? (value as Timer) : undefined;
  } catch {
    return undefined;
  }
}
