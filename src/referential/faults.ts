import type { z } from 'zod';
import type { Phrase } from '#platform/language.ts';
import { expectations, faultMessages as say } from './messages.ts';
import type { Referential } from './schema.ts';

/** One thing wrong in a certification file: where (« competences[2].id »; empty: the whole), and what. */
export interface Fault {
  path: string;
  message: Phrase;
}

type Place = readonly PropertyKey[];

/** What a part must be told about its place by a check across the whole. */
export interface Inconsistency {
  place: (string | number)[];
  message: Phrase;
}

const written = (place: Place): string =>
  place.reduce<string>((path, step) => {
    if (typeof step === 'number') return `${path}[${step}]`;
    return path === '' ? String(step) : `${path}.${String(step)}`;
  }, '');

const isPhrase = (value: unknown): value is Phrase =>
  typeof value === 'object' && value !== null && 'fr' in value && 'en' in value;

const expected = (name: string): Phrase =>
  name in expectations ? expectations[name as keyof typeof expectations] : expectations.known;

/** Says a fault that Zod found, as sentences; one issue may name several unknown fields. */
export function describeIssue(issue: z.core.$ZodIssue): Fault[] {
  const path = written(issue.path);
  const fault = (message: Phrase): Fault[] => [{ path, message }];
  switch (issue.code) {
    case 'invalid_type':
      if (path === '') return fault(say.notAReferential());
      if (issue.input === undefined) return fault(say.missing(path));
      return fault(say.notAsExpected(path, expected(issue.expected)));
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const field = written([...issue.path, key]);
        return { path: field, message: say.unknownField(field) };
      });
    case 'invalid_value':
      if (issue.input === undefined) return fault(say.missing(path));
      return fault(say.notOneOf(path, issue.values));
    case 'invalid_union':
      return 'options' in issue && issue.options
        ? fault(say.notOneOf(path, issue.options))
        : fault(say.notAsExpected(path, expectations.known));
    case 'too_small':
      if (issue.origin === 'array') return fault(say.wrongCount(path, Number(issue.minimum)));
      return fault(say.tooSmall(path, Number(issue.minimum)));
    case 'too_big':
      if (issue.origin === 'array') return fault(say.wrongCount(path, Number(issue.maximum)));
      return fault(say.tooBig(path, Number(issue.maximum)));
    case 'custom':
      if (isPhrase(issue.params?.message)) return fault(issue.params.message);
      if (isPhrase(issue.params?.expected))
        return fault(say.notAsExpected(path, issue.params.expected));
      return fault(say.notAsExpected(path, expectations.known));
    default:
      return fault(say.notAsExpected(path, expectations.known));
  }
}

const repeated = <Id extends string>(ids: readonly Id[]): Id[] => [
  ...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))
];

/** What contradicts itself in a certification whose every field has the right form. */
export function inconsistencies(referential: Referential): Inconsistency[] {
  const { competences, assessments } = referential;
  const found: Inconsistency[] = [];
  const add = (message: Phrase, ...place: (string | number)[]) => found.push({ place, message });

  if (referential.objectives.length === 0) add(say.noObjective(), 'objectives');
  if (competences.length === 0) add(say.noCompetence(), 'competences');
  for (const id of repeated(competences.map((competence) => competence.id)))
    add(say.duplicateCompetence(id), 'competences');
  for (const id of repeated(assessments.map((assessment) => assessment.id)))
    add(say.duplicateAssessment(id), 'assessments');
  for (const id of repeated(competences.flatMap(({ criteria }) => criteria.map((each) => each.id))))
    add(say.duplicateCriterion(id), 'competences');

  competences.forEach(({ id, criteria }, at) => {
    if (criteria.length === 0) add(say.noCriteria(id), 'competences', at, 'criteria');
    criteria.forEach((criterion, place) => {
      if (!criterion.id.startsWith(`${id}.`))
        add(say.misplacedCriterion(criterion.id, id), 'competences', at, 'criteria', place, 'id');
    });
    const assessedBy = assessments.flatMap((assessment) =>
      assessment.competences.filter((each) => each === id).map(() => assessment.id)
    );
    if (assessedBy.length === 0) add(say.neverAssessed(id), 'competences', at);
    if (assessedBy.length > 1) add(say.assessedTwice(id, assessedBy), 'competences', at);
  });

  const known = new Set(competences.map((competence) => competence.id));
  assessments.forEach((assessment, at) => {
    if (assessment.instructions.length === 0)
      add(say.noInstructions(assessment.id), 'assessments', at, 'instructions');
    if (assessment.competences.length === 0)
      add(say.nothingAssessed(assessment.id), 'assessments', at, 'competences');
    assessment.competences.forEach((id, place) => {
      if (!known.has(id))
        add(say.unknownCompetence(assessment.id, id), 'assessments', at, 'competences', place);
    });
  });
  return found;
}
