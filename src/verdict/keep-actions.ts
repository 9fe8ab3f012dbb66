/** What a candidate keeps from an earlier session is not sat again. */
import type { Actor } from '#people';
import { factsOf, onSession, saveExcused } from '#session';
import type { Ground } from '#platform/ground.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { ok, type Result } from '#platform/result.ts';
import { readKept } from './store.ts';

/**
 * Excuses each candidate from the assessments whose every competence they keep (see `keepMonths` of
 * the award policy), before a day is planned. Who keeps a part only of an assessment sits it whole.
 * @returns how many candidates are excused from something
 */
export function honourKept(
  ground: Ground,
  actor: Actor | null,
  sessionId: string
): Promise<Result<number>> {
  return onSession(
    ground,
    actor,
    'timetable.manage',
    sessionId,
    ['preparing'],
    async (tx, session, by) => {
      const facts = await factsOf(tx, session);
      const kept = await readKept(tx, facts);
      let count = 0;
      for (const { id, candidateId, excused } of facts.enrolments) {
        const held = kept.get(candidateId);
        const due = facts.referential.assessments
          .filter(({ competences }) => competences.every((each) => held?.has(each)))
          .map((each) => each.id);
        if (due.length > 0) count += 1;
        if (due.join() === excused.join()) continue;
        await saveExcused(tx, id, due);
        await appendToLedger(tx, ground.clock.now(), [
          {
            actor: by.userId,
            action: 'verdict.excuse',
            subject: id,
            payload: { session: session.id, assessments: due }
          }
        ]);
      }
      return ok(count);
    }
  );
}
