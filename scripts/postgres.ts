import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installFromDebian } from './chromium.ts';

/** A PostgreSQL server started for one run, on a free port and in a folder that goes with it. */
export interface ThrowawayServer {
  url: string;
  stop(): void;
}

/**
 * Starts a server from the machine's own PostgreSQL; with `install`, takes Debian's package first
 * where there is none.
 * @returns undefined where there is no PostgreSQL
 */
export async function startPostgres(
  options: { install?: boolean } = {}
): Promise<ThrowawayServer | undefined> {
  const bin = binaries() ?? (options.install && installFromDebian('postgresql') && binaries());
  if (!bin) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'parchemin-postgres-'));
  const asRoot = process.getuid?.() === 0;
  // PostgreSQL refuses to run as root: its Debian package makes an account for it.
  if (asRoot) chownSync(folder, accountId('-u'), accountId('-g'));
  const run = (program: string, ...words: string[]) => {
    const [file, args] = asRoot
      ? ['runuser', ['-u', 'postgres', '--', join(bin, program), ...words]]
      : [join(bin, program), words];
    // The working folder may be closed to the server's account; its own never is.
    execFileSync(file as string, args as string[], { stdio: 'ignore', cwd: folder });
  };
  const data = join(folder, 'data');
  const port = await freePort();
  run('initdb', '-D', data, '-U', 'parchemin', '-A', 'trust', '-E', 'UTF8', '--no-locale');
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder}`;
  run('pg_ctl', '-D', data, '-w', '-o', settings, '-l', join(folder, 'log'), 'start');
  return {
    url: `postgresql://parchemin@127.0.0.1:${port}/postgres`,
    stop() {
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

/** The folder of `initdb` and `pg_ctl`, the newest version first. */
function binaries(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((a, b) => Number(b) - Number(a))
    : [];
  return [
    ...versions.map((version) => join(debian, version, 'bin')),
    '/opt/homebrew/bin',
    '/usr/local/bin'
  ].find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')));
}

const accountId = (flag: '-u' | '-g'): number =>
  Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening));
  const { port } = probe.address() as { port: number };
  await new Promise((closed) => probe.close(closed));
  return port;
}
