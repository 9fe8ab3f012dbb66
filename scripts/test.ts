/**
 * Everything that must hold, in order from the quickest to the slowest: lint, types, rules and
 * stores on the embedded database, stores again on a PostgreSQL server, journeys in Chromium.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './build.ts';
import { findChromium } from './chromium.ts';
import { startPostgres } from './postgres.ts';

const reports = mkdtempSync(join(tmpdir(), 'parchemin-tests-'));
const tally = { passed: 0, failed: 0, skipped: 0 };
const faults: string[] = [];

function step(
  name: string,
  command: string,
  args: string[],
  env: Record<string, string> = {}
): void {
  process.stdout.write(`\n— ${name}\n`);
  const { status } = spawnSync(join('node_modules/.bin', command), args, {
    stdio: 'inherit',
    env: { ...process.env, ...env }
  });
  if (status !== 0) faults.push(name);
}

function vitest(name: string, args: string[], env: Record<string, string> = {}): void {
  const file = join(reports, `${name}.json`);
  step(
    name,
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args],
    env
  );
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
  };
  tally.passed += report.numPassedTests;
  tally.failed += report.numFailedTests;
  tally.skipped += report.numPendingTests;
}

step('style', 'prettier', ['--check', '.', '--log-level', 'warn']);
step('lint', 'eslint', ['.']);
step('architecture', 'depcruise', ['src']);
step('types', 'svelte-check', ['--output', 'human']);
vitest('rules and stores, embedded database', []);

const given = process.env['DATABASE_URL'];
const server = given ? undefined : await startPostgres({ install: process.env['CI'] === 'true' });
const url = given ?? server?.url;
if (url) {
  const storeTests = [
    'src/people',
    'src/session',
    'src/exam/sitting',
    'src/exam/subjects',
    'src/jury',
    'src/verdict',
    'src/parchment',
    'src/registry',
    'src/platform',
    'src/cli/backup.test.ts'
  ];
  vitest('stores, PostgreSQL server', storeTests, { DATABASE_URL: url });
} else
  process.stdout.write(
    '\n— No PostgreSQL here: stores were tested on the embedded database alone.\n'
  );

const chromium = findChromium();
ensureBuilt();
const journeys = join(reports, 'journeys.json');
step('journeys in Chromium', 'playwright', ['test', '--reporter=list,json'], {
  PLAYWRIGHT_JSON_OUTPUT_FILE: journeys,
  ...(chromium ? { PARCHEMIN_CHROMIUM: chromium } : {}),
  ...(url ? { PARCHEMIN_TEST_SERVER: url } : {})
});
const { stats } = JSON.parse(readFileSync(journeys, 'utf8')) as {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
};
tally.passed += stats.expected + stats.flaky;
tally.failed += stats.unexpected;
tally.skipped += stats.skipped;

server?.stop();
rmSync(reports, { recursive: true, force: true });
if (faults.length > 0) process.stdout.write(`\nFailed: ${faults.join('; ')}\n`);
process.stdout.write(
  `\n${tally.passed} passed, ${tally.failed} failed${tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''}\n`
);
process.exitCode = faults.length > 0 ? 1 : 0;
