/** What the server tells of a search, a line of JSON at a time; see the route timetable/improve. */
import type { Refusal } from '#platform/result.ts';

export interface Told {
  /** `gap` is null until everyone has a place; `share` is how much of the time is spent. */
  progress?: { share: number; unplaced: number; gap: number | null };
  done?: { gap: number };
  refusal?: Refusal;
}
