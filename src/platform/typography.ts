import type { Language } from './language.ts';

/** Parchemin runs in France: every civil date and time is that of Paris. */
export const civilTimeZone = 'Europe/Paris';

const locale = { fr: 'fr-FR', en: 'en-GB' } as const;

/**
 * Puts the no-break spaces that French typography asks for: thin (U+202F) before ; ! ? and
 * normal (U+00A0) before : and inside « ». Leaves URLs, times and what is right already as it is.
 * Source: Lexique des règles typographiques en usage à l’Imprimerie nationale.
 */
export function frenchSpaces(text: string): string {
  return text
    .replace(/[ \u00a0\u202f]+([;!?])/g, '\u202f$1')
    .replace(/[ \u00a0\u202f]+(:)(?!\/\/)/g, '\u00a0$1')
    .replace(/«[ \u00a0\u202f]*/g, '«\u00a0')
    .replace(/[ \u00a0\u202f]*»/g, '\u00a0»');
}

/**
 * A French text as it is set: its spaces, and the apostrophe of books in place of that of keyboards.
 * For texts whose data must stay as they were written.
 */
export const frenchText = (text: string): string =>
  frenchSpaces(text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’'));

/** « 25 novembre 2026 », « 1er décembre 2026 »; “25 November 2026”. Takes a Date or YYYY-MM-DD. */
export function longDate(date: Date | string, language: Language): string {
  const text = new Intl.DateTimeFormat(locale[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: typeof date === 'string' ? 'UTC' : civilTimeZone
  }).format(typeof date === 'string' ? new Date(`${date}T00:00:00Z`) : date);
  const spaced = text.replaceAll(' ', '\u00a0');
  return language === 'fr' ? spaced.replace(/^1\u00a0/, '1er\u00a0') : spaced;
}

/** « 7–10 décembre 2026 », and one date alone when both are the same. Takes YYYY-MM-DD. */
export function longDates(from: string, until: string, language: Language): string {
  if (from === until) return longDate(from, language);
  const [one, other] = [from, until].map((day) => new Date(`${day}T00:00:00Z`)) as [Date, Date];
  const text = new Intl.DateTimeFormat(locale[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC'
  })
    .formatRange(one, other)
    .replaceAll(/[\u2009\u202f]/g, ' ')
    .replaceAll(' ', '\u00a0')
    .replaceAll('\u00a0–\u00a0', ' – ')
    // Two numbers alone are joined without spaces, in both languages.
    .replace(/^(\d+) – (?=\d)/, (whole, first: string) =>
      from.slice(0, 7) === until.slice(0, 7) ? `${first}–` : whole
    );
  return language === 'fr' ? text.replaceAll(/(?<!\d)1(?=[\u00a0–])/g, '1er') : text;
}

/** « lun. 7 déc. »; “Mon 7 Dec”: a day among those of a session. Takes a Date or YYYY-MM-DD. */
export function shortDay(date: Date | string, language: Language): string {
  const text = new Intl.DateTimeFormat(locale[language], {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: typeof date === 'string' ? 'UTC' : civilTimeZone
  }).format(typeof date === 'string' ? new Date(`${date}T00:00:00Z`) : date);
  const spaced = text.replace(',', '').replaceAll(' ', '\u00a0');
  return language === 'fr' ? spaced.replace(/(?<!\d)1\u00a0/, '1er\u00a0') : spaced;
}

/** « 9 h 30 », « 14 h »; “9:30”, “14:00”. */
export function clockTime(date: Date, language: Language): string {
  const time = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: civilTimeZone
  });
  return clockWords(time.format(date), language);
}

/** The same, of a time of the clock as HH:MM. */
export function clockWords(time: string, language: Language): string {
  const [hours = '0', minutes = '00'] = time.split(':');
  const hour = String(Number(hours));
  if (language === 'en') return `${hour}:${minutes}`;
  return minutes === '00' ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${minutes}`;
}

/** A length of time: « 2 h 05 », « 45 min ». */
export function lengthOf(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}\u00a0min`;
  return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${String(rest).padStart(2, '0')}`;
}

/** « 25 novembre 2026 à 9 h 30 ». */
export function longDateTime(date: Date, language: Language): string {
  const joint = language === 'fr' ? ' à ' : ' at ';
  return longDate(date, language) + joint + clockTime(date, language);
}

/** « 1,75 »; “1.75”. At most two decimals. */
export function decimal(value: number, language: Language): string {
  return new Intl.NumberFormat(locale[language], { maximumFractionDigits: 2 }).format(value);
}
