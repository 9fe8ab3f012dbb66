/**
 * Credentials per second, against bare Ed25519 signatures of the same bytes and the certificate's
 * PDF, all in the same run.
 *
 *     node bench/credentials.ts [credentials]
 */
import { createPrivateKey, sign } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificatePdf } from '../src/parchment/certificate.ts';
import { achievementCredential } from '../src/parchment/credential/achievement.ts';
import { authorityOfFiles } from '../src/parchment/credential/authority.ts';
import { didDocument, didOf } from '../src/parchment/credential/did.ts';
import { issuerKeys, publicKeysOf } from '../src/parchment/credential/keys.ts';
import { toJwt, withProof } from '../src/parchment/credential/sign.ts';
import { statusListCredential } from '../src/parchment/credential/status-list.ts';
import { verifyCredentialText } from '../src/parchment/credential/verify.ts';
import { readConfig } from '../src/platform/config.ts';
import { luxe, titleOf } from '../src/referential/index.ts';

const count = Number(process.argv[2] ?? 100);
const publicUrl = 'https://maison.example';
const dataDir = mkdtempSync(join(tmpdir(), 'parchemin-bench-'));
const keys = await issuerKeys(readConfig({}, { dataDir, publicUrl }));
const signer = { did: didOf(publicUrl), key: keys.current };
const now = new Date();

const holderName = (index: number) => `Aïssatou Diallo-Lefèvre ${index}`;
const number = (index: number) => `LUX-2026-${String(index).padStart(4, '0')}-7K3M`;
const unsigned = (index: number) =>
  achievementCredential({
    number: number(index),
    holderName: holderName(index),
    awardedOn: '2026-11-25',
    issuedAt: now,
    referential: luxe,
    registration: null,
    competences: luxe.competences.map(({ id }) => ({ id, mean: 2.4 })),
    issuer: { did: signer.did, name: 'Maison Parchemin' },
    publicUrl,
    status: { list: 1, place: index }
  });
const proven = async (index: number) =>
  JSON.stringify(await withProof(signer, unsigned(index), now));

/** Makes `count` of them one after the other, no two alike, after a warm-up. */
async function measure(what: string, make: (index: number) => unknown) {
  for (let index = 0; index < 5; index++) await make(count + index);
  const start = performance.now();
  for (let index = 0; index < count; index++) await make(index);
  return { what, perSecond: count / ((performance.now() - start) / 1000) };
}

const privateKey = createPrivateKey({ key: keys.current.privateJwk, format: 'jwk' });
const contents = await Promise.all(Array.from({ length: count + 5 }, (_, index) => proven(index)));
const lists = await Promise.all(
  (['revocation', 'suspension'] as const).map((purpose) => {
    const url = `${publicUrl}/status/${purpose}/1`;
    return withProof(
      signer,
      statusListCredential({ url, purpose, places: [7], issuer: signer.did, now }),
      now
    );
  })
);
const authority = authorityOfFiles(didDocument(signer.did, publicKeysOf(keys)), lists);

const measured = [
  await measure('bare Ed25519 over the same bytes', (index) =>
    sign(null, Buffer.from(contents[index] ?? ''), privateKey)
  ),
  await measure('VC-JWT', (index) => toJwt(signer, unsigned(index))),
  await measure('Data Integrity, eddsa-rdfc-2022', proven),
  await measure('both, as issued', async (index) => [
    await proven(index),
    await toJwt(signer, unsigned(index))
  ]),
  await measure('certificate in PDF, credential attached', (index) =>
    certificatePdf(
      {
        number: number(index),
        holderName: holderName(index),
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
        verifyUrl: `${publicUrl}/verify/${number(index)}`,
        competences: luxe.competences
      },
      {
        attachments: [
          {
            name: `${number(index)}.json`,
            mediaType: 'application/ld+json',
            description: 'Attestation signée',
            relationship: 'data',
            bytes: new TextEncoder().encode(contents[index] ?? '')
          }
        ]
      }
    )
  ),
  await measure('verification: proof, lists, form, issuer', (index) =>
    verifyCredentialText(contents[index] ?? '', authority, now)
  )
];
rmSync(dataDir, { recursive: true });

const [bare] = measured;
console.table(
  measured.map(({ what, perSecond }) => ({
    what,
    'per second': perSecond.toFixed(1),
    'ms each': (1000 / perSecond).toFixed(2),
    'time, bare signature = 1': ((bare?.perSecond ?? 0) / perSecond).toFixed(0)
  }))
);
