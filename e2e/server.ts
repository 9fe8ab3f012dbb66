import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/platform/config.ts';
import { openGround, type Ground } from '../src/platform/ground.ts';

/** The built server, running for a test on data of its own. */
export interface Served<Seed> {
  url: string;
  dataDir: string;
  /** What `seed` returned. */
  seed: Seed;
  /** What the server has written to its terminal, mail of the demonstration included. */
  terminal(): string;
  /** Kills the process without warning, as a power cut does. */
  crash(): Promise<void>;
  /** Starts it again, at the same address on the same data. */
  revive(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts build/index.js as a demonstration, on a free port and in a new folder. `seed` fills the
 * data before the server opens them: the embedded database has one owner at a time.
 */
export async function serve<Seed>(
  seed: (ground: Ground) => Promise<Seed>,
  env: Record<string, string> = {}
): Promise<Served<Seed>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'parchemin-e2e-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const variables = {
    PARCHEMIN_DATA: dataDir,
    PARCHEMIN_DEMO: '1',
    PARCHEMIN_URL: url,
    HOST: '127.0.0.1',
    PORT: String(port),
    ...env
  };
  const ground = await openGround(readConfig(variables));
  const seeded = await seed(ground);
  await ground.close();

  const { PATH = '', HOME = '', TMPDIR = tmpdir() } = process.env;
  let terminal = '';
  async function start() {
    const from = terminal.length;
    const started = spawn(process.execPath, ['build/index.js'], {
      env: { PATH, HOME, TMPDIR, ...variables },
      stdio: ['ignore', 'pipe', 'pipe']
    });
    for (const stream of [started.stdout, started.stderr])
      stream.on('data', (chunk: Buffer) => (terminal += chunk.toString('utf8')));
    await untilSaid(started, 'Listening on', () => terminal.slice(from));
    return started;
  }
  let server = await start();
  async function end(signal: 'SIGTERM' | 'SIGKILL') {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill(signal);
    await once(server, 'exit');
  }
  return {
    url,
    dataDir,
    seed: seeded,
    terminal: () => terminal,
    crash: () => end('SIGKILL'),
    async revive() {
      server = await start();
    },
    async stop() {
      await end('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    }
  };
}

/** Waits for a process to say some words. @throws with all that it said, when it ends before */
export async function untilSaid(
  started: ChildProcess,
  words: string,
  said: () => string
): Promise<void> {
  while (!said().includes(words)) {
    if (started.exitCode !== null) throw new Error(`The server did not start:\n${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
