import type { Actor } from '#people/model.ts';
import type { SessionFacts } from '#session/model.ts';

/** Whether a person is the president of a session's jury. */
export const presides = (actor: Actor, { presidentId }: SessionFacts): boolean =>
  presidentId === actor.userId;

/** Whether a juror declared a tie with a candidate, and so may not decide about them. */
export const isTied = (
  { conflicts }: SessionFacts,
  jurorId: string,
  enrolmentId: string
): boolean =>
  conflicts.some(
    (each) => each.jurorId === jurorId && each.enrolmentId === enrolmentId && each.kind !== 'none'
  );
