/** The rules of the exam that screens of other slices read. Pure. */
export { isTraced } from './sitting/fields.ts';
