import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const inputs = ['src', 'static', 'vite.config.ts', 'package-lock.json'];

/** Builds the server into build/ unless the one there is newer than everything it is made of. */
export function ensureBuilt(): void {
  const built = existsSync('build/index.js') ? statSync('build/index.js').mtimeMs : 0;
  if (inputs.every((path) => newest(path) <= built)) return;
  execFileSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'],
    {
      stdio: ['ignore', 'ignore', 'inherit']
    }
  );
}

function newest(path: string): number {
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return Math.max(
    0,
    ...readdirSync(path)
      .filter((name) => !name.endsWith('.test.ts'))
      .map((name) => newest(join(path, name)))
  );
}
