/** What the server does each night, once, by itself. */
export { openNights, runNight, type NightRun } from './run.ts';
export { startNights } from './start.ts';
