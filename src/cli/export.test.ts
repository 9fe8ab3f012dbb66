import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { faultsOf } from '#registry/cdc/testing.ts';
import type { DemoReport } from './demo.ts';
import { parchemin } from './process.testing.ts';

// A whole session first, in a process of its own.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const folder = mkdtempSync(join(tmpdir(), 'parchemin-export-'));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cdc = (words: string[], env?: Record<string, string>) =>
  parchemin(['export', 'cdc', ...words], env);

describe('a sample', () => {
  test('needs no data, and is valid', async () => {
    const out = at('sample.xml');
    const { code, stdout } = await cdc(['--sample', '200', '--out', out, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ sample: true, holders: 200, file: out });
    expect(await faultsOf(readFileSync(out, 'utf8'))).toEqual([]);
    expect(statSync(out).mode & 0o777).toBe(0o600);
  });
});

describe('a session', () => {
  const data = at('data');
  let report: DemoReport;
  let session: string;
  beforeAll(async () => {
    const demo = await parchemin([
      'demo',
      '--candidates',
      '4',
      '--seed',
      '7',
      '--data',
      data,
      '--json'
    ]);
    report = JSON.parse(demo.stdout) as DemoReport;
    session = report.session;
  });
  const write = async (name: string, env?: Record<string, string>) => {
    const out = at(name);
    const done = await cdc(['--data', data, '--session', session, '--out', out, '--json'], env);
    return { ...done, xml: existsSync(out) ? readFileSync(out, 'utf8') : '' };
  };

  test('from enrolment to a file that the schema takes; again, the same bytes', async () => {
    const first = await write('first.xml');
    expect(first.stderr).toBe('');
    expect(JSON.parse(first.stdout)).toMatchObject({ holders: report.awarded, repeated: false });
    expect(await faultsOf(first.xml)).toEqual([]);
    expect(first.xml.match(/<cpf:passageCertification>/g)).toHaveLength(report.awarded);
    const again = await write('again.xml');
    expect(JSON.parse(again.stdout)).toMatchObject({ holders: report.awarded, repeated: true });
    expect(again.xml).toBe(first.xml);
    const audit = await parchemin(['audit', 'verify', '--data', data, '--json']);
    expect(JSON.parse(audit.stdout)).toMatchObject({ valid: true });
  });

  test('a setting that cannot be right is told by its name, and nothing is written', async () => {
    const { code, stdout, stderr, xml } = await write('wrong.xml', {
      PARCHEMIN_CDC_CLIENT: 'court',
      PARCHEMIN_CDC_CONTRACT: 'MCFCER000123',
      PARCHEMIN_CDC_CODE: 'RS1234'
    });
    expect([code, stdout, xml]).toEqual([1, '', '']);
    expect(stderr).toContain('PARCHEMIN_CDC_CLIENT');
  });

  test('that does not exist is said, on stderr', async () => {
    const out = at('none.xml');
    const { code, stderr } = await cdc(['--data', data, '--session', 'nowhere', '--out', out]);
    expect([code, existsSync(out)]).toEqual([1, false]);
    expect(stderr).toContain('introuvable');
  });
});

test.each([
  ['neither a session nor a sample', ['--out', at('x.xml')]],
  ['both', ['--sample', '1', '--session', 'a', '--out', at('x.xml')]],
  ['nowhere to write', ['--sample', '1']],
  ['no holder at all', ['--sample', '0', '--out', at('x.xml')]],
  ['no data there', ['--data', at('nothing'), '--session', 'a', '--out', at('x.xml')]]
])('%s is a misuse', async (_what, words) => {
  const { code, stdout, stderr } = await cdc(words);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).not.toBe('');
});
