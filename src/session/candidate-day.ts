import { assessment, assessmentIdSchema } from '#referential/model.ts';
import type { SessionFacts } from './model.ts';

/** One sitting of a candidate, with the words that a person needs to find it. */
export interface CandidateSitting {
  assessmentId: string;
  title: string;
  /** When the preparation, or the writing, starts. */
  startsAt: Date;
  preparationMinutes: number;
  performanceMinutes: number;
  room: string;
}

/** A candidate’s day, in the order of the clock; empty while nothing is planned. */
export function candidateDay(facts: SessionFacts, enrolmentId: string): CandidateSitting[] {
  const rooms = new Map(facts.panels.map(({ id, room }) => [id, room]));
  return facts.sittings
    .filter((sitting) => sitting.enrolmentId === enrolmentId)
    .map(({ assessmentId, startsAt, preparationMinutes, performanceMinutes, panelId }) => ({
      assessmentId,
      title: assessment(facts.referential, assessmentIdSchema.parse(assessmentId)).title,
      startsAt,
      preparationMinutes,
      performanceMinutes,
      room: rooms.get(panelId) ?? ''
    }))
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
}
