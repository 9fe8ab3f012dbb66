import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createFirstManager, createPerson, type Actor } from '#people';
import { readBackup, writeBackup } from '#platform/backup.ts';
import { openDatabase, rows, type Database } from '#platform/database.ts';
import { newId } from '#platform/ids.ts';
import { verifyLedger } from '#platform/ledger.ts';
import { testGround, type TestGround } from '#platform/testing.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'parchemin-backup-'));
const at = (name: string) => join(folder, name);
let ground: TestGround;
let manager: Actor;
beforeAll(async () => {
  ground = await testGround();
  const made = await createFirstManager(ground, {
    name: 'Hélène Vauquelin',
    email: 'h@exemple.fr'
  });
  if (!made.ok) throw new Error(made.error.code);
  manager = made.value;
  writeFileSync(at('unused'), '');
});
afterAll(async () => {
  await ground.close();
  rmSync(folder, { recursive: true, force: true });
});

const newPerson = () => {
  const id = newId<'user'>();
  const person = { id, name: 'Awa Diop', email: `${id}@exemple.fr`, role: 'juror' as const };
  return createPerson(ground, manager, person);
};
const backUp = (file = at('saved')) => writeBackup(ground.db, ground.config.dataDir, file);

/** Restores into a folder of its own, and asks something of what is there. */
async function restored<T>(file: string, ask: (db: Database) => Promise<T>) {
  const dataDir = mkdtempSync(join(folder, 'into-'));
  await readBackup(file, dataDir, () => openDatabase({ dataDir }));
  const { db, close } = await openDatabase({ dataDir });
  try {
    return await ask(db);
  } finally {
    await close();
  }
}

test('a backup is one instant, whatever is written meanwhile', async () => {
  for (let round = 0; round < 20; round += 1) await newPerson();
  let writing = true;
  const writer = (async () => {
    while (writing) await newPerson();
  })();
  for (const name of ['one', 'two', 'three']) await backUp(at(name));
  writing = false;
  await writer;
  for (const name of ['one', 'two', 'three'])
    await restored(at(name), async (db) => {
      expect(await verifyLedger(db)).toMatchObject({ valid: true });
      // Each account has its role, and the ledger tells both.
      const [counts] = await rows<Record<string, number>>(
        db,
        sql`select (select count(*)::int from auth_user) as people, (select count(*)::int from role_grant) as grants, (select count(*)::int from ledger_entry where action = 'people.create') as told`
      );
      expect(counts).toEqual({
        people: counts!['told'],
        grants: counts!['told'],
        told: counts!['told']
      });
    });
});

test('a file that was there gets its owner’s mode, and no draft is left', async () => {
  writeFileSync(at('old'), 'x');
  chmodSync(at('old'), 0o644);
  await backUp(at('old'));
  expect(statSync(at('old')).mode & 0o777).toBe(0o600);
  expect(existsSync(`${at('old')}.part`)).toBe(false);
  await expect(backUp(join(folder, 'nowhere', 'saved'))).rejects.toThrow('ENOENT');
});

test('a backup that was cut, changed or lengthened is refused, and nothing is written', async () => {
  await backUp();
  const lines = gunzipSync(readFileSync(at('saved')))
    .toString('utf8')
    .trimEnd()
    .split('\n');
  const variants: Record<string, string[]> = {
    'no trailer': lines.slice(0, -1),
    'half of it': lines.slice(0, lines.length / 2),
    'a row less': lines.toSpliced(5, 1),
    'a row twice': lines.toSpliced(5, 0, lines[5]!),
    'a row changed': lines.with(5, lines[5]!.replace(/[a-z]/, 'q')),
    'more after the end': [...lines, lines[5]!],
    'not JSON': lines.with(6, '{')
  };
  for (const [name, changed] of Object.entries(variants)) {
    writeFileSync(at('changed'), gzipSync(`${changed.join('\n')}\n`));
    const dataDir = mkdtempSync(join(folder, 'into-'));
    const open = vi.fn(() => openDatabase({ dataDir }));
    await expect(readBackup(at('changed'), dataDir, open), name).rejects.toThrow(/incomplet/);
    expect(open, name).not.toHaveBeenCalled();
    expect(existsSync(join(dataDir, 'keys')), name).toBe(false);
  }
});

test('a restoration that fails keeps nothing, repeats no row, and can be tried again', async () => {
  await backUp();
  const dataDir = mkdtempSync(join(folder, 'into-'));
  const failing = async () => {
    const opened = await openDatabase({ dataDir });
    await opened.db.execute(
      sql`alter table role_grant add constraint never check (role <> 'manager')`
    );
    return opened;
  };
  const failed = await readBackup(at('saved'), dataDir, failing).catch((error: Error) => error);
  expect((failed as Error).message).toMatch(/n’a pas pu être rétablie \(23514\)/);
  expect((failed as Error).message).not.toMatch(/Vauquelin|exemple/);
  expect(existsSync(join(dataDir, 'database'))).toBe(false);
  const summary = await readBackup(at('saved'), dataDir, () => openDatabase({ dataDir }));
  expect(summary.rows).toBeGreaterThan(0);
});

test('a backup of before the trailer is still restored', async () => {
  await backUp();
  const [header, ...rest] = gunzipSync(readFileSync(at('saved')))
    .toString('utf8')
    .trimEnd()
    .split('\n');
  const older = [header!.replace('parchemin-backup-2', 'parchemin-backup-1'), ...rest.slice(0, -1)];
  writeFileSync(at('older'), gzipSync(`${older.join('\n')}\n`));
  await restored(at('older'), async (db) => {
    expect(await verifyLedger(db)).toMatchObject({ valid: true });
  });
});
