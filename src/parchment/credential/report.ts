import type { Phrase } from '#platform/language.ts';
import type { ProblemCode } from './problems.ts';

export const checks = ['signature', 'status', 'schema', 'issuer'] as const;
export type Check = (typeof checks)[number];

export interface Problem {
  check: Check;
  code: ProblemCode;
  message: Phrase;
}

/** What a verification found. Names and dates are those that the file claims, proven or not. */
export interface CredentialReport {
  valid: boolean;
  checks: Record<Check, boolean>;
  problems: Problem[];
  holder: string | null;
  certification: string | null;
  /** YYYY-MM-DD */
  awardedOn: string | null;
  /** The certificate's number; null when the credential bears none. */
  number: string | null;
  issuer: string | null;
  /**
   * What is known of a PDF's pages, which no signature covers: that they are those that were issued, or
   * that they are to be compared with the name and the number above. Null for what has no pages.
   */
  pages: 'as-issued' | 'to-compare' | null;
}
