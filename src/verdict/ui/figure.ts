import type { Language } from '#platform/language.ts';

const formats = {
  fr: new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
};

/** A mean among others, always with two decimals, so that columns of them can be compared: « 2,50 ». */
export const meanFigure = (mean: number | null, language: Language): string =>
  mean === null ? '–' : formats[language].format(mean);
