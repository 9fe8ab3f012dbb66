import type { CompetenceId } from '#referential/model.ts';
import type { Enrolment, SessionFacts } from '#session/model.ts';
import type { Database } from '#platform/database.ts';
import { award, type CandidateResult, type PanelDecision } from './award.ts';
import { asDecision, latestOf, readDecisions, type StoredDecision } from './decisions.ts';
import { dossierOf, type SessionMarks } from './dossier.ts';
import type { MinutesDocument } from './minutes.ts';
import { readKept, readMarks } from './store.ts';

/** A session's marks, decisions and the result of each enrolment that follow from them. */
export interface SessionResults {
  marks: SessionMarks;
  /** Every decision, in the order they were made: the latest of each target holds. */
  history: StoredDecision[];
  /** The decisions that hold. */
  decisions: StoredDecision[];
  /** By enrolment id. */
  results: Map<string, CandidateResult>;
}

/** Reads what was stored, and computes every result anew. */
export async function computeResults(db: Database, facts: SessionFacts): Promise<SessionResults> {
  const [marks, history, kept] = await Promise.all([
    readMarks(db, facts.id),
    readDecisions(db, facts.id),
    readKept(db, facts)
  ]);
  const decisions = latestOf(history);
  const none = new Set<CompetenceId>();
  const results = facts.enrolments.map((enrolment) => {
    const before = kept.get(enrolment.candidateId) ?? none;
    return [enrolment.id, resultOf(facts, enrolment, marks, decisions, before)] as const;
  });
  return { marks, history, decisions, results: new Map(results) };
}

/** A session's facts as one of its minutes tells them: its candidates, and who of them came. */
export function factsOfMinutes(facts: SessionFacts, { candidates }: MinutesDocument): SessionFacts {
  const told = new Map(candidates.map(({ enrolmentId, present }) => [enrolmentId, present]));
  const enrolments = facts.enrolments.flatMap((each) => {
    const present = told.get(each.id);
    return present === undefined ? [] : [{ ...each, present }];
  });
  return { ...facts, enrolments };
}

/**
 * Every result again as its minutes say it was reached: with the decisions, the attendance and the
 * earlier competences of the document, whatever happened since. Pure.
 */
export function resultsOfMinutes(
  facts: SessionFacts,
  document: MinutesDocument,
  marks: SessionMarks
): Map<string, CandidateResult> {
  const kept = new Map(
    document.candidates.map(({ enrolmentId, competences }) => {
      const earlier = competences.filter(({ verdict }) => verdict.state === 'kept');
      return [enrolmentId, new Set(earlier.map(({ id }) => id as CompetenceId))];
    })
  );
  const then = factsOfMinutes(facts, document);
  const results = then.enrolments.map((each) => {
    const before = kept.get(each.id) ?? new Set<CompetenceId>();
    return [each.id as string, resultOf(then, each, marks, document.decisions, before)] as const;
  });
  return new Map(results);
}

function resultOf(
  facts: SessionFacts,
  enrolment: Enrolment,
  marks: SessionMarks,
  decisions: readonly (Parameters<typeof asDecision>[0] & { enrolmentId: string })[],
  kept: ReadonlySet<CompetenceId>
): CandidateResult {
  const mine: PanelDecision[] = decisions
    .filter(({ enrolmentId }) => enrolmentId === enrolment.id)
    .map(asDecision);
  return award(facts.referential, dossierOf(facts, enrolment, marks, mine, kept));
}
