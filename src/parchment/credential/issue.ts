/** Making the signed credentials of the certificates that are being issued. */
import type { Referential, Registration } from '#referential';
import type { Database } from '#platform/database.ts';
import type { Ground } from '#platform/ground.ts';
import type { Attachment } from '#platform/typeset/index.ts';
import type { CertificateNumber } from '../model.ts';
import { achievementCredential, type Award } from './achievement.ts';
import { didOf } from './did.ts';
import { issuerKeys } from './keys.ts';
import { toJwt, withProof } from './sign.ts';
import { drawPlace } from './status-list.ts';
import { openList } from './store.ts';
import type { credential } from './tables.ts';

/** A credential to be stored. */
export type Issued = typeof credential.$inferInsert & { number: CertificateNumber };

type Given = Pick<Award, 'holderName' | 'awardedOn' | 'competences'> & {
  number: CertificateNumber;
};

/**
 * Reads the keys and takes the status list once, for all the credentials that a transaction issues.
 * @returns signs one credential, at a place of the list drawn at random
 */
export async function openIssue(
  ground: Ground,
  tx: Database,
  referential: Referential,
  registration: Registration | null
): Promise<(given: Given) => Promise<Issued>> {
  const { publicUrl, certifierName } = ground.config;
  const { current } = await issuerKeys(ground.config);
  const signer = { did: didOf(publicUrl), key: current };
  const { list, taken } = await openList(tx);
  return async (given) => {
    const now = ground.clock.now();
    const place = drawPlace(taken, ground.random);
    const unsigned = achievementCredential({
      ...given,
      issuedAt: now,
      referential,
      registration,
      issuer: { did: signer.did, name: certifierName },
      publicUrl,
      status: { list, place }
    });
    return {
      number: given.number,
      list,
      place,
      content: JSON.stringify(await withProof(signer, unsigned, now)),
      jwt: await toJwt(signer, unsigned)
    };
  };
}

/** The credential as the file that the certificate's PDF carries. */
export const credentialFile = ({ number, content }: Issued): Attachment => ({
  name: `${number}.json`,
  mediaType: 'application/ld+json',
  description: 'Attestation signée (Open Badges 3.0)',
  relationship: 'data',
  bytes: new TextEncoder().encode(content)
});
