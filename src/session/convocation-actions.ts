/** Convocations: a letter and a calendar for each candidate, read, printed or sent. */
import { authorise, can, type Actor } from '#people';
import { titleOf } from '#referential';
import { appendToLedger } from '#platform/ledger.ts';
import type { Ground } from '#platform/ground.ts';
import type { Language } from '#platform/language.ts';
import { fail, ok, type Refusal, type Result } from '#platform/result.ts';
import { adaptationName } from './accessibility.ts';
import { convocationCalendar } from './calendar.ts';
import { candidateDay } from './candidate-day.ts';
import { dayOfSitting } from './days.ts';
import { firstHolder } from './contact-store.ts';
import {
  convocationPdf,
  convocationsPdf,
  type CandidateConvocation,
  type ConvocationContact
} from './convocation.ts';
import { convocationFaults, convocationLetter } from './convocation-messages.ts';
import { openFacts, unknownSession } from './guards.ts';
import { fullName, type Enrolment, type SessionFacts } from './model.ts';
import { readSessionFacts } from './store.ts';

/** How long before the first sitting a candidate is asked to be there. */
const early = 30 * 60_000;

interface Contacts {
  organiser: ConvocationContact;
  accessibility: ConvocationContact;
}

/** Whom candidates write to: the first manager, and the first accessibility officer if there is one. */
async function contactsOf(ground: Ground): Promise<Contacts> {
  const fallback = { name: ground.config.certifierName, email: ground.config.mailFrom };
  const organiser = (await firstHolder(ground.db, 'manager')) ?? fallback;
  return {
    organiser,
    accessibility: (await firstHolder(ground.db, 'accessibility-officer')) ?? organiser
  };
}

/** A candidate’s day as the convocation tells it; undefined while nothing is planned for them. */
function convocationOf(
  ground: Ground,
  facts: SessionFacts,
  enrolment: Enrolment,
  contacts: Contacts,
  language: Language
): CandidateConvocation | undefined {
  const sittings = candidateDay(facts, enrolment.id);
  const [first] = sittings;
  if (!first) return undefined;
  return {
    kind: 'candidate',
    name: fullName(enrolment),
    candidateNumber: enrolment.number,
    sittings,
    adaptations: enrolment.adaptations.map((each) => adaptationName(each)[language]),
    certifierName: ground.config.certifierName,
    certificationTitle: titleOf(facts.referential),
    certificationCode: facts.referential.code,
    sessionTitle: facts.title,
    centreName: facts.centre.name,
    place: facts.place,
    day: dayOfSitting(first),
    lastDay: dayOfSitting(sittings.at(-1)!),
    arriveAt: new Date(first.startsAt.getTime() - early),
    contact: contacts.organiser,
    accessibilityContact: contacts.accessibility,
    madeAt: ground.clock.now(),
    language
  };
}

/** The facts of a session for staff who read convocations, or for the candidate it is about. */
async function factsFor(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  enrolmentId: string
): Promise<Result<{ facts: SessionFacts; enrolment: Enrolment }>> {
  const asStaff = await openFacts(ground, actor, 'convocation.read', sessionId);
  const facts =
    asStaff.ok || !can(actor, 'dossier.read-own')
      ? asStaff
      : await ownFacts(ground, actor, sessionId, enrolmentId);
  if (!facts.ok) return facts;
  const enrolment = facts.value.enrolments.find(({ id }) => id === enrolmentId);
  return enrolment ? ok({ facts: facts.value, enrolment }) : unknownSession();
}

async function ownFacts(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  enrolmentId: string
): Promise<Result<SessionFacts>> {
  const allowed = authorise(actor, 'dossier.read-own');
  if (!allowed.ok) return allowed;
  const facts = await readSessionFacts(ground.db, sessionId);
  const own = facts?.enrolments.some(
    ({ id, userId }) => id === enrolmentId && userId === allowed.value.userId
  );
  return facts && own ? ok(facts) : unknownSession();
}

