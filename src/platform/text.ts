import { ok, refuse, type Result } from './result.ts';

export const maxNameLength = 120;

/**
 * Controls, bidirectional overrides and other invisible characters, private and unassigned ones.
 * The two joiners (U+200C, U+200D) are left to `strayJoiner`: Persian and Sinhala names need them.
 */
const invisible = /[\p{Cc}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/u;
/** A joiner anywhere but inside a word of a script that joins letters. */
const strayJoiner =
  /(?<![\p{L}\p{M}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}])|[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}][\u200c\u200d]/u;
const pictograph = /\p{Extended_Pictographic}|\p{Regional_Indicator}|[\ufe0f\u20e3]/u;
/** More marks on one letter than any living script stacks: they would run over the lines around. */
const stackedMarks = /\p{M}{5}/u;

/**
 * A name as it will be printed: composed (NFC), trimmed, its spaces single. Letters, accents and
 * apostrophes of every culture pass; what cannot be seen or is not writing is refused.
 */
export function cleanName(raw: string): Result<string> {
  const name = raw
    .normalize('NFC')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();
  if (name === '') return refuse('text.empty', 'Indiquez un nom.', 'Give a name.');
  if (name.length > maxNameLength)
    return refuse(
      'text.too-long',
      `Ce nom est trop long\u00a0: ${maxNameLength} caractères au plus.`,
      `This name is too long: at most ${maxNameLength} characters.`
    );
  if (hasInvisible(raw)) return refuseInvisible();
  if (pictograph.test(name))
    return refuse(
      'text.pictograph',
      'Un nom s’écrit en lettres\u00a0: retirez les émojis et les pictogrammes.',
      'A name is written in letters: remove emoji and pictographs.'
    );
  if (!/\p{L}/u.test(name) || stackedMarks.test(name))
    return refuse(
      'text.not-a-name',
      'Ce nom ne se lit pas\u00a0: écrivez-le tel qu’il figure sur la pièce d’identité.',
      'This name cannot be read: write it as on the identity document.'
    );
  return ok(name);
}

/**
 * A text of one or several lines: composed, trimmed, line ends made one. Emoji pass; invisible
 * characters are refused.
 */
export function cleanText(raw: string, maxLength: number): Result<string> {
  const text = raw.normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\t', ' ').trim();
  if (text.length > maxLength)
    return refuse(
      'text.too-long',
      `Ce texte est trop long\u00a0: ${maxLength} caractères au plus.`,
      `This text is too long: at most ${maxLength} characters.`
    );
  if (invisible.test(text.replaceAll('\n', ' '))) return refuseInvisible();
  return ok(text);
}

/** An e-mail address in the one form under which people are known: trimmed, in lower case. */
export function cleanEmail(raw: string): Result<string> {
  const email = raw.normalize('NFC').trim().toLowerCase();
  if (email.length > 254 || !/^[a-z0-9._%+'-]+@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/.test(email))
    return refuse(
      'text.email',
      'Cette adresse électronique n’est pas valable\u00a0: écrivez-la comme prenom.nom@exemple.fr.',
      'This e-mail address is not valid: write it like first.last@example.org.'
    );
  return ok(email);
}

/** Tabs and line ends inside a name are spaces that a paste brought along; they do no harm. */
const hasInvisible = (raw: string): boolean =>
  invisible.test(raw.replace(/[\t\r\n]/g, ' ')) || strayJoiner.test(raw);

const refuseInvisible = () =>
  refuse(
    'text.invisible',
    'Ce texte contient des caractères invisibles\u00a0: effacez-le et tapez-le au clavier.',
    'This text contains invisible characters: delete it and type it in.'
  );
