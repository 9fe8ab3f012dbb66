/** Results and certificates together: for a candidate, for a session's screen, and by mail. */
import { and, asc, eq, sql } from 'drizzle-orm';
import { authorise, readContact, unknownContact, type Actor } from '#people';
import { fullName, openFacts, ownEnrolments, type SessionFacts } from '#session';
import {
  addMonths,
  isSigned,
  readMinutes,
  readMinutesInForce,
  resultLetter,
  type MinutesCandidate,
  type Print
} from '#verdict';
import { digest } from '#platform/canonical.ts';
import type { Database } from '#platform/database.ts';
import type { Ground } from '#platform/ground.ts';
import type { Language } from '#platform/language.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { fail, ok, refuse, type Result } from '#platform/result.ts';
import { ledgerEntry } from '#platform/tables.ts';
import { unsignedMinutes } from './actions.ts';
import { credentialHrefs, type CredentialFile } from './credential/files.ts';
import { findCredential } from './credential/store.ts';
import { resultMail } from './messages.ts';
import { stateOf, type Sharing } from './model.ts';
import { findPdf, readCertificates, readCertificatesOf, type CertificateRow } from './store.ts';

/** What came of one enrolment, for the candidate it is about. */
export interface OwnResult {
  enrolmentId: string;
  sessionId: string;
  /** Pending until every juror has signed the minutes. */
  outcome: MinutesCandidate['outcome'] | 'pending';
  competences: { id: string; validated: boolean }[];
  /** Last day on which validated competences still count, YYYY-MM-DD; null once certified. */
  keptUntil: string | null;
  /** The certificate, where one is in force. */
  certificate: OwnCertificate | null;
  /** Where the result letter is read; null while there is none. */
  letterHref: string | null;
}

/** A certificate, for its holder. */
export interface OwnCertificate {
  number: string;
  href: string;
  verifyHref: string;
  suspended: boolean;
  /** The signed credential, in each of its forms; none for a certificate of before credentials. */
  files: { name: CredentialFile; href: string }[];
  sharing: Sharing;
}

/** The results of a candidate's own enrolments, in the order of their dossier. */
export async function ownResults(
  ground: Ground,
  actor: Actor | null
): Promise<Result<OwnResult[]>> {
  const own = await ownEnrolments(ground, actor);
  if (!own.ok) return own;
  // Without it there is no letter: it would not say whom to write to.
  const contact = await readContact(ground.db);
  const results: OwnResult[] = [];
  for (const { facts, enrolment } of own.value) {
    const minutes = await readMinutesInForce(ground.db, facts.id);
    const told = minutes?.document.candidates.find((each) => each.enrolmentId === enrolment.id);
    const held = await inForce(ground.db, enrolment.id);
    const outcome = told?.outcome ?? 'pending';
    const hasLetter =
      contact !== null && told !== undefined && (outcome !== 'awarded' || held !== undefined);
    results.push({
      enrolmentId: enrolment.id,
      sessionId: facts.id,
      outcome,
      competences: (told?.competences ?? []).map(({ id, verdict }) => ({
        id,
        validated: verdict.state === 'validated' || verdict.state === 'kept'
      })),
      keptUntil:
        outcome === 'refused' ? addMonths(facts.day, facts.referential.policy.keepMonths) : null,
      certificate: held ? await ownCertificate(ground.db, held) : null,
      letterHref: hasLetter ? `/sessions/${facts.id}/certificates/${enrolment.id}/letter.pdf` : null
    });
  }
  return ok(results);
}

async function ownCertificate(db: Database, held: CertificateRow): Promise<OwnCertificate> {
  const { number } = held;
  const hasCredential = (await findCredential(db, number)) !== undefined;
  return {
    number,
    href: `/certificates/${number}`,
    verifyHref: `/verify/${number}`,
    suspended: stateOf(held) === 'suspended',
    files: hasCredential ? credentialHrefs(number) : [],
    sharing: { name: held.sharesName, date: held.sharesDate, results: held.sharesResults }
  };
}

const inForce = async (db: Database, enrolmentId: string) =>
  (await readCertificatesOf(db, [enrolmentId])).find(({ revokedAt }) => !revokedAt);

/** A result letter, with the certificate in force: for staff, or for its candidate. */
export async function letterOf(
  ground: Ground,
  actor: Actor | null,
  enrolmentId: string,
  language: Language
): Promise<Result<Print>> {
  const held = await inForce(ground.db, enrolmentId);
  const certificate = held && {
    number: held.number,
    verifyUrl: `${ground.config.publicUrl}/verify/${held.number}`
  };
  return resultLetter(ground, actor, enrolmentId, certificate ?? null, language);
}

/** One candidate's line on the screen of certificates. */
export interface AwardLine {
  enrolmentId: string;
  number: number;
  name: string;
  /** Of the minutes in force; null where none are signed, or where they do not name this candidate. */
  outcome: MinutesCandidate['outcome'] | null;
  certificates: CertificateRow[];
  /** Digest of what the result letter tells; null where there is no result. */
  result: string | null;
  /** When a letter that told this result left; null while none has. */
  letterSentAt: Date | null;
}

/** What the screen of certificates shows. */
export interface AwardBoard {
  facts: SessionFacts;
  /** The newest version. */
  minutes: { version: number; signed: boolean } | null;
  lines: AwardLine[];
}

