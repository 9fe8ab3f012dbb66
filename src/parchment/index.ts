/** Parchments: certificates issued, revoked and confirmed; the door for other slices. */
export { subjectsOf, type Subject } from './subjects.ts';
export * from './model.ts';
export {
  issueCertificates,
  readCertificatePdf,
  revokeCertificate,
  verifyCertificate,
  type Issue
} from './actions.ts';
export { certificatePdf, type CertificateData } from './certificate.ts';
export { readCertificates, readCertificatesOf, type CertificateRow } from './store.ts';
export { audit, type AuditReport } from './audit.ts';
export {
  letterOf,
  ownResults,
  sendResults,
  sessionAwards,
  type AwardLine,
  type OwnResult,
  type ResultSending
} from './results.ts';
