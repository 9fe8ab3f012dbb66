/** Where verifications find keys and lists: our own data, or files that were handed over. */
import type { Config } from '#platform/config.ts';
import type { Database } from '#platform/database.ts';
import { statusPurposes, type StatusPurpose } from './achievement.ts';
import { didDocument, didOf } from './did.ts';
import { issuerKeys, publicKeysOf } from './keys.ts';
import { withProof } from './sign.ts';
import { statusListCredential } from './status-list.ts';
import { setPlaces } from './store.ts';
import type { Authority } from './verify.ts';

/** The ground, as far as verifying needs it. */
export interface IssuerGround {
  config: Config;
  db: Database;
  clock: { now(): Date };
}

/** The DID document of this installation. */
export async function ownDidDocument(config: Config) {
  return didDocument(didOf(config.publicUrl), publicKeysOf(await issuerKeys(config)));
}

/** A status list of this installation, signed now; undefined when there is none of that number. */
export async function signedStatusList(
  { config, db, clock }: IssuerGround,
  purpose: StatusPurpose,
  list: number,
  url: string
): Promise<object | undefined> {
  const places = await setPlaces(db, purpose, list);
  if (!places) return undefined;
  const did = didOf(url);
  const now = clock.now();
  const { current } = await issuerKeys(config);
  return withProof(
    { did, key: current },
    statusListCredential({ url, purpose, places, issuer: did, now }),
    now
  );
}

const listPath = new RegExp(`/status/(${statusPurposes.join('|')})/(\\d{1,6})$`);

/**
 * Our own keys and lists. They are ours at every address that this installation has had: whoever
 * the credential says its issuer is, it must be signed by one of our keys.
 */
export function ownAuthority(ground: IssuerGround): Authority {
  return {
    async didDocument(did) {
      if (!did.startsWith('did:web:')) return undefined;
      return didDocument(did, publicKeysOf(await issuerKeys(ground.config)));
    },
    async statusList(url) {
      const [, purpose, list] = listPath.exec(url) ?? [];
      if (!purpose || !URL.canParse(url)) return undefined;
      return signedStatusList(ground, purpose as StatusPurpose, Number(list), url);
    }
  };
}

/** A DID document and status lists that were handed over as files: no network, no data of ours. */
export function authorityOfFiles(document: unknown, lists: readonly unknown[]): Authority {
  const idOf = (value: unknown) => (value as { id?: unknown } | null)?.id;
  return {
    didDocument: (did) => Promise.resolve(idOf(document) === did ? document : undefined),
    statusList: (url) => Promise.resolve(lists.find((list) => idOf(list) === url))
  };
}
