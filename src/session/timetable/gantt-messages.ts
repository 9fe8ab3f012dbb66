import type { Dictionary } from '#platform/language.ts';
import { frenchSpaces } from '#platform/typography.ts';

interface GanttWords {
  title(day: string, by: 'room' | 'panel' | 'candidate'): string;
  summary(sittings: number, lanes: number): string;
  crowd(count: number): string;
  sitting: string;
  written: string;
  preparation: string;
  columns: Record<
    'candidate' | 'assessment' | 'panel' | 'room' | 'preparation' | 'start' | 'end',
    string
  >;
}

const plural = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;

export const ganttWords: Dictionary<GanttWords> = {
  fr: {
    title: (day, by) =>
      `Planning du ${day}, par ${{ room: 'salle', panel: 'jury', candidate: 'candidat' }[by]}`,
    summary: (sittings, lanes) =>
      frenchSpaces(
        `${plural(sittings, 'passage', 'passages')} sur ${plural(lanes, 'ligne', 'lignes')} ; le tableau qui accompagne ce dessin donne les mêmes horaires.`
      ),
    crowd: (count) => `${count} candidats`,
    sitting: 'oral devant le jury',
    written: 'épreuve écrite',
    preparation: 'préparation',
    columns: {
      candidate: 'Candidat',
      assessment: 'Épreuve',
      panel: 'Jury',
      room: 'Salle',
      preparation: 'Préparation',
      start: 'Début',
      end: 'Fin'
    }
  },
  en: {
    title: (day, by) => `Timetable of ${day}, by ${by}`,
    summary: (sittings, lanes) =>
      `${plural(sittings, 'sitting', 'sittings')} on ${plural(lanes, 'line', 'lines')}; the table beside this drawing gives the same times.`,
    crowd: (count) => `${count} candidates`,
    sitting: 'oral before the panel',
    written: 'written paper',
    preparation: 'preparation',
    columns: {
      candidate: 'Candidate',
      assessment: 'Assessment',
      panel: 'Panel',
      room: 'Room',
      preparation: 'Preparation',
      start: 'Start',
      end: 'End'
    }
  }
};
