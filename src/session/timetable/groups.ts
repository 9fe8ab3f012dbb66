import type { Candidate, Problem } from './model.ts';

/** A set of constraints that can be lifted together. */
export type Group =
  | { kind: 'juror-conflicts' | 'juror-availability'; id: string }
  | { kind: 'candidate-availability' | 'adaptation'; id: string }
  | { kind: 'panel-assessments'; id: string }
  | { kind: 'starts' | 'order' | 'together'; id: string }
  | { kind: 'oral-rooms' | 'preparation-rooms' | 'written-rooms' }
  | { kind: 'lunch' | 'rest' | 'hours' };

/** The constraints of a problem, those that are easiest to live without first. */
export function familiesOf(problem: Problem): Group[][] {
  const { candidates, jurors, panels, assessments } = problem;
  const collective = assessments.filter((one) => one.kind === 'written');
  const families: Group[][] = [
    [{ kind: 'rest' }],
    [{ kind: 'lunch' }],
    assessments.filter((one) => one.after.length > 0).map(({ id }) => ({ kind: 'order', id })),
    collective.filter((one) => one.starts).map(({ id }) => ({ kind: 'starts', id })),
    collective.filter((one) => one.together).map(({ id }) => ({ kind: 'together', id })),
    [{ kind: 'preparation-rooms' }],
    [{ kind: 'written-rooms' }],
    [{ kind: 'oral-rooms' }],
    candidates.filter(isAdapted).map(({ id }) => ({ kind: 'adaptation', id })),
    candidates
      .filter((one) => one.availability)
      .map(({ id }) => ({ kind: 'candidate-availability', id })),
    jurors
      .filter((one) => one.conflicts.length > 0)
      .map(({ id }) => ({ kind: 'juror-conflicts', id })),
    panels.filter((one) => one.assessments).map(({ id }) => ({ kind: 'panel-assessments', id })),
    jurors.filter((one) => one.availability).map(({ id }) => ({ kind: 'juror-availability', id })),
    [{ kind: 'hours' }]
  ];
  return families.filter((family) => family.length > 0);
}

const isAdapted = ({ adaptation }: Candidate): boolean =>
  Object.values(adaptation).some((value) => value !== 0 && value !== false);

const plainAdaptation = {
  extraTimeRatio: 0,
  breakPerHour: 0,
  minimumRest: 0,
  stepFreeRoom: false,
  aloneForWritten: false
};

/** The problem without a group of constraints. */
export function lift(problem: Problem, group: Group): Problem {
  const change = <T extends { id: string }>(things: readonly T[], changes: Partial<T>): T[] =>
    things.map((thing) =>
      'id' in group && thing.id === group.id ? { ...thing, ...changes } : thing
    );
  const { candidates, jurors, panels, assessments, rules, days } = problem;
  switch (group.kind) {
    case 'juror-conflicts':
      return { ...problem, jurors: change(jurors, { conflicts: [] }) };
    case 'juror-availability':
      return { ...problem, jurors: change(jurors, { availability: undefined }) };
    case 'candidate-availability':
      return { ...problem, candidates: change(candidates, { availability: undefined }) };
    case 'adaptation':
      return { ...problem, candidates: change(candidates, { adaptation: plainAdaptation }) };
    case 'panel-assessments':
      return { ...problem, panels: change(panels, { assessments: undefined }) };
    case 'starts':
      return { ...problem, assessments: change(assessments, { starts: undefined }) };
    case 'order':
      return { ...problem, assessments: change(assessments, { after: [] }) };
    case 'together':
      return { ...problem, assessments: change(assessments, { together: false }) };
    case 'oral-rooms':
      return withPlentyOf(problem, 'oral');
    case 'preparation-rooms':
      return withPlentyOf(problem, 'preparation');
    case 'written-rooms':
      return withPlentyOf(problem, 'written');
    case 'lunch':
      return { ...problem, rules: { ...rules, lunch: null } };
    case 'rest':
      return { ...problem, rules: { ...rules, minimumRest: 0, jurorBreak: null } };
    case 'hours':
      return { ...problem, days: days.map(({ date }) => ({ date, from: '00:00', to: '23:59' })) };
  }
}

function withPlentyOf(problem: Problem, kind: 'oral' | 'preparation' | 'written'): Problem {
  const seats = problem.candidates.length;
  const extra = Array.from({ length: seats }, (_, place) => ({
    id: `${kind} ${place}`,
    kind,
    capacity: seats,
    stepFree: true
  }));
  return { ...problem, rooms: [...problem.rooms, ...extra] };
}
