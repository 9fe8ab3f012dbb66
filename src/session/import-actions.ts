/** Importing a list: a preview that writes nothing, then all of it or none of it. */
import { createHash } from 'node:crypto';
import { authorise, suspensionRefusal, type Actor } from '#people';
import { seal, unseal } from '#platform/cipher.ts';
import type { Database } from '#platform/database.ts';
import type { Ground } from '#platform/ground.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { fail, ok, type Refusal, type Result } from '#platform/result.ts';
import {
  carryOut,
  listEnrolments,
  planFor,
  readAnswers,
  type Enrolled
} from './enrolment-actions.ts';
import { placeOf, type Alike, type EnrolmentPlan, type Match } from './enrolment-plan.ts';
import { birthplaceWords } from './birthplaces.ts';
import { lockCandidates } from './enrolment-store.ts';
import type { Sex } from './model.ts';
import { onSession, openFacts } from './guards.ts';
import type { Identity, IdentityField } from './identity.ts';
import { readColumns, writeCsv, type ImportLine } from './import-columns.ts';
import { readLines } from './import-file.ts';
import { importFaults } from './import-messages.ts';

/** What one line of a file would do, or what is wrong with it. */
export interface PreviewLine extends ImportLine {
  /** What was understood; null when something is wrong. */
  identity: { birthDate: string; sex: Sex; place: string; email: string } | null;
  outcome:
    | { kind: 'enrol' | 'return' | 'none' | 'repeat'; kept: readonly IdentityField[] }
    /** A person must say who this is: the answer goes by the place among those who were read. */
    | { kind: 'ask'; place: number; alike: readonly Alike[] }
    | { kind: 'error'; error: Refusal };
}

/** A file as it was understood. It can be confirmed when no line is in error. */
export interface ImportPreview {
  lines: PreviewLine[];
  /** Heads of columns that mean nothing to us: said, and left aside. */
  ignored: string[];
  errors: number;
  /** Sealed: these candidates, for this session and this person. Null while a line is in error. */
  ticket: string | null;
}

/** What an import did. */
export interface Imported {
  enrolled: number;
  returned: number;
  already: number;
}

interface Ticket {
  /** SHA-256 of the file that was previewed. */
  file: string;
  people: Identity[];
}

/** Reads a file, and says line by line what importing it would do. Writes nothing. */
export async function previewImport(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  bytes: Uint8Array
): Promise<Result<ImportPreview>> {
  const facts = await openFacts(ground, actor, 'enrolment.manage', sessionId);
  if (!facts.ok) return facts;
  const by = authorise(actor, 'enrolment.manage', facts.value.centre.id);
  if (!by.ok) return by;
  const lines = await readLines(bytes);
  if (!lines.ok) return lines;
  const list = readColumns(lines.value);
  if (!list.ok) return list;
  const read = list.value.lines.map(({ answers }) => readAnswers(ground, answers));
  const people = read.flatMap((each) => (each.ok ? [each.value] : []));
  const plans = (await planFor(ground.db, sessionId, by.value, people)).values();
  let place = -1;
  const previewed = list.value.lines.map((line, row): PreviewLine => {
    const identity = read[row]!;
    if (identity.ok) place += 1;
    const plan = identity.ok ? plans.next().value! : identity;
    return {
      ...line,
      identity: identity.ok ? understood(identity.value) : null,
      outcome: plan.ok ? outcomeOf(plan.value, place) : { kind: 'error', ...plan }
    };
  });
  const errors = previewed.filter(({ outcome }) => outcome.kind === 'error').length;
  const ticket: Ticket = { file: createHash('sha256').update(bytes).digest('hex'), people };
  return ok({
    lines: previewed,
    ignored: list.value.ignored,
    errors,
    ticket:
      errors > 0
        ? null
        : seal(ground.fieldKey, JSON.stringify(ticket), contextOf(sessionId, by.value))
  });
}

