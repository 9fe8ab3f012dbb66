import { beforeAll, describe, expect, test } from 'vitest';
import { check } from './check.ts';
import type { Violation } from './check.ts';
import { violationSentence } from './messages.ts';
import type { Plan, Problem, ProblemInput, Sitting } from './model.ts';
import { solve } from './solve.ts';
import { day, smallProblem } from './testing.ts';

const assessments = [
  { id: 'MS1', kind: 'oral', preparation: { minutes: 10 }, minutes: 20 },
  { id: 'MS2', kind: 'oral', preparation: { minutes: 10 }, minutes: 20, after: ['MS1'] },
  { id: 'EC2', kind: 'written', minutes: 60, starts: [`${day}T09:00`] }
] satisfies ProblemInput['assessments'];

const problem = smallProblem({
  assessments,
  candidates: [
    { id: 'Ada', adaptation: { aloneForWritten: true } },
    {
      id: 'Béa',
      name: 'Béatrice',
      adaptation: { stepFreeRoom: true },
      availability: [{ from: `${day}T09:00`, to: `${day}T16:30` }]
    }
  ],
  jurors: [
    { id: 'Zoé', availability: [{ from: `${day}T09:00`, to: `${day}T16:30` }] },
    { id: 'Yan', conflicts: ['Béa'] }
  ],
  panels: [
    { id: 'A', name: 'Jury A', jurors: ['Zoé'] },
    { id: 'B', name: 'Jury B', jurors: ['Yan'], assessments: ['MS1'] }
  ],
  rooms: [
    { id: 'Salon', kind: 'oral' },
    { id: 'Escalier', kind: 'oral', stepFree: false },
    { id: 'Serre', kind: 'oral', availability: [{ from: `${day}T09:00`, to: `${day}T09:30` }] },
    { id: 'Étude', kind: 'preparation', capacity: 1 },
    { id: 'Galerie', kind: 'written', capacity: 20 },
    { id: 'Cabinet', kind: 'written', capacity: 1 }
  ]
});

let plan: Plan;
beforeAll(async () => {
  const outcome = await solve(problem, { rounds: 100 });
  if (outcome.status !== 'planned') throw new Error(outcome.status);
  plan = outcome.plan;
});

/** The kinds of fault found once some sittings are changed. */
function faults(change: (sitting: Sitting) => Partial<Sitting>, of: Problem = problem) {
  const sittings = plan.sittings.map((sitting) => ({ ...sitting, ...change(sitting) }));
  return new Set(check(of, { ...plan, sittings }).map(({ kind }) => kind));
}

const is = (sitting: Sitting, candidate: string, assessment: string) =>
  sitting.candidate === candidate && sitting.assessment === assessment;

const at = (from: string, start: string, end: string) => ({
  preparationStart: `${day}T${from}`,
  start: `${day}T${start}`,
  end: `${day}T${end}`
});

