/** Verifying a credential: its signature, its status, its form and its issuer, each by itself. */
import { problems, type ProblemCode } from './problems.ts';
import { checks, type Check, type CredentialReport, type Problem } from './report.ts';
import {
  credentialShape,
  didDocumentShape,
  isPlain,
  proofShape,
  statusListShape,
  type ReadCredential,
  type ReadDidDocument
} from './shape.ts';
import { jwtHolds, methodOf, proofHolds, readJwt } from './signature.ts';
import { readBit } from './status-list.ts';
import type { StatusPurpose } from './achievement.ts';

/** Where a verification finds the issuer's keys and status lists. It reaches for nothing else. */
export interface Authority {
  /** The DID document of an issuer; undefined when it is not known. */
  didDocument(did: string): Promise<unknown>;
  /** The signed status list at an address; undefined when it is not at hand. */
  statusList(url: string): Promise<unknown>;
}

/** Two honest clocks may differ by this much, in milliseconds. */
const skew = 300_000;

/** The same report, with one problem more. */
export const withProblem = (
  before: CredentialReport,
  check: Check,
  code: ProblemCode
): CredentialReport => ({
  ...before,
  valid: false,
  checks: { ...before.checks, [check]: false },
  problems: [...before.problems, problem(check, code)]
});

/** A report of a file in which nothing could be checked. */
export const failed = (code: ProblemCode): CredentialReport =>
  report([problem('signature', code)], undefined, { status: false, schema: false, issuer: false });

const problem = (check: Check, code: ProblemCode): Problem => ({
  check,
  code,
  message: problems[code]
});

/**
 * Verifies a credential: JSON with an eddsa-rdfc-2022 proof, or a VC-JWT.
 * @param text the JSON, or the compact JWT
 */
export async function verifyCredentialText(
  text: string,
  authority: Authority,
  now: Date
): Promise<CredentialReport> {
  const signed = text.startsWith('{') ? readJson(text) : readVcJwt(text);
  if (!signed) return failed('damaged');
  const parsed = credentialShape.safeParse(signed.content);
  const credential = parsed.success && isPlain(signed.content) ? parsed.data : undefined;
  const found: Problem[] = [];
  if (!credential) found.push(problem('schema', 'form'));

  const claimed = issuerOf(signed.content);
  const issuer = await resolve(authority, claimed);
  const known =
    issuer !== undefined &&
    signed.methodId.startsWith(`${issuer.id}#`) &&
    methodOf(issuer, signed.methodId) !== undefined;
  if (!known) found.push(problem('issuer', 'issuer-unknown'));
  if (!issuer || !(await signed.holds(issuer)))
    found.push(problem('signature', known ? 'altered' : 'key-unknown'));
  if (credential) found.push(...(await statusProblems(credential, authority, issuer, now)));
  return report(found, signed.content, credential ? {} : { status: false });
}

function report(
  found: Problem[],
  content: unknown,
  unchecked: Partial<Record<Check, boolean>>
): CredentialReport {
  const holds = (check: Check) =>
    (unchecked[check] ?? true) && found.every((each) => each.check !== check);
  const results = Object.fromEntries(checks.map((check) => [check, holds(check)]));
  return {
    valid: Object.values(results).every(Boolean),
    checks: results as Record<Check, boolean>,
    problems: found,
    ...claims(content),
    pages: null
  };
}

interface Signed {
  content: unknown;
  /** The id of the key that is said to have signed. */
  methodId: string;
  holds(issuer: ReadDidDocument): Promise<boolean>;
}

