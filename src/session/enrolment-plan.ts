import { fail, ok, type Result } from '#platform/result.ts';
import { enrolmentFaults } from './enrolment-messages.ts';
import { fold } from './fold.ts';
import { answersOf, identityKey, type Identity, type IdentityField } from './identity.ts';
import type { CandidateId, EnrolmentId } from './model.ts';

/** A candidate we know, seen from one session and by the person who enrols. */
export interface KnownCandidate {
  id: CandidateId;
  identity: Identity;
  /** Whether this person may see and correct the candidate’s facts: every session they sat was theirs. */
  mayCorrect: boolean;
  /** Their place in this session, if they ever had one. */
  enrolment: { id: EnrolmentId; number: number; withdrawn: boolean } | null;
}

/**
 * What a person answered about someone who has the names, birth date and sex of another: the same as a
 * candidate we know or as an earlier place of the list, or another person.
 */
export type Match = { same: CandidateId } | { repeats: number } | 'another';

/** An answer as a form carries it. */
export function writeMatch(match: Match): string {
  if (match === 'another') return match;
  return 'same' in match ? `same:${match.same}` : `repeats:${match.repeats}`;
}

/** An answer read from a form; undefined when there is none. */
export function readMatch(text: string): Match | undefined {
  if (text === 'another') return text;
  const [, kind, what = ''] = /^(same|repeats):([\w-]{1,40})$/.exec(text) ?? [];
  if (kind === 'same') return { same: what as CandidateId };
  return kind === 'repeats' ? { repeats: Number(what) } : undefined;
}

/** A record that looks like the person to enrol. */
export interface Alike {
  /** How to say that it is the same person; null when only the certification's manager may. */
  match: Exclude<Match, 'another'> | null;
  /** Where the two differ, as it would be typed; empty when the record is not the asker's to see. */
  differs: readonly { field: IdentityField; known: string; given: string }[];
}

/** What enrolling one person comes to. */
export type EnrolmentPlan =
  /** The same person as at an earlier place of the list. */
  | { kind: 'repeat'; of: number }
  | { kind: 'new'; identity: Identity }
  /** Nothing can be done before a person says who this is. */
  | { kind: 'ask'; alike: readonly Alike[] }
  | {
      kind: 'known';
      candidate: KnownCandidate;
      /** Where the dossier says something else, and keeps it: enrolling corrects nothing. */
      kept: readonly IdentityField[];
    };

/** What is left to do about the place in the session. */
export const placeOf = (
  plan: Exclude<EnrolmentPlan, { kind: 'ask' }>
): 'enrol' | 'return' | 'none' => {
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
 * Decides what enrolling people comes to, without doing it. Birth name, given names, birth date and sex
 * may be those of two people: only when the address is the same too, or nothing differs, is someone
 * taken for a candidate we know. Otherwise a person is asked. An address opens one dossier only.
 * @param known candidates that have the key or the address of one of these people
 * @param matches what was answered, by place in the list
 * @param accounts names of the accounts that have one of these addresses, by address
 */
export function planEnrolments(
  people: readonly Identity[],
  known: readonly KnownCandidate[],
  matches: ReadonlyMap<number, Match> = new Map(),
  accounts: ReadonlyMap<string, string> = new Map()
): Result<EnrolmentPlan>[] {
  const byKey = Map.groupBy(known, ({ identity }) => identityKey(identity));
  const byEmail = new Map(known.map((each) => [each.identity.email, each]));
  const earlier = new Map<string, number[]>();
  const emails = new Set<string>();
  /** The place in the list of each candidate who is enrolled by it. */
  const placed = new Map<CandidateId, number>();

  const planOne = (identity: Identity, place: number): Result<EnrolmentPlan> => {
    const key = identityKey(identity);
    const above = earlier.get(key) ?? [];
    const candidates = byKey.get(key) ?? [];
    const isSame = (other: Identity) =>
      other.email === identity.email || differences(other, identity).length === 0;

    const said = matches.get(place);
    const match = said === 'another' ? undefined : said;
    const repeated =
      match && 'repeats' in match
        ? above.find((each) => each === match.repeats)
        : above.find((each) => differences(people[each]!, identity).length === 0);
    if (repeated !== undefined) return ok({ kind: 'repeat', of: repeated });

    const candidate =
      match && 'same' in match
        ? candidates.find(({ id, mayCorrect }) => id === match.same && mayCorrect)
        : candidates.find((each) => isSame(each.identity));
    if (candidate) {
      const kept = differences(candidate.identity, identity);
      if (kept.length > 0 && !candidate.mayCorrect)
        return refuseAt(kept[0]!, enrolmentFaults.knownOtherwise());
      const before = placed.get(candidate.id);
      if (before !== undefined) return ok({ kind: 'repeat', of: before });
      placed.set(candidate.id, place);
      emails.add(candidate.identity.email);
      return ok({ kind: 'known', candidate, kept });
    }

    if (said !== 'another' && candidates.length + above.length > 0)
      return ok({
        kind: 'ask',
        alike: [
          ...candidates.map((each) => alikeOf(each, identity)),
          ...above.map((each) => ({
            match: { repeats: each },
            differs: sideBySide(people[each]!, identity)
          }))
        ]
      });
    if (emails.has(identity.email) || byEmail.has(identity.email))
      return refuseAt('email', enrolmentFaults.emailOfAnother());
    const account = accounts.get(identity.email);
    if (account !== undefined && !mayBe(account, identity))
      return refuseAt('email', enrolmentFaults.emailOfAccount());
    emails.add(identity.email);
    return ok({ kind: 'new', identity });
  };

  return people.map((identity, place) => {
    const plan = planOne(identity, place);
    if (plan.ok && (plan.value.kind === 'new' || plan.value.kind === 'known')) {
      const key = identityKey(identity);
      earlier.set(key, [...(earlier.get(key) ?? []), place]);
    }
    return plan;
  });
}

/** What the asker may know of a candidate who looks like the person to enrol. */
const alikeOf = ({ id, identity, mayCorrect }: KnownCandidate, given: Identity): Alike =>
  mayCorrect
    ? { match: { same: id }, differs: sideBySide(identity, given) }
    : { match: null, differs: [] };

function sideBySide(known: Identity, given: Identity): Alike['differs'] {
  const [before, after] = [answersOf(known), answersOf(given)];
  return differences(known, given).map((field) => ({
    field,
    known: before[field] ?? '',
    given: after[field] ?? ''
  }));
}

/** Whether an account's name is one that the person goes by. */
const mayBe = (account: string, { birthName, usageName }: Identity): boolean =>
  [birthName, usageName ?? birthName].some((name) => fold(account).includes(fold(name)));

const refuseAt = (field: IdentityField, message: { fr: string; en: string }) =>
  fail({ code: 'enrolment.invalid', message, fields: { [field]: message } });
