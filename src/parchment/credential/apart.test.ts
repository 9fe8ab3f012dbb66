import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { verifyApart } from './apart.ts';
import { verifyFile } from './file.ts';
import { configOfTest, filesOf, issuedAt, place, signedCredential } from './testing.ts';

vi.setConfig({ testTimeout: 120_000 });

let file: Uint8Array;
let files: Awaited<ReturnType<typeof filesOf>>;
beforeAll(async () => {
  const config = configOfTest();
  file = new TextEncoder().encode((await signedCredential(config)).content);
  files = await filesOf(config, { suspension: [place] });
});
afterEach(() => vi.restoreAllMocks());

test('a file is verified in another thread as it is here, refusals and all', async () => {
  for (const each of [file, file.subarray(0, 900), new Uint8Array(), new Uint8Array(64).fill(7)])
    expect(await verifyApart(each, files.authority, issuedAt)).toEqual(
      await verifyFile(each, files.authority, issuedAt)
    );
  expect(await verifyApart(file, files.authority, issuedAt)).toMatchObject({
    value: { valid: false, problems: [{ code: 'suspended' }] }
  });
});

test('a thread that is late is put down, and the next file finds another', async () => {
  const never = { ...files.authority, statusList: () => new Promise<undefined>(() => undefined) };
  expect(await verifyApart(file, never, issuedAt, undefined, 50)).toMatchObject({
    ok: false,
    error: { code: 'credential.too-long' }
  });
  expect((await verifyApart(file, files.authority, issuedAt)).ok).toBe(true);
});

test('a fault of ours is ours: it is thrown here', async () => {
  const broken = { ...files.authority, statusList: () => Promise.reject(new Error('no database')) };
  await expect(verifyApart(file, broken, issuedAt)).rejects.toThrow('no database');
});

test('those who come while too many wait are told so; the others are answered', async () => {
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => verifyApart(file, files.authority, issuedAt))
  );
  const busy = answers.filter((each) => !each.ok && each.error.code === 'credential.busy');
  expect(busy.length).toBeGreaterThan(10);
  expect(answers.filter(({ ok }) => ok).length + busy.length).toBe(40);
});