function readJson(text: string): Signed | null {
  let content: Record<string, unknown>;
  try {
    content = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
  const proofs = [content['proof']].flat();
  const proof = proofShape.safeParse(proofs[0]);
  // A second proof would be one that nobody looks at.
  const methodId = proof.success && proofs.length === 1 ? proof.data.verificationMethod : '';
  return {
    content,
    methodId,
    holds: (issuer) => proofHolds(content, methodId, issuer)
  };
}

function readVcJwt(jwt: string): Signed | null {
  const read = readJwt(jwt);
  if (!read) return null;
  const { kid, payload } = read;
  return {
    content: payload,
    methodId: kid,
    holds: async (issuer) => claimsAgree(payload) && (await jwtHolds(jwt, kid, issuer))
  };
}

/** The registered claims say what the credential says (Open Badges 3.0, section 8.2.4). */
function claimsAgree(payload: unknown): boolean {
  const parsed = credentialShape.safeParse(payload);
  if (!parsed.success) return false;
  const { id, issuer, credentialSubject, validFrom, ...rest } = parsed.data;
  return (
    rest['jti'] === id &&
    rest['iss'] === issuer.id &&
    rest['sub'] === credentialSubject.id &&
    rest['nbf'] === Date.parse(validFrom) / 1000
  );
}

async function resolve(authority: Authority, did: string): Promise<ReadDidDocument | undefined> {
  const parsed = didDocumentShape.safeParse(await authority.didDocument(did));
  return parsed.success && parsed.data.id === did ? parsed.data : undefined;
}

async function statusProblems(
  credential: ReadCredential,
  authority: Authority,
  issuer: ReadDidDocument | undefined,
  now: Date
): Promise<Problem[]> {
  const { credentialStatus: entry, validFrom, validUntil } = credential;
  const at = now.getTime();
  if (at + skew < Date.parse(validFrom)) return [problem('status', 'not-yet')];
  if (validUntil !== undefined && at - skew > Date.parse(validUntil))
    return [problem('status', 'expired')];
  if (!issuer) return [problem('status', 'status-unknown')];
  const place = Number(entry.statusListIndex);
  const read = (url: string, purpose: StatusPurpose) =>
    statusBit(url, purpose, place, authority, issuer, now);
  const revoked = await read(entry.statusListCredential, 'revocation');
  if (revoked === true) return [problem('status', 'revoked')];
  const suspended = await read(entry.statusReference, 'suspension');
  if (suspended === true) return [problem('status', 'suspended')];
  const fault = [revoked, suspended].find((each) => typeof each === 'string');
  return fault ? [problem('status', fault)] : [];
}

/** One bit of a list, once the list itself is proven; or why it cannot be believed. */
async function statusBit(
  url: string,
  purpose: StatusPurpose,
  place: number,
  authority: Authority,
  issuer: ReadDidDocument,
  now: Date
): Promise<boolean | ProblemCode> {
  const given = await authority.statusList(url);
  if (given === undefined) return 'status-unknown';
  const parsed = statusListShape.safeParse(given);
  if (!parsed.success || !isPlain(given)) return 'status-list';
  const { id, issuer: by, validFrom, validUntil, credentialSubject, proof } = parsed.data;
  if (id !== url || by !== issuer.id || credentialSubject.statusPurpose !== purpose)
    return 'status-list';
  if (!(await proofHolds(given as { validFrom?: string }, proof[0].verificationMethod, issuer)))
    return 'status-list';
  const at = now.getTime();
  const early = validFrom !== undefined && at + skew < Date.parse(validFrom);
  if (early || at - skew > Date.parse(validUntil)) return 'status-stale';
  return readBit(credentialSubject.encodedList, place) ?? 'status-list';
}

const record = (value: unknown): Record<string, unknown> =>
  value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function issuerOf(content: unknown): string {
  const { issuer } = record(content);
  return textOf(issuer) ?? textOf(record(issuer)['id']) ?? '';
}

/** What a file claims, as far as it can be read. */
function claims(content: unknown) {
  const subject = record(record(content)['credentialSubject']);
  const identities = [subject['identifier']].flat().map(record);
  const name = identities.find(({ identityType }) => identityType === 'name');
  return {
    holder: textOf(name?.['identityHash']),
    certification: textOf(record(subject['achievement'])['name']),
    awardedOn: textOf(record(content)['awardedDate'])?.slice(0, 10) ?? null,
    number: textOf(subject['licenseNumber']),
    issuer: textOf(record(record(content)['issuer'])['name'])
  };
}
