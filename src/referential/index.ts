import { fail, type Result } from '#platform/result.ts';
import luxeFile from './data/luxe.json' with { type: 'json' };
import { faultMessages } from './messages.ts';
import { parseReferential, type Fault, type Referential } from './model.ts';

export * from './model.ts';
export { besideCode, registrationOf, type Registration } from './register.ts';
export { englishTitleOf, titleOf } from './words.ts';
export { contentHash } from './hash.ts';
export { ensureReferential, readReferential, type ReferentialId } from './store.ts';

/** Reads a certification from the text of a JSON file: the door for every certification. */
export function loadReferential(text: string): Result<Referential, readonly Fault[]> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail([{ path: '', message: faultMessages.notJson() }]);
  }
  return parseReferential(value);
}

function shipped(file: unknown): Referential {
  const parsed = parseReferential(file);
  if (!parsed.ok) throw new Error(parsed.error.map(({ message }) => message.fr).join('\n'));
  return parsed.value;
}

/**
 * « Établir une relation client d'excellence dans le secteur du luxe ». Its code is a placeholder
 * that is printed nowhere: a manager gives the number at « Registre » once there is one.
 */
export const luxe: Referential = shipped(luxeFile);
