import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allCriteria,
  assessmentOf,
  luxe,
  parseReferential,
  type AssessmentId,
  type CriterionId,
  type Level,
  type Referential
} from '#referential';
import { award, type CandidateResult, type Dossier, type FinalMark } from './award.ts';

const tiny = parsed('src/referential/fixtures/tiny.json');

function parsed(file: string): Referential {
  const result = parseReferential(JSON.parse(readFileSync(file, 'utf8')));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const everyAssessment = ({ assessments }: Referential) =>
  new Set<AssessmentId>(assessments.map(({ id }) => id));

const mark = (jurorId: string, criterionId: CriterionId, level: Level | null): FinalMark => ({
  jurorId,
  criterionId,
  level,
  comment: level === null ? 'Le temps a manqué.' : ''
});

/** A dossier whose sheets are all in, marked by two jurors: `levelOf` says how. */
function dossier(
  levelOf: (criterionId: CriterionId, juror: number) => Level | null,
  more: Partial<Dossier> = {},
  referential = luxe
): Dossier {
  return {
    marks: allCriteria(referential).flatMap(({ id }) =>
      [0, 1].map((juror) => mark(`juror-${juror}`, id, levelOf(id, juror)))
    ),
    complete: everyAssessment(referential),
    missed: new Set(),
    disputed: new Set(),
    decisions: [],
    kept: new Set(),
    ...more
  };
}

const verdictOn = ({ competences }: CandidateResult, id: string) =>
  competences.find((each) => each.id === id)!.verdict;

/** A competence of each size, so that a half or a third of one can be taken. */
const sizes = new Map(luxe.competences.map((each) => [each.criteria.length, each]));
const withCriteria = (wanted: (count: number) => boolean) => {
  const found = [...sizes].find(([count]) => wanted(count));
  if (!found) throw new Error('The référentiel has no competence of this size');
  return found[1];
};

describe('the award', () => {
  test('« acquis » everywhere awards the certification', () => {
    const result = award(
      luxe,
      dossier(() => 2)
    );
    expect(result.outcome).toBe('awarded');
    expect(result.competences).toHaveLength(12);
    expect(result.competences.every(({ mean }) => mean === 2)).toBe(true);
  });

  test('a single zero agreed on refuses its competence, however high its mean', () => {
    const [{ id, criteria }] = luxe.competences as [(typeof luxe.competences)[number]];
    const result = award(
      luxe,
      dossier((each) => (each === criteria[0]!.id ? 0 : 3))
    );
    expect(result.outcome).toBe('refused');
    expect(verdictOn(result, id)).toEqual({ state: 'not-validated', by: 'marks' });
  });

  test('a mean of 2.0 to the hair validates, one step below it does not', () => {
    const target = withCriteria((count) => count % 2 === 0);
    const place = (id: CriterionId) => target.criteria.findIndex((each) => each.id === id);
    const around = (id: CriterionId): Level => (place(id) < 0 ? 2 : place(id) % 2 === 0 ? 1 : 3);
    const exact = award(luxe, dossier(around));
    expect(verdictOn(exact, target.id)).toEqual({ state: 'validated', by: 'marks' });
    const lower = award(
      luxe,
      dossier((id, juror) => (place(id) === 1 && juror === 1 ? 2 : around(id)))
    );
    expect(verdictOn(lower, target.id)).toEqual({ state: 'not-validated', by: 'marks' });
  });

  test('two levels between jurors must be settled, and the decision replaces both', () => {
    const target = luxe.competences[0]!.criteria[0]!.id;
    const apart = dossier((id, juror) => (id === target && juror === 0 ? 1 : 3));
    const open = award(luxe, apart);
    expect(open.outcome).toBe('pending');
    expect(verdictOn(open, 'C1')).toEqual({ state: 'pending', why: 'discrepancy' });

    const reason = 'Relu ensemble.';
    const settled = award(luxe, {
      ...apart,
      decisions: [{ on: 'criterion', criterionId: target, level: 3, reason }]
    });
    expect(settled.outcome).toBe('awarded');
    const { outcome } = settled.competences[0]!.criteria[0]!;
    expect(outcome).toMatchObject({ state: 'decided', value: 3, reason });
    expect(outcome.state !== 'missing' && outcome.marks).toHaveLength(2);
  });

  test('one level between jurors is a mean, not a discrepancy', () => {
    const result = award(
      luxe,
      dossier((_, juror) => (juror === 0 ? 2 : 3))
    );
    expect(result.competences.map(({ mean }) => mean)).toEqual(Array(12).fill(2.5));
  });

  test('« non observé » by one juror leaves the other’s level', () => {
    const result = award(
      luxe,
      dossier((_, juror) => (juror === 0 ? null : 2))
    );
    expect(result.outcome).toBe('awarded');
  });

  test.each([
    ['exactly a third', 0, { state: 'validated', by: 'marks' }],
    ['one criterion more', 1, { state: 'pending', why: 'too-little-observed' }]
  ])('%s not observed', (_, extra, verdict) => {
    const { id, criteria } = withCriteria((count) => count % 3 === 0);
    const unseen = new Set(criteria.slice(0, criteria.length / 3 + extra).map((each) => each.id));
    const result = award(
      luxe,
      dossier((each) => (unseen.has(each) ? null : 2))
    );
    expect(verdictOn(result, id)).toEqual(verdict);
  });

  test('the panel decides where too little was observed, and only there', () => {
    const [first] = luxe.competences;
    const said = { on: 'competence', competenceId: first!.id, reason: 'Vu ailleurs.' } as const;
    const unseen = dossier((id) => (first!.criteria.some((each) => each.id === id) ? null : 2));
    for (const validated of [true, false]) {
      const result = award(luxe, { ...unseen, decisions: [{ ...said, validated }] });
      expect(verdictOn(result, first!.id)).toEqual({
        state: validated ? 'validated' : 'not-validated',
        by: 'panel',
        reason: said.reason
      });
    }
    const seen = award(
      luxe,
      dossier(() => 2, { decisions: [{ ...said, validated: false }] })
    );
    expect(seen.outcome).toBe('awarded');
  });

  test('an assessment that was not sat refuses without waiting for anyone', () => {
    const ms1 = assessmentOf(luxe, luxe.assessments[0]!.competences[0]!).id;
    const complete = everyAssessment(luxe);
    complete.delete(ms1);
    const result = award(
      luxe,
      dossier(() => 3, { complete, missed: new Set([ms1]) })
    );
    expect(result.outcome).toBe('refused');
    expect(
      result.competences.filter(({ verdict }) => verdict.state === 'missed').map(({ id }) => id)
    ).toEqual(luxe.assessments[0]!.competences);
  });

  test('jurors who do not agree that the candidate came leave it to the panel', () => {
    const [{ id: assessmentId, competences }] = luxe.assessments as [
      (typeof luxe.assessments)[number]
    ];
    const complete = everyAssessment(luxe);
    complete.delete(assessmentId);
    const disputed = dossier(() => 3, { complete, disputed: new Set([assessmentId]) });
    const open = award(luxe, disputed);
    for (const id of competences)
      expect(verdictOn(open, id)).toEqual({ state: 'pending', why: 'attendance' });
    const decisions = competences.map((competenceId) => ({
      on: 'competence' as const,
      competenceId,
      validated: true,
      reason: 'Présent : l’autre juré s’est trompé de ligne.'
    }));
    expect(award(luxe, { ...disputed, decisions }).outcome).toBe('awarded');
  });

  test('a competence kept from an earlier session needs no sheet, and cannot be lost', () => {
    const kept = new Set([luxe.competences[0]!.id]);
    const none = new Set(luxe.competences[0]!.criteria.map(({ id }) => id));
    const result = award(
      luxe,
      dossier((id) => (none.has(id) ? 0 : 2), { kept })
    );
    expect(verdictOn(result, luxe.competences[0]!.id)).toEqual({ state: 'kept' });
    expect(result.outcome).toBe('awarded');
  });

  test('a sheet that is not in leaves the result pending', () => {
    const result = award(
      luxe,
      dossier(() => 3, { complete: new Set() })
    );
    expect(result.outcome).toBe('pending');
    expect(verdictOn(result, 'C1')).toEqual({ state: 'pending', why: 'sheets-missing' });
  });
});

describe('the policy is data', () => {
  test('another certification sets its own line, takes a zero and waits for half unseen', () => {
    const [first] = allCriteria(tiny);
    const marks = (level: Level) => dossier((id) => (id === first!.id ? 0 : level), {}, tiny);
    expect(tiny.policy).toMatchObject({ competenceMean: 1.5, noZero: false });
    const high = award(tiny, marks(3));
    const { criteria } = tiny.competences[0]!;
    const mean = (3 * (criteria.length - 1)) / criteria.length;
    expect(high.competences[0]!.verdict.state).toBe(mean >= 1.5 ? 'validated' : 'not-validated');
    expect(
      award(
        luxe,
        dossier((id) => (id === 'C1.1' ? 0 : 3))
      ).outcome
    ).toBe('refused');
  });
});

describe('laws', () => {
  const levels = fc.constantFrom<Level | null>(0, 1, 2, 3, null);
  /** A whole grid of two jurors: 160 marks, mostly plausible. */
  const grids = fc.array(
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom<Level | null>(2, 3) }, levels),
    { minLength: 160, maxLength: 160 }
  );
  const places = new Map(allCriteria(luxe).map(({ id }, place) => [id, place]));
  const fromGrid = (grid: readonly (Level | null)[]) =>
    dossier((id, juror) => grid[2 * places.get(id)! + juror]!);

  test('the order of marks and of jurors does not matter', () => {
    fc.assert(
      fc.property(grids, fc.infiniteStream(fc.nat()), (grid, keys) => {
        const whole = fromGrid(grid);
        const shuffled = whole.marks
          .map((each) => ({ each, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
        const told = ({ outcome, competences }: CandidateResult) => ({
          outcome,
          competences: competences.map(({ id, verdict, mean, observed }) => ({
            id,
            verdict,
            observed,
            mean: mean?.toFixed(9)
          }))
        });
        expect(told(award(luxe, { ...whole, marks: shuffled }))).toEqual(told(award(luxe, whole)));
      }),
      { numRuns: 60 }
    );
  });

  test('a better level never takes a validated competence away: it may only have to be settled', () => {
    fc.assert(
      fc.property(grids, fc.nat(159), (grid, place) => {
        const level = grid[place];
        fc.pre(level !== null && level !== undefined && level < 3);
        const raised = grid.with(place, (level + 1) as Level);
        const before = award(luxe, fromGrid(grid));
        const after = award(luxe, fromGrid(raised));
        before.competences.forEach(({ id, verdict }) => {
          if (verdict.state === 'validated')
            expect(['validated', 'pending']).toContain(verdictOn(after, id).state);
        });
      }),
      { numRuns: 200 }
    );
  });

  test('awarded says all twelve, refused says which, pending says why', () => {
    fc.assert(
      fc.property(grids, (grid) => {
        const { outcome, competences } = award(luxe, fromGrid(grid));
        const states = competences.map(({ verdict }) => verdict.state);
        if (outcome === 'awarded') expect(new Set(states)).toEqual(new Set(['validated']));
        if (outcome === 'refused') {
          expect(states).toContain('not-validated');
          expect(states).not.toContain('pending');
        }
        if (outcome === 'pending') expect(states).toContain('pending');
        for (const { mean, observed, criteria } of competences) {
          expect(mean === null).toBe(observed === 0);
          if (mean !== null) expect(mean >= 0 && mean <= 3).toBe(true);
          expect(observed).toBeLessThanOrEqual(criteria.length);
        }
      }),
      { numRuns: 100 }
    );
  });

  test('it is settled once the panel has a word on all that is open', () => {
    fc.assert(
      fc.property(grids, (grid) => {
        const whole = fromGrid(grid);
        const reason = 'Relu ensemble.';
        const onCriteria = allCriteria(luxe).map(({ id }) => ({
          on: 'criterion' as const,
          criterionId: id,
          level: 1 as Level,
          reason
        }));
        const { outcome } = award(luxe, { ...whole, decisions: onCriteria });
        expect(outcome).toBe('refused');
      }),
      { numRuns: 20 }
    );
  });
});
