import { openEmbedded } from './embedded.ts';
import { migrationsFolder } from './root.ts';
import type { Database, OpenDatabase } from './sql.ts';

export { isTaken, rows, type Database, type OpenDatabase } from './sql.ts';

/**
 * Opens the database and brings its tables up to date: a PostgreSQL server when `databaseUrl` is
 * given, else PostgreSQL embedded in this process, its files under `dataDir`.
 * @throws DatabaseBusyError when another process owns the embedded files
 */
export async function openDatabase(where: {
  dataDir: string;
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
  // What a transaction asks for all at once is sent at once, and answered in order.
  const pool = new pg.Pool({ connectionString: url, max: 16, pipeline: true });
  // A connection cut while idle must not end the process: the pool opens another.
  pool.on('error', () => undefined);
  const client = await pool.connect();
  try {
    // Several processes may start together: one migrates, the others wait for it.
    await client.query('select pg_advisory_lock(727001)');
    await migrate(drizzle({ client }), { migrationsFolder });
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
