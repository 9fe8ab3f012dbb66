/** What the panel decided, as it was stored: never changed, the latest of each target holds. */
import { asc, eq } from 'drizzle-orm';
import type { CompetenceId, Level } from '#referential/model.ts';
import { enrolment } from '#session/tables.ts';
import type { Database } from '#platform/database.ts';
import { isCriterionId, type PanelDecision } from './award.ts';
import type { MinutesDecision } from './minutes.ts';
import { panelDecision } from './tables.ts';

export type StoredDecision = typeof panelDecision.$inferSelect;

/** Every decision of a session, in the order they were made. */
export async function readDecisions(db: Database, sessionId: string): Promise<StoredDecision[]> {
  const rows = await db
    .select({ panelDecision })
    .from(panelDecision)
    .innerJoin(enrolment, eq(enrolment.id, panelDecision.enrolmentId))
    .where(eq(enrolment.sessionId, sessionId))
    .orderBy(asc(panelDecision.sequence), asc(panelDecision.id));
  return rows.map((row) => row.panelDecision);
}

/** The decisions that hold: the last of each target, from decisions in the order they were made. */
export function latestOf<D extends Pick<StoredDecision, 'enrolmentId' | 'target'>>(
  history: readonly D[]
): D[] {
  return [...new Map(history.map((each) => [`${each.enrolmentId} ${each.target}`, each])).values()];
}

/** A stored decision as the award function takes it. */
export const asDecision = ({
  target,
  level,
  validated,
  reason
}: Pick<StoredDecision, 'target' | 'level' | 'validated' | 'reason'>): PanelDecision =>
  isCriterionId(target)
    ? { on: 'criterion', criterionId: target, level: level as Level | null, reason }
    : {
        on: 'competence',
        competenceId: target as CompetenceId,
        validated: validated ?? false,
        reason
      };

export const asMinutesDecision = (row: StoredDecision): MinutesDecision => ({
  enrolmentId: row.enrolmentId,
  target: row.target,
  level: row.level,
  validated: row.validated,
  reason: row.reason,
  decidedBy: row.decidedBy
});
