/**
 * A path of this site that a link may lead back to; undefined for anything else (another site,
 * `//host`, a scheme, a character that our own paths never have).
 */
export const localPath = (raw: unknown): string | undefined =>
  typeof raw === 'string' && /^\/(?!\/)[\w\-./]*(\?[\w\-.+=&%]*)?$/.test(raw) ? raw : undefined;
