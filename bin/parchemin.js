#!/usr/bin/env node
/**
 * The `parchemin` command. The sources are TypeScript, which Node runs by itself; a Node older than the
 * one that is promised hands over to the one that this package brings along.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const oldest = '24.21.0';
const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const isOld = oldest.localeCompare(process.versions.node, 'en', { numeric: true }) > 0;

if (!isOld) await import('../src/cli/main.ts');
else {
  const node = here('node_modules/node/bin/node');
  if (!existsSync(node)) {
    process.stderr.write(
      `Parchemin demande Node.js ${oldest} ou plus récent, ou « npm ci » à la racine.\n`
    );
    process.exit(1);
  }
  const { status } = spawnSync(node, [here('src/cli/main.ts'), ...process.argv.slice(2)], {
    stdio: 'inherit'
  });
  process.exit(status ?? 1);
}
