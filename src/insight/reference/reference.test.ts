import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { reference } from './reference.ts';

const packages = ['psych', 'vcd', 'lme4', 'VGAM', 'jsonlite'];
const hasR =
  spawnSync('Rscript', ['-e', packages.map((name) => `library(${name})`).join(';')]).status === 0;

/** Numbers equal to six digits, everything else alike. */
function expectAlike(found: unknown, recorded: unknown, path: string): void {
  if (typeof recorded === 'number') expect(found, path).toBeCloseTo(recorded, 6);
  else if (typeof recorded === 'object' && recorded !== null) {
    expect(Object.keys(found as object), path).toEqual(Object.keys(recorded));
    for (const [key, value] of Object.entries(recorded)) {
      expectAlike((found as Record<string, unknown>)[key], value, `${path}.${key}`);
    }
  } else expect(found, path).toEqual(recorded);
}

/** Where R is installed it is run for real; elsewhere the recorded figures stand. */
test.runIf(hasR)('R still says what was recorded', { timeout: 300_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'reference-'));
  try {
    const target = join(folder, 'reference.json');
    const script = fileURLToPath(new URL('reference.R', import.meta.url));
    expect(spawnSync('Rscript', [script, target]).status).toBe(0);
    expectAlike(JSON.parse(readFileSync(target, 'utf8')), reference, 'reference');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
