#!/usr/bin/env node
/**
 * The `parchemin` command. The sources are TypeScript, which Node runs by itself from 22.18 on; an
 * older Node hands over to the one that this package brings along.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

if (major > 22 || (major === 22 && minor >= 18)) await import('../src/cli/main.ts');
else {
  const node = here('node_modules/node/bin/node');
  if (!existsSync(node)) {
    process.stderr.write(
      'Parchemin demande Node.js 22.18 ou plus récent, ou « npm ci » à la racine.\n'
    );
    process.exit(1);
  }
  const { status } = spawnSync(node, [here('src/cli/main.ts'), ...process.argv.slice(2)], {
    stdio: 'inherit'
  });
  process.exit(status ?? 1);
}
