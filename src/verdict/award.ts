import {
  assessmentOf,
  type AssessmentId,
  type CompetenceId,
  type CriterionId,
  type Level,
  type Referential
} from '#referential/model.ts';

/** One juror's final word on one criterion. `level` null is « non observé ». */
export interface FinalMark {
  jurorId: string;
  criterionId: CriterionId;
  level: Level | null;
  comment: string;
}

/** What the panel settled in deliberation. The latest decision on a target is the one given. */
export type PanelDecision =
  | { on: 'criterion'; criterionId: CriterionId; level: Level | null; reason: string }
  | { on: 'competence'; competenceId: CompetenceId; validated: boolean; reason: string };

/** Whether a decision's target is a criterion (« C1.1 ») rather than a competence (« C1 »). */
export const isCriterionId = (target: string): target is CriterionId => target.includes('.');

/** All that a result depends on. The same dossier always gives the same result. */
export interface Dossier {
  /** Marks of sheets that were handed in. */
  marks: readonly FinalMark[];
  /** Assessments for which enough sheets were handed in. */
  complete: ReadonlySet<AssessmentId>;
  /** Assessments that the candidate did not sit: all its criteria are unmarked, and it is not pending. */
  missed: ReadonlySet<AssessmentId>;
  /** Assessments that one juror marked while another declared the candidate absent. */
  disputed: ReadonlySet<AssessmentId>;
  decisions: readonly PanelDecision[];
  /** Competences validated in an earlier session, still within their term. */
  kept: ReadonlySet<CompetenceId>;
}

export type CriterionOutcome =
  | { state: 'missing' }
  | { state: 'agreed'; value: number; marks: readonly FinalMark[] }
  | { state: 'not-observed'; marks: readonly FinalMark[] }
  | { state: 'discrepant'; marks: readonly FinalMark[] }
  | { state: 'decided'; value: number | null; reason: string; marks: readonly FinalMark[] };

/** Why a competence is not settled yet. */
export type Pending = 'sheets-missing' | 'discrepancy' | 'too-little-observed' | 'attendance';

export type CompetenceVerdict =
  | { state: 'kept' }
  | { state: 'missed' }
  | { state: 'pending'; why: Pending }
  | { state: 'validated' | 'not-validated'; by: 'marks' }
  | { state: 'validated' | 'not-validated'; by: 'panel'; reason: string };

export interface CompetenceOutcome {
  id: CompetenceId;
  verdict: CompetenceVerdict;
  /** Mean of the observed criteria, from 0 to 3; null when none was observed. */
  mean: number | null;
  observed: number;
  criteria: readonly { id: CriterionId; outcome: CriterionOutcome }[];
}

export interface CandidateResult {
  outcome: 'awarded' | 'refused' | 'pending';
  competences: readonly CompetenceOutcome[];
}

/** Two jurors this far apart on a criterion must settle it in deliberation, with a reason. */
export const discrepancy = 2;

/** Means and shares are ratios of small integers: a hair keeps 2.0 from failing as 1.9999…. */
const hair = 1e-9;

/**
 * A candidate's result, by the award policy of the référentiel's version. Pure: nothing but its
 * arguments counts, so it can be recomputed years later.
 *
 * A criterion's value is the mean of its jurors' levels; « non observé » by one of them leaves the
 * others' levels; by all of them, the criterion leaves the denominator. A panel decision replaces the
 * value. A competence is validated when the mean of its observed criteria reaches the policy's line and
 * none is at 0; when more than the policy's share is not observed, or when jurors do not agree that
 * the candidate came, the panel decides. The award asks for every competence.
 */
export function award(referential: Referential, dossier: Dossier): CandidateResult {
  const decided = new Map(
    dossier.decisions.map((each) => [
      each.on === 'criterion' ? each.criterionId : each.competenceId,
      each
    ])
  );
  const byCriterion = Map.groupBy(dossier.marks, ({ criterionId }) => criterionId);

  const competences = referential.competences.map(({ id, criteria }): CompetenceOutcome => {
    const assessmentId = assessmentOf(referential, id).id;
    const disputed = dossier.disputed.has(assessmentId);
    const marked = disputed || dossier.complete.has(assessmentId);
    const outcomes = criteria.map((criterion) => ({
      id: criterion.id,
      outcome: marked
        ? criterionOutcome(byCriterion.get(criterion.id) ?? [], decided.get(criterion.id))
        : ({ state: 'missing' } as const)
    }));
    const values = outcomes.flatMap(({ outcome }) => valueOf(outcome) ?? []);
    const mean = values.length > 0 ? values.reduce((a, b) => a + b, 0) / values.length : null;
    return {
      id,
      verdict: dossier.kept.has(id)
        ? { state: 'kept' }
        : dossier.missed.has(assessmentId)
          ? { state: 'missed' }
          : verdictOf(referential, outcomes, mean, disputed, decided.get(id)),
      mean,
      observed: values.length,
      criteria: outcomes
    };
  });

  return { outcome: overall(competences), competences };
}

/** Nothing is final while a competence is pending; then all must be validated, or kept. */
function overall(competences: readonly CompetenceOutcome[]): CandidateResult['outcome'] {
  const states = competences.map(({ verdict }) => verdict.state);
  if (states.includes('pending')) return 'pending';
  return states.every((state) => state === 'validated' || state === 'kept') ? 'awarded' : 'refused';
}

function criterionOutcome(
  marks: readonly FinalMark[],
  decision: PanelDecision | undefined
): CriterionOutcome {
  if (decision?.on === 'criterion')
    return { state: 'decided', value: decision.level, reason: decision.reason, marks };
  if (marks.length === 0) return { state: 'missing' };
  const levels = marks.flatMap(({ level }) => level ?? []);
  if (levels.length === 0) return { state: 'not-observed', marks };
  if (Math.max(...levels) - Math.min(...levels) >= discrepancy)
    return { state: 'discrepant', marks };
  const value = levels.reduce((sum: number, level) => sum + level, 0) / levels.length;
  return { state: 'agreed', value, marks };
}

/** The value that counts in the mean; undefined for a criterion that leaves the denominator. */
const valueOf = (outcome: CriterionOutcome): number | undefined =>
  outcome.state === 'agreed' || outcome.state === 'decided'
    ? (outcome.value ?? undefined)
    : undefined;

function verdictOf(
  { policy }: Referential,
  outcomes: CompetenceOutcome['criteria'],
  mean: number | null,
  disputed: boolean,
  decision: PanelDecision | undefined
): CompetenceVerdict {
  const states = outcomes.map(({ outcome }) => outcome.state);
  if (states.includes('missing')) return { state: 'pending', why: 'sheets-missing' };
  if (disputed) return byPanel(decision, 'attendance');
  if (states.includes('discrepant')) return { state: 'pending', why: 'discrepancy' };
  const values = outcomes.flatMap(({ outcome }) => valueOf(outcome) ?? []);
  const unseen = outcomes.length - values.length;
  if (mean === null || unseen > policy.notObservedMaxShare * outcomes.length + hair)
    return byPanel(decision, 'too-little-observed');
  const atZero = policy.noZero && values.includes(0);
  const reached = mean >= policy.competenceMean - hair;
  return { state: reached && !atZero ? 'validated' : 'not-validated', by: 'marks' };
}

/** What the marks cannot settle: the panel's word, or the reason why it is awaited. */
function byPanel(decision: PanelDecision | undefined, why: Pending): CompetenceVerdict {
  if (decision?.on !== 'competence') return { state: 'pending', why };
  const state = decision.validated ? 'validated' : 'not-validated';
  return { state, by: 'panel', reason: decision.reason };
}
