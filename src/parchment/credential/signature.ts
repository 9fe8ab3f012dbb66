/** Whether a signature holds, by one of the issuer's keys. Knows nothing of what is signed. */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import { compactVerify, importJWK } from 'jose';
import { utf8 } from './carried.ts';
import { loaderOf } from './contexts.ts';
import type { ReadDidDocument } from './shape.ts';

/** The key that a DID document lets sign credentials under this id. */
export function methodOf(issuer: ReadDidDocument, id: string) {
  return issuer.assertionMethod.includes(id)
    ? issuer.verificationMethod.find((method) => method.id === id)
    : undefined;
}

/**
 * Whether the Data Integrity proof of a document is by that key of its issuer and covers all that the
 * document says. The library also judges dates: we judge them apart, so it is given one at which
 * the document holds.
 */
export async function proofHolds(
  document: { validFrom?: string | undefined },
  methodId: string,
  issuer: ReadDidDocument
): Promise<boolean> {
  const method = methodOf(issuer, methodId);
  if (method?.type !== 'Multikey') return false;
  const documentLoader = loaderOf(
    new Map<string, unknown>([
      [methodId, { '@context': 'https://w3id.org/security/multikey/v1', ...method }],
      [issuer.id, { ...issuer, '@context': 'https://www.w3.org/ns/did/v1' }]
    ])
  );
  const { verified } = await verifyCredential({
    credential: document,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader,
    now: new Date(document.validFrom ?? Date.now()),
    checkStatus: () => Promise.resolve({ verified: true })
  });
  return verified;
}

/** A VC-JWT taken apart; null when it is not one. Nothing in it is trusted yet. */
export function readJwt(jwt: string): { kid: string; payload: unknown } | null {
  const parts = jwt.split('.');
  try {
    // Base64 that leaves spare bits would let one signature be written in several ways.
    if (parts.some((part) => Buffer.from(part, 'base64url').toString('base64url') !== part))
      return null;
    const [header, payload] = parts
      .slice(0, 2)
      .map((part) => JSON.parse(utf8(Buffer.from(part, 'base64url')) ?? '') as unknown);
    const kid = (header as { kid?: unknown } | null)?.kid;
    return typeof kid === 'string' ? { kid, payload } : null;
  } catch {
    return null;
  }
}

/** Whether a VC-JWT is signed by that key of its issuer. */
export async function jwtHolds(
  jwt: string,
  methodId: string,
  issuer: ReadDidDocument
): Promise<boolean> {
  const jwk = methodOf(issuer, methodId)?.publicKeyJwk;
  if (!jwk) return false;
  const algorithm = jwk.kty === 'OKP' ? 'EdDSA' : 'ES256';
  try {
    await compactVerify(jwt, await importJWK(jwk, algorithm), { algorithms: [algorithm] });
    return true;
  } catch {
    return false;
  }
}
