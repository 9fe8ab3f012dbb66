import fc from 'fast-check';
import { checkSittings } from './check.ts';
import { phasesOf } from './model.ts';
import type { Problem, ProblemInput } from './model.ts';
import { objectiveOf } from './objective.ts';
import type { Timed } from './objective.ts';
import { readProblem } from './problem.ts';
import { spanOf } from './time.ts';

export const day = '2026-11-25';

/** A day with one panel, one oral room and few rules, to be changed at will. */
export function smallProblem(changes: Partial<ProblemInput> = {}): Problem {
  return wellFormed({
    days: [{ date: day, from: '09:00', to: '17:00' }],
    candidates: [{ id: 'Ada' }, { id: 'Béa' }],
    assessments: [
      { id: 'MS1', kind: 'oral', preparation: { minutes: 10 }, minutes: 20 },
      { id: 'MS2', kind: 'oral', preparation: { minutes: 10 }, minutes: 20 }
    ],
    jurors: [{ id: 'Zoé' }],
    panels: [{ id: 'A', name: 'Jury A', jurors: ['Zoé'] }],
    rooms: [
      { id: 'Salon', kind: 'oral' },
      { id: 'Boudoir', kind: 'oral' },
      { id: 'Étude', kind: 'preparation', capacity: 3 },
      { id: 'Galerie', kind: 'written', capacity: 20 }
    ],
    ...changes
  });
}

function wellFormed(problem: ProblemInput): Problem {
  const read = readProblem(problem);
  if (!read.ok) throw new Error(read.error.map(({ fr }) => fr).join('\n'));
  return read.value;
}

/** Small sessions of every sort: some have no plan. */
export const anyProblem: fc.Arbitrary<Problem> = fc
  .record({
    candidates: fc.array(
      fc.record({
        extraTimeRatio: fc.constantFrom(0, 0, 0, 1 / 3),
        aloneForWritten: fc.constantFrom(false, false, false, true),
        stepFreeRoom: fc.constantFrom(false, false, true),
        late: fc.constantFrom(false, false, false, true),
        resit: fc.constantFrom(false, false, true)
      }),
      { minLength: 1, maxLength: 6 }
    ),
    orals: fc.array(
      fc.record({ preparation: fc.constantFrom(0, 10, 30), minutes: fc.constantFrom(15, 25) }),
      { minLength: 1, maxLength: 3 }
    ),
    written: fc.constantFrom('none', 'together', 'alone'),
    panels: fc.array(fc.record({ conflict: fc.nat(8), shared: fc.boolean(), half: fc.boolean() }), {
      minLength: 1,
      maxLength: 3
    }),
    oralRooms: fc.integer({ min: 1, max: 3 }),
    ordered: fc.boolean(),
    granularity: fc.constantFrom(5, 10),
    days: fc.constantFrom(1, 2),
    lunch: fc.boolean()
  })
  .map((drawn) => {
    const dates = [day, '2026-11-26'].slice(0, drawn.days);
    const orals = drawn.orals.map(({ preparation, minutes }, place) => ({
      id: `O${place}`,
      kind: 'oral' as const,
      preparation: { minutes: preparation },
      minutes,
      after: drawn.ordered && place > 0 ? [`O${place - 1}`] : []
    }));
    const written = {
      id: 'W',
      kind: 'written' as const,
      minutes: 40,
      together: drawn.written === 'together'
    };
    return wellFormed({
      granularity: drawn.granularity,
      days: dates.map((date) => ({ date, from: '09:00', to: '16:00' })),
      candidates: drawn.candidates.map(({ late, resit, ...adaptation }, place) => ({
        id: `C${place}`,
        adaptation,
        ...(late
          ? { availability: dates.map((date) => ({ from: `${date}T10:30`, to: `${date}T16:00` })) }
          : {}),
        ...(resit ? { assessments: ['O0'] } : {})
      })),
      assessments: drawn.written === 'none' ? orals : [...orals, written],
      jurors: drawn.panels.map(({ conflict, half }, place) => ({
        id: `J${place}`,
        conflicts: conflict < drawn.candidates.length ? [`C${conflict}`] : [],
        ...(half
          ? { availability: dates.map((date) => ({ from: `${date}T09:00`, to: `${date}T12:20` })) }
          : {})
      })),
      panels: drawn.panels.map(({ shared }, place) => ({
        id: `P${place}`,
        jurors: [...new Set([`J${place}`, ...(shared ? ['J0'] : [])])]
      })),
      rooms: [
        ...Array.from({ length: drawn.oralRooms }, (_, place) => ({
          id: `R${place}`,
          kind: 'oral' as const,
          stepFree: place === 0
        })),
        { id: 'Prep', kind: 'preparation' as const, capacity: 2 },
        { id: 'Hall', kind: 'written' as const, capacity: 6 },
        { id: 'Cell', kind: 'written' as const, capacity: 1 }
      ],
      rules: drawn.lunch ? {} : { lunch: null }
    });
  });

/** The least objective of all plans, by trying every start and panel of every sitting. */
export function bruteForce(problem: Problem): number {
  const places = problem.candidates.flatMap((candidate) =>
    problem.assessments.map((assessment) => {
      const { preparation, sitting } = phasesOf(problem, candidate, assessment);
      const ways: Timed[] = [];
      for (const { date, from, to } of problem.days) {
        const open = spanOf({ from: `${date}T${from}`, to: `${date}T${to}` });
        for (let at = open.from; at + preparation + sitting <= open.to; at += problem.granularity)
          for (const panel of problem.panels)
            ways.push({
              candidate: candidate.id,
              assessment: assessment.id,
              panel: panel.id,
              room: problem.rooms.filter(({ kind }) => kind === 'oral')[
                problem.panels.indexOf(panel)
              ]!.id,
              preparationRoom:
                preparation > 0
                  ? problem.rooms.find(({ kind }) => kind === 'preparation')!.id
                  : null,
              from: at,
              start: at + preparation,
              end: at + preparation + sitting
            });
      }
      return ways;
    })
  );
  let best = Infinity;
  const extend = (chosen: Timed[]) => {
    const next = places[chosen.length];
    if (next) next.forEach((way) => extend([...chosen, way]));
    else if (checkSittings(problem, chosen).length === 0)
      best = Math.min(best, objectiveOf(problem, chosen).total);
  };
  extend([]);
  return best;
}
