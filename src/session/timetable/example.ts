import { problemSchema } from './model.ts';
import type { Problem, ProblemInput } from './model.ts';

const orals = [
  { id: 'EC1', kind: 'oral', preparation: { minutes: 60 }, minutes: 30 },
  { id: 'MS1', kind: 'oral', preparation: { minutes: 10 }, minutes: 15 },
  { id: 'MS2', kind: 'oral', preparation: { minutes: 10 }, minutes: 15 },
  { id: 'MS3', kind: 'oral', preparation: { minutes: 10 }, minutes: 15 },
  { id: 'MS4', kind: 'oral', preparation: { minutes: 15 }, minutes: 25 },
  { id: 'MS5', kind: 'oral', preparation: { minutes: 15 }, minutes: 25 }
] as const;

/**
 * A session of the luxury certification, with the default lengths of its eight assessments: 60
 * candidates before six panels in four days. One in twelve has a third more time, one writes alone,
 * one needs a step-free room, one comes on two days only; two panels hear only some of the
 * orals, one juror leaves early, and one in fifteen candidates was trained by a juror.
 */
export function luxurySession(candidates = 60): Problem {
  const dates = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];
  const letters = ['A', 'B', 'C', 'D', 'E', 'F'];
  const written = dates.flatMap((date) =>
    ['09:00', '10:45', '14:00', '15:45'].map((time) => `${date}T${time}`)
  );
  const everyNth = (nth: number, shift: number) =>
    Array.from({ length: candidates }, (_, place) => place)
      .filter((place) => place % nth === shift)
      .map((place) => `C${place + 1}`);
  const input: ProblemInput = {
    days: dates.map((date) => ({ date, from: '08:30', to: '18:00' })),
    candidates: Array.from({ length: candidates }, (_, place) => ({
      id: `C${place + 1}`,
      name: `Candidat ${place + 1}`,
      adaptation: {
        ...(place % 12 === 5 ? { extraTimeRatio: 1 / 3 } : {}),
        ...(place === 5 ? { aloneForWritten: true } : {}),
        ...(place === 17 ? { stepFreeRoom: true } : {}),
        ...(place === 29 ? { breakPerHour: 10 } : {})
      },
      ...(place === 40
        ? {
            availability: dates
              .slice(0, 2)
              .map((date) => ({ from: `${date}T08:30`, to: `${date}T18:00` }))
          }
        : {})
    })),
    assessments: [
      ...orals,
      { id: 'EC2', kind: 'written', minutes: 60, starts: written },
      { id: 'EC3', kind: 'written', minutes: 60, starts: written }
    ],
    jurors: letters.flatMap((letter, place) => [
      { id: `${letter}1`, conflicts: everyNth(15, place) },
      {
        id: `${letter}2`,
        ...(letter === 'D'
          ? { availability: dates.map((date) => ({ from: `${date}T08:30`, to: `${date}T17:00` })) }
          : {})
      }
    ]),
    panels: letters.map((letter) => ({
      id: letter,
      name: `Jury ${letter}`,
      jurors: [`${letter}1`, `${letter}2`],
      ...(letter === 'E' ? { assessments: ['MS1', 'MS2', 'MS3', 'MS4'] } : {}),
      ...(letter === 'F' ? { assessments: ['EC1', 'MS4', 'MS5'] } : {})
    })),
    rooms: [
      ...letters.map((letter) => ({
        id: `Salon ${letter}`,
        kind: 'oral' as const,
        stepFree: letter !== 'C'
      })),
      { id: 'Préparation 1', kind: 'preparation', capacity: 8 },
      { id: 'Préparation 2', kind: 'preparation', capacity: 8 },
      { id: 'Grande salle', kind: 'written', capacity: Math.ceil(candidates * 0.6) },
      { id: 'Petite salle', kind: 'written', capacity: Math.ceil(candidates * 0.45) },
      { id: 'Bureau', kind: 'written', capacity: 1 }
    ]
  };
  return problemSchema.parse(input);
}
