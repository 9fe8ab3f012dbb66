import { createPublicKey, verify as verifySignature, type JsonWebKey } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import { checkStatus, createList } from '@digitalbazaar/vc-bitstring-status-list';
import fc from 'fast-check';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import type { Config } from '#platform/config.ts';
import { luxe, titleOf } from '#referential';
import { achievedLevels } from './achievement.ts';
import { loaderOf } from './contexts.ts';
import { didOf } from './did.ts';
import { issuerKeys, KeysGivenError, rotateIssuerKeys } from './keys.ts';
import { drawPlace, encodeList, listLength, readBit } from './status-list.ts';
import { configOfTest, filesOf, issuedAt, place, publicUrl, signedCredential } from './testing.ts';
import { verifyCredentialText, type Authority } from './verify.ts';

vi.setConfig({ testTimeout: 120_000 });

let config: Config;
let signed: Awaited<ReturnType<typeof signedCredential>>;
let files: Awaited<ReturnType<typeof filesOf>>;
beforeAll(async () => {
  config = configOfTest();
  signed = await signedCredential(config);
  files = await filesOf(config);
});

const read = (text: string, authority: Authority = files.authority, now = issuedAt) =>
  verifyCredentialText(text, authority, now);
const codes = async (...args: Parameters<typeof read>) =>
  (await read(...args)).problems.map(({ code }) => code);

describe('a credential', () => {
  test('says who, what, when and at which levels, and is valid both ways', async () => {
    for (const text of [signed.content, signed.jwt])
      expect(await read(text)).toEqual({
        valid: true,
        checks: { signature: true, status: true, schema: true, issuer: true },
        problems: [],
        holder: 'Inès Belkacem',
        certification: titleOf(luxe),
        awardedOn: '2026-11-25',
        number: 'LUX-2026-7K3M-9QXD',
        issuer: 'Maison Parchemin',
        pages: null
      });
    const levels = achievedLevels(signed.content);
    expect(levels.size).toBe(luxe.competences.length);
    expect([levels.get('C1'), levels.get('C2')]).toEqual([3, 2]);
  });

  test('says the same in both signatures', () => {
    const { proof, ...content } = JSON.parse(signed.content) as { proof: unknown[] };
    expect(proof).toHaveLength(1);
    const { iss, jti, sub, nbf, ...payload } = JSON.parse(
      Buffer.from(signed.jwt.split('.')[1]!, 'base64url').toString()
    ) as Record<string, unknown>;
    expect(payload).toEqual(content);
    expect({ iss, jti, sub, nbf }).toEqual({
      iss: didOf(publicUrl),
      jti: `${publicUrl}/verify/LUX-2026-7K3M-9QXD`,
      sub: `${publicUrl}/verify/LUX-2026-7K3M-9QXD#holder`,
      nbf: issuedAt.getTime() / 1000
    });
  });

  test('gives no birth date, no mark and no address', () => {
    expect(signed.content).not.toMatch(/birth|evidence|email|2\.4/i);
  });

  test('each result reaches a level that its description lists', () => {
    const { achievement, result } = signed.unsigned.credentialSubject;
    for (const { resultDescription, achievedLevel } of result) {
      const described = achievement.resultDescription.find(({ id }) => id === resultDescription)!;
      const levels = described.rubricCriterionLevel.map(({ id }) => id);
      expect(levels).toContain(achievedLevel);
      expect(levels).toContain(described.requiredLevel);
    }
  });
});

