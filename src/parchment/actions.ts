/** Issuing, reading and confirming certificates. */
import { can, readRegistration, type Actor } from '#people';
import { englishTitleOf, titleOf, type Referential, type Registration } from '#referential';
import { bornAs, factsOf, fullName, onSession, type SessionFacts } from '#session';
import {
  decisionDay,
  isSigned,
  readMinutes,
  readSignatures,
  readSignedMinutes,
  type MinutesRow
} from '#verdict';
import { civilDay } from '#platform/civil-day.ts';
import type { Database } from '#platform/database.ts';
import type { Ground } from '#platform/ground.ts';
import { sha256, sha256Bytes } from '#platform/canonical.ts';
import { appendToLedger, type LedgerFact } from '#platform/ledger.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { certificatePdf, holderOf } from './certificate.ts';
import { achievedLevels, signedRegistration } from './credential/achievement.ts';
import { credentialFile, openIssue, type Issued } from './credential/issue.ts';
import { findCredential } from './credential/store.ts';
import { credential } from './credential/tables.ts';
import {
  certificateNumber,
  parseCertificateNumber,
  stateOf,
  type CertificateNumber,
  type SharedResult,
  type Verification
} from './model.ts';
import { findCertificate, findPdf, readCertificates, type CertificateRow } from './store.ts';
import { certificate } from './tables.ts';
import { revoke, unknownCertificate } from './withdrawal.ts';

/** What an issue did: certificates made now, and those withdrawn because the minutes changed. */
export interface Issue {
  issued: CertificateNumber[];
  revoked: CertificateNumber[];
}

/**
 * Issues the certificates that the newest minutes call for, once all jurors have signed them, and
 * revokes those whose award a correction took back. Asking twice issues nothing twice.
 */
export function issueCertificates(
  ground: Ground,
  actor: Actor | null,
  sessionId: string
): Promise<Result<Issue>> {
  return onSession(
    ground,
    actor,
    'certificate.issue',
    sessionId,
    ['closed'],
    async (tx, session, by) => {
      const facts = await factsOf(tx, session);
      const [latest] = await readMinutes(tx, session.id);
      if (!latest || !(await isSigned(tx, latest))) return unsignedMinutes();
      const held = (await readCertificates(tx, session.id)).filter(({ revokedAt }) => !revokedAt);
      const awarded = new Set(
        latest.document.candidates
          .filter(({ outcome }) => outcome === 'awarded')
          .map(({ enrolmentId }) => enrolmentId)
      );
      const registration = await readRegistration(tx, facts.referential.code);
      if (!registration.ok) return registration;
      const due = { facts, minutes: latest, awarded, held, registration: registration.value };
      const issued = await issueMissing(ground, tx, due, by);
      const revoked = await revokeTakenBack(ground, tx, latest, awarded, held, by);
      return ok({ issued, revoked });
    }
  );
}

export const unsignedMinutes = () =>
  refuse(
    'parchment.unsigned',
    'Le procès-verbal en vigueur n’est pas signé par tous les jurés\u00a0: recueillez les signatures d’abord.',
    'The minutes in force are not signed by every juror: collect the signatures first.'
  );

/** What an issue starts from. */
interface Due {
  facts: SessionFacts;
  /** The newest, which every juror signed. */
  minutes: MinutesRow;
  /** Enrolments that the minutes award. */
  awarded: ReadonlySet<string>;
  /** Certificates in force. */
  held: readonly CertificateRow[];
  registration: Registration | null;
}

/** A certificate that is about to be stored, with its credential. */
type Made = Issued & {
  enrolmentId: string;
  holderName: string;
  awardedOn: string;
  pdf: Uint8Array;
};

