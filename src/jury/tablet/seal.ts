/** Sealing what a tablet keeps: AES-256-GCM (NIST SP 800-38D) with Web Cryptography. */
import { form } from './day.ts';

/** A sealed value, as it lies on the disk. */
export interface Sealed {
  form: number;
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

const utf8 = (text: string) => new TextEncoder().encode(text);

/**
 * The key of one juror on one tablet (HKDF, RFC 5869), from the secret that the server gives to the
 * juror alone. It never leaves the browser's keeping: no script reads its bytes.
 */
export async function tabletKey(
  secret: string,
  tablet: string,
  jurorId: string
): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(secret), (char) => char.charCodeAt(0));
  const base = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: utf8(tablet), info: utf8(`parchemin ${jurorId}`) },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt']
  );
}

/** @param place what the value is and where it lies: it cannot be opened anywhere else */
export async function seal(key: CryptoKey, place: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: utf8(`${form} ${place}`) },
    key,
    utf8(JSON.stringify(value))
  );
  return { form, iv, data };
}

/** @returns undefined for what another key, another place or a later program sealed */
export async function unseal<T>(
  key: CryptoKey,
  place: string,
  sealed: Sealed
): Promise<T | undefined> {
  if (sealed.form !== form) return undefined;
  try {
    const bytes = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: sealed.iv, additionalData: utf8(`${form} ${place}`) },
      key,
      sealed.data
    );
    return JSON.parse(new TextDecoder().decode(bytes)) as T;
  } catch {
    return undefined;
  }
}
