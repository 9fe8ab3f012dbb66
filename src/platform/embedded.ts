import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { emptyDatabase } from './embedded-template.ts';
import { migrationsFolder } from './root.ts';
import type { Database, OpenDatabase } from './sql.ts';

/** Said when a second process opens the embedded database: it has one owner at a time. */
export class DatabaseBusyError extends Error {
  constructor(dataDir: string) {
    super(
      `La base de données embarquée de ${dataDir} est déjà ouverte par un autre programme. ` +
        'Arrêtez-le d’abord, ou utilisez un serveur PostgreSQL (DATABASE_URL) pour en lancer plusieurs.'
    );
    this.name = 'DatabaseBusyError';
  }
}

/**
 * PostgreSQL embedded in this process, its files under `dataDir`.
 * @throws DatabaseBusyError when another process owns the files
 */
export async function openEmbedded(dataDir: string): Promise<OpenDatabase> {
  const [{ PGlite }, { drizzle }, { migrate }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('drizzle-orm/pglite'),
    import('drizzle-orm/pglite/migrator')
  ]);
  const folder = join(dataDir, 'database');
  const release = await own(dataDir);
  try {
    if (!existsSync(folder)) await found(folder);
    const client = await PGlite.create(folder);
    const db = drizzle({ client });
    await migrate(db, { migrationsFolder });
    return {
      db: db as unknown as Database,
      kind: 'embedded',
      async close() {
        await client.close();
        release();
      }
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** Lays the files of an empty database: all of them, or none. */
async function found(folder: string): Promise<void> {
  const template = await emptyDatabase();
  if (!template) return;
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(template, draft, { recursive: true });
  renameSync(draft, folder);
}

/**
 * Takes a data folder for this process, by a lock that the kernel keeps on a file of it: it holds in
 * every container that shares the folder, and goes with the process, however it ends. SQLite's own
 * exclusive lock (fcntl) is that lock; nothing is written in the file.
 * @throws DatabaseBusyError when another process has it
 */
export async function own(dataDir: string): Promise<() => void> {
  // Asked for here: a Node that is too old must live to say so.
  const { DatabaseSync } = await import('node:sqlite');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(join(dataDir, 'database.owner'));
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode === sqliteBusy)
      throw new DatabaseBusyError(dataDir);
    throw error;
  }
  // Written by a former version, and no longer believed.
  rmSync(join(dataDir, 'database.lock'), { force: true });
  held.add(lock);
  return () => {
    if (held.delete(lock)) lock.close();
  };
}

/** Kept here: one that nothing refers to is closed with the garbage, and its lock with it. */
const held = new Set<DatabaseSync>();

/** SQLITE_BUSY, of the codes of SQLite. */
const sqliteBusy = 5;