/**
 * Enrols everyone of a previewed file, in one transaction: all of them, or nobody. What is enrolled
 * is what was previewed: the ticket is sealed, for one session and one person. Sent twice, the
 * second time finds everyone already enrolled.
 * @param matches who someone is, by place, where the preview asked
 */
export function confirmImport(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  sealed: string,
  matches: ReadonlyMap<number, Match> = new Map()
): Promise<Result<Imported>> {
  return onSession(
    ground,
    actor,
    'enrolment.manage',
    sessionId,
    ['preparing'],
    async (tx, session, by) => {
      const ticket = openTicket(ground, sealed, contextOf(session.id, by));
      if (!ticket) return fail({ code: 'import.expired', message: importFaults.expired() });
      const suspended = await suspensionRefusal(tx, session.centreId, ground.clock.now());
      if (suspended) return fail(suspended);
      const plans = await plansOf(tx, session.id, by, ticket.people, matches);
      if (plans === 'changed')
        return fail({ code: 'import.changed', message: importFaults.changedSince() });
      if (plans === 'unanswered')
        return fail({ code: 'import.unanswered', message: importFaults.unanswered() });
      const now = ground.clock.now();
      const imported = tally(await carryOut(tx, now, session.id, by, plans));
      await appendToLedger(tx, now, [
        {
          actor: by.userId,
          action: 'enrolment.import',
          subject: session.id,
          payload: { file: ticket.file, lines: ticket.people.length, ...imported }
        }
      ]);
      return ok(imported);
    }
  );
}

/** The candidates of a session as a list that can be imported again. */
export async function exportEnrolments(
  ground: Ground,
  actor: Actor | null,
  sessionId: string
): Promise<Result<string>> {
  const listed = await listEnrolments(ground, actor, sessionId);
  if (!listed.ok) return listed;
  const live = listed.value.enrolments.filter(({ withdrawnAt }) => withdrawnAt === null);
  return ok(writeCsv(live.map(({ candidate }) => candidate.identity)));
}

type Decided = Exclude<EnrolmentPlan, { kind: 'ask' }>;

/** Plans for everyone, or why there are none: someone can no longer be enrolled, or is yet to be told. */
async function plansOf(
  tx: Database,
  sessionId: string,
  by: Actor,
  people: readonly Identity[],
  matches: ReadonlyMap<number, Match>
): Promise<Decided[] | 'changed' | 'unanswered'> {
  await lockCandidates(tx);
  const plans = await planFor(tx, sessionId, by, people, matches);
  const sound = plans.flatMap((plan) => (plan.ok ? [plan.value] : []));
  if (sound.length < plans.length) return 'changed';
  const decided = sound.filter((plan): plan is Decided => plan.kind !== 'ask');
  return decided.length === sound.length ? decided : 'unanswered';
}

function outcomeOf(plan: EnrolmentPlan, place: number): PreviewLine['outcome'] {
  if (plan.kind === 'ask') return { kind: 'ask', place, alike: plan.alike };
  return plan.kind === 'repeat'
    ? { kind: 'repeat', kept: [] }
    : { kind: placeOf(plan), kept: plan.kind === 'known' ? plan.kept : [] };
}

/** Who was understood: the place with its department, or its country. */
function understood(identity: Identity): PreviewLine['identity'] {
  const { birthDate, sex, email } = identity;
  return { birthDate, sex, email, place: birthplaceWords(identity) };
}

const contextOf = (sessionId: string, by: Actor): string => `import ${sessionId} ${by.userId}`;

function openTicket(ground: Ground, sealed: string, context: string): Ticket | undefined {
  try {
    return JSON.parse(unseal(ground.fieldKey, sealed, context)) as Ticket;
  } catch {
    return undefined;
  }
}

const tally = (done: readonly Enrolled[]): Imported => ({
  enrolled: done.filter(({ outcome }) => outcome === 'enrolled').length,
  returned: done.filter(({ outcome }) => outcome === 'returned').length,
  already: done.filter(({ outcome }) => outcome === 'already').length
});
