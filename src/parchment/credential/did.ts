/** The issuer as a did:web, and its DID document (W3C DID 1.0; did:web method specification). */
import type { PublicKey } from './keys.ts';

/**
 * The DID of a public address: « https://maison.example » → « did:web:maison.example ». A port is
 * kept, its colon percent-encoded, as the method asks.
 */
export const didOf = (publicUrl: string): string =>
  `did:web:${encodeURIComponent(new URL(publicUrl).host)}`;

export interface VerificationMethod {
  '@context'?: string;
  id: string;
  type: string;
  controller: string;
  publicKeyMultibase?: string | undefined;
  publicKeyJwk?: { kty: string; crv?: string | undefined; x?: string | undefined } | undefined;
}

export interface DidDocument {
  '@context': string | string[];
  id: string;
  verificationMethod: VerificationMethod[];
  /** Ids of the methods that may sign credentials. */
  assertionMethod: string[];
}

/** Each key under two names: a Multikey for Data Integrity, a JSON Web Key for VC-JWT. */
export const methodsOf = (did: string, key: PublicKey) => ({
  multikey: `${did}#${key.multibase}`,
  jwk: `${did}#${key.thumbprint}`
});

/** The DID document that /.well-known/did.json serves: the key in use, and those that it replaced. */
export function didDocument(did: string, keys: readonly PublicKey[]): DidDocument {
  return {
    '@context': [
      'https://www.w3.org/ns/did/v1',
      'https://w3id.org/security/multikey/v1',
      'https://w3id.org/security/jwk/v1'
    ],
    id: did,
    verificationMethod: keys.flatMap((key): VerificationMethod[] => {
      const { multikey, jwk } = methodsOf(did, key);
      return [
        { id: multikey, type: 'Multikey', controller: did, publicKeyMultibase: key.multibase },
        { id: jwk, type: 'JsonWebKey', controller: did, publicKeyJwk: key.jwk }
      ];
    }),
    assertionMethod: keys.flatMap((key) => Object.values(methodsOf(did, key)))
  };
}
