/** What people ask of credentials: to have their files, to verify one, to change the keys. */
import { can, type Actor } from '#people';
import type { Config } from '#platform/config.ts';
import type { Ground } from '#platform/ground.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { ok, type Result } from '#platform/result.ts';
import { parseCertificateNumber } from '../model.ts';
import { sha256Bytes } from '#platform/canonical.ts';
import { issuedDigest } from '../erasure.ts';
import { findPdf } from '../store.ts';
import { unknownCertificate } from '../withdrawal.ts';
import { statusListUrl, statusPurposes, type StatusPurpose } from './achievement.ts';
import { verifyApart } from './apart.ts';
import type { verifyFile } from './file.ts';
import { ownAuthority, signedStatusList } from './authority.ts';
import { credentialFiles, isCredentialFile } from './files.ts';
import { rotateIssuerKeys } from './keys.ts';
import { bakedPicture, type PictureKind } from './picture.ts';
import { findCredential } from './store.ts';
import type { CredentialReport } from './report.ts';

/** A file of the credential, for its holder and for those who may read certificates of its centre. */
export async function readCredentialFile(
  ground: Ground,
  actor: Actor | null,
  number: string,
  file: string
): Promise<Result<{ content: Uint8Array | string; fileName: string; mediaType: string }>> {
  const parsed = parseCertificateNumber(number);
  const row = parsed.ok ? await findPdf(ground.db, parsed.value) : undefined;
  const holder = row !== undefined && actor !== null && row.userId === actor.userId;
  if (!row || !isCredentialFile(file) || !(holder || can(actor, 'certificate.read', row.centreId)))
    return unknownCertificate();
  const held = await findCredential(ground.db, row.number);
  if (!held?.content) return unknownCertificate();
  const [kind, extension] = file.split('.') as ['credential' | 'badge', string];
  return ok({
    content:
      kind === 'badge'
        ? bakedPicture(extension as PictureKind, held.content)
        : extension === 'json'
          ? held.content
          : held.jwt,
    fileName: `${row.number}.${extension}`,
    mediaType: credentialFiles[file]
  });
}

/** Verifies a file against our own keys, lists and PDFs. Anyone may ask. */
export const verifyOwnFile = (
  ground: Ground,
  bytes: Uint8Array,
  verify: typeof verifyFile = verifyApart
): Promise<Result<CredentialReport>> =>
  verify(bytes, ownAuthority(ground), ground.clock.now(), async (number) => {
    const parsed = parseCertificateNumber(number);
    const row = parsed.ok ? await findPdf(ground.db, parsed.value) : undefined;
    if (!row) return undefined;
    return row.erasedAt
      ? issuedDigest(ground.db, row.enrolmentId, row.number)
      : sha256Bytes(row.pdf);
  });

/** A status list as it is published; undefined when there is none at this address. */
export async function readStatusList(
  ground: Ground,
  purpose: string,
  list: string
): Promise<object | undefined> {
  const known = statusPurposes.find((each) => each === purpose);
  if (!known || !/^[1-9]\d{0,5}$/.test(list)) return undefined;
  return cached(ground, known, Number(list));
}

/** For how long, in milliseconds, a signed list is handed out again instead of being made anew. */
const listAge = 10_000;

const signedLists = new WeakMap<Config, Map<string, { at: number; list: object }>>();

/** Signing costs, and anyone may ask: one list is signed once in a while, whoever asks. */
async function cached(
  ground: Ground,
  purpose: StatusPurpose,
  list: number
): Promise<object | undefined> {
  const lists = signedLists.get(ground.config) ?? new Map<string, { at: number; list: object }>();
  signedLists.set(ground.config, lists);
  const url = statusListUrl(ground.config.publicUrl, purpose, list);
  const [held, now] = [lists.get(url), ground.clock.now().getTime()];
  if (held && now - held.at < listAge) return held.list;
  const signed = await signedStatusList(ground, purpose, list, url);
  if (signed) lists.set(url, { at: now, list: signed });
  return signed;
}

/** Puts a new key in use; those it replaces still verify what they signed. */
export async function rotateKeys(ground: Ground): Promise<{ current: string; retired: string[] }> {
  const { current, retired } = await rotateIssuerKeys(ground.config);
  await ground.db.transaction((tx) =>
    appendToLedger(tx, ground.clock.now(), [
      { actor: 'system', action: 'parchment.rotate-keys', subject: current.thumbprint }
    ])
  );
  return {
    current: current.thumbprint,
    retired: retired.map(({ thumbprint }) => thumbprint)
  };
}
