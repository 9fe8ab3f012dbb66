/** Parchments: certificates issued, revoked and confirmed; the door for other slices. */
export { subjectsOf, type Subject } from './subjects.ts';
export * from './model.ts';
export { issueCertificates, readCertificatePdf, verifyCertificate, type Issue } from './actions.ts';
export { liftSuspension, revokeCertificate, suspendCertificate } from './withdrawal.ts';
export { eraseCertificates, noteErasureAsked, readAwards } from './erasure.ts';
export { shareCertificate } from './sharing.ts';
export {
  readCredentialFile,
  readStatusList,
  rotateKeys,
  verifyOwnFile
} from './credential/actions.ts';
export { credentialHrefs } from './credential/files.ts';
export { authorityOfFiles, ownDidDocument } from './credential/authority.ts';
export { failed } from './credential/verify.ts';
export type { CredentialReport } from './credential/report.ts';
export { verifyFile } from './credential/file.ts';
export { largestFile } from './credential/carrier.ts';
export { KeysGivenError } from './credential/keys.ts';
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
export { suspectJoins, type SuspectJoin } from './suspect-joins.ts';
