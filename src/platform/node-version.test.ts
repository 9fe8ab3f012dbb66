import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nodeRefusal, oldestNode } from './node-version.ts';

test('the oldest Node that is promised is the one that comes along, and that runs these tests', () => {
  const { engines, dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    engines: { node: string };
    dependencies: Record<string, string>;
  };
  expect(engines.node).toBe(`>=${oldestNode}`);
  expect(dependencies['node']).toBe(oldestNode);
  expect(process.versions.node).toBe(oldestNode);
  expect(readFileSync('bin/parchemin.js', 'utf8')).toContain(`'${oldestNode}'`);
});

test.each(['20.20.2', '22.18.0', '24.20.9', '24.0.0'])(
  'Node %s is refused in one sentence',
  (version) => {
    expect(nodeRefusal(version)).toMatch(
      /^Parchemin demande Node\.js 24\.21\.0 ou plus récent.*\.$/
    );
  }
);

test.each(['24.21.0', '24.21.1', '24.30.0', '25.0.0', '100.0.0'])('Node %s will do', (version) => {
  expect(nodeRefusal(version)).toBeUndefined();
});
