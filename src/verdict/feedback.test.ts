import { expect, test } from 'vitest';
import { luxe } from '#referential';
import type { CandidateResult, CompetenceOutcome, CriterionOutcome } from './award.ts';
import { feedbackOf } from './feedback.ts';

const [first] = luxe.competences;
const agreed = (value: number, ...comments: string[]): CriterionOutcome => ({
  state: 'agreed',
  value,
  marks: comments.map((comment, index) => ({
    jurorId: `juror-${index}`,
    criterionId: first!.criteria[0]!.id,
    level: 2,
    comment
  }))
});
const resultWith = (
  outcomes: CriterionOutcome[],
  verdict: CompetenceOutcome['verdict'] = { state: 'validated', by: 'marks' }
): CandidateResult => ({
  outcome: 'awarded',
  competences: [
    {
      id: first!.id,
      verdict,
      mean: 2,
      observed: outcomes.length,
      criteria: outcomes.map((outcome, index) => ({ id: first!.criteria[index]!.id, outcome }))
    }
  ]
});

test('above « acquis » is strong, under it is to work on, at it is neither', () => {
  const [feedback] = feedbackOf(luxe, resultWith([agreed(2.5), agreed(2), agreed(1.5)]));
  expect(feedback!.strong).toEqual([first!.criteria[0]!.text]);
  expect(feedback!.toWork).toEqual([first!.criteria[2]!.text]);
});

test('what the panel decided replaces what jurors marked', () => {
  const decided: CriterionOutcome = { state: 'decided', value: 1, reason: 'Relu.', marks: [] };
  const [feedback] = feedbackOf(luxe, resultWith([decided]));
  expect(feedback!.toWork).toEqual([first!.criteria[0]!.text]);
});

test('a criterion that was not observed is nobody’s fault', () => {
  const [feedback] = feedbackOf(luxe, resultWith([{ state: 'not-observed', marks: [] }]));
  expect(feedback).toMatchObject({ strong: [], toWork: [] });
});

test('remarks are told once, without names, and empty ones not at all', () => {
  const [feedback] = feedbackOf(
    luxe,
    resultWith([agreed(2, 'Belle écoute.', ' '), agreed(2, 'Belle écoute.')])
  );
  expect(feedback!.comments).toEqual(['Belle écoute.']);
});

test('a result that is not settled is not told', () => {
  const pending = resultWith([], { state: 'pending', why: 'discrepancy' });
  expect(() => feedbackOf(luxe, pending)).toThrow('C1 is not settled yet');
});
