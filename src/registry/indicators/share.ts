import type { Shown } from './protect.ts';

/** The share that a count is of another, between 0 and 1; null where either is not shown. */
export const shareOf = (part: Shown, whole: Shown): number | null =>
  part === null || whole === null || whole === 0 ? null : part / whole;

/** « 83 % »; “83%”. */
export const percent = (share: number, language: 'fr' | 'en'): string =>
  new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'percent',
    maximumFractionDigits: 0
  }).format(share);
