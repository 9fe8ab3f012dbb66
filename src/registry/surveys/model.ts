/** What holders are asked at 6, 12 and 24 months, and when. Pure. */
import { addMonths } from '#verdict';

export const waves = [6, 12, 24] as const;
export type Wave = (typeof waves)[number];

export const situations = ['employed', 'self-employed', 'studying', 'seeking', 'other'] as const;
export type Situation = (typeof situations)[number];

export const working = (situation: Situation): boolean =>
  situation === 'employed' || situation === 'self-employed';

export const usefulnesses = ['decisive', 'useful', 'little', 'none'] as const;
export type Usefulness = (typeof usefulnesses)[number];

/** A wave that was missed is still asked for this long. */
const monthsOfGrace = 3;

/**
 * The wave that a holder is to be asked today, if any: the latest whose time has come, and is not
 * over.
 * @param awardedOn YYYY-MM-DD
 * @param today YYYY-MM-DD
 */
export const waveDue = (awardedOn: string, today: string): Wave | undefined =>
  waves.findLast(
    (wave) =>
      today >= addMonths(awardedOn, wave) && today < addMonths(awardedOn, wave + monthsOfGrace)
  );
