/** What a format found in a file: every credential, and whether one was there but broken. */
export interface Found {
  texts: readonly string[];
  damaged: boolean;
}

/** Ten times a credential. */
export const largestCredential = 256 * 1024;

export const isJson = (text: string): boolean => text.startsWith('{');
export const isJwt = (text: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text);

/** Whether a text may be a credential. */
export const looksLikeCredential = (text: string): boolean =>
  isJwt(text) || (isJson(text) && text.includes('"credentialSubject"'));

/** Decodes UTF-8; null where it is not UTF-8. */
export function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
