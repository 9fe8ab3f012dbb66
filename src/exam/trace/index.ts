/** How a written answer came to be: its history, and what can be read from it. */
export * from './edits.ts';
