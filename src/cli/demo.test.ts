import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { AuditReport } from '#parchment';
import { openDatabase } from '#platform/database.ts';
import type { DemoReport } from './demo.ts';
import { parchemin } from './process.testing.ts';

// Whole sessions, each in a process of its own.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const folder = mkdtempSync(join(tmpdir(), 'parchemin-demo-'));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = async <T>(...words: string[]) => {
  const { stdout, stderr } = await parchemin([...words, '--json']);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as T;
};
const play = (name: string, seed: number) =>
  read<DemoReport>('demo', '--candidates', '4', '--seed', String(seed), '--data', at(name));
const verify = (name: string) => read<AuditReport>('audit', 'verify', '--data', at(name));

let first: DemoReport;
beforeAll(async () => {
  first = await play('first', 7);
});

test('a whole session: every criterion marked by two jurors, and a parchment for each award', () => {
  expect(first).toMatchObject({ candidates: 4, observations: 4 * 2 * 80 });
  expect(first.awarded + first.refused).toBe(4);
  expect(first.certificates).toHaveLength(first.awarded);
  expect(first.ledger.valid).toBe(true);
  expect(first.ledger.entries).toBeGreaterThan(first.observations);
  for (const { file, number } of first.certificates) {
    expect(file).toContain(number);
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  }
});

test('the same seed plays the same session, to the number', async () => {
  const again = await play('again', 7);
  const numbers = ({ certificates }: DemoReport) => certificates.map(({ number }) => number);
  expect([again.awarded, again.refused]).toEqual([first.awarded, first.refused]);
  expect(numbers(again)).toEqual(numbers(first));
});

test('a folder that holds something is left alone', async () => {
  const { code, stdout, stderr } = await parchemin(['demo', '--data', at('first'), '--json']);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('n’est pas vide');
});

test('a backup restored elsewhere is audited the same; a full folder is refused', async () => {
  const before = await verify('first');
  expect(before.valid).toBe(true);
  const saved = await read<{ rows: number }>('backup', '--data', at('first'), at('saved'));
  expect(statSync(at('saved')).mode & 0o777).toBe(0o600);
  const restored = await read<{ rows: number }>('restore', '--data', at('restored'), at('saved'));
  expect(restored.rows).toBe(saved.rows);
  expect(await verify('restored')).toEqual(before);
  const onto = await parchemin(['restore', '--data', at('first'), at('saved')]);
  expect([onto.code, onto.stdout]).toEqual([1, '']);
  expect(onto.stderr).toContain('contient déjà des données');
});

test('a mark changed behind the ledger’s back is named', async () => {
  const { db, close } = await openDatabase({ dataDir: at('restored') });
  await db.execute(sql`drop trigger observation_append_only on observation`);
  const answer = await db.execute(
    sql`update observation set level = 3 where id = (select id from observation where level = 1 limit 1) returning id`
  );
  const [{ id }] = (answer as unknown as { rows: [{ id: string }] }).rows;
  await close();
  const report = await parchemin(['audit', 'verify', '--data', at('restored'), '--json']);
  expect(report.code).toBe(1);
  expect(JSON.parse(report.stdout)).toMatchObject({
    valid: false,
    ledger: { valid: true },
    observations: { valid: false, observation: id, reason: 'altered' }
  });
});
