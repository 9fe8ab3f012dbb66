import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test, vi } from 'vitest';
import { authSession, twoFactor, user } from '#people/tables.ts';
import { readConfig } from '#platform/config.ts';
import { openGround } from '#platform/ground.ts';
import { newId } from '#platform/ids.ts';
import { readLedger, verifyLedger } from '#platform/ledger.ts';
import { parchemin } from './process.testing.ts';

vi.setConfig({ testTimeout: 120_000 });

const dataDir = mkdtempSync(join(tmpdir(), 'parchemin-manager-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const manager = (...words: string[]) =>
  parchemin(['manager', '--data', dataDir, ...words], { PARCHEMIN_URL: 'http://parchemin.test' });

async function onData<T>(use: (ground: Awaited<ReturnType<typeof openGround>>) => Promise<T>) {
  const ground = await openGround(readConfig({}, { dataDir }));
  try {
    return await use(ground);
  } finally {
    await ground.close();
  }
}

test('whoever has the machine lets the only manager back in, and the ledger tells', async () => {
  expect((await manager('--link')).code).toBe(1);
  expect((await manager('--name', 'Hélène Vauquelin')).code).toBe(2);
  const made = await manager('--name', 'Hélène Vauquelin', '--email', 'helene@exemple.fr');
  expect(made.stdout).toMatch(/^http:\/\/parchemin\.test\/api\/auth\/magic-link\/verify\?token=/);
  const again = await manager('--name', 'Une Autre', '--email', 'autre@exemple.fr');
  expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('a déjà un responsable')]);

  // A lost device, and a browser still signed in somewhere.
  await onData(async ({ db }) => {
    const [{ id: userId } = { id: '' }] = await db.select({ id: user.id }).from(user);
    await db.insert(twoFactor).values({ id: newId(), secret: 's', backupCodes: 'b', userId });
    await db.update(user).set({ twoFactorEnabled: true });
    await db
      .insert(authSession)
      .values({ id: newId(), token: 't', userId, expiresAt: new Date('2099-01-01') });
  });
  const link = await manager('--link');
  expect(link.stdout).toContain('magic-link');
  await onData(async ({ db }) => expect(await db.select().from(twoFactor)).toHaveLength(1));

  expect((await manager('--link', '--email', 'autre@exemple.fr')).code).toBe(1);
  const reset = await manager('--reset-second-factor', '--email', 'Helene@exemple.fr', '--json');
  const { userId } = JSON.parse(reset.stdout) as { userId: string };
  await onData(async ({ db }) => {
    expect(await db.select().from(twoFactor)).toEqual([]);
    expect(await db.select().from(authSession)).toEqual([]);
    expect(await db.select().from(user).where(eq(user.twoFactorEnabled, true))).toEqual([]);
    const acts = (await readLedger(db, { subject: userId })).map((each) => [
      each.action,
      each.actor
    ]);
    expect(acts).toEqual([
      ['people.second-factor-reset', 'system'],
      ['people.link', 'system'],
      ['people.link', 'system'],
      ['people.grant', 'system'],
      ['people.create', 'system']
    ]);
    expect(await verifyLedger(db)).toMatchObject({ valid: true });
  });
});
