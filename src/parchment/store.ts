import { asc, eq, inArray } from 'drizzle-orm';
import { readReferential } from '#referential';
import { candidate, certificationSession, enrolment } from '#session/tables.ts';
import type { Database } from '#platform/database.ts';
import type { CertificateNumber } from './model.ts';
import { certificate } from './tables.ts';

/** A certificate without its PDF. */
export interface CertificateRow {
  number: CertificateNumber;
  enrolmentId: string;
  minutesId: string;
  holderName: string;
  awardedOn: string;
  issuedAt: Date;
  revokedAt: Date | null;
  revocationReason: string | null;
  suspendedAt: Date | null;
  suspensionReason: string | null;
  sharesName: boolean;
  sharesDate: boolean;
  sharesResults: boolean;
}

const columns = {
  number: certificate.number,
  enrolmentId: certificate.enrolmentId,
  minutesId: certificate.minutesId,
  holderName: certificate.holderName,
  awardedOn: certificate.awardedOn,
  issuedAt: certificate.issuedAt,
  revokedAt: certificate.revokedAt,
  revocationReason: certificate.revocationReason,
  suspendedAt: certificate.suspendedAt,
  suspensionReason: certificate.suspensionReason,
  sharesName: certificate.sharesName,
  sharesDate: certificate.sharesDate,
  sharesResults: certificate.sharesResults
};

/** Every certificate of a session, revoked ones too, in the order of its candidates. */
export async function readCertificates(db: Database, sessionId: string): Promise<CertificateRow[]> {
  const rows = await db
    .select(columns)
    .from(certificate)
    .innerJoin(enrolment, eq(enrolment.id, certificate.enrolmentId))
    .where(eq(enrolment.sessionId, sessionId))
    .orderBy(asc(enrolment.number), asc(certificate.issuedAt));
  return rows as CertificateRow[];
}

/** Certificates of some enrolments: a candidate's own. */
export async function readCertificatesOf(
  db: Database,
  enrolmentIds: readonly string[]
): Promise<CertificateRow[]> {
  if (enrolmentIds.length === 0) return [];
  const rows = await db
    .select(columns)
    .from(certificate)
    .where(inArray(certificate.enrolmentId, [...enrolmentIds]))
    .orderBy(asc(certificate.issuedAt));
  return rows as CertificateRow[];
}

/** The PDF as it was issued, with what decides who may read it. */
export async function findPdf(db: Database, number: string) {
  const [row] = await db
    .select({
      number: certificate.number,
      enrolmentId: certificate.enrolmentId,
      pdf: certificate.pdf,
      erasedAt: certificate.erasedAt,
      holderName: certificate.holderName,
      userId: candidate.userId,
      centreId: certificationSession.centreId
    })
    .from(certificate)
    .innerJoin(enrolment, eq(enrolment.id, certificate.enrolmentId))
    .innerJoin(candidate, eq(candidate.id, enrolment.candidateId))
    .innerJoin(certificationSession, eq(certificationSession.id, enrolment.sessionId))
    .where(eq(certificate.number, number));
  return row;
}

/** A certificate and the certification it attests. */
export async function findCertificate(db: Database, number: CertificateNumber) {
  const [row] = await db
    .select({ ...columns, referentialId: certificationSession.referentialId })
    .from(certificate)
    .innerJoin(enrolment, eq(enrolment.id, certificate.enrolmentId))
    .innerJoin(certificationSession, eq(certificationSession.id, enrolment.sessionId))
    .where(eq(certificate.number, number));
  if (!row) return undefined;
  const { referentialId, ...held } = row;
  return {
    ...(held as CertificateRow),
    referential: await readReferential(db, referentialId)
  };
}
