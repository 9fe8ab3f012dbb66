import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { emptyDatabase } from './embedded-template.ts';
import { migrationsFolder } from './root.ts';
import type { Database, OpenDatabase } from './sql.ts';

/** Said when a second process opens the embedded database: it has one owner at a time. */
export class DatabaseBusyError extends Error {
  constructor(owner: number) {
    super(
      `La base de données embarquée est déjà ouverte par un autre programme (processus ${owner}). ` +
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
  const release = own(dataDir);
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

/** Takes the lock file of a data folder; a lock left by a process that died is taken over. */
function own(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = join(dataDir, 'database.lock');
  if (existsSync(lock)) {
    const owner = Number(readFileSync(lock, 'utf8'));
    if (owner !== process.pid && isAlive(owner)) throw new DatabaseBusyError(owner);
  }
  writeFileSync(lock, String(process.pid));
  return () => rmSync(lock, { force: true });
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
