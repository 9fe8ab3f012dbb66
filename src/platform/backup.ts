import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { rows, type Database } from './database.ts';

/** What a backup or a restoration came to. */
export interface BackupSummary {
  tables: number;
  rows: number;
}

/** A backup that cannot be read, or must not be restored here; its message says what to do. */
export class BackupFault extends Error {}

const format = 'parchemin-backup-1';
const pageSize = 500;

interface Header {
  format: typeof format;
  /** Migrations that the database had: a backup is restored by the same or a newer Parchemin. */
  migrations: number;
  /** Key files by name, in base64: without them sealed fields could never be read again. */
  keys: Record<string, string>;
}

/**
 * Writes every row of every table, in an order that foreign keys allow, as compressed JSON lines of
 * mode 600. The same file restores into the embedded database or into a server.
 */
export async function writeBackup(
  db: Database,
  dataDir: string,
  file: string
): Promise<BackupSummary> {
  const tables = await tablesInOrder(db);
  const summary: BackupSummary = { tables: tables.length, rows: 0 };
  async function* lines() {
    const header: Header = {
      format,
      migrations: await migrationCount(db),
      keys: readKeys(dataDir)
    };
    yield `${JSON.stringify(header)}\n`;
    for (const table of tables)
      for (let offset = 0; ; offset += pageSize) {
        const page = await rows<{ row: unknown }>(
          db,
          sql`select to_jsonb(t) as row from ${sql.identifier(table)} t order by ctid limit ${pageSize} offset ${offset}`
        );
        for (const { row } of page) yield `${JSON.stringify({ table, row })}\n`;
        summary.rows += page.length;
        if (page.length < pageSize) break;
      }
  }
  await pipeline(Readable.from(lines()), createGzip(), createWriteStream(file, { mode: 0o600 }));
  return summary;
}

/**
 * Restores a backup, all or nothing, into an installation without data.
 * @param open opens the database after the keys are in place
 * @throws BackupFault when the file is not a backup, is newer, or the installation is not empty
 */
export async function readBackup(
  file: string,
  dataDir: string,
  open: () => Promise<{ db: Database; close(): Promise<void> }>
): Promise<BackupSummary> {
  const lines = readLines(file);
  const header = parseHeader((await lines.next()).value);
  if (existsSync(join(dataDir, 'database')))
    throw new BackupFault(
      `${dataDir} contient déjà des données\u00a0: rétablissez la sauvegarde dans un dossier vide.`
    );
  writeKeys(dataDir, header.keys);
  const { db, close } = await open();
  try {
    if ((await migrationCount(db)) < header.migrations)
      throw new BackupFault(
        'Cette sauvegarde vient d’une version plus récente de Parchemin\u00a0: mettez Parchemin à jour d’abord.'
      );
    return await db.transaction((tx) => insertAll(tx, lines));
  } finally {
    await close();
  }
}

async function insertAll(tx: Database, lines: AsyncIterable<string>): Promise<BackupSummary> {
  const known = new Set(await tablesInOrder(tx));
  for (const table of known) {
    const [any] = await rows(tx, sql`select 1 from ${sql.identifier(table)} limit 1`);
    if (any)
      throw new BackupFault(
        'La base de données contient déjà des données\u00a0: rétablissez la sauvegarde dans une base vide.'
      );
  }
  const seen = new Set<string>();
  let count = 0;
  let page: unknown[] = [];
  let current = '';
  const flush = async () => {
    if (page.length > 0)
      await tx.execute(
        sql`insert into ${sql.identifier(current)} select * from jsonb_populate_recordset(null::${sql.identifier(current)}, ${JSON.stringify(page)}::jsonb)`
      );
    count += page.length;
    page = [];
  };
  for await (const line of lines) {
    const { table, row } = JSON.parse(line) as { table: string; row: unknown };
    if (!known.has(table))
      throw new BackupFault(`La sauvegarde contient une table inconnue\u00a0: ${table}.`);
    if (table !== current || page.length >= pageSize) await flush();
    current = table;
    seen.add(table);
    page.push(row);
  }
  await flush();
  return { tables: seen.size, rows: count };
}

async function* readLines(file: string): AsyncGenerator<string, void> {
  if (!existsSync(file)) throw new BackupFault(`${file} est introuvable.`);
  const source = createReadStream(file).pipe(createGunzip());
  try {
    for await (const line of createInterface({ input: source, crlfDelay: Infinity })) yield line;
  } catch {
    throw new BackupFault('Ce fichier n’est pas une sauvegarde de Parchemin, ou il est incomplet.');
  }
}

function parseHeader(line: unknown): Header {
  try {
    const header = JSON.parse(String(line)) as Header;
    if (header.format === format) return header;
  } catch {
    // Not JSON: said below.
  }
  throw new BackupFault('Ce fichier n’est pas une sauvegarde de Parchemin, ou il est incomplet.');
}

/** Tables of this schema, each after those that it refers to. */
async function tablesInOrder(db: Database): Promise<string[]> {
  const names = await rows<{ name: string }>(
    db,
    sql`select tablename as name from pg_tables where schemaname = current_schema() order by tablename`
  );
  const links = await rows<{ child: string; parent: string }>(
    db,
    sql`select conrelid::regclass::text as child, confrelid::regclass::text as parent from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace`
  );
  const ordered = new Set<string>();
  const place = (name: string, path: readonly string[]) => {
    if (ordered.has(name) || path.includes(name)) return;
    for (const { child, parent } of links) if (child === name) place(parent, [...path, name]);
    ordered.add(name);
  };
  for (const { name } of names) place(name, []);
  return [...ordered];
}

async function migrationCount(db: Database): Promise<number> {
  const [found] = await rows<{ count: number }>(
    db,
    sql`select count(*)::int as count from drizzle.__drizzle_migrations`
  );
  return found?.count ?? 0;
}

function readKeys(dataDir: string): Record<string, string> {
  const folder = join(dataDir, 'keys');
  if (!existsSync(folder)) return {};
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')])
  );
}

function writeKeys(dataDir: string, keys: Record<string, string>): void {
  const folder = join(dataDir, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const [name, content] of Object.entries(keys)) {
    if (!/^[a-z0-9-]+\.[a-z]+$/.test(name))
      throw new BackupFault('Une clé de la sauvegarde a un nom inattendu.');
    writeFileSync(join(folder, name), Buffer.from(content, 'base64'), { mode: 0o600, flag: 'wx' });
  }
}
