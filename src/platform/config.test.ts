import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig, secretKey } from './config.ts';
import { openGround } from './ground.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'parchemin-config-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe('a key', () => {
  test('is made once, for its owner alone', () => {
    const config = readConfig({}, { dataDir });
    const made = secretKey(config, 'field', {});
    expect(made).toHaveLength(32);
    expect(secretKey(config, 'field', {})).toEqual(made);
    expect(statSync(join(dataDir, 'keys', 'field.key')).mode & 0o777).toBe(0o600);
  });

  test.each([
    ['auth', ''],
    ['auth', Buffer.alloc(31).toString('base64')],
    ['field', ''],
    ['field', 'not a key']
  ])('%s.key that holds « %s » is refused before the server starts', async (name, held) => {
    mkdirSync(join(dataDir, 'keys'));
    writeFileSync(join(dataDir, 'keys', `${name}.key`), held);
    await expect(openGround(readConfig({}, { dataDir }))).rejects.toThrow(
      new RegExp(`${name}\\.key doit contenir 32 octets`)
    );
  });

  test('of the environment is held to the same', () => {
    const config = readConfig({}, { dataDir });
    expect(() => secretKey(config, 'auth', { PARCHEMIN_AUTH_KEY: 'c2hvcnQ=' })).toThrow(
      /32 octets/
    );
  });
});
