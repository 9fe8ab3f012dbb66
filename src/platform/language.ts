/** The interface speaks French first, English second. */
export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** One sentence in every language of the interface. */
export type Phrase = Record<Language, string>;

/** A dictionary of one slice: the same keys, with the same parameters, in every language. */
export type Dictionary<T> = Record<Language, T>;

/**
 * The language to speak: the person's own choice, else the first one of `Accept-Language` that
 * we speak, else French.
 */
export function chooseLanguage(
  chosen: string | undefined,
  acceptLanguage: string | null
): Language {
  if (isLanguage(chosen)) return chosen;
  const asked = (acceptLanguage ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase());
  return asked.find(isLanguage) ?? 'fr';
}

export function isLanguage(value: string | undefined): value is Language {
  return languages.includes(value as Language);
}
