/** What is signed is a graph; what is read is JSON. One graph is written in many ways. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { authorityOfFiles } from './authority.ts';
import { verifyFile } from './file.ts';
import { bakedPicture } from './picture.ts';
import { bakePng } from './png.ts';
import { bakeSvg } from './svg.ts';
import { configOfTest, filesOf, issuedAt, pdfOfTest, place, signedCredential } from './testing.ts';
import type { CredentialReport } from './report.ts';
import type { Authority } from './verify.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

type Json = Record<string, unknown>;

let content: Json;
let files: Awaited<ReturnType<typeof filesOf>>;
let suspended: Awaited<ReturnType<typeof filesOf>>;
let original: CredentialReport;
beforeAll(async () => {
  const config = configOfTest();
  content = JSON.parse((await signedCredential(config)).content) as Json;
  files = await filesOf(config);
  suspended = await filesOf(config, { suspension: [place] });
  original = await reportOf(bytes(JSON.stringify(content)), files.authority);
  expect(original.valid).toBe(true);
});

const bytes = (text: string) => new TextEncoder().encode(text);

async function reportOf(file: Uint8Array, authority: Authority, now = issuedAt) {
  const verified = await verifyFile(file, authority, now);
  if (!verified.ok) throw new Error(verified.error.code);
  return verified.value;
}

/** Every object of a document with members to move, by the path to it. */
function objects(value: unknown, path: string[] = []): string[][] {
  if (Array.isArray(value))
    return value.flatMap((each, at) => objects(each, [...path, String(at)]));
  if (value === null || typeof value !== 'object') return [];
  return [path, ...Object.entries(value).flatMap(([name, each]) => objects(each, [...path, name]))];
}

/** Addresses that the two contexts give to terms: the same term, written in full. */
const inFull = (name: string): string =>
  /^status/.test(name)
    ? `https://www.w3.org/ns/credentials/status#${name}`
    : /^valid/.test(name)
      ? `https://www.w3.org/2018/credentials#${name}`
      : `https://purl.imsglobal.org/spec/vc/ob/vocab.html#${name}`;

/** Ways to write a member otherwise; most leave the graph as it was, all must be told or harmless. */
const rewritings: Record<string, (holder: Json, name: string, value: unknown) => void> = {
  nest: (holder, name, value) =>
    (holder['@nest'] = { ...(holder['@nest'] as Json), [name]: value }),
  included: (holder, name, value) => (holder['@included'] = [{ [name]: value }]),
  graph: (holder, name, value) => (holder['@graph'] = [{ [name]: value }]),
  reverse: (holder, name, value) => (holder['@reverse'] = { [name]: value }),
  alias(holder, name, value) {
    holder['@context'] = { hidden: '@nest' };
    holder['hidden'] = { [name]: value };
  },
  renamed(holder, name, value) {
    holder['@context'] = { other: inFull(name) };
    holder['other'] = value;
  },
  prefixed(holder, name, value) {
    holder['@context'] = { p: inFull('') };
    holder[`p:${name}`] = value;
  },
  address: (holder, name, value) => (holder[inFull(name)] = value),
  addressOfNode: (holder, name, value) => (holder[inFull(name)] = { id: value }),
  value: (holder, name, value) => (holder[name] = { '@value': value }),
  node: (holder, name, value) => (holder[name] = { id: value }),
  set: (holder, name, value) => (holder[name] = { '@set': [value] }),
  list: (holder, name, value) => (holder[name] = [value]),
  twice: (holder, name, value) => (holder[name] = [value, value]),
  single: (holder, name, value) => (holder[name] = Array.isArray(value) ? value[0] : value),
  keyword: (holder, name, value) => (holder[`@${name}`] = value),
  gone: () => undefined
};

/** The document with one member of one object written otherwise. */
function rewritten(document: Json, path: readonly string[], pick: number, way: string): string {
  const copy = structuredClone(document);
  const holder = path.reduce<unknown>((at, name) => (at as Json)[name], copy) as Json;
  const names = Object.keys(holder);
  const name = names[pick % names.length]!;
  const value = holder[name];
  Reflect.deleteProperty(holder, name);
  rewritings[way]!(holder, name, value);
  return JSON.stringify(copy);
}

/** Pictures as they are before anything is baked into them. */
const bare = {
  svg: (bakedPicture('svg', '{}') as string).replace(
    /<openbadges:.*<\/openbadges:credential>/s,
    ''
  ),
  png: withoutCredential(bakedPicture('png', '{}') as Uint8Array)
};
const carriers: Record<string, (text: string) => Uint8Array> = {
  json: bytes,
  svg: (text) => bytes(bakeSvg(bare.svg, text)),
  png: (text) => bakePng(bare.png, text)
};

/** The chunk that was baked stands just before the end. */
function withoutCredential(png: Uint8Array): Uint8Array {
  const found = Buffer.from(png).indexOf('iTXtopenbadgecredential');
  const length = Buffer.from(png).readUInt32BE(found - 4);
  return Buffer.concat([png.subarray(0, found - 4), png.subarray(found + 4 + length + 4)]);
}

const change = () =>
  fc.tuple(
    fc.constantFrom(...objects(content)),
    fc.nat(),
    fc.constantFrom(...Object.keys(rewritings))
  );

/** Refused, or read exactly as it was before it was written otherwise; never in force when suspended. */
async function isTold(file: Uint8Array): Promise<void> {
  const report = await reportOf(file, files.authority);
  if (report.valid) expect({ ...report, pages: null }).toEqual(original);
  expect((await reportOf(file, suspended.authority)).valid).toBe(false);
}

describe('a credential written otherwise', () => {
  test('is refused or read as it was, in JSON, SVG and PNG: 300 ways', async () => {
    await fc.assert(
      fc.asyncProperty(
        change(),
        fc.constantFrom(...Object.keys(carriers)),
        async ([path, pick, way], carrier) =>
          isTold(carriers[carrier]!(rewritten(content, path, pick, way)))
      ),
      { numRuns: 300 }
    );
  });

  test('is refused or read as it was, in PDF', async () => {
    await fc.assert(
      fc.asyncProperty(change(), ([path, pick, way]) =>
        isTold(pdfOfTest(rewritten(content, path, pick, way)))
      ),
      { numRuns: 25 }
    );
  });

  test.each(Object.keys(rewritings))(
    'shows its suspension whatever is done to the entry that tells it: %s',
    async (way) => {
      for (let pick = 0; pick < Object.keys(content['credentialStatus'] as Json).length; pick += 1)
        await isTold(bytes(rewritten(content, ['credentialStatus'], pick, way)));
    }
  );
});

describe('a status list written otherwise', () => {
  test.each(Object.keys(rewritings))('stays out of date: %s', async (way) => {
    const later = new Date(issuedAt.getTime() + 2 * 365 * 86_400_000);
    const file = bytes(JSON.stringify(content));
    for (const [which, list] of files.lists.entries())
      for (const path of objects(list))
        for (let pick = 0; pick < 8; pick += 1) {
          const other = JSON.parse(rewritten(list as Json, path, pick, way)) as object;
          const lists = files.lists.with(which, other);
          const report = await reportOf(file, authorityOfFiles(files.did, lists), later);
          expect(report.valid).toBe(false);
        }
  });
});
