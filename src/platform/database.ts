import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { sql } from 'drizzle-orm';

/** A database or a transaction on it: the same SQL on the embedded engine and on a server. */
export type Database = PgDatabase<PgQueryResultHKT>;

export interface OpenDatabase {
  db: Database;
  kind: 'embedded' | 'server';
  close(): Promise<void>;
}

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
 * Opens the database and brings its tables up to date: a PostgreSQL server when `databaseUrl` is
 * given, else PostgreSQL embedded in this process, its files under `dataDir` (in memory without it).
 * @throws DatabaseBusyError when another process owns the embedded files
 */
export async function openDatabase(where: {
  dataDir?: string | undefined;
  databaseUrl?: string | undefined;
}): Promise<OpenDatabase> {
  return where.databaseUrl ? openServer(where.databaseUrl) : openEmbedded(where.dataDir);
}

async function openServer(url: string): Promise<OpenDatabase> {
  const [{ default: pg }, { drizzle }, { migrate }] = await Promise.all([
    import('pg'),
    import('drizzle-orm/node-postgres'),
    import('drizzle-orm/node-postgres/migrator')
  ]);
  const pool = new pg.Pool({ connectionString: url, max: 16 });
  // A connection cut while idle must not end the process: the pool opens another.
  pool.on('error', () => undefined);
  const client = await pool.connect();
  try {
    // Several processes may start together: one migrates, the others wait for it.
    await client.query('select pg_advisory_lock(727001)');
    await migrate(drizzle({ client }), { migrationsFolder: migrationsFolder() });
    await client.query('select pg_advisory_unlock(727001)');
  } finally {
    client.release();
  }
  return {
    db: drizzle({ client: pool }) as unknown as Database,
    kind: 'server',
    close: () => pool.end()
  };
}

async function openEmbedded(dataDir: string | undefined): Promise<OpenDatabase> {
  const [{ PGlite }, { drizzle }, { migrate }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('drizzle-orm/pglite'),
    import('drizzle-orm/pglite/migrator')
  ]);
  const release = dataDir ? own(dataDir) : () => undefined;
  try {
    const client = dataDir ? new PGlite(join(dataDir, 'database')) : new PGlite();
    const db = drizzle({ client });
    await migrate(db, { migrationsFolder: migrationsFolder() });
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

/** The folder `migrations/` of the package, from the sources as from the built server. */
function migrationsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'migrations', 'meta'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('migrations/ is missing from this installation');
    folder = parent;
  }
  return join(folder, 'migrations');
}

/** Rows of a raw query, whichever driver answers. */
export async function rows<T>(db: Database, query: ReturnType<typeof sql>): Promise<T[]> {
  const answer = (await db.execute(query)) as unknown as { rows: T[] };
  return answer.rows;
}
