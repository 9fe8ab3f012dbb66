import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { luxe } from '#referential';
import { clashOf } from './clash.ts';
import { spanOf } from './span.ts';
import {
  daysFrom,
  declared,
  enrolmentId,
  jurorId,
  panelId,
  planned,
  sketchedFacts
} from './facts-testing.ts';
import type { SessionFacts, Sitting } from './model.ts';
import { minutesFor, planDay } from './plan.ts';
import { obstacles } from './readiness.ts';

const oral = new Set<string>(
  luxe.assessments.filter(({ durations }) => durations.form === 'oral').map(({ id }) => id)
);
const minute = 60_000;

/** Any session that a house may draw up: extra time, uneven panels, a few ties, any lunch. */
const sketch = fc.record({
  percents: fc.array(fc.constantFrom(100, 100, 133, 150, 200), { minLength: 1, maxLength: 9 }),
  jurors: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }),
  ties: fc.array(
    fc.record({
      juror: fc.nat(8),
      candidate: fc.nat(8),
      kind: fc.constantFrom('none' as const, 'trained' as const, 'related' as const)
    }),
    { maxLength: 6 }
  ),
  opensAt: fc.constantFrom('07:30', '08:30', '11:45'),
  closesAt: fc.constantFrom('17:00', '19:00', '23:30'),
  days: fc.integer({ min: 1, max: 10 }),
  lunch: fc.constantFrom(['12:00', '13:00'] as const, ['12:30', '14:00'] as const)
});

type Drawn = typeof sketch extends fc.Arbitrary<infer Value> ? Value : never;

function planOf({ opensAt, closesAt, lunch, days, ...rest }: Drawn) {
  const facts = sketchedFacts(rest);
  const shape = daysFrom([opensAt, closesAt], lunch, days);
  const { sittings, unplaced, late } = planDay(
    facts.referential,
    facts.enrolments,
    facts.panels,
    facts.conflicts,
    shape
  );
  return {
    facts,
    days: shape.days,
    unplaced,
    late,
    sittings: sittings.map((each) => ({ ...each, ...spanOf(each) }))
  };
}

const pairs = <T>(list: readonly T[]): [T, T][] =>
  list.flatMap((one, place) => list.slice(place + 1).map((other): [T, T] => [one, other]));

const holds = (property: (plan: ReturnType<typeof planOf>) => void) =>
  fc.assert(fc.property(sketch, (drawn) => property(planOf(drawn))));

