/** A word as it is written, apostrophes and hyphens included, with its offsets. */
export interface Token {
  word: string;
  from: number;
  to: number;
}

const tokenPattern = /\p{L}(?:[\p{L}\p{M}'’-]*\p{L})?/gu;
/** Addresses are no words. */
const addressPattern = /\S+@\S+|https?:\/\/\S+|www\.\S+/g;

/** The words of a text: « l’accueil » and « peut-être » are one each. */
export function tokensOf(text: string): Token[] {
  const readable = text.replace(addressPattern, (address) => ' '.repeat(address.length));
  return [...readable.matchAll(tokenPattern)].map(({ 0: word, index }) => ({
    word,
    from: index,
    to: index + word.length
  }));
}

/** A word without what French elides before it: « l’accueil » gives « accueil ». */
export const withoutElision = (word: string): string =>
  word.replace(/^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\p{L})/iu, '');

/** A word without its capitals and its accents, so that « Élégant » and « élégant » are one. */
export const bare = (word: string): string =>
  word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
