import { readFile, stat } from 'node:fs/promises';
import { fail, ok, type Result } from '#platform/result.ts';

const megabyte = 1_000_000;

/**
 * The text of a file of at most 1 MB, or a French sentence that says why it cannot be read.
 * @param nature what the file should be, as in « ce n’est pas un sujet »
 */
export async function readTextFile(file: string, nature: string): Promise<Result<string, string>> {
  try {
    const { size } = await stat(file);
    if (size > megabyte)
      return fail(`«\u00a0${file}\u00a0» dépasse 1\u00a0Mo\u00a0: ce n’est pas ${nature}.`);
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)));
  } catch (error) {
    return fail(
      error instanceof TypeError
        ? `«\u00a0${file}\u00a0» n’est pas un texte UTF-8\u00a0: enregistrez-le dans ce codage.`
        : `«\u00a0${file}\u00a0» ne peut pas être lu\u00a0: vérifiez le chemin et vos droits.`
    );
  }
}