/** The awards of a session and what was made of them, for whoever reads its certificates. */
export async function sessionAwards(
  ground: Ground,
  actor: Actor | null,
  sessionId: string
): Promise<Result<AwardBoard>> {
  const opened = await openFacts(ground, actor, 'certificate.read', sessionId);
  if (!opened.ok) return opened;
  const facts = opened.value;
  const [latest] = await readMinutes(ground.db, sessionId);
  const settled = await readMinutesInForce(ground.db, sessionId);
  const held = Map.groupBy(
    await readCertificates(ground.db, sessionId),
    ({ enrolmentId }) => enrolmentId
  );
  const sent = await sentLetters(ground.db, sessionId);
  const lineOf = (enrolment: SessionFacts['enrolments'][number]): AwardLine => {
    const told = settled?.document.candidates.find((each) => each.enrolmentId === enrolment.id);
    const certificates = held.get(enrolment.id) ?? [];
    const result = told ? resultDigest(told, certificates) : null;
    const letter = sent.get(enrolment.id);
    return {
      enrolmentId: enrolment.id,
      number: enrolment.number,
      name: fullName(enrolment),
      outcome: told?.outcome ?? null,
      certificates,
      result,
      letterSentAt: letter && letter.result === result ? letter.at : null
    };
  };
  return ok({
    facts,
    minutes: latest ? { version: latest.version, signed: await isSigned(ground.db, latest) } : null,
    lines: facts.enrolments.map(lineOf)
  });
}

/** What a letter told: a correction that changes nothing for a candidate asks for no other letter. */
const resultDigest = (told: MinutesCandidate, certificates: readonly CertificateRow[]): string =>
  digest({ told, number: certificates.find(({ revokedAt }) => !revokedAt)?.number ?? null });

/** The last letter that left for each enrolment of a session. */
async function sentLetters(
  db: Database,
  sessionId: string
): Promise<Map<string, { at: Date; result: unknown }>> {
  const sent = await db
    .select({ subject: ledgerEntry.subject, at: ledgerEntry.at, payload: ledgerEntry.payload })
    .from(ledgerEntry)
    .where(
      and(
        eq(ledgerEntry.action, 'parchment.send-result'),
        sql`${ledgerEntry.payload}->>'session' = ${sessionId}`
      )
    )
    .orderBy(asc(ledgerEntry.place));
  return new Map(
    sent.map(({ subject, at, payload }) => [subject, { at, result: payload['result'] }])
  );
}

/** Whom a sending reached, and whom it did not. */
export interface ResultSending {
  sent: number;
  /** Candidates who had already received this letter. */
  already: number;
  /** Names of candidates whose letter could not leave. */
  failed: string[];
}

/**
 * Sends each candidate their result letter, and the certified their parchment. Sending again reaches
 * only those whom the letter of these minutes has not reached; one candidate may be named, who then
 * receives it again. Each letter that left is recorded at once, so a failure half-way loses no trace.
 */
export async function sendResults(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  onlyEnrolmentId?: string
): Promise<Result<ResultSending>> {
  const by = authorise(actor, 'certificate.issue');
  if (!by.ok) return by;
  const board = await sessionAwards(ground, actor, sessionId);
  if (!board.ok) return board;
  const { facts, lines } = board.value;
  const notReady = whyNotReady(board.value);
  if (notReady) return notReady;
  if (!(await readContact(ground.db))) return unknownContact();
  if (ground.mail.unavailable) return fail(ground.mail.unavailable);
  const sending: ResultSending = { sent: 0, already: 0, failed: [] };
  for (const line of lines.filter(
    ({ enrolmentId }) => onlyEnrolmentId === undefined || enrolmentId === onlyEnrolmentId
  )) {
    if (line.letterSentAt && onlyEnrolmentId === undefined) {
      sending.already += 1;
      continue;
    }
    const left = await sendOne(ground, actor, facts, line);
    if (!left.ok) {
      sending.failed.push(line.name);
      continue;
    }
    sending.sent += 1;
    await ground.db.transaction((tx) =>
      appendToLedger(tx, ground.clock.now(), [
        {
          actor: by.value.userId,
          action: 'parchment.send-result',
          subject: line.enrolmentId,
          payload: { session: facts.id, result: line.result }
        }
      ])
    );
  }
  return ok(sending);
}

/** Letters leave once the newest minutes are signed, and every certificate they call for exists. */
function whyNotReady({ minutes, lines }: AwardBoard) {
  if (!minutes?.signed) return unsignedMinutes();
  const lacking = lines.some(
    ({ outcome, certificates }) =>
      outcome === 'awarded' && certificates.every(({ revokedAt }) => revokedAt !== null)
  );
  return lacking
    ? refuse(
        'parchment.not-issued',
        'Des certificats restent à délivrer\u00a0: délivrez-les, puis envoyez les résultats.',
        'Some certificates have not been issued: issue them, then send the results.'
      )
    : undefined;
}

/** Letters are in French, the language of the certification; screens follow the reader's. */
async function sendOne(
  ground: Ground,
  actor: Actor | null,
  facts: SessionFacts,
  { enrolmentId, name, certificates }: AwardLine
): Promise<Result<'sent'>> {
  const letter = await letterOf(ground, actor, enrolmentId, 'fr');
  if (!letter.ok) return letter;
  const to = facts.enrolments.find(({ id }) => id === enrolmentId)?.email ?? '';
  const held = certificates.find(({ revokedAt }) => !revokedAt);
  const parchment = held && (await findPdf(ground.db, held.number));
  const pdf = (filename: string, content: Uint8Array) => ({
    filename,
    content,
    contentType: 'application/pdf'
  });
  return ground.mail.send({
    to,
    subject: resultMail.subject(facts.title),
    text: resultMail.text(name, `${ground.config.publicUrl}/dossier`, ground.config.certifierName),
    attachments: [
      pdf(letter.value.fileName, letter.value.pdf),
      ...(held && parchment ? [pdf(`${held.number}.pdf`, new Uint8Array(parchment.pdf))] : [])
    ]
  });
}
