import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { migrationsFolder, packageRoot } from './root.ts';

const cacheFolder = join(packageRoot, 'node_modules', '.cache', 'parchemin');

/**
 * The files of an empty database with every table, to be copied. Making a new PostgreSQL costs
 * seconds of work, copying one costs little: the first one made is kept for the next.
 * @returns the folder to copy, or undefined where the package's folder may not be written
 */
export async function emptyDatabase(): Promise<string | undefined> {
  const kept = join(cacheFolder, templateName());
  if (existsSync(kept)) return kept;
  const draft = `${kept}.${randomBytes(4).toString('hex')}`;
  try {
    mkdirSync(cacheFolder, { recursive: true });
    await makeEmptyDatabase(draft);
    renameSync(draft, kept);
    return kept;
  } catch {
    rmSync(draft, { recursive: true, force: true });
    // Another process may have been quicker.
    return existsSync(kept) ? kept : undefined;
  }
}

async function makeEmptyDatabase(folder: string): Promise<void> {
  const [{ PGlite }, { drizzle }, { migrate }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('drizzle-orm/pglite'),
    import('drizzle-orm/pglite/migrator')
  ]);
  const client = await PGlite.create(folder);
  await migrate(drizzle({ client }), { migrationsFolder });
  await client.close();
}

/** Named by the migrations and the engine's version: a change of either makes another one. */
function templateName(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(migrationsFolder)
    .filter((name) => name.endsWith('.sql'))
    .sort())
    hash.update(file).update(readFileSync(join(migrationsFolder, file)));
  const engine = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  hash.update(readFileSync(engine));
  return `database-${hash.digest('hex').slice(0, 16)}`;
}