describe('a planned day', () => {
  test('gives each candidate every assessment once, before one panel, but what it says is late', () =>
    holds(({ facts, sittings, unplaced, late }) => {
      const due = facts.enrolments.filter(({ id }) => !unplaced.includes(id));
      for (const { id } of facts.enrolments) {
        const own = sittings.filter((each) => each.enrolmentId === id);
        const given = own.map(({ assessmentId }) => assessmentId);
        expect(new Set(given).size).toBe(given.length);
        if (late === 0 && !unplaced.includes(id)) expect(given.length).toBe(8);
        expect(new Set(own.map((each) => each.panelId)).size).toBeLessThanOrEqual(1);
      }
      expect(sittings.length + late).toBe(due.length * luxe.assessments.length);
    }));

  test('never has a candidate in two places', () =>
    holds(({ facts, sittings }) => {
      for (const { id } of facts.enrolments)
        for (const [one, other] of pairs(sittings.filter((each) => each.enrolmentId === id)))
          expect(one.start < other.end && other.start < one.end).toBe(false);
    }));

  test('never has a panel hear two orals', () =>
    holds(({ facts, sittings }) => {
      for (const { id } of facts.panels) {
        const heard = sittings.filter((each) => each.panelId === id && oral.has(each.assessmentId));
        for (const [one, other] of pairs(heard))
          expect(one.oral < other.end && other.oral < one.end).toBe(false);
      }
    }));

  test('keeps lunch free, and stays between opening and closing of one day', () =>
    holds(({ days, sittings }) => {
      for (const { start, end } of sittings) {
        const within = days.filter(
          ({ opensAt, closesAt }) => start >= opensAt.getTime() && end <= closesAt.getTime()
        );
        expect(within.length).toBe(1);
        const { lunch } = within[0]!;
        expect(start < lunch.until.getTime() && end > lunch.from.getTime()).toBe(false);
      }
    }));

  test('says how many sittings find no hour, and none are late once there are days enough', () => {
    const facts = sketchedFacts({ percents: [100, 100, 100, 100, 100, 100], jurors: [2] });
    const lateIn = (days: number) =>
      planDay(
        facts.referential,
        facts.enrolments,
        facts.panels,
        facts.conflicts,
        daysFrom(['08:30', '19:00'], ['12:30', '13:30'], days)
      ).late;
    expect(lateIn(1)).toBeGreaterThan(0);
    expect(lateIn(2)).toBeLessThan(lateIn(1));
    expect(lateIn(4)).toBe(0);
  });

  test('stretches preparation and performance alike by the extra time granted', () =>
    holds(({ facts, sittings }) => {
      for (const sitting of sittings) {
        const { adaptations } = facts.enrolments.find(({ id }) => id === sitting.enrolmentId)!;
        const factor = (adaptations[0]?.percent ?? 100) / 100;
        const { durations } = luxe.assessments.find(({ id }) => id === sitting.assessmentId)!;
        const [before, long] =
          durations.form === 'oral'
            ? [durations.preparationMinutes, durations.oralMinutes]
            : [0, durations.writtenMinutes];
        expect(sitting.preparationMinutes).toBe(Math.ceil(before * factor));
        expect(sitting.performanceMinutes).toBe(Math.ceil(long * factor));
      }
    }));

  test('puts nobody before a juror who is tied to them, and leaves out only whom all are tied to', () =>
    holds(({ facts, sittings, unplaced }) => {
      const tied = (panel: SessionFacts['panels'][number], id: string) =>
        panel.members.some((member) =>
          facts.conflicts.some(
            (each) =>
              each.jurorId === member.jurorId && each.enrolmentId === id && each.kind !== 'none'
          )
        );
      for (const sitting of sittings) {
        const panel = facts.panels.find(({ id }) => id === sitting.panelId)!;
        expect(tied(panel, sitting.enrolmentId)).toBe(false);
      }
      for (const { id } of facts.enrolments)
        expect(unplaced.includes(id)).toBe(facts.panels.every((panel) => tied(panel, id)));
    }));

  test('never clashes with itself, as moves by hand see it', () =>
    holds(({ facts, sittings }) => {
      const kept = sittings.map((each, place) => ({ ...each, id: String(place) as Sitting['id'] }));
      for (const sitting of kept)
        expect(clashOf(sitting, { ...facts, sittings: kept })).toBeUndefined();
    }));
});

describe('a sitting moved by hand', () => {
  const facts = planned(sketchedFacts({ percents: [100, 100, 100], jurors: [2, 2] }));
  const of = (candidate: number, assessmentId: string): Sitting =>
    facts.sittings.find(
      (each) => each.enrolmentId === enrolmentId(candidate) && each.assessmentId === assessmentId
    )!;

  test('is refused where the candidate is busy, even preparing', () => {
    const writing = of(0, 'EC2');
    const moved = { ...of(0, 'MS1'), startsAt: new Date(writing.startsAt.getTime() + minute) };
    expect(clashOf(moved, facts)).toMatchObject({
      code: 'session.candidate-busy',
      message: { fr: expect.stringContaining('EC2') as string }
    });
  });

  test('is refused where its panel hears someone, and says whom', () => {
    // Candidates 0 and 2 share the first panel.
    const heard = spanOf(of(2, 'MS4')).oral;
    const moved = of(0, 'MS1');
    const startsAt = new Date(heard - moved.preparationMinutes * minute);
    const alone = { ...facts, sittings: [moved, of(2, 'MS4')] };
    expect(clashOf({ ...moved, startsAt }, alone)).toMatchObject({
      code: 'session.panel-busy',
      message: { fr: expect.stringContaining('Thị Martin-C') as string }
    });
  });

  test('is refused before a panel that is tied to the candidate', () => {
    const tied = { jurorId: jurorId(2), enrolmentId: enrolmentId(0), kind: 'employs' as const };
    const moved = { ...of(0, 'MS1'), panelId: panelId(1) };
    const alone = { ...facts, sittings: [moved], conflicts: [tied] };
    expect(clashOf(moved, alone)).toMatchObject({
      code: 'session.conflict',
      message: { fr: expect.stringContaining('Juré 2') as string }
    });
    expect(clashOf({ ...moved, panelId: panelId(0) }, alone)).toBeUndefined();
  });

  test('may begin the minute another ends', () => {
    const writing = spanOf(of(0, 'EC2'));
    const alone = { ...facts, sittings: [of(0, 'EC2'), of(0, 'MS1')] };
    expect(clashOf({ ...of(0, 'MS1'), startsAt: new Date(writing.end) }, alone)).toBeUndefined();
  });
});

