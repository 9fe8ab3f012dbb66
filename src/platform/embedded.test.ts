import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DatabaseBusyError, own } from './embedded.ts';

vi.setConfig({ testTimeout: 60_000 });

let dataDir: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'parchemin-own-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

const owning = `import { own } from './src/platform/embedded.ts';
try { await own(process.argv[1]); process.stdout.write('mine'); setInterval(() => {}, 1000); }
catch (error) { process.stdout.write(error.name); }`;
const script = ['--no-warnings', '--input-type=module', '-e', owning];

/** Another process that takes the folder: what it said, and itself. */
async function another(
  wrap: readonly string[] = []
): Promise<{ said: string; child: ChildProcess }> {
  const [command = '', ...words] = [...wrap, process.execPath, ...script, dataDir];
  const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [said] = (await once(child.stdout!, 'data')) as [Buffer];
  return { said: said.toString(), child };
}

/** Whether processes may be given numbers of their own here, as containers do. */
const apart = ['unshare', '--pid', '--fork', '--kill-child'];
const canPart = spawnSync(apart[0]!, [...apart.slice(1), 'true']).status === 0;

describe('a data folder', () => {
  test('has one owner, and is free once it is let go', async () => {
    const release = await own(dataDir);
    await expect(own(dataDir)).rejects.toThrow(DatabaseBusyError);
    release();
    (await own(dataDir))();
  });

  test('is held against another process, and free as soon as its owner is killed', async () => {
    const { said, child } = await another();
    expect(said).toBe('mine');
    await expect(own(dataDir)).rejects.toThrow(/déjà ouverte par un autre programme/);
    child.kill('SIGKILL');
    await once(child, 'exit');
    (await own(dataDir))();
  });

  test.skipIf(!canPart)(
    'is held against a process that has the same number, in another container',
    async () => {
      const first = await another(apart);
      const second = await another(apart);
      expect([first.said, second.said]).toEqual(['mine', 'DatabaseBusyError']);
      first.child.kill('SIGKILL');
      await once(first.child, 'exit');
      second.child.kill('SIGKILL');
    }
  );

  test('is not refused for a number that another program bears now', async () => {
    writeFileSync(join(dataDir, 'database.lock'), '1');
    (await own(dataDir))();
  });
});
