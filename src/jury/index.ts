/** Marking: jurors' observations, append-only; the door for other slices. */
export * from './model.ts';
export { handInSheet, observationDigest, observe, openSheet, type OpenSheet } from './actions.ts';
export {
  findHandIn,
  readHandIns,
  readProgress,
  readSessionMarks,
  readSheet,
  type HandIn
} from './store.ts';
