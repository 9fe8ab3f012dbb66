import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the package, from the sources as from the built server. */
export const packageRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

export const migrationsFolder = join(packageRoot, 'migrations');

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'migrations', 'meta'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('migrations/ is missing from this installation');
  return findRoot(parent);
}
