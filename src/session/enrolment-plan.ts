import { fail, ok, type Result } from '#platform/result.ts';
import { enrolmentFaults } from './enrolment-messages.ts';
import { fold } from './fold.ts';
import { identityKey, type Identity, type IdentityField } from './identity.ts';
import type { CandidateId, EnrolmentId } from './model.ts';

/** A candidate we know, seen from one session and by the person who enrols. */
export interface KnownCandidate {
  id: CandidateId;
  identity: Identity;
  /** Whether this person may correct the candidate’s facts: every session they sat was theirs. */
  mayCorrect: boolean;
  /** Their place in this session, if they ever had one. */
  enrolment: { id: EnrolmentId; number: number; withdrawn: boolean } | null;
}

/** What enrolling one person comes to. */
export type EnrolmentPlan =
  /** The same person as at an earlier place of the list. */
  | { kind: 'repeat'; of: number }
  | { kind: 'new'; identity: Identity }
  | {
      kind: 'known';
      identity: Identity;
      candidate: KnownCandidate;
      /** Facts that this enrolment corrects in the candidate’s dossier. */
      corrected: readonly IdentityField[];
    };

/** What is left to do about the place in the session. */
export const placeOf = (plan: EnrolmentPlan): 'enrol' | 'return' | 'none' => {
  if (plan.kind === 'new') return 'enrol';
  if (plan.kind === 'repeat') return 'none';
  const { enrolment } = plan.candidate;
  return !enrolment ? 'enrol' : enrolment.withdrawn ? 'return' : 'none';
};

/** Facts of an identity by the question that asks for them; those that make the key are left out. */
const facts = {
  usageName: ({ usageName }: Identity) => fold(usageName ?? ''),
  birthPlace: ({ birthPlace }: Identity) => fold(birthPlace),
  birthInseeCode: ({ birthInseeCode }: Identity) => birthInseeCode,
  birthCountry: ({ birthCountryCode }: Identity) => birthCountryCode,
  email: ({ email }: Identity) => email
} satisfies Partial<Record<IdentityField, (identity: Identity) => string | null>>;

/** The facts in which two descriptions of one person differ, spelling aside. */
export const differences = (before: Identity, after: Identity): IdentityField[] =>
  (Object.keys(facts) as (keyof typeof facts)[]).filter(
    (field) => facts[field](before) !== facts[field](after)
  );

/**
 * Decides what enrolling people comes to, without doing it. The same person is recognised by birth
 * name, given names, birth date and sex; an address opens one dossier only, so no two candidates
 * share one.
 * @param known candidates that have the key or the address of one of these people
 */
export function planEnrolments(
  people: readonly Identity[],
  known: readonly KnownCandidate[]
): Result<EnrolmentPlan>[] {
  const byKey = new Map(known.map((each) => [identityKey(each.identity), each]));
  const byEmail = new Map(known.map((each) => [each.identity.email, each]));
  const seen = new Map<string, number>();
  const emails = new Map<string, number>();
  return people.map((identity, place) => {
    const key = identityKey(identity);
    const before = seen.get(key);
    if (before !== undefined)
      return differences(people[before]!, identity).length === 0
        ? ok({ kind: 'repeat', of: before })
        : refuseAt('birthName', enrolmentFaults.contradictsEarlier());
    const candidate = byKey.get(key) ?? null;
    const holder = byEmail.get(identity.email);
    if (emails.has(identity.email) || (holder && holder !== candidate))
      return refuseAt('email', enrolmentFaults.emailOfAnother());
    const corrected = candidate ? differences(candidate.identity, identity) : [];
    if (candidate && corrected.length > 0 && !candidate.mayCorrect)
      return refuseAt(corrected[0]!, enrolmentFaults.knownOtherwise());
    seen.set(key, place);
    emails.set(identity.email, place);
    return ok(
      candidate ? { kind: 'known', identity, candidate, corrected } : { kind: 'new', identity }
    );
  });
}

const refuseAt = (field: IdentityField, message: { fr: string; en: string }) =>
  fail({ code: 'enrolment.invalid', message, fields: { [field]: message } });
