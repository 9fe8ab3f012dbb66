import type { SessionFacts } from '#session/model.ts';
import type { Database } from '#platform/database.ts';
import { award, type CandidateResult } from './award.ts';
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
  const results = new Map(
    facts.enrolments.map((enrolment) => {
      const mine = decisions.filter(({ enrolmentId }) => enrolmentId === enrolment.id);
      const dossier = dossierOf(
        facts,
        enrolment,
        marks,
        mine.map(asDecision),
        kept.get(enrolment.candidateId) ?? new Set()
      );
      return [enrolment.id, award(facts.referential, dossier)] as const;
    })
  );
  return { marks, decisions, results };
}
