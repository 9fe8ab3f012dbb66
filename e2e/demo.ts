import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, untilSaid } from './server.ts';

/** `npm run demo`, running for a test in a folder of its own. */
export interface Demo {
  url: string;
  /** What the terminal has said. */
  said(): string;
  /** The sign-in link of each role, as printed. */
  links: ReadonlyMap<string, string>;
  stop(): Promise<void>;
}

/** Starts the demonstration as a visitor does, and waits until it has told its links. */
export async function startDemo(): Promise<Demo> {
  const folder = mkdtempSync(join(tmpdir(), 'parchemin-demo-'));
  const port = await freePort();
  const demo = spawn(process.execPath, ['scripts/demo.ts', folder], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit']
  });
  let said = '';
  demo.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  await untilSaid(demo, 'Ctrl+C', () => said);
  const printed = said.matchAll(/^ {2}(.+) \(.+\)\n {2}(http\S+)$/gm);
  return {
    url: `http://127.0.0.1:${port}`,
    said: () => said,
    links: new Map([...printed].map(([, role = '', link = '']) => [role, link])),
    async stop() {
      demo.kill();
      await new Promise((resolve) => demo.once('exit', resolve));
      rmSync(folder, { recursive: true, force: true });
    }
  };
}