describe('a second reader', () => {
  // 1EdTech's schema is not ours to redistribute: download it, and name the file.
  const officialSchema = process.env['OPEN_BADGES_SCHEMA'];

  test.skipIf(!officialSchema)('both forms pass the JSON Schema that 1EdTech publishes', () => {
    const schema = z.fromJSONSchema(
      JSON.parse(readFileSync(officialSchema!, 'utf8')) as z.core.JSONSchema.JSONSchema
    );
    const content = JSON.parse(signed.content) as Record<string, unknown>;
    const payload = Buffer.from(signed.jwt.split('.')[1]!, 'base64url').toString();
    for (const form of [content, JSON.parse(payload)])
      expect(schema.safeParse(form).error).toBeUndefined();
    for (const wrong of [{ issuer: 3 }, { credentialStatus: [content['credentialStatus']] }])
      expect(schema.safeParse({ ...content, ...wrong }).success).toBe(false);
  });

  test('the VC-JWT holds by node:crypto alone, with the key of the DID document', async () => {
    const [header, payload, signature] = signed.jwt.split('.') as [string, string, string];
    const { alg, kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as {
      alg: string;
      kid: string;
    };
    const { verificationMethod } = files.did as {
      verificationMethod: { id: string; publicKeyJwk?: JsonWebKey }[];
    };
    const { publicKeyJwk } = verificationMethod.find(({ id }) => id === kid)!;
    const key = createPublicKey({ key: publicKeyJwk!, format: 'jwk' });
    const holds = (bytes: string) =>
      verifySignature(null, Buffer.from(bytes), key, Buffer.from(signature, 'base64url'));
    expect([alg, holds(`${header}.${payload}`), holds(`${header}.${payload}A`)]).toEqual([
      'EdDSA',
      true,
      false
    ]);
  });

  test('the proof and the status hold for Digital Bazaar’s libraries, which deny a revoked one', async () => {
    // They read the time from the machine.
    vi.useFakeTimers({ now: issuedAt, toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const { multibase } = (await issuerKeys(config)).current;
    const did = didOf(publicUrl);
    const method = `${did}#${multibase}`;
    const judge = async (lists: object[]) => {
      const documents = new Map<string, unknown>([
        [did, files.did],
        [
          method,
          {
            '@context': 'https://w3id.org/security/multikey/v1',
            id: method,
            type: 'Multikey',
            controller: did,
            publicKeyMultibase: multibase
          }
        ],
        ...lists.map((list) => [(list as { id: string }).id, list] as const)
      ]);
      const suite = new DataIntegrityProof({ cryptosuite });
      const documentLoader = loaderOf(documents);
      const credential = JSON.parse(signed.content) as object;
      const { verified, error } = await verifyCredential({
        credential,
        suite,
        documentLoader,
        now: issuedAt,
        checkStatus: () => Promise.resolve({ verified: true })
      });
      if (error) throw error;
      const status = await checkStatus({ credential, suite, documentLoader });
      if (status.error) throw status.error;
      return { verified, revoked: status.results?.[0]?.status };
    };
    expect(await judge(files.lists)).toEqual({ verified: true, revoked: false });
    const { lists } = await filesOf(config, { revocation: [place] });
    expect(await judge(lists)).toEqual({ verified: true, revoked: true });
  });

  test('our bits are those of another implementation of Bitstring Status List', async () => {
    const places = [0, 1, 7, 8, place, listLength - 1];
    const list = await createList({ length: listLength });
    for (const each of places) list.setStatus(each, true);
    const theirs = await list.encode();
    const ours = encodeList(places);
    for (const bits of [theirs, ours]) {
      expect(places.every((each) => readBit(bits, each) === true)).toBe(true);
      expect(readBit(bits, 2)).toBe(false);
    }
    expect(readBit(ours, listLength)).toBeNull();
    expect(readBit('uAAAA', 0)).toBeNull();
    expect(readBit(ours.slice(1), 0)).toBeNull();
  });
});

/** Every place of a JSON value, by the keys that lead to it. */
function places(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (value === null || typeof value !== 'object') return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))];
}

function changed(content: string, path: (string | number)[], to: unknown): string {
  const copy = JSON.parse(content) as unknown;
  const last = path.at(-1)!;
  let parent = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) parent = parent[key] as typeof parent;
  if (to === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = to;
  return JSON.stringify(copy);
}

describe('a change', () => {
  test('of any field is refused: 500 at random', async () => {
    const everywhere = places(JSON.parse(signed.content)).filter((path) => path.length > 0);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...everywhere),
        fc.oneof(
          fc.string({ minLength: 1 }),
          fc.integer(),
          fc.boolean(),
          fc.constant(null),
          fc.constant(undefined),
          fc.constant([]),
          fc.constant({ id: 'https://ailleurs.example' })
        ),
        async (path, to) => {
          const text = changed(signed.content, path, to);
          fc.pre(text !== signed.content);
          expect((await read(text)).valid).toBe(false);
        }
      ),
      { numRuns: 500 }
    );
  });

  test.each(['content', 'jwt'] as const)('of any byte of the %s: 500 at random', async (form) => {
    const bytes = Buffer.from(signed[form]);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const copy = Buffer.from(bytes);
          copy[at] = copy[at]! ^ by;
          expect((await read(copy.toString('utf8'))).valid).toBe(false);
        }
      ),
      { numRuns: 500 }
    );
  });

  test('that adds a statement, a proof or a context is refused', async () => {
    const content = JSON.parse(signed.content) as Record<string, unknown>;
    const [proof] = content['proof'] as object[];
    const contexts = content['@context'] as unknown[];
    for (const more of [
      { evidence: [{ type: ['Evidence'], narrative: 'Mention très bien' }] },
      { mention: 'très bien' },
      { proof: [proof, proof] },
      { '@context': [...contexts, { identityHash: 'https://ailleurs.example#hidden' }] },
      { '@context': contexts.toReversed() }
    ])
      expect((await read(JSON.stringify({ ...content, ...more }))).valid).toBe(false);
  });

  test('is named: the signature when the name was changed', async () => {
    const report = await read(signed.content.replace('Belkacem', 'Bellecour'));
    expect(report.checks).toEqual({ signature: false, status: true, schema: true, issuer: true });
    expect(report.problems.map(({ code }) => code)).toEqual(['altered']);
  });

  test('a VC-JWT whose claims say something else than its credential is refused', async () => {
    const { current } = await issuerKeys(config);
    const { SignJWT, importJWK } = await import('jose');
    const forged = await new SignJWT({ ...signed.unsigned, iss: didOf(publicUrl), jti: 'urn:x' })
      .setProtectedHeader({ alg: 'EdDSA', kid: `${didOf(publicUrl)}#${current.thumbprint}` })
      .sign(await importJWK(current.privateJwk, 'EdDSA'));
    expect(await codes(forged)).toEqual(['altered']);
  });
});

