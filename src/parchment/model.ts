import type { Registration } from '#referential';
import type { Phrase } from '#platform/language.ts';
import type { Result } from '#platform/result.ts';
import { ok, refuse } from '#platform/result.ts';

/**
 * Crockford's base 32: no I, L, O or U, so that a number read aloud or off paper is not mistaken.
 * Source: D. Crockford, « Base 32 », crockford.com/base32.html.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export type CertificateNumber = string & { readonly __kind: 'certificate' };

/**
 * A number from 40 random bits: « LUX-2026-7K3M-9QXD ». Drawn at random because a number that can be
 * guessed would let anyone list the holders.
 * @param entropy at least 5 bytes
 */
export function certificateNumber(year: number, entropy: Uint8Array): CertificateNumber {
  let bits = 0n;
  for (const byte of entropy.subarray(0, 5)) bits = (bits << 8n) | BigInt(byte);
  const letters = Array.from({ length: 8 }, (_, place) =>
    alphabet.charAt(Number((bits >> BigInt(5 * (7 - place))) & 31n))
  ).join('');
  return `LUX-${year}-${letters.slice(0, 4)}-${letters.slice(4)}` as CertificateNumber;
}

/** Reads a number as people type it: any case, spaces or dashes anywhere, O for 0, I or L for 1. */
export function parseCertificateNumber(text: string): Result<CertificateNumber> {
  const plain = text.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const match = /^[L1]UX(\d{4})([0-9A-Z]{8})$/.exec(plain);
  const letters = match?.[2]?.replaceAll('O', '0').replace(/[IL]/g, '1') ?? '';
  if (!match || [...letters].some((letter) => !alphabet.includes(letter)))
    return refuse(
      'parchment.number-form',
      'Ce numéro n’a pas la bonne forme\u00a0: recopiez-le comme sur le parchemin, par exemple LUX-2026-7K3M-9QXD.',
      'This number does not have the right form: copy it as on the certificate, for example LUX-2026-7K3M-9QXD.'
    );
  return ok(`LUX-${match[1]}-${letters.slice(0, 4)}-${letters.slice(4)}` as CertificateNumber);
}

/** The state of a certificate; a revoked one never comes back, a suspended one may. */
export type CertificateState = 'valid' | 'suspended' | 'revoked';

export const stateOf = (row: {
  revokedAt: Date | null;
  suspendedAt: Date | null;
}): CertificateState => (row.revokedAt ? 'revoked' : row.suspendedAt ? 'suspended' : 'valid');

/** What a holder lets the public page tell, item by item. */
export interface Sharing {
  name: boolean;
  date: boolean;
  results: boolean;
}

export interface SharedResult {
  /** « C7 » */
  id: string;
  statement: string;
  level: Phrase;
}

/** What the public page says of a number: its state, and what its holder shares. */
export type Verification =
  | { state: 'unknown' }
  | {
      state: CertificateState;
      number: CertificateNumber;
      /** Null when its holder does not share it, like what follows. */
      holderName: string | null;
      certificationTitle: string;
      /** Marked where it is a translation; null where there is none. */
      certificationTitleEnglish: string | null;
      /** As it was when the certificate was issued; null where there was none. */
      registration: Registration | null;
      /** YYYY-MM-DD */
      awardedOn: string | null;
      certifierName: string;
      results: SharedResult[] | null;
    };