describe('the checker', () => {
  test('finds nothing to say of a good plan', () => {
    expect(check(problem, plan)).toEqual([]);
  });

  test.each([
    [
      'a length that is not the candidate’s',
      'wrong-length',
      'Béa',
      'MS1',
      at('14:00', '14:10', '14:35')
    ],
    ['a time off the grid', 'off-grid', 'Ada', 'MS2', at('14:02', '14:12', '14:32')],
    ['a time out of hours', 'outside-days', 'Ada', 'MS2', at('16:40', '16:50', '17:10')],
    ['an absent candidate', 'candidate-away', 'Béa', 'MS2', at('16:20', '16:30', '16:50')],
    ['an absent juror', 'juror-away', 'Ada', 'MS2', at('16:20', '16:30', '16:50')],
    ['a slot not allowed', 'start-not-allowed', 'Ada', 'EC2', at('13:00', '13:00', '14:00')],
    ['papers not begun together', 'not-together', 'Ada', 'EC2', at('13:00', '13:00', '14:00')],
    ['two things at once', 'candidate-overlap', 'Ada', 'MS2', at('09:10', '09:20', '09:40')],
    ['no rest', 'candidate-rest', 'Ada', 'MS1', at('10:00', '10:10', '10:30')],
    ['a wrong order', 'out-of-order', 'Ada', 'MS1', at('16:00', '16:10', '16:30')],
    ['no panel', 'panel-missing', 'Ada', 'MS1', { panel: null }],
    ['a needless panel', 'panel-needless', 'Ada', 'EC2', { panel: 'A' }],
    ['a panel that does not hear it', 'panel-not-entitled', 'Ada', 'MS2', { panel: 'B' }],
    ['a conflict of interest', 'conflict-of-interest', 'Béa', 'MS1', { panel: 'B' }],
    ['a room of another kind', 'room-kind', 'Ada', 'MS1', { room: 'Galerie' }],
    ['a room that is closed', 'room-away', 'Ada', 'MS1', { room: 'Serre' }],
    ['steps', 'room-steps', 'Béa', 'MS1', { room: 'Escalier' }],
    ['company for who writes alone', 'room-shared', 'Ada', 'EC2', { room: 'Galerie' }],
    ['an unsupervised preparation', 'preparation-room', 'Ada', 'MS1', { preparationRoom: null }],
    ['an unknown room', 'unknown', 'Ada', 'MS1', { room: 'Cave' }]
  ] satisfies [string, Violation['kind'], string, string, Partial<Sitting>][])(
    'finds %s',
    (_, kind, candidate, assessment, change) => {
      expect(faults((sitting) => (is(sitting, candidate, assessment) ? change : {}))).toContain(
        kind
      );
    }
  );

  test('finds two candidates before one juror, in one room, and in one seat', () => {
    const same = at('13:40', '13:50', '14:10');
    const found = faults((sitting) =>
      sitting.assessment === 'MS1' ? { ...same, panel: 'A', room: 'Salon' } : {}
    );
    expect([...found]).toEqual(expect.arrayContaining(['juror-overlap', 'room-full']));
  });

  test('finds a sitting that is missing, one too many, and one that is not due', () => {
    const kinds = (sittings: Sitting[], of = problem) =>
      check(of, { ...plan, sittings }).map(({ kind }) => kind);
    expect(kinds(plan.sittings.slice(1))).toContain('missing');
    expect(kinds([...plan.sittings, plan.sittings[0]!])).toContain('repeated');
    const resit = {
      ...problem,
      candidates: problem.candidates.map((one) => ({ ...one, assessments: ['MS1', 'MS2'] }))
    };
    expect(kinds(plan.sittings, resit)).toContain('not-theirs');
  });

  test('finds that nobody lunches', () => {
    const noTime = { lunch: { from: '09:00', to: '11:00', minutes: 115 } };
    const kinds = faults(() => ({}), { ...problem, rules: { ...problem.rules, ...noTime } });
    expect([...kinds]).toEqual(expect.arrayContaining(['candidate-lunch']));
  });

  test('finds jurors without a pause', () => {
    const rules = { ...problem.rules, jurorBreak: { after: 30, minutes: 60 } };
    const close = { Ada: at('13:30', '13:40', '14:00'), Béa: at('13:50', '14:00', '14:20') };
    const kinds = faults(
      (sitting) => (sitting.assessment === 'MS1' ? close[sitting.candidate as 'Ada' | 'Béa'] : {}),
      { ...problem, rules }
    );
    expect(kinds).toContain('juror-break');
  });

  test('recomputes the objective, and refuses a bound above it', () => {
    const objective = { ...plan.objective, total: plan.objective.total - 1 };
    expect(check(problem, { ...plan, objective }).map(({ kind }) => kind)).toContain(
      'wrong-objective'
    );
    const bound = plan.objective.total + 1;
    expect(check(problem, { ...plan, bound }).map(({ kind }) => kind)).toEqual(['wrong-bound']);
  });
});

test('a fault is said in a clear sentence', () => {
  const violation: Violation = {
    kind: 'conflict-of-interest',
    panel: 'B',
    juror: 'Yan',
    candidate: 'Béa'
  };
  expect(violationSentence(problem, violation).fr).toBe(
    'Béatrice ne peut pas passer devant Jury B\u00a0: Yan est en conflit d’intérêts avec ce candidat.'
  );
});