describe('the status', () => {
  test('says revoked, and suspended until it is lifted', async () => {
    const revoked = await filesOf(config, { revocation: [place] });
    const suspended = await filesOf(config, { suspension: [place] });
    const another = await filesOf(config, { revocation: [place + 1], suspension: [place - 1] });
    for (const text of [signed.content, signed.jwt]) {
      expect(await codes(text, revoked.authority)).toEqual(['revoked']);
      expect(await codes(text, suspended.authority)).toEqual(['suspended']);
      expect(await codes(text, another.authority)).toEqual([]);
    }
  });

  test('is never guessed: a list that is missing, forged, of another or out of date', async () => {
    const [revocation, suspension] = files.lists as [object, object];
    const other = configOfTest();
    const forged = (await filesOf(other)).lists;
    const { authorityOfFiles } = await import('./authority.ts');
    const withLists = (lists: object[]) =>
      codes(signed.content, authorityOfFiles(files.did, lists));
    expect(await withLists([])).toEqual(['status-unknown']);
    expect(await withLists([revocation])).toEqual(['status-unknown']);
    expect(await withLists(forged)).toEqual(['status-list']);
    const { credentialSubject } = suspension as { credentialSubject: object };
    expect(await withLists([{ ...revocation, credentialSubject }, suspension])).toEqual([
      'status-list'
    ]);
    const late = new Date(issuedAt.getTime() + 8 * 86_400_000);
    expect(await codes(signed.content, files.authority, late)).toEqual(['status-stale']);
    const early = new Date(issuedAt.getTime() - 3_600_000);
    expect(await codes(signed.content, files.authority, early)).toEqual(['not-yet']);
  });

  test('places are drawn once each, anywhere in the list', () => {
    const taken = new Set([0x01_02_03 % listLength]);
    const draws = [
      [1, 2, 3],
      [1, 2, 4],
      [255, 255, 255]
    ];
    const random = () => new Uint8Array(draws.shift()!);
    expect(drawPlace(taken, random)).toBe(0x01_02_04 % listLength);
    expect(drawPlace(taken, random)).toBe(listLength - 1);
    expect(taken.size).toBe(3);
  });
});

describe('the issuer', () => {
  test('is told from any other, whatever name it takes', async () => {
    const other = configOfTest();
    const elsewhere = await signedCredential(other);
    expect(await codes(elsewhere.content)).toEqual(['issuer-unknown', 'key-unknown']);
    expect(await codes(elsewhere.jwt)).toEqual(['issuer-unknown', 'key-unknown']);
  });

  test('a port stays in its DID', () => {
    expect(didOf('http://127.0.0.1:3000')).toBe('did:web:127.0.0.1%3A3000');
    expect(didOf('https://maison.example')).toBe('did:web:maison.example');
  });
});

describe('keys', () => {
  test('are kept in a file of mode 600, the same each time', async () => {
    const own = configOfTest();
    const first = await issuerKeys(own);
    expect(statSync(join(own.dataDir, 'keys', 'issuer.jwks')).mode & 0o777).toBe(0o600);
    expect(await issuerKeys(own)).toEqual(first);
  });

  test('after a rotation old credentials verify, new ones have the new key, the old one signs no more', async () => {
    const own = configOfTest();
    const before = await signedCredential(own);
    const old = (await issuerKeys(own)).current;
    const { current, retired } = await rotateIssuerKeys(own);
    expect(retired.map(({ thumbprint }) => thumbprint)).toEqual([old.thumbprint]);
    expect(current.thumbprint).not.toBe(old.thumbprint);
    expect(JSON.stringify(retired)).not.toContain(old.privateJwk.d);
    expect(statSync(join(own.dataDir, 'keys', 'issuer.jwks')).mode & 0o777).toBe(0o600);
    const after = await signedCredential(own);
    const { authority } = await filesOf(own);
    for (const { content, jwt } of [before, after])
      for (const text of [content, jwt]) expect((await read(text, authority)).valid).toBe(true);
    expect(before.content).toContain(old.multibase);
    expect(after.content).toContain(current.multibase);
  });

  test('may be given by the environment, and are then not ours to rotate', async () => {
    const own = configOfTest();
    const { privateJwk, thumbprint } = (await issuerKeys(configOfTest())).current;
    const env = { PARCHEMIN_ISSUER_KEYS: JSON.stringify({ keys: [privateJwk] }) };
    expect((await issuerKeys(own, env)).current.thumbprint).toBe(thumbprint);
    await expect(rotateIssuerKeys(own, env)).rejects.toThrow(KeysGivenError);
    await expect(issuerKeys(own, { PARCHEMIN_ISSUER_KEYS: '{}' })).rejects.toThrow();
  });
});
