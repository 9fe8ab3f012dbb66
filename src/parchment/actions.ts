/** Issuing, reading, revoking and confirming certificates. */
import { and, eq, isNull } from 'drizzle-orm';
import { authorise, can, type Actor } from '#people';
import type { Referential } from '#referential/model.ts';
import { factsOf, fullName, onSession, type SessionFacts } from '#session';
import { isSigned, namesOf, readMinutes, type MinutesRow } from '#verdict';
import type { Database } from '#platform/database.ts';
import type { Ground } from '#platform/ground.ts';
import { sha256Bytes } from '#platform/canonical.ts';
import { appendToLedger, type LedgerFact } from '#platform/ledger.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { cleanText } from '#platform/text.ts';
import { certificatePdf } from './certificate.ts';
import {
  certificateNumber,
  parseCertificateNumber,
  type CertificateNumber,
  type Verification
} from './model.ts';
import { findCertificate, findPdf, readCertificates, type CertificateRow } from './store.ts';
import { certificate } from './tables.ts';

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
      const issued = await issueMissing(ground, tx, facts, latest, awarded, held, by);
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

async function issueMissing(
  ground: Ground,
  tx: Database,
  facts: SessionFacts,
  minutes: MinutesRow,
  awarded: ReadonlySet<string>,
  held: readonly CertificateRow[],
  by: Actor
): Promise<CertificateNumber[]> {
  const now = ground.clock.now();
  const presidentId = minutes.document.presidentId ?? '';
  const presidentName = (await namesOf(tx, [presidentId])).get(presidentId) ?? '';
  const done = new Set(held.map(({ enrolmentId }) => enrolmentId));
  const made = facts.enrolments
    .filter(({ id }) => awarded.has(id) && !done.has(id))
    .map((enrolment) => {
      const number = certificateNumber(Number(facts.day.slice(0, 4)), ground.random(5));
      const holderName = fullName(enrolment);
      return {
        number,
        enrolmentId: enrolment.id,
        minutesId: minutes.id,
        holderName,
        awardedOn: facts.day,
        issuedAt: now,
        pdf: certificatePdf({
          number,
          holderName,
          bornOn: enrolment.birthDate,
          ...certificationWords(facts.referential),
          certifierName: ground.config.certifierName,
          awardedOn: facts.day,
          place: facts.centre.city,
          presidentName,
          verifyUrl: `${ground.config.publicUrl}/verify/${number}`,
          specimen: ground.config.demo
        })
      };
    });
  if (made.length === 0) return [];
  await tx.insert(certificate).values(made);
  await appendToLedger(
    tx,
    now,
    made.map(({ number, enrolmentId, pdf }): LedgerFact => ({
      actor: by.userId,
      action: 'parchment.issue',
      subject: enrolmentId,
      payload: { number, pdf: sha256Bytes(pdf) }
    }))
  );
  return made.map(({ number }) => number);
}

const certificationWords = ({ title, code, competences }: Referential) => ({
  certificationTitle: title,
  certificationCode: code,
  competences: competences.map(({ id, statement }) => ({ id, statement }))
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
  for (const { number, enrolmentId } of taken)
    await revoke(ground, tx, by, number, enrolmentId, minutes.reason ?? '');
  return taken.map(({ number }) => number);
}

async function revoke(
  ground: Ground,
  tx: Database,
  by: Actor,
  number: string,
  enrolmentId: string,
  reason: string
) {
  const now = ground.clock.now();
  const changed = await tx
    .update(certificate)
    .set({ revokedAt: now, revocationReason: reason })
    .where(and(eq(certificate.number, number), isNull(certificate.revokedAt)))
    .returning({ number: certificate.number });
  if (changed.length > 0)
    await appendToLedger(tx, now, [
      { actor: by.userId, action: 'parchment.revoke', subject: enrolmentId, payload: { number } }
    ]);
}

/** Revokes one certificate, with a reason that stays inside the house. Doing it twice is harmless. */
export async function revokeCertificate(
  ground: Ground,
  actor: Actor | null,
  number: string,
  reason: string
): Promise<Result<'revoked'>> {
  const allowed = authorise(actor, 'certificate.revoke');
  if (!allowed.ok) return allowed;
  const why = cleanText(reason, 2000);
  if (!why.ok) return why;
  if (why.value.length < 5)
    return refuse(
      'parchment.reason',
      'Donnez la raison de la révocation en une phrase.',
      'Give the reason for the revocation in a sentence.'
    );
  const parsed = parseCertificateNumber(number);
  const row = parsed.ok ? await findCertificate(ground.db, parsed.value) : undefined;
  if (!row) return unknownCertificate();
  await ground.db.transaction((tx) =>
    revoke(ground, tx, allowed.value, row.number, row.enrolmentId, why.value)
  );
  return ok('revoked');
}

const unknownCertificate = () =>
  refuse(
    'parchment.unknown',
    'Ce certificat est introuvable.',
    'This certificate cannot be found.'
  );

/** The PDF, for its holder and for those who may read certificates of its centre. */
export async function readCertificatePdf(
  ground: Ground,
  actor: Actor | null,
  number: string
): Promise<Result<{ pdf: Uint8Array; fileName: string }>> {
  const parsed = parseCertificateNumber(number);
  const row = parsed.ok ? await findPdf(ground.db, parsed.value) : undefined;
  const holder = row !== undefined && actor !== null && row.userId === actor.userId;
  if (!row || !(holder || can(actor, 'certificate.read', row.centreId)))
    return unknownCertificate();
  return ok({ pdf: new Uint8Array(row.pdf), fileName: `${row.number}.pdf` });
}

/** What anyone may know of a number: whether it is true, whose it is, of what and since when. */
export async function verifyCertificate(
  ground: Ground,
  number: string
): Promise<Result<Verification>> {
  const parsed = parseCertificateNumber(number);
  if (!parsed.ok) return parsed;
  const row = await findCertificate(ground.db, parsed.value);
  if (!row) return ok({ state: 'unknown' });
  return ok({
    state: row.revokedAt ? 'revoked' : 'valid',
    number: parsed.value,
    holderName: row.holderName,
    certificationTitle: row.certificationTitle,
    certificationCode: row.certificationCode,
    awardedOn: row.awardedOn,
    certifierName: ground.config.certifierName
  });
}
