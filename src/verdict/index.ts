/** Verdicts: results, deliberation, minutes; the door for other slices. */
export * from './award.ts';
export * from './minutes.ts';
export { awaitedSheets, type Awaited, type SessionMarks } from './dossier.ts';
export {
  decide,
  drawUpMinutes,
  openDeliberation,
  signMinutes,
  type DecisionInput
} from './actions.ts';
export { honourKept } from './keep-actions.ts';
export { computeResults, type SessionResults } from './results.ts';
export {
  addMonths,
  isSigned,
  namesOf,
  readMinutes,
  readMinutesInForce,
  readSignatures,
  readSignedMinutes,
  type MinutesRow,
  type SignatureRow
} from './store.ts';
export { verifyMinutes, type MinutesReport } from './verify.ts';
export { candidateOutcome, resultLetter, sessionMinutes, type Print } from './prints.ts';
export { openBoard, openCase, type Board, type BoardLine, type Case } from './board.ts';
export { openMinutes, type MinutesView } from './minutes-view.ts';
