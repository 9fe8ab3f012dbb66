/** The French dictionary, read once by a process: some 35 MB, half a second. */
import type { Speller } from './evidence/spelling.ts';

let opened: Promise<Speller> | undefined;

/** Hunspell with the dictionary « Classique » of Dicollecte (docs/decisions.md says why). */
export const frenchSpeller = (): Promise<Speller> => (opened ??= open());

async function open(): Promise<Speller> {
  const [{ loadModule }, { default: dictionary }] = await Promise.all([
    import('hunspell-asm'),
    import('dictionary-fr')
  ]);
  const factory = await loadModule();
  const speller = factory.create(
    factory.mountBuffer(dictionary.aff, 'fr.aff'),
    factory.mountBuffer(dictionary.dic, 'fr.dic')
  );
  return { knows: (word) => speller.spell(word.replaceAll("'", '’')) };
}
