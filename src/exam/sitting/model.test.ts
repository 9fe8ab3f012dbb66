import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parisInstant } from '#platform/clock.ts';
import {
  allowanceOf,
  closesAt,
  graceMs,
  mayFollow,
  minute,
  stateAt,
  type SittingEvent,
  type SittingFact
} from './model.ts';

const began = parisInstant('2026-11-25', '09:00');
const after = (minutes: number) => new Date(began.getTime() + minutes * minute);

/** Facts told at minutes of the sitting, in order. */
const told = (...facts: [number, SittingFact][]): SittingEvent[] =>
  facts.map(([minutes, fact], index) => ({ place: index + 1, at: after(minutes), by: 'x', fact }));

const entered: [number, SittingFact][] = [
  [-10, { kind: 'arrived', device: 'd' }],
  [-5, { kind: 'admitted' }],
  [0, { kind: 'started', countedFrom: began.toISOString() }]
];
const hour = allowanceOf(60, 1, false);

describe('the time of a sitting', () => {
  test('is the référentiel’s, and a third more for who was granted it, to a whole minute', () => {
    expect(allowanceOf(60, 1, false)).toEqual({ workMs: 60 * minute, breakMs: 0 });
    expect(allowanceOf(60, 1.33, false).workMs).toBe(80 * minute);
    expect(allowanceOf(60, 1, true).breakMs).toBe(10 * minute);
  });

  test('ends by itself, and leaves a minute to the network', () => {
    const events = told(...entered);
    expect(stateAt(events, hour, after(59))).toMatchObject({ kind: 'running', endsAt: after(60) });
    const over = stateAt(events, hour, after(60));
    expect(over).toEqual({ kind: 'ended', startedAt: began, at: after(60), by: 'time' });
    expect(closesAt(over)).toEqual(new Date(after(60).getTime() + graceMs));
  });

  test('lasts as long through the night when clocks change', () => {
    for (const [day, time] of [
      ['2026-10-25', '01:30'],
      ['2027-03-28', '01:30']
    ] as const) {
      const start = parisInstant(day, time);
      const events = [
        {
          place: 1,
          at: start,
          by: 'x',
          fact: { kind: 'started', countedFrom: start.toISOString() }
        }
      ] satisfies SittingEvent[];
      expect(stateAt(events, hour, start)).toMatchObject({
        endsAt: new Date(start.getTime() + 60 * minute)
      });
    }
  });

  test('of a late arrival is what is left to the room, and minutes may be given back', () => {
    const late = told(
      [15, { kind: 'arrived', device: 'd' }],
      [16, { kind: 'admitted' }],
      [17, { kind: 'started', countedFrom: began.toISOString() }]
    );
    expect(stateAt(late, hour, after(20))).toMatchObject({ endsAt: after(60) });
    const given = [...late, ...told([30, { kind: 'given-back', minutes: 10, reason: 'grève' }])];
    expect(stateAt(given, hour, after(40))).toMatchObject({ endsAt: after(70) });
  });

  test('given back after the end opens the paper again', () => {
    const events = told(...entered, [61, { kind: 'given-back', minutes: 5, reason: 'panne' }]);
    expect(stateAt(events, hour, after(61))).toMatchObject({ kind: 'running', endsAt: after(65) });
  });

  test('stands still during a pause, however long', () => {
    const paused = told(...entered, [20, { kind: 'paused', reason: 'alarme' }]);
    expect(stateAt(paused, hour, after(500))).toMatchObject({
      kind: 'paused',
      leftMs: 40 * minute
    });
    const resumed = [...paused, ...told([500, { kind: 'resumed' }])];
    expect(stateAt(resumed, hour, after(501))).toMatchObject({ endsAt: after(540) });
  });

  test('runs again by itself when a break has been taken whole', () => {
    const rests = allowanceOf(60, 1, true);
    const events = told(...entered, [20, { kind: 'break-began' }]);
    expect(stateAt(events, rests, after(29))).toMatchObject({
      kind: 'paused',
      cause: { by: 'candidate', until: after(30) }
    });
    const back = stateAt(events, rests, after(35));
    expect(back).toMatchObject({ kind: 'running', endsAt: after(70), breakLeftMs: 0 });
    expect(mayFollow(back, 'break-began')).toBe(false);
  });

  test('to work is what was allowed and given back, whatever stopped the clock', () => {
    const step = fc.record({
      wait: fc.integer({ min: 0, max: 9 }),
      stop: fc.integer({ min: 0, max: 40 }),
      kind: fc.constantFrom('paused', 'break-began'),
      give: fc.integer({ min: 0, max: 5 })
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 5 }), (steps) => {
        const rests = allowanceOf(60, 1, true);
        const events = told(...entered);
        let now = 0;
        let stood = 0;
        let given = 0;
        const tell = (fact: SittingFact) =>
          events.push({ place: events.length + 1, at: after(now), by: 'x', fact });
        for (const { wait, stop, kind, give } of steps) {
          now += wait;
          const before = stateAt(events, rests, after(now));
          const fact: SittingFact =
            kind === 'paused' ? { kind: 'paused', reason: 'r' } : { kind: 'break-began' };
          if (!mayFollow(before, fact.kind)) continue;
          const most =
            kind === 'paused' || before.kind !== 'running' ? Infinity : before.breakLeftMs / minute;
          tell(fact);
          now += stop;
          stood += Math.min(stop, most);
          const ending = kind === 'paused' ? 'resumed' : 'break-ended';
          if (mayFollow(stateAt(events, rests, after(now)), ending)) tell({ kind: ending });
          if (give > 0) tell({ kind: 'given-back', minutes: give, reason: 'r' });
          given += give;
        }
        const state = stateAt(events, rests, after(now));
        const endsAt = state.kind === 'running' ? state.endsAt : 'at' in state ? state.at : null;
        expect(endsAt).toEqual(after(60 + stood + given));
      })
    );
  });
});

