/**
 * A text as people compare it: no case, no accent, no apostrophe, hyphen, comma or double space.
 * « Jean-Éluard d’Arc » and « JEAN ELUARD D'ARC » fold to the same.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
