import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
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

/** The second ends with a trailer; a backup of the first is still restored. */
const formats = ['parchemin-backup-1', 'parchemin-backup-2'] as const;
type Format = (typeof formats)[number];
const pageSize = 500;

interface Header {
  format: Format;
  /** Migrations that the database had: a backup is restored by the same or a newer Parchemin. */
  migrations: number;
  /** Key files by name, in base64: without them sealed fields could never be read again. */
  keys: Record<string, string>;
}

/** The last line: what the file must hold, and the hash of every line before it. */
interface Trailer {
  end: { tables: Record<string, number>; sha256: string };
}

/**
 * Writes every row of every table, as they are at one instant, in an order that foreign keys allow, as
 * compressed JSON lines. The file is for its owner alone, appears whole or not at all, and restores into
 * the embedded database or into a server.
 */
export async function writeBackup(
  db: Database,
  dataDir: string,
  file: string
): Promise<BackupSummary> {
  const draft = `${file}.part`;
  rmSync(draft, { force: true });
  const counts: Record<string, number> = {};
  try {
    // One snapshot: whatever is written meanwhile is in all of it, or in none.
    await db.transaction(
      async (tx) => {
        const lines = hashed(linesOf(tx, dataDir, counts), counts);
        await pipeline(
          Readable.from(lines),
          createGzip(),
          createWriteStream(draft, { mode: 0o600, flags: 'wx', flush: true })
        );
      },
      { isolationLevel: 'repeatable read', accessMode: 'read only' }
    );
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  return { tables: Object.keys(counts).length, rows: sum(counts) };
}

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, each) => all + each, 0);

async function* linesOf(
  tx: Database,
  dataDir: string,
  counts: Record<string, number>
): AsyncGenerator<string> {
  const header: Header = {
    format: 'parchemin-backup-2',
    migrations: await migrationCount(tx),
    keys: readKeys(dataDir)
  };
  yield JSON.stringify(header);
  for (const table of await tablesInOrder(tx)) {
    counts[table] = 0;
    for (let offset = 0; ; offset += pageSize) {
      const page = await rows<{ row: unknown }>(
        tx,
        sql`select to_jsonb(t) as row from ${sql.identifier(table)} t order by ctid limit ${pageSize} offset ${offset}`
      );
      for (const { row } of page) yield JSON.stringify({ table, row });
      counts[table] += page.length;
      if (page.length < pageSize) break;
    }
  }
}

/** The lines, and after them the trailer. */
async function* hashed(
  lines: AsyncIterable<string>,
  counts: Readonly<Record<string, number>>
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  for await (const line of lines) {
    hash.update(`${line}\n`);
    yield `${line}\n`;
  }
  const trailer: Trailer = { end: { tables: { ...counts }, sha256: hash.digest('hex') } };
  yield `${JSON.stringify(trailer)}\n`;
}

/**
 * Reads a backup to its end before anything is written of it: a file that was cut or changed is told.
 * @throws BackupFault
 */
async function checkWhole(file: string): Promise<Header> {
  const hash = createHash('sha256');
  const counts: Record<string, number> = {};
  let header: Header | undefined;
  let trailer: Trailer | undefined;
  for await (const line of readLines(file)) {
    if (trailer) throw incomplete();
    if (!header) header = parseHeader(line);
    else if (line.startsWith('{"end":')) {
      trailer = parse(line) as Trailer;
      continue;
    } else {
      const { table } = parse(line) as { table: string };
      counts[table] = (counts[table] ?? 0) + 1;
    }
    hash.update(`${line}\n`);
  }
  if (!header) throw incomplete();
  if (header.format === 'parchemin-backup-1') return header;
  const held = Object.entries(trailer?.end.tables ?? {}).filter(([, count]) => count > 0);
  if (
    trailer?.end.sha256 !== hash.digest('hex') ||
    held.length !== Object.keys(counts).length ||
    held.some(([table, count]) => counts[table] !== count)
  )
    throw incomplete();
  return header;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw incomplete();
  }
}

const incomplete = () =>
  new BackupFault(
    'Ce fichier n’est pas une sauvegarde de Parchemin, ou il est incomplet\u00a0: rien n’a été rétabli.'
  );

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
  const header = await checkWhole(file);
  const database = join(dataDir, 'database');
  if (existsSync(database))
    throw new BackupFault(
      `${dataDir} contient déjà des données\u00a0: rétablissez la sauvegarde dans un dossier vide.`
    );
  const written = writeKeys(dataDir, header.keys);
  let opened: { db: Database; close(): Promise<void> } | undefined;
  try {
    opened = await open();
    if ((await migrationCount(opened.db)) < header.migrations)
      throw new BackupFault(
        'Cette sauvegarde vient d’une version plus récente de Parchemin\u00a0: mettez Parchemin à jour d’abord.'
      );
    const summary = await opened.db.transaction((tx) => insertAll(tx, readLines(file)));
    await opened.close();
    return summary;
  } catch (error) {
    await opened?.close();
    // As it was before: a second try finds an empty place.
    rmSync(database, { recursive: true, force: true });
    for (const key of written) rmSync(key, { force: true });
    throw error instanceof BackupFault ? error : new BackupFault(unrestored(error));
  }
}

/** Says nothing of what the rows hold: the message of a refused statement repeats them. */
function unrestored(error: unknown): string {
  let code = '';
  for (let each = error; each instanceof Error; each = each.cause)
    if ('code' in each) code = ` (${String(each.code)})`;
  return `La sauvegarde n’a pas pu être rétablie${code}\u00a0: rien n’en a été gardé.`;
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
  let isHeader = true;
  for await (const line of lines) {
    if (isHeader || line.startsWith('{"end":')) {
      isHeader = false;
      continue;
    }
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
    throw incomplete();
  }
}

function parseHeader(line: string): Header {
  const header = parse(line) as Partial<Header> | null;
  if (!formats.some((each) => each === header?.format)) throw incomplete();
  return header as Header;
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

/** @returns the files that were written */
function writeKeys(dataDir: string, keys: Record<string, string>): string[] {
  const folder = join(dataDir, 'keys');
  for (const name of Object.keys(keys)) {
    if (!/^[a-z0-9-]+\.[a-z]+$/.test(name))
      throw new BackupFault('Une clé de la sauvegarde a un nom inattendu.');
    if (existsSync(join(folder, name)))
      throw new BackupFault(
        `${folder} contient déjà des clés\u00a0: rétablissez la sauvegarde dans un dossier vide.`
      );
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return Object.entries(keys).map(([name, content]) => {
    const file = join(folder, name);
    writeFileSync(file, Buffer.from(content, 'base64'), { mode: 0o600, flag: 'wx' });
    return file;
  });
}
