import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parisInstant } from '#platform/clock.ts';
import { clashOf } from './clash.ts';
import { spanOf } from './span.ts';
import { shiftsFor, type Delay } from './delay.ts';
import { declared, enrolmentId, panelId, planned, sketchedFacts } from './facts-testing.ts';
import type { SessionFacts, Sitting } from './model.ts';

const minute = 60_000;
const at = (time: string) => parisInstant('2026-11-25', time);

const anyDay = fc
  .record({
    percents: fc.array(fc.constantFrom(100, 100, 133), { minLength: 1, maxLength: 6 }),
    jurors: fc.array(fc.constant(2), { minLength: 1, maxLength: 3 }),
    now: fc.integer({ min: 0, max: 12 * 60 }),
    minutes: fc.integer({ min: 1, max: 90 }),
    ofPanel: fc.boolean(),
    who: fc.nat(5)
  })
  .map(({ percents, jurors, now, minutes, ofPanel, who }) => {
    const facts = planned(declared(sketchedFacts({ percents, jurors })));
    const delay: Delay = ofPanel
      ? { kind: 'panel', panelId: panelId(who % jurors.length), minutes }
      : { kind: 'candidate', enrolmentId: enrolmentId(who % percents.length), minutes };
    return { facts, delay, now: new Date(at('08:00').getTime() + now * minute) };
  });

const shifted = (facts: SessionFacts, shifts: { sitting: Sitting; startsAt: Date }[]) => ({
  ...facts,
  sittings: facts.sittings.map((each) => {
    const shift = shifts.find(({ sitting }) => sitting.id === each.id);
    return shift ? { ...each, startsAt: shift.startsAt } : each;
  })
});

const orderOf = (sittings: readonly Sitting[], key: 'panelId' | 'enrolmentId') =>
  [...Map.groupBy(sittings, (each) => each[key])].map(([id, own]) => [
    id,
    own
      .filter(({ preparationMinutes }) => key === 'enrolmentId' || preparationMinutes > 0)
      .toSorted((one, other) => spanOf(one).oral - spanOf(other).oral)
      .map((each) => each.id)
  ]);

describe('any delay, on any day', () => {
  const holds = (
    property: (day: {
      facts: SessionFacts;
      after: SessionFacts;
      shifts: { sitting: Sitting; startsAt: Date }[];
      delay: Delay;
      now: Date;
    }) => void
  ) =>
    fc.assert(
      fc.property(anyDay, ({ facts, delay, now }) => {
        const shifts = shiftsFor(facts, delay, now);
        fc.pre(shifts.ok);
        if (shifts.ok)
          property({
            facts,
            shifts: shifts.value,
            after: shifted(facts, shifts.value),
            delay,
            now
          });
      }),
      { numRuns: 300 }
    );

  test('nothing clashes afterwards', () => {
    holds(({ after }) => {
      for (const sitting of after.sittings) expect(clashOf(sitting, after)).toBeUndefined();
    });
  });

  test('who is being heard stays, and nobody is called earlier', () => {
    holds(({ shifts, now }) => {
      for (const { sitting, startsAt } of shifts) {
        expect(spanOf(sitting).oral).toBeGreaterThan(now.getTime());
        expect(startsAt > sitting.startsAt).toBe(true);
      }
    });
  });

  test('everyone keeps their turn', () => {
    holds(({ facts, after }) => {
      expect(orderOf(after.sittings, 'panelId')).toEqual(orderOf(facts.sittings, 'panelId'));
      expect(orderOf(after.sittings, 'enrolmentId')).toEqual(
        orderOf(facts.sittings, 'enrolmentId')
      );
    });
  });

  test('no start could be earlier: one minute less, and something clashes or the late one is not back', () => {
    holds(({ after, shifts, delay }) => {
      for (const { sitting, startsAt } of shifts) {
        const earlier = { ...sitting, startsAt: new Date(startsAt.getTime() - minute) };
        const isLate =
          delay.kind === 'panel'
            ? sitting.panelId === delay.panelId
            : sitting.enrolmentId === delay.enrolmentId;
        if (!isLate) expect(clashOf(earlier, after)).toBeDefined();
      }
    });
  });
});

describe('one panel, two candidates', () => {
  const facts = planned(declared(sketchedFacts({ percents: [100, 100], jurors: [2] })));
  const orals = facts.sittings
    .filter(({ preparationMinutes }) => preparationMinutes > 0)
    .toSorted((one, other) => spanOf(one).oral - spanOf(other).oral);

  test('a panel that is hearing someone finishes first, then is late', () => {
    const first = spanOf(orals[0]!);
    const second = orals.find((each) => spanOf(each).start > first.oral)!;
    const now = new Date(first.oral + minute);
    const shifts = shiftsFor(facts, { kind: 'panel', panelId: panelId(0), minutes: 90 }, now);
    if (!shifts.ok) throw new Error(shifts.error.code);
    const shift = shifts.value.find(({ sitting }) => sitting.id === second.id)!;
    expect(spanOf({ ...second, startsAt: shift.startsAt }).oral).toBeGreaterThanOrEqual(
      first.end + 90 * minute
    );
  });

  test('a delay that the day’s gaps absorb moves nothing', () => {
    const evening = { kind: 'panel', panelId: panelId(0), minutes: 5 } as const;
    expect(shiftsFor(facts, evening, at('07:00'))).toEqual({ ok: true, value: [] });
  });

  test('a candidate who would miss a paper is named, and nothing moves', () => {
    const paper = facts.sittings.find(({ assessmentId }) => assessmentId === 'EC3')!;
    const early = {
      ...facts,
      sittings: facts.sittings.map((each) =>
        each.id === paper.id ? { ...each, startsAt: at('20:00') } : each
      )
    };
    const long = { kind: 'panel', panelId: panelId(0), minutes: 600 } as const;
    expect(shiftsFor(early, long, at('10:55'))).toMatchObject({
      ok: false,
      error: { code: 'session.delay-too-long', message: { fr: /EC3/ } }
    });
  });
});
