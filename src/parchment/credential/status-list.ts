/** Bitstring Status List v1.0 (W3C): one bit a credential, and the signed list that holds them. */
import { gunzipSync, gzipSync } from 'node:zlib';
import type { StatusPurpose } from './achievement.ts';
import { credentialsContext } from './contexts.ts';

/** The least that the standard allows, so that one bit tells nothing of one person. */
export const listLength = 131_072;

/** A list is good for a week: whoever verifies offline knows how old theirs may be. */
const lifetime = 7 * 86_400_000;

const largestList = 2 * 1024 * 1024;

/** The bits of a list, those of `places` set: gzip, then base64url under the multibase letter « u ». */
export function encodeList(places: Iterable<number>): string {
  const bits = Buffer.alloc(listLength / 8);
  // The leftmost bit of a byte comes first.
  for (const place of places) bits[place >> 3] = bits[place >> 3]! | (0x80 >> (place & 7));
  return `u${gzipSync(bits).toString('base64url')}`;
}

/** One bit of a list; null when the list is malformed or too short, or has no such place. */
export function readBit(encodedList: string, place: number): boolean | null {
  if (!encodedList.startsWith('u')) return null;
  try {
    const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'), {
      maxOutputLength: largestList
    });
    if (8 * bits.length < listLength || place >= 8 * bits.length) return null;
    return (bits[place >> 3]! & (0x80 >> (place & 7))) !== 0;
  } catch {
    return null;
  }
}

/** A status list as a credential, before it is signed. */
export function statusListCredential(list: {
  url: string;
  purpose: StatusPurpose;
  places: Iterable<number>;
  issuer: string;
  now: Date;
}) {
  const { url, purpose, places, issuer, now } = list;
  return {
    '@context': [credentialsContext],
    id: url,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: now.toISOString(),
    validUntil: new Date(now.getTime() + lifetime).toISOString(),
    credentialSubject: {
      id: `${url}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      encodedList: encodeList(places)
    }
  };
}

/**
 * A free place, drawn at random: places taken in order would tell who was certified after whom.
 * Marks it as taken.
 */
export function drawPlace(taken: Set<number>, random: (bytes: number) => Uint8Array): number {
  for (;;) {
    const [a = 0, b = 0, c = 0] = random(3);
    const place = ((a << 16) | (b << 8) | c) % listLength;
    if (taken.has(place)) continue;
    taken.add(place);
    return place;
  }
}
