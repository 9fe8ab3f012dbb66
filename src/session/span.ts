import type { Sitting } from './model.ts';

const minute = 60_000;

/** Instants of a sitting, in milliseconds: preparation from `start`, the panel from `oral`. */
export function spanOf(
  sitting: Pick<Sitting, 'startsAt' | 'preparationMinutes' | 'performanceMinutes'>
) {
  const start = sitting.startsAt.getTime();
  const oral = start + sitting.preparationMinutes * minute;
  return { start, oral, end: oral + sitting.performanceMinutes * minute };
}