/** One candidate’s convocation: for staff of the session, or for that candidate. */
export async function openConvocation(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  enrolmentId: string,
  language: Language
): Promise<Result<CandidateConvocation>> {
  const found = await factsFor(ground, actor, sessionId, enrolmentId);
  if (!found.ok) return found;
  const { facts, enrolment } = found.value;
  const contacts = await contactsOf(ground);
  const convocation = convocationOf(ground, facts, enrolment, contacts, language);
  return convocation ? ok(convocation) : refuseWith('unplanned');
}

/** Every convocation of a session as one PDF, in the order of numbers. */
export async function sessionConvocationsPdf(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  language: Language
): Promise<Result<Uint8Array>> {
  const facts = await openFacts(ground, actor, 'convocation.read', sessionId);
  if (!facts.ok) return facts;
  const contacts = await contactsOf(ground);
  const letters = facts.value.enrolments.flatMap(
    (enrolment) => convocationOf(ground, facts.value, enrolment, contacts, language) ?? []
  );
  return letters.length > 0 ? ok(convocationsPdf(letters)) : refuseWith('nobody');
}

/** Whom a sending reached, and whom it did not. */
export interface Sending {
  sent: number;
  /** Candidates without a timetable yet. */
  unplanned: string[];
  /** Candidates whose letter could not leave. */
  failed: string[];
}

/**
 * Sends convocations, PDF and calendar attached: to everyone of a session, or to one candidate.
 * Sending again is harmless: letters say that they replace those before, and calendars update.
 * Each letter that left is recorded at once, so that a failure half-way loses no trace.
 */
export async function sendConvocations(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  onlyEnrolmentId?: string
): Promise<Result<Sending>> {
  const facts = await openFacts(ground, actor, 'enrolment.manage', sessionId);
  if (!facts.ok) return facts;
  const by = authorise(actor, 'enrolment.manage', facts.value.centre.id);
  if (!by.ok) return by;
  if (ground.mail.unavailable) return fail(ground.mail.unavailable);
  const concerned = facts.value.enrolments.filter(
    ({ id }) => onlyEnrolmentId === undefined || id === onlyEnrolmentId
  );
  const contacts = await contactsOf(ground);
  const sending: Sending = { sent: 0, unplanned: [], failed: [] };
  let lastFault: Refusal | undefined;
  for (const enrolment of concerned) {
    const convocation = convocationOf(ground, facts.value, enrolment, contacts, 'fr');
    if (!convocation) {
      sending.unplanned.push(fullName(enrolment));
      continue;
    }
    const sent = await ground.mail.send(letterOf(ground, enrolment, convocation));
    if (!sent.ok) {
      sending.failed.push(fullName(enrolment));
      lastFault = sent.error;
      continue;
    }
    sending.sent += 1;
    await ground.db.transaction((tx) =>
      appendToLedger(tx, ground.clock.now(), [
        {
          actor: by.value.userId,
          action: 'convocation.send',
          subject: enrolment.id,
          payload: { session: facts.value.id }
        }
      ])
    );
  }
  if (sending.sent > 0) return ok(sending);
  return lastFault ? fail(lastFault) : refuseWith('nobody');
}

/** Letters are in French, the language of the certification; screens follow the reader’s. */
function letterOf(ground: Ground, enrolment: Enrolment, convocation: CandidateConvocation) {
  const words = convocationLetter.fr;
  return {
    to: enrolment.email,
    subject: words.subject(convocation.sessionTitle, convocation.day),
    text: words.text(
      convocation.name,
      convocation.day,
      `${convocation.centreName}, ${convocation.place}`,
      `${ground.config.publicUrl}/dossier`,
      ground.config.certifierName
    ),
    attachments: [
      {
        filename: `${words.file}.pdf`,
        content: convocationPdf(convocation),
        contentType: 'application/pdf'
      },
      {
        filename: `${words.file}.ics`,
        content: convocationCalendar(convocation, enrolment.id, 'fr'),
        contentType: 'text/calendar; charset=utf-8; method=PUBLISH'
      }
    ]
  };
}

const refuseWith = (fault: keyof typeof convocationFaults) =>
  fail({ code: `convocation.${fault}`, message: convocationFaults[fault]() });
