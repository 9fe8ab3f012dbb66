import type { Conflict, ConflictKind } from './model.ts';

/** A juror's word on a candidate; undefined while it is awaited. */
export const tieOf = (
  conflicts: readonly Conflict[],
  jurorId: string,
  enrolmentId: string
): ConflictKind | undefined =>
  conflicts.find((each) => each.jurorId === jurorId && each.enrolmentId === enrolmentId)?.kind;
