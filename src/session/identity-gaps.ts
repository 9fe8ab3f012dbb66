import type { Phrase } from '#platform/language.ts';
import { gazetteerOf } from './gazetteer.ts';
import { answersOf, readIdentity, type Identity } from './identity.ts';

/** Codes are held to their form alone: a code that was accepted once stays accepted. */
const anywhere = gazetteerOf([]);

/**
 * What the State’s file of holders would refuse in an identity, said as the form says it; empty when
 * it is ready. An identity that came by another way than the form (a backup, an older release) is
 * held to the same rules.
 * @param day the day by which ages are told, YYYY-MM-DD
 */
export function identityGaps(identity: Identity, day: string): Phrase[] {
  const read = readIdentity(answersOf(identity), anywhere, day);
  return read.ok ? [] : Object.values(read.error.fields ?? { identity: read.error.message });
}
