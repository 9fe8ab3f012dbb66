import { criterion, type Referential } from '#referential/model.ts';
import type { CandidateResult, CompetenceVerdict, CriterionOutcome } from './award.ts';

/** What a candidate can learn about one competence. */
export interface CompetenceFeedback {
  id: string;
  /** Never pending: a result is told once it is settled. */
  state: Exclude<CompetenceVerdict['state'], 'pending'>;
  /** Criteria judged beyond what is expected (above 2 out of 3), in the words of the official text. */
  strong: string[];
  /** Criteria judged short of it (under 2). */
  toWork: string[];
  /** What jurors wrote, each remark once, without their names. */
  comments: string[];
}

/** The level « acquis »: what is expected of a candidate. */
const expected = 2;

/**
 * Sorts the criteria of a settled result into what was strong and what remains to be worked on.
 * @throws RangeError if a competence is still pending
 */
export function feedbackOf(
  referential: Referential,
  result: CandidateResult
): CompetenceFeedback[] {
  return result.competences.map(({ id, verdict, criteria }) => {
    if (verdict.state === 'pending') throw new RangeError(`${id} is not settled yet`);
    const texts = (keep: (value: number) => boolean) =>
      criteria
        .filter(({ outcome }) => {
          const value = judged(outcome);
          return value !== null && keep(value);
        })
        .map((each) => criterion(referential, each.id).text);
    return {
      id,
      state: verdict.state,
      strong: texts((value) => value > expected),
      toWork: texts((value) => value < expected),
      comments: [...new Set(criteria.flatMap(({ outcome }) => remarks(outcome)))]
    };
  });
}

const judged = (outcome: CriterionOutcome): number | null =>
  outcome.state === 'agreed' || outcome.state === 'decided' ? outcome.value : null;

const remarks = (outcome: CriterionOutcome): string[] =>
  outcome.state === 'missing'
    ? []
    : outcome.marks.map(({ comment }) => comment.trim()).filter((comment) => comment !== '');
