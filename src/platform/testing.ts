import { createHash, randomBytes } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock, type Clock } from './clock.ts';
import { readConfig, type Config } from './config.ts';
import { openDatabase, type Database, type OpenDatabase } from './database.ts';
import type { Ground } from './ground.ts';
import type { Letter, Mailer } from './mail.ts';
import { ok } from './result.ts';

/** A ground for tests, and the letters that were sent on it. */
export type TestGround = Ground & { letters: Letter[] };

/**
 * A fresh ground: PostgreSQL embedded in memory, or a new database of the server that DATABASE_URL
 * names (dropped at `close`). Mail is kept in `letters`; keys live in a folder removed at `close`.
 */
export async function testGround(
  parts: { clock?: Clock; mail?: Mailer; config?: Partial<Config> } = {}
): Promise<TestGround> {
  const dataDir = mkdtempSync(join(tmpdir(), 'parchemin-test-'));
  const database = await freshDatabase(process.env['DATABASE_URL']);
  const letters: Letter[] = [];
  const capture: Mailer = {
    async send(letter) {
      letters.push(letter);
      return ok('sent');
    }
  };
  return {
    config: readConfig({}, { dataDir, ...parts.config }),
    db: database.db,
    clock: parts.clock ?? systemClock,
    mail: parts.mail ?? capture,
    random: randomBytes,
    fieldKey: randomBytes(32),
    letters,
    async close() {
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
  };
}

async function freshDatabase(serverUrl: string | undefined): Promise<OpenDatabase> {
  if (!serverUrl) return embeddedInMemory();
  const name = `parchemin_test_${randomBytes(8).toString('hex')}`;
  const url = new URL(serverUrl);
  await onServer(serverUrl, `create database ${name}`);
  url.pathname = `/${name}`;
  const database = await openDatabase({ databaseUrl: url.href });
  return {
    ...database,
    async close() {
      await database.close();
      await onServer(serverUrl, `drop database ${name} with (force)`);
    }
  };
}

/**
 * Making an empty PostgreSQL costs seconds; copying one costs little. The first test that runs on
 * a set of migrations leaves its empty, migrated database in node_modules/.cache for the others.
 */
async function embeddedInMemory(): Promise<OpenDatabase> {
  const [{ PGlite }, { drizzle }, { migrate }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('drizzle-orm/pglite'),
    import('drizzle-orm/pglite/migrator')
  ]);
  const template = templateFile();
  const image = readIfThere(template);
  const client = await PGlite.create(image ? { loadDataDir: new Blob([image]) } : {});
  const db = drizzle({ client });
  if (!image) {
    await migrate(db, { migrationsFolder: 'migrations' });
    const fresh = await client.dumpDataDir('none');
    const draft = `${template}.${randomBytes(4).toString('hex')}`;
    mkdirSync(cacheFolder, { recursive: true });
    writeFileSync(draft, Buffer.from(await fresh.arrayBuffer()));
    renameSync(draft, template);
  }
  return { db: db as unknown as Database, kind: 'embedded', close: () => client.close() };
}

const cacheFolder = join('node_modules', '.cache', 'parchemin');

/** Named by the migrations and the engine's version: a change of either makes another template. */
function templateFile(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync('migrations')
    .filter((name) => name.endsWith('.sql'))
    .sort())
    hash.update(file).update(readFileSync(join('migrations', file)));
  hash.update(readFileSync('node_modules/@electric-sql/pglite/package.json'));
  return join(cacheFolder, `database-${hash.digest('hex').slice(0, 16)}.tar`);
}

function readIfThere(file: string): Buffer<ArrayBuffer> | undefined {
  try {
    return readFileSync(file) as Buffer<ArrayBuffer>;
  } catch {
    return undefined;
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
