/** Who sits a session: enrolling, correcting an identity, withdrawing; one function an intent. */
import {
  authorise,
  centresFor,
  ensurePerson,
  namesByEmail,
  suspensionRefusal,
  type Actor
} from '#people';
import { digest } from '#platform/canonical.ts';
import type { Database } from '#platform/database.ts';
import type { Ground } from '#platform/ground.ts';
import { newId } from '#platform/ids.ts';
import type { Phrase } from '#platform/language.ts';
import type { LedgerAct } from '#platform/ledger-acts.ts';
import { appendToLedger, type LedgerFact } from '#platform/ledger.ts';
import { fail, ok, type Result } from '#platform/result.ts';
import { frenchCommunes } from './birthplaces.ts';
import { civilDay } from '#platform/civil-day.ts';
import { enrolmentFaults } from './enrolment-messages.ts';
import {
  planEnrolments,
  type Alike,
  type EnrolmentPlan,
  type KnownCandidate,
  type Match
} from './enrolment-plan.ts';
import {
  centresOfCandidates,
  findCandidates,
  findEnrolment,
  insertCandidate,
  insertEnrolments,
  lockCandidates,
  readEnrolments,
  readEnrolmentsOfUser,
  setWithdrawn,
  updateCandidate,
  type CandidateRow,
  type EnrolmentRow
} from './enrolment-store.ts';
import { onSession, openFacts } from './guards.ts';
import { identityKey, readIdentity, type Identity, type IdentityField } from './identity.ts';
import {
  fullName,
  sessionStatuses,
  type CandidateId,
  type EnrolmentId,
  type SessionFacts
} from './model.ts';
import { readSessionFacts } from './store.ts';

/** What enrolling someone came to; « already » when nothing was left to do. */
export interface Enrolled {
  id: EnrolmentId;
  number: number;
  outcome: 'enrolled' | 'returned' | 'already';
  /** Facts in which the dossier of a candidate we knew differs from what was typed, and stays. */
  kept: readonly IdentityField[];
}

/** The identity that answers give today, by the communes and countries of INSEE. */
export const readAnswers = (ground: Ground, answers: unknown): Result<Identity> =>
  readIdentity(answers, frenchCommunes(), civilDay(ground.clock.now()));

/**
 * Enrols one person in a session that is being prepared. Sent twice, it enrols once. Refuses with
 * `enrolment.alike` while nobody has said whether this is a candidate we know ({@link openAlike}).
 * @param match what was said
 */
export async function enrol(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  answers: unknown,
  match?: Match
): Promise<Result<Enrolled>> {
  const identity = readAnswers(ground, answers);
  return onSession(
    ground,
    actor,
    'enrolment.manage',
    sessionId,
    ['preparing'],
    async (tx, session, by) => {
      if (!identity.ok) return identity;
      const suspended = await suspensionRefusal(tx, session.centreId, ground.clock.now());
      if (suspended) return fail(suspended);
      await lockCandidates(tx);
      const plan = (await planFor(tx, session.id, by, [identity.value], matchesOf(match)))[0]!;
      if (!plan.ok) return plan;
      if (plan.value.kind === 'ask') return refuseWith('enrolment.alike', enrolmentFaults.alike());
      const enrolled = await carryOut(tx, ground.clock.now(), session.id, by, [plan.value]);
      return ok(enrolled[0]!);
    }
  );
}

const matchesOf = (match?: Match): ReadonlyMap<number, Match> =>
  new Map(match === undefined ? [] : [[0, match]]);

/** The records that look like someone to enrol, while nobody has said who this is. */
export async function openAlike(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  answers: unknown
): Promise<Result<readonly Alike[]>> {
  const facts = await openFacts(ground, actor, 'enrolment.manage', sessionId);
  if (!facts.ok) return facts;
  const by = authorise(actor, 'enrolment.manage', facts.value.centre.id);
  if (!by.ok) return by;
  const identity = readAnswers(ground, answers);
  if (!identity.ok) return identity;
  const plan = (await planFor(ground.db, sessionId, by.value, [identity.value]))[0]!;
  if (!plan.ok) return plan;
  return ok(plan.value.kind === 'ask' ? plan.value.alike : []);
}

