import type { Dictionary } from '#platform/language.ts';
import { lengthOf } from '#platform/typography.ts';

const fr = {
  title: 'En ce moment',
  lead: (time: string) => `À ${time}, d’après le planning et les grilles reçues.`,
  nobody: 'Personne pour l’instant.',
  next: (candidate: string, assessment: string, time: string) =>
    `Ensuite\u00a0: ${candidate}, ${assessment}, à ${time}.`,
  phase: {
    preparing: (time: string) => `se prépare jusqu’à ${time}`,
    performing: (time: string) => `devant le jury jusqu’à ${time}`,
    sheets: (time: string) => `fini à ${time}, grilles attendues`
  },
  late: (minutes: number) => `${lengthOf(minutes)} de retard`,
  online: 'tablette connectée',
  away: (time: string) => `hors ligne depuis ${time}`,
  unseen: 'tablette pas encore ouverte',
  waiting: (marks: number) =>
    marks > 1 ? `${marks} notes encore sur la tablette` : `${marks} note encore sur la tablette`,
  candidates: 'Où sont les candidats',
  candidate: 'Candidat',
  where: 'Où',
  until: 'Jusqu’à',
  absent: 'Absent',
  over: 'A terminé',
  free: (assessment: string) => `Libre avant ${assessment}`,
  preparing: (assessment: string) => `Prépare ${assessment}`,
  performing: (assessment: string, room: string) => `${assessment}, ${room}`,
  writing: (assessment: string) => `Compose ${assessment}`
};

const en: typeof fr = {
  title: 'Right now',
  lead: (time) => `At ${time}, by the timetable and the sheets received.`,
  nobody: 'Nobody at the moment.',
  next: (candidate, assessment, time) => `Next: ${candidate}, ${assessment}, at ${time}.`,
  phase: {
    preparing: (time) => `preparing until ${time}`,
    performing: (time) => `before the panel until ${time}`,
    sheets: (time) => `ended at ${time}, sheets awaited`
  },
  late: (minutes) => `${lengthOf(minutes)} late`,
  online: 'tablet connected',
  away: (time) => `offline since ${time}`,
  unseen: 'tablet not opened yet',
  waiting: (marks) =>
    marks === 1 ? '1 mark still on the tablet' : `${marks} marks still on the tablet`,
  candidates: 'Where candidates are',
  candidate: 'Candidate',
  where: 'Where',
  until: 'Until',
  absent: 'Absent',
  over: 'Finished',
  free: (assessment) => `Free before ${assessment}`,
  preparing: (assessment) => `Preparing ${assessment}`,
  performing: (assessment, room) => `${assessment}, ${room}`,
  writing: (assessment) => `Writing ${assessment}`
};

/** The words of the control room. */
export const controlWords: Dictionary<typeof fr> = { fr, en };
