import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localBus } from './bus.ts';
import { systemClock, type Clock } from './clock.ts';
import { readConfig, type Config } from './config.ts';
import { openDatabase, type OpenDatabase } from './database.ts';
import type { Ground } from './ground.ts';
import type { Letter, Mailer } from './mail.ts';
import { ok } from './result.ts';

/** A ground for tests, and the letters that were sent on it. */
export type TestGround = Ground & { letters: Letter[] };

/**
 * A fresh ground: PostgreSQL embedded, or a new database of the server that DATABASE_URL
 * names (dropped at `close`). Mail is kept in `letters`; keys live in a folder removed at `close`.
 */
export async function testGround(
  parts: { clock?: Clock; mail?: Mailer; config?: Partial<Config> } = {}
): Promise<TestGround> {
  const dataDir = mkdtempSync(join(tmpdir(), 'parchemin-test-'));
  const database = await freshDatabase(process.env['DATABASE_URL'], dataDir);
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
    bus: localBus(),
    random: randomBytes,
    fieldKey: randomBytes(32),
    letters,
    async close() {
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
  };
}

async function freshDatabase(
  serverUrl: string | undefined,
  dataDir: string
): Promise<OpenDatabase> {
  if (!serverUrl) return openDatabase({ dataDir });
  const name = `parchemin_test_${randomBytes(8).toString('hex')}`;
  const url = new URL(serverUrl);
  await onServer(serverUrl, `create database ${name}`);
  url.pathname = `/${name}`;
  const database = await openDatabase({ dataDir, databaseUrl: url.href });
  return {
    ...database,
    async close() {
      await database.close();
      await onServer(serverUrl, `drop database ${name} with (force)`);
    }
  };
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