/** What enrolling these people in a session would come to, each apart. Writes nothing. */
export async function planFor(
  db: Database,
  sessionId: string,
  by: Actor,
  people: readonly Identity[],
  matches: ReadonlyMap<number, Match> = new Map()
): Promise<Result<EnrolmentPlan>[]> {
  const candidates = await findCandidates(db, people);
  const enrolments = new Map(
    (await readEnrolments(db, sessionId)).map((each) => [each.candidate.id, each])
  );
  const correctable = await whoMayBeCorrected(db, by, candidates);
  const known = candidates.map(({ id, identity }): KnownCandidate => {
    const enrolment = enrolments.get(id);
    return {
      id,
      identity,
      mayCorrect: correctable.has(id),
      enrolment: enrolment
        ? { id: enrolment.id, number: enrolment.number, withdrawn: enrolment.withdrawnAt !== null }
        : null
    };
  });
  const accounts = await namesByEmail(
    db,
    people.map(({ email }) => email)
  );
  return planEnrolments(people, known, matches, accounts);
}

/** Candidates whose every session was of a centre where this person enrols. */
async function whoMayBeCorrected(
  db: Database,
  by: Actor,
  candidates: readonly CandidateRow[]
): Promise<Set<string>> {
  const ids = new Set<string>(candidates.map(({ id }) => id));
  const centres = centresFor(by, 'enrolment.manage');
  if (centres === 'all') return ids;
  for (const { candidateId, centreId } of await centresOfCandidates(db, [...ids]))
    if (!centres.includes(centreId)) ids.delete(candidateId);
  return ids;
}

/** Does what was planned, in the transaction that holds the session and the candidates. */
export async function carryOut(
  tx: Database,
  now: Date,
  sessionId: string,
  by: Actor,
  plans: readonly Exclude<EnrolmentPlan, { kind: 'ask' }>[]
): Promise<Enrolled[]> {
  const facts: LedgerFact[] = [];
  const note = (action: LedgerAct, subject: string, payload: Record<string, unknown>) =>
    facts.push({ actor: by.userId, action, subject, payload: { session: sessionId, ...payload } });
  const places: { id: EnrolmentId; candidateId: CandidateId }[] = [];
  const done: Enrolled[] = [];
  for (const plan of plans) {
    if (plan.kind === 'repeat') {
      done.push({ ...done[plan.of]!, outcome: 'already', kept: [] });
      continue;
    }
    const candidateId = plan.kind === 'new' ? newId<'candidate'>() : plan.candidate.id;
    const kept = plan.kind === 'new' ? [] : plan.kept;
    if (plan.kind === 'new') {
      const userId = await accountOf(tx, now, by, plan.identity);
      await insertCandidate(tx, candidateId, userId, plan.identity, now);
    }
    const held = plan.kind === 'known' ? plan.candidate.enrolment : null;
    if (!held) {
      const id = newId<'enrolment'>();
      places.push({ id, candidateId });
      done.push({ id, number: 0, outcome: 'enrolled', kept });
      continue;
    }
    if (held.withdrawn) {
      await setWithdrawn(tx, held.id, null);
      note('enrolment.return', held.id, { candidate: candidateId });
    }
    const outcome = held.withdrawn ? 'returned' : 'already';
    done.push({ id: held.id, number: held.number, outcome, kept });
  }
  const first = await insertEnrolments(tx, sessionId, places, now);
  const numbers = new Map(places.map(({ id }, rank) => [id, first + rank]));
  for (const { id, candidateId } of places)
    note('enrolment.enrol', id, { candidate: candidateId, number: numbers.get(id) });
  await appendToLedger(tx, now, facts);
  return done.map((each) => ({ ...each, number: numbers.get(each.id) ?? each.number }));
}

/** The account by which a candidate signs in. */
const accountOf = (tx: Database, now: Date, by: Actor, identity: Identity): Promise<string> =>
  ensurePerson(
    tx,
    now,
    by,
    { name: fullName(identity), email: identity.email },
    { role: 'candidate', centreId: null }
  );

/** Withdraws someone from a session that is being prepared; enrolling them again brings them back. */
export function withdraw(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  enrolmentId: string
): Promise<Result<'withdrawn'>> {
  return onSession(
    ground,
    actor,
    'enrolment.manage',
    sessionId,
    ['preparing'],
    async (tx, session, by) => {
      const found = await findEnrolment(tx, session.id, enrolmentId);
      if (!found) return refuseWith('enrolment.unknown', enrolmentFaults.unknown());
      if (found.withdrawnAt) return ok('withdrawn');
      const now = ground.clock.now();
      await setWithdrawn(tx, found.id, now);
      await appendToLedger(tx, now, [
        {
          actor: by.userId,
          action: 'enrolment.withdraw',
          subject: found.id,
          payload: { session: session.id, candidate: found.candidate.id }
        }
      ]);
      return ok('withdrawn');
    }
  );
}

