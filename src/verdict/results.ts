import type { CompetenceId } from '#referential/model.ts';
import type { SessionFacts } from '#session/model.ts';
import type { Database } from '#platform/database.ts';
import { award, type CandidateResult, type PanelDecision } from './award.ts';
import { dossierOf, type SessionMarks } from './dossier.ts';
import { asDecision, readDecisions, readKept, readMarks, type StoredDecision } from './store.ts';

/** A session's marks, decisions and the result of each enrolment that follow from them. */
export interface SessionResults {
  marks: SessionMarks;
  decisions: StoredDecision[];
  /** By enrolment id. */
  results: Map<string, CandidateResult>;
}

/** Reads what was stored, and computes every result anew. */
export async function computeResults(db: Database, facts: SessionFacts): Promise<SessionResults> {
  const [marks, decisions, kept] = await Promise.all([
    readMarks(db, facts.id),
    readDecisions(db, facts.id),
    readKept(db, facts)
  ]);
  return { marks, decisions, results: resultsFrom(facts, marks, decisions, kept) };
}

/** Every result of a session, from its marks and the decisions given. Pure. */
export function resultsFrom(
  facts: SessionFacts,
  marks: SessionMarks,
  decisions: readonly (Parameters<typeof asDecision>[0] & { enrolmentId: string })[],
  kept: ReadonlyMap<string, ReadonlySet<CompetenceId>>
): Map<string, CandidateResult> {
  return new Map(
    facts.enrolments.map((enrolment) => {
      const mine: PanelDecision[] = decisions
        .filter(({ enrolmentId }) => enrolmentId === enrolment.id)
        .map(asDecision);
      const before = kept.get(enrolment.candidateId) ?? new Set<CompetenceId>();
      return [
        enrolment.id,
        award(facts.referential, dossierOf(facts, enrolment, marks, mine, before))
      ] as const;
    })
  );
}
