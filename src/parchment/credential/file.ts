/** Verifying a file that anyone hands over. */
import { sha256Bytes } from '#platform/canonical.ts';
import { fail, ok, type Result } from '#platform/result.ts';
import { openCarrier } from './carrier.ts';
import { failed, withProblem, verifyCredentialText } from './verify.ts';
import type { CredentialReport } from './report.ts';
import type { Authority } from './verify.ts';

/** The SHA-256 of a certificate's PDF as it was issued; undefined when its number is not known. */
export type IssuedDigest = (number: string) => Promise<string | undefined>;

/**
 * Verifies the credential that a file carries. A signature covers the credential and not the pages
 * around it: where the PDF as issued is at hand, the file must be that one, to the byte.
 * @returns a refusal when the file cannot be read, or carries no credential
 */
export async function verifyFile(
  bytes: Uint8Array,
  authority: Authority,
  now: Date,
  issuedDigest?: IssuedDigest
): Promise<Result<CredentialReport>> {
  const opened = openCarrier(bytes);
  if (!opened.ok)
    return opened.error.kind === 'unreadable'
      ? fail(opened.error.refusal)
      : ok(failed(opened.error.kind));
  const { kind, text } = opened.value;
  const report = await verifyCredentialText(text, authority, now);
  if (kind !== 'pdf' || !report.checks.signature) return ok(report);
  if (!issuedDigest) return ok({ ...report, pages: 'to-compare' });
  const issued = await issuedDigest(report.number ?? '');
  return ok(
    issued === sha256Bytes(bytes)
      ? { ...report, pages: 'as-issued' as const }
      : withProblem(report, 'signature', 'not-as-issued')
  );
}
