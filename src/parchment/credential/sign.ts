/** One content, signed twice: Data Integrity (eddsa-rdfc-2022), and VC-JWT (EdDSA). */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { fromJwk } from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import { importJWK, SignJWT } from 'jose';
import type { UnsignedCredential } from './achievement.ts';
import { loaderOf } from './contexts.ts';
import { methodsOf } from './did.ts';
import type { SigningKey } from './keys.ts';

/** Who signs: a DID, and its key in use. */
export interface Signer {
  did: string;
  key: SigningKey;
}

/**
 * Adds a Data Integrity proof (W3C Data Integrity EdDSA Cryptosuites 1.0, eddsa-rdfc-2022). Proofs
 * are a list, as Open Badges asks.
 */
export async function withProof<T extends object>(
  { did, key }: Signer,
  credential: T,
  now: Date
): Promise<T & { proof: object[] }> {
  const multikey = await fromJwk({
    jwk: key.privateJwk,
    secretKey: true,
    id: methodsOf(did, key).multikey,
    controller: did
  });
  const signed = await issue({
    // The library writes the proof into what it is given.
    credential: { ...credential },
    suite: new DataIntegrityProof({ cryptosuite, signer: multikey.signer(), date: now }),
    documentLoader: loaderOf(),
    now
  });
  const { proof, ...content } = signed as T & { proof: object };
  return { ...(content as unknown as T), proof: [proof] };
}

/**
 * The credential as a VC-JWT: its members at the top of the payload (VC-JOSE-COSE), with the
 * registered claims and the header that Open Badges 3.0 asks for (section 8.2).
 */
export async function toJwt({ did, key }: Signer, credential: UnsignedCredential): Promise<string> {
  return new SignJWT({
    ...credential,
    iss: credential.issuer.id,
    jti: credential.id,
    sub: credential.credentialSubject.id,
    nbf: Date.parse(credential.validFrom) / 1000
  })
    .setProtectedHeader({ alg: 'EdDSA', kid: methodsOf(did, key).jwk, typ: 'JWT' })
    .sign(await importJWK(key.privateJwk, 'EdDSA'));
}
