/** A credential of a fictitious award, for tests. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, type Config } from '#platform/config.ts';
import { luxe, registrationOf, titleOf } from '#referential';
import { certificatePdf, type CertificateData } from '../certificate.ts';
import { achievementCredential, statusListUrl, type StatusPurpose } from './achievement.ts';
import { authorityOfFiles } from './authority.ts';
import { didDocument, didOf } from './did.ts';
import { issuerKeys, publicKeysOf } from './keys.ts';
import { toJwt, withProof } from './sign.ts';
import { statusListCredential } from './status-list.ts';
import type { Authority } from './verify.ts';

export const publicUrl = 'https://maison.example';
export const issuedAt = new Date('2026-11-25T16:40:12Z');
export const place = 4242;

/** A configuration whose keys are in a folder of their own. */
export const configOfTest = (): Config =>
  readConfig({}, { publicUrl, dataDir: mkdtempSync(join(tmpdir(), 'parchemin-credential-')) });

export const unsignedCredential = () =>
  achievementCredential({
    number: 'LUX-2026-7K3M-9QXD',
    holderName: 'Inès Belkacem',
    awardedOn: '2026-11-25',
    issuedAt,
    referential: luxe,
    registration: registrationOf('RS6000'),
    competences: luxe.competences.map(({ id }, index) => ({ id, mean: index === 0 ? 3 : 2.4 })),
    issuer: { did: didOf(publicUrl), name: 'Maison Parchemin' },
    publicUrl,
    status: { list: 1, place }
  });

/** A credential signed both ways by the key in use. */
export async function signedCredential(config: Config) {
  const signer = { did: didOf(publicUrl), key: (await issuerKeys(config)).current };
  const unsigned = unsignedCredential();
  return {
    unsigned,
    content: JSON.stringify(await withProof(signer, unsigned, issuedAt)),
    jwt: await toJwt(signer, unsigned)
  };
}

/** The issuer's DID document and lists as one would receive them in files, some places set. */
export async function filesOf(
  config: Config,
  set: Partial<Record<StatusPurpose, number[]>> = {}
): Promise<{ did: object; lists: object[]; authority: Authority }> {
  const keys = await issuerKeys(config);
  const issuer = didOf(publicUrl);
  const listOf = (purpose: StatusPurpose) =>
    withProof(
      { did: issuer, key: keys.current },
      statusListCredential({
        url: statusListUrl(publicUrl, purpose, 1),
        purpose,
        places: set[purpose] ?? [],
        issuer,
        now: issuedAt
      }),
      issuedAt
    );
  const did = didDocument(issuer, publicKeysOf(keys));
  const lists = [await listOf('revocation'), await listOf('suspension')];
  return { did, lists, authority: authorityOfFiles(did, lists) };
}

/** The certificate of that award. */
export const certificateOfTest: CertificateData = {
  number: 'LUX-2026-7K3M-9QXD',
  holderName: 'Inès Belkacem',
  certificationTitle: titleOf(luxe),
  registration: null,
  certifierName: 'Maison Parchemin',
  awardedOn: '2026-11-25',
  place: 'Paris',
  examinedFrom: '2026-11-24',
  examinedUntil: '2026-11-24',
  president: {
    name: 'Hélène de Montbrison',
    signedAt: new Date('2026-11-25T17:00:00Z')
  },
  bornAs: null,
  certificationTitleEnglish: null,
  verifyUrl: 'https://maison.example/verify/LUX-2026-7K3M-9QXD',
  competences: luxe.competences
};

/** The PDF of that certificate, carrying a credential as an issued one does. */
export const pdfOfTest = (credential: string): Uint8Array =>
  certificatePdf(certificateOfTest, {
    attachments: [
      {
        name: `${certificateOfTest.number}.json`,
        mediaType: 'application/ld+json',
        description: 'Attestation signée',
        relationship: 'data',
        bytes: new TextEncoder().encode(credential)
      }
    ]
  });
