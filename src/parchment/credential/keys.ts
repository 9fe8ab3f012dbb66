/** The issuer's Ed25519 keys: one that signs, and those that it replaced, which still verify. */
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromJwk } from '@digitalbazaar/ed25519-multikey';
import { calculateJwkThumbprint } from 'jose';
import { z } from 'zod';
import type { Config } from '#platform/config.ts';

/** A public key under the three forms by which credentials know it. */
export interface PublicKey {
  jwk: { kty: 'OKP'; crv: 'Ed25519'; x: string };
  /** Multikey: « z6Mk… ». */
  multibase: string;
  /** RFC 7638. */
  thumbprint: string;
}

export interface SigningKey extends PublicKey {
  privateJwk: PublicKey['jwk'] & { d: string };
}

export interface IssuerKeys {
  current: SigningKey;
  /** Newest first. Their private halves are gone. */
  retired: readonly PublicKey[];
}

export const publicKeysOf = ({ current, retired }: IssuerKeys): PublicKey[] => [
  current,
  ...retired
];

const bytes32 = z.string().regex(/^[\w-]{43}$/);
const publicJwk = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: bytes32 });
const keySet = z.object({
  /** A JSON Web Key Set (RFC 7517): the key in use first, then retired ones without `d`. */
  keys: z.tuple([publicJwk.extend({ d: bytes32 })], publicJwk)
});
type KeySet = z.infer<typeof keySet>;

/** Keys that come from the environment are the operator's to change. */
export class KeysGivenError extends Error {}

const fileOf = ({ dataDir }: Config) => join(dataDir, 'keys', 'issuer.jwks');
const given = (env: Environment) => env['PARCHEMIN_ISSUER_KEYS'];
type Environment = Record<string, string | undefined>;

/**
 * The issuer's keys: the JSON Web Key Set of PARCHEMIN_ISSUER_KEYS, else of the file
 * `keys/issuer.jwks` of mode 600 in the data folder, made at first use. Read at each use, so that a
 * rotation holds at once.
 */
export async function issuerKeys(
  config: Config,
  env: Environment = process.env
): Promise<IssuerKeys> {
  const {
    keys: [current, ...retired]
  } = readKeySet(config, env);
  return {
    current: { ...(await publicKey(current)), privateJwk: current },
    retired: await Promise.all(retired.map(publicKey))
  };
}

function readKeySet(config: Config, env: Environment): KeySet {
  const text = given(env);
  if (text) return keySet.parse(JSON.parse(text));
  const file = fileOf(config);
  if (!existsSync(file)) writeNew(file, { keys: [newKey()] });
  return keySet.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/**
 * Puts a new key in use; the one it replaces keeps its public half alone, which verifies what it
 * signed.
 * @throws KeysGivenError when the keys come from the environment
 */
export async function rotateIssuerKeys(
  config: Config,
  env: Environment = process.env
): Promise<IssuerKeys> {
  if (given(env)) throw new KeysGivenError();
  const { keys } = readKeySet(config, env);
  const retired = keys.map(({ kty, crv, x }) => ({ kty, crv, x }));
  const next = `${fileOf(config)}.next`;
  writeFileSync(next, JSON.stringify({ keys: [newKey(), ...retired] }), { mode: 0o600 });
  renameSync(next, fileOf(config));
  return issuerKeys(config, env);
}

function newKey(): KeySet['keys'][0] {
  return publicJwk
    .extend({ d: bytes32 })
    .parse(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }));
}

/** Another process may have made the file meanwhile: its keys are then the keys. */
function writeNew(file: string, set: KeySet): void {
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, JSON.stringify(set), { mode: 0o600, flag: 'wx' });
    chmodSync(file, 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

async function publicKey({ kty, crv, x }: PublicKey['jwk']): Promise<PublicKey> {
  const jwk = { kty, crv, x };
  const { publicKeyMultibase } = await fromJwk({ jwk });
  return { jwk, multibase: publicKeyMultibase, thumbprint: await calculateJwkThumbprint(jwk) };
}