describe('what may follow', () => {
  test('nothing starts before the invigilator has checked who it is', () => {
    const waiting = stateAt(told(entered[0]!), hour, after(-9));
    expect(waiting.kind).toBe('waiting');
    expect(mayFollow(waiting, 'started')).toBe(false);
    expect(mayFollow(waiting, 'admitted')).toBe(true);
  });

  test('someone turned away may come back, and waits again', () => {
    const events = told(entered[0]!, [-8, { kind: 'turned-away', reason: 'pièce périmée' }]);
    expect(stateAt(events, hour, after(-7)).kind).toBe('turned-away');
    const back = [...events, ...told([-5, { kind: 'arrived', device: 'e' }])];
    expect(stateAt(back, hour, after(-4)).kind).toBe('waiting');
  });

  test('a second device changes nothing to where the sitting stands', () => {
    const events = told(...entered, [10, { kind: 'arrived', device: 'e' }]);
    expect(stateAt(events, hour, after(11)).kind).toBe('running');
  });

  test('a paper that the invigilator ended may still be handed in by its page', () => {
    const events = told(...entered, [30, { kind: 'ended', reason: 'malaise' }]);
    const state = stateAt(events, hour, after(30));
    expect(state).toMatchObject({ kind: 'ended', by: 'invigilator' });
    expect(mayFollow(state, 'given-back')).toBe(false);
    const handed = [...events, ...told([30.5, { kind: 'handed-in', upTo: 1, hash: 'h' }])];
    expect(stateAt(handed, hour, after(31)).kind).toBe('handed-in');
  });

  test('a paper handed in stays so', () => {
    const events = told(...entered, [50, { kind: 'handed-in', upTo: 3, hash: 'h' }]);
    const state = stateAt(events, hour, after(90));
    expect(state).toMatchObject({ kind: 'handed-in', at: after(50) });
    for (const kind of ['pen', 'paused', 'given-back', 'handed-in', 'ended'] as const)
      expect(mayFollow(state, kind)).toBe(false);
  });
});
