import { verifyObservations, type ObservationsReport } from '#jury';
import { verifyMinutes, type MinutesReport } from '#verdict';
import type { Database } from '#platform/database.ts';
import { verifyLedger, type LedgerReport } from '#platform/ledger.ts';
import { verifyCertificates, type CertificatesReport } from './verify.ts';

/** The ledger's chain, and all that it vouches for. */
export interface AuditReport {
  valid: boolean;
  ledger: LedgerReport;
  observations: ObservationsReport;
  minutes: MinutesReport;
  certificates: CertificatesReport;
}

/** Verifies the chain of the ledger, then marks, minutes and certificates against it. Reads only. */
export async function audit(db: Database): Promise<AuditReport> {
  const ledger = await verifyLedger(db);
  const observations = await verifyObservations(db);
  const minutes = await verifyMinutes(db);
  const certificates = await verifyCertificates(db);
  const valid = [ledger, observations, minutes, certificates].every((part) => part.valid);
  return { valid, ledger, observations, minutes, certificates };
}