/**
 * Corrects a candidate’s identity, at any time: the State refuses a file for one wrong letter.
 * @param seen the mark of the identity that the form was drawn from ({@link openEnrolment})
 */
export async function correctIdentity(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  enrolmentId: string,
  answers: unknown,
  seen: string
): Promise<Result<'corrected'>> {
  const read = readAnswers(ground, answers);
  return onSession(
    ground,
    actor,
    'enrolment.manage',
    sessionId,
    sessionStatuses,
    async (tx, session, by) => {
      if (!read.ok) return read;
      const identity = read.value;
      await lockCandidates(tx);
      const found = await findEnrolment(tx, session.id, enrolmentId);
      if (!found) return refuseWith('enrolment.unknown', enrolmentFaults.unknown());
      const { candidate } = found;
      if (digest(candidate.identity) === digest(identity)) return ok('corrected');
      if (digest(candidate.identity) !== seen)
        return refuseWith('enrolment.stale', enrolmentFaults.stale());
      if (!(await whoMayBeCorrected(tx, by, [candidate])).has(candidate.id))
        return refuseWith('enrolment.other-centres', enrolmentFaults.otherCentres());
      for (const other of await findCandidates(tx, [identity])) {
        if (other.id === candidate.id) continue;
        if (
          identityKey(other.identity) === identityKey(identity) &&
          identityKey(candidate.identity) !== identityKey(identity)
        )
          return refuseAt('birthName', enrolmentFaults.sameAsAnother());
        if (other.identity.email === identity.email)
          return refuseAt('email', enrolmentFaults.emailOfAnother());
      }
      const now = ground.clock.now();
      const userId = await accountOf(tx, now, by, identity);
      await updateCandidate(tx, candidate.id, userId, identity);
      await appendToLedger(tx, now, [
        {
          actor: by.userId,
          action: 'candidate.correct',
          subject: candidate.id,
          payload: { session: session.id, fields: changedKeys(candidate.identity, identity) }
        }
      ]);
      return ok('corrected');
    }
  );
}

const changedKeys = (before: Identity, after: Identity): string[] =>
  (Object.keys(after) as (keyof Identity)[]).filter((key) => before[key] !== after[key]);

/** A session, and every enrolment in it, those withdrawn too. */
export async function listEnrolments(
  ground: Ground,
  actor: Actor | null,
  sessionId: string
): Promise<Result<{ facts: SessionFacts; enrolments: EnrolmentRow[] }>> {
  const facts = await openFacts(ground, actor, 'enrolment.read', sessionId);
  if (!facts.ok) return facts;
  return ok({ facts: facts.value, enrolments: await readEnrolments(ground.db, facts.value.id) });
}

/** One candidate’s dossier in a session, and the mark that a correction sends back. */
export async function openEnrolment(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  enrolmentId: string
): Promise<Result<{ facts: SessionFacts; enrolment: EnrolmentRow; seen: string }>> {
  const facts = await openFacts(ground, actor, 'enrolment.read', sessionId);
  if (!facts.ok) return facts;
  const enrolment = await findEnrolment(ground.db, facts.value.id, enrolmentId);
  return enrolment
    ? ok({ facts: facts.value, enrolment, seen: digest(enrolment.candidate.identity) })
    : refuseWith('enrolment.unknown', enrolmentFaults.unknown());
}

/** The dossiers of the candidate who asks, newest first. */
export async function ownEnrolments(
  ground: Ground,
  actor: Actor | null
): Promise<Result<{ facts: SessionFacts; enrolment: EnrolmentRow }[]>> {
  const allowed = authorise(actor, 'dossier.read-own');
  if (!allowed.ok) return allowed;
  const enrolments = await readEnrolmentsOfUser(ground.db, allowed.value.userId);
  const dossiers = await Promise.all(
    enrolments.map(async (enrolment) => {
      const facts = await readSessionFacts(ground.db, enrolment.sessionId);
      return facts ? [{ facts, enrolment }] : [];
    })
  );
  return ok(dossiers.flat().sort((one, other) => (one.facts.day < other.facts.day ? 1 : -1)));
}

const refuseWith = (code: string, message: Phrase) => fail({ code, message });

const refuseAt = (field: IdentityField, message: Phrase) =>
  fail({ code: 'enrolment.invalid', message, fields: { [field]: message } });