describe('what stands in the way', () => {
  const ready = declared(planned(sketchedFacts({ percents: [100, 133], jurors: [2, 2] })));
  const said = (facts: SessionFacts) =>
    obstacles(facts).map(({ where, message }) => [where, message.fr]);

  test('is nothing once all is settled', () => {
    expect(said(ready)).toEqual([]);
  });

  test('is candidates and panels when there is nothing at all', () => {
    expect(said(sketchedFacts({ percents: [], jurors: [] })).map(([where]) => where)).toEqual([
      'candidates',
      'panels'
    ]);
  });

  test('is a panel below the policy’s number, counted without those who were removed', () => {
    const [first, ...others] = ready.panels;
    const [, leaver] = first!.members;
    const members = [first!.members[0]!, { ...leaver!, removed: true }];
    expect(said({ ...ready, panels: [{ ...first!, members }, ...others] })).toEqual([
      ['panels', 'Jury 1 compte 1 juré\u00a0: il en faut au moins 2.']
    ]);
  });

  test('is a president who does not sit', () => {
    expect(said({ ...ready, presidentId: null })).toEqual([
      ['panels', 'Aucun président n’est désigné parmi les jurés.']
    ]);
  });

  test('is a day without a plan, said once', () => {
    expect(said({ ...ready, sittings: [] })).toEqual([
      ['timetable', 'La journée n’est pas encore planifiée.']
    ]);
  });

  test('is one candidate left out of one assessment', () => {
    const sittings = ready.sittings.filter(
      (each) => !(each.enrolmentId === enrolmentId(0) && each.assessmentId === 'MS2')
    );
    expect(said({ ...ready, sittings })).toEqual([
      ['timetable', 'Inès Martin-A n’a pas de passage prévu à chaque évaluation.']
    ]);
  });

  test('is a plan that is older than the extra time it should follow', () => {
    const [first, ...others] = ready.enrolments;
    const late = {
      ...first!,
      adaptations: [{ kind: 'extra-time' as const, percent: 133, instruction: 'Tiers temps' }]
    };
    const paper = luxe.assessments.find(({ id }) => id === 'EC2')!;
    expect(minutesFor(luxe, late, paper.id).performanceMinutes).toBe(80);
    expect(said({ ...ready, enrolments: [late, ...others] })).toEqual([
      [
        'timetable',
        'Le temps prévu pour Inès Martin-A ne suit pas ses aménagements\u00a0: planifiez de nouveau la journée.'
      ]
    ]);
  });

  test('is each juror who has not said everything, and each tie with someone heard', () => {
    const facts = {
      ...ready,
      conflicts: ready.conflicts.flatMap((each) => {
        if (each.jurorId === jurorId(0)) return { ...each, kind: 'trained' as const };
        return each.jurorId === jurorId(1) ? [] : each;
      })
    };
    expect(said(facts)).toEqual([
      [
        'timetable',
        'Juré 0 a un lien déclaré avec Inès Martin-A\u00a0: confiez ce candidat à un autre jury.'
      ],
      ['panels', 'Juré 1 n’a pas encore dit si un lien l’unit à Inès Martin-A.']
    ]);
  });
});
