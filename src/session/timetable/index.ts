/** The timetable of a session as a pure problem; see docs/timetable.md. */
export * from './model.ts';
export { readProblem } from './problem.ts';
export { check, type Violation } from './check.ts';
export { violationSentence } from './messages.ts';
export { solve, type Outcome, type Progress, type SolveOptions } from './solve.ts';
export { clashesOf, type Clash } from './explain.ts';
export { replan, type Replanned } from './replan.ts';
export { readChange, type Change } from './change.ts';
export type { Incident } from './incident.ts';
export { gantt, type Gantt, type GanttOptions } from './gantt.ts';
