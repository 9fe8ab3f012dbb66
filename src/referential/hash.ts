import { digest } from '#platform/canonical.ts';
import type { Referential } from './model.ts';

/**
 * What names the exact content of a certification version: SHA-256 (64 hexadecimal digits) of its
 * canonical JSON. The order of the fields in the file does not matter; one letter does.
 */
export const contentHash = (referential: Referential): string => digest(referential);
