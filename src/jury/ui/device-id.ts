/**
 * A UUIDv7 (RFC 9562, section 5.7): 48 bits of time, 74 of chance. The library that the server uses
 * would be the heaviest module of the marking page.
 */
export function deviceId(now = Date.now()): string {
  const time = now.toString(16).padStart(12, '0');
  const chance = crypto.getRandomValues(new Uint8Array(10));
  const hex = Array.from(chance, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = '89ab'[chance[9]! & 3];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
}
