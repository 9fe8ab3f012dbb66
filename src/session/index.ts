/** Sessions: who sits what, before whom, when; the door for other slices. */
export * from './model.ts';
export * from './actions.ts';
export * from './panel-actions.ts';
export { rollCallInWords, rollCallOf, type RollCall } from './roll-call.ts';
export { spanOf } from './span.ts';
export * from './timetable-actions.ts';
export * from './improve-actions.ts';
export * from './delay-actions.ts';
export * from './day-actions.ts';
export { dayTopic } from './day-topic.ts';
export { obstacles, type Obstacle } from './readiness.ts';
export {
  factsOf,
  onSession,
  openFacts,
  reaches,
  sits,
  undoOnRefusal,
  unknownSession
} from './guards.ts';
export {
  findEnrolmentPlace,
  findSession,
  listSessions,
  listSessionsOfJuror,
  lockSession,
  readSessionFacts,
  saveExcused,
  saveSession
} from './store.ts';
export * from './identity.ts';
export { identityGaps } from './identity-gaps.ts';
export * from './enrolment-actions.ts';
export { readMatch, type Alike, type Match } from './enrolment-plan.ts';
export type { CandidateRow, EnrolmentRow } from './enrolment-store.ts';
export * from './accessibility-actions.ts';
export { adaptationName, type AccessibilityFile } from './accessibility.ts';
export * from './import-actions.ts';
export * from './convocation-actions.ts';
export { convocationCalendar } from './calendar.ts';
export { convocationPdf } from './convocation.ts';
export { candidateDay, type CandidateSitting } from './candidate-day.ts';
export { frenchCommunes } from './birthplaces.ts';
export { countries } from './gazetteer.ts';
export { templateCsv, templateXlsx } from './import-template.ts';
export { largestFile } from './import-file.ts';
export { importFaults } from './import-messages.ts';
