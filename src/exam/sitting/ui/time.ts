/** « 42 min », then « 4:59 » when seconds matter: time left, never below nothing. */
export function leftText(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  if (seconds > 300) return `${Math.ceil(seconds / 60)}\u00a0min`;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Minutes at which a word is said. */
const cues = [15, 5, 1];

/** The cue that was crossed between two readings of the time left; null when none was. */
export const cueBetween = (before: number, after: number): number | null =>
  cues.find((minutes) => before > minutes * 60_000 && after <= minutes * 60_000) ?? null;

/** Words of a text, as a reader counts them. */
export const wordCount = (text: string): number =>
  text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0;
