/** Marking: jurors' observations, append-only; the door for other slices. */
export * from './model.ts';
export { handInSheet, openSheet } from './actions.ts';
export {
  readDeclarations,
  readJurorDay,
  type DaySitting,
  type Declaration,
  type JurorSession
} from './day.ts';
export {
  readHeldSheet,
  readJurorSheet,
  type HeldSheet,
  type LevelChoice,
  type Sheet
} from './sheet.ts';
export { openDay, type OpenedDay } from './tablet/open-day.ts';
export { observationDigest } from './digest.ts';
export { observe } from './observe.ts';
export type { Standing } from './standing.ts';
export { verifyObservations, type ObservationsReport } from './verify.ts';
export { readHandIns, readProgress, readSessionMarks, readSheet, type HandIn } from './store.ts';
export { isAway, pulse, readPresences, type Presence } from './presence/presence.ts';
export { calibrate, openExemplar } from './calibration/calibrate.ts';
export { exemplars } from './calibration/exemplars.ts';