async function issueMissing(
  ground: Ground,
  tx: Database,
  { facts, minutes, awarded, held, registration }: Due,
  by: Actor
): Promise<CertificateNumber[]> {
  const now = ground.clock.now();
  const president = await signedPresident(tx, minutes);
  const done = new Set(held.map(({ enrolmentId }) => enrolmentId));
  const due = facts.enrolments.filter(({ id }) => awarded.has(id) && !done.has(id));
  if (due.length === 0) return [];
  const issue = await openIssue(ground, tx, facts.referential, registration);
  const signedVersions = await readSignedMinutes(tx, facts.id);
  const made: Made[] = [];
  for (const enrolment of due) {
    const awardedOn = decisionDay(signedVersions, enrolment.id) ?? civilDay(minutes.drawnUpAt);
    const number = certificateNumber(Number(awardedOn.slice(0, 4)), ground.random(5));
    const named = { holderName: fullName(enrolment), bornAs: bornAs(enrolment) };
    const holderName = holderOf(named);
    const told = minutes.document.candidates.find(
      ({ enrolmentId }) => enrolmentId === enrolment.id
    );
    const competences = told?.competences ?? [];
    const signed = await issue({ number, holderName, awardedOn, competences });
    const pdf = certificatePdf(
      {
        number,
        ...named,
        bornOn: enrolment.birthDate,
        ...certificationWords(facts.referential),
        registration,
        certifierName: ground.config.certifierName,
        awardedOn,
        place: facts.centre.city,
        examinedFrom: facts.day,
        examinedUntil: facts.lastDay,
        president,
        verifyUrl: `${ground.config.publicUrl}/verify/${number}`,
        specimen: ground.config.demo
      },
      { attachments: [credentialFile(signed)] }
    );
    made.push({ ...signed, enrolmentId: enrolment.id, holderName, awardedOn, pdf });
  }
  await tx.insert(certificate).values(
    made.map(({ number, enrolmentId, holderName, awardedOn, pdf }) => ({
      number,
      enrolmentId,
      minutesId: minutes.id,
      holderName,
      awardedOn,
      issuedAt: now,
      pdf
    }))
  );
  await tx.insert(credential).values(made);
  await appendToLedger(
    tx,
    now,
    made.map(({ number, enrolmentId, pdf, content, jwt }): LedgerFact => ({
      actor: by.userId,
      action: 'parchment.issue',
      subject: enrolmentId,
      payload: { number, pdf: sha256Bytes(pdf), credential: sha256(content), jwt: sha256(jwt) }
    }))
  );
  return made.map(({ number }) => number);
}

/** Who presided and signed, as they signed. */
async function signedPresident(tx: Database, { id, document }: MinutesRow) {
  const signatures = await readSignatures(tx, id);
  const own = signatures.find(({ jurorId }) => jurorId === document.presidentId);
  return own ? { name: own.name, signedAt: own.signedAt } : null;
}

const certificationWords = (referential: Referential) => ({
  certificationTitle: titleOf(referential),
  certificationTitleEnglish: englishTitleOf(referential),
  competences: referential.competences.map(({ id, statement }) => ({ id, statement }))
});

async function revokeTakenBack(
  ground: Ground,
  tx: Database,
  minutes: MinutesRow,
  awarded: ReadonlySet<string>,
  held: readonly CertificateRow[],
  by: Actor
): Promise<CertificateNumber[]> {
  const taken = held.filter(({ enrolmentId }) => !awarded.has(enrolmentId));
  for (const row of taken) await revoke(ground, tx, by, row, minutes.reason ?? '');
  return taken.map(({ number }) => number);
}

/** The PDF, for its holder and for those who may read certificates of its centre. */
export async function readCertificatePdf(
  ground: Ground,
  actor: Actor | null,
  number: string
): Promise<Result<{ pdf: Uint8Array; fileName: string }>> {
  const parsed = parseCertificateNumber(number);
  const row = parsed.ok ? await findPdf(ground.db, parsed.value) : undefined;
  const holder = row !== undefined && actor !== null && row.userId === actor.userId;
  if (!row || row.erasedAt || !(holder || can(actor, 'certificate.read', row.centreId)))
    return unknownCertificate();
  return ok({ pdf: new Uint8Array(row.pdf), fileName: `${row.number}.pdf` });
}

/** What anyone may know of a number: what its holder shares of a certificate, and its state. */
export async function verifyCertificate(
  ground: Ground,
  number: string
): Promise<Result<Verification>> {
  const parsed = parseCertificateNumber(number);
  if (!parsed.ok) return parsed;
  const row = await findCertificate(ground.db, parsed.value);
  if (!row) return ok({ state: 'unknown' });
  const { referential } = row;
  const content = (await findCredential(ground.db, parsed.value))?.content;
  return ok({
    state: stateOf(row),
    number: parsed.value,
    holderName: row.sharesName ? row.holderName : null,
    certificationTitle: titleOf(referential),
    certificationTitleEnglish: englishTitleOf(referential),
    registration: content ? signedRegistration(content) : null,
    awardedOn: row.sharesDate ? row.awardedOn : null,
    certifierName: ground.config.certifierName,
    results: row.sharesResults && content ? resultsOf(content, referential) : null
  });
}

function resultsOf(content: string, { competences, scale }: Referential): SharedResult[] {
  const levels = achievedLevels(content);
  return competences.flatMap(({ id, statement }) => {
    const reached = scale.levels.find(({ level }) => level === levels.get(id));
    return reached ? [{ id, statement, level: reached.label }] : [];
  });
}
