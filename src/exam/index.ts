/** What a candidate sits: subjects, the workspace, answers; the door for other slices. */
export { findOpenSitting, type OpenSitting } from './sitting/open-sitting.ts';
