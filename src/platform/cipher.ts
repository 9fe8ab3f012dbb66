import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * Encrypts one field with AES-256-GCM under a fresh nonce. `context` (for instance the row's id) is
 * authenticated with it, so that a sealed text cannot be moved to another row.
 * @returns base64 of nonce (12 bytes) + tag (16) + ciphertext
 */
export function seal(key: Buffer, plain: string, context: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/** Opens what `seal` closed. @throws when the key, the context or a byte differs */
export function unseal(key: Buffer, sealed: string, context: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}
