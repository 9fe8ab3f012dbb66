/** A juror's day as a tablet keeps it: every sheet of the sessions that are being marked. */
import type { Language } from '#platform/language.ts';
import type { JurorSession } from '../day.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetWords } from '../ui/words.ts';

/** Of what is kept on tablets. A program leaves what it does not know as it is, and unread. */
export const form = 1;

/** What all the sheets of one assessment share: it travels once. */
export type SheetGrid = Pick<Sheet, 'assessment' | 'competences' | 'choices' | 'commentRequired'>;

export interface TabletDay {
  form: typeof form;
  juror: { id: string; name: string };
  language: Language;
  /** ISO 8601, by the server's clock. */
  openedAt: string;
  /** Lines of the day, their times in ISO 8601 once they have travelled. */
  sessions: JurorSession[];
  /** By assessment and referential version. */
  grids: Record<string, SheetGrid>;
  sheets: (Omit<Sheet, keyof SheetGrid> & { grid: string })[];
  words: SheetWords;
  /** By sitting, what its subject's page shows: scenario, part to play, notes; drawn outside this slice. */
  subjects?: Record<string, unknown>;
}

/** One sheet of the day, whole. */
export function sheetOf(day: TabletDay, sittingId: string): Sheet | undefined {
  const found = day.sheets.find((each) => each.sittingId === sittingId);
  const grid = found && day.grids[found.grid];
  return grid && { ...found, ...grid };
}

/** Nothing is left to mark: each sheet of the day has been received as complete. */
export const isOver = ({ sheets }: Pick<TabletDay, 'sheets'>): boolean =>
  sheets.every(({ handedIn }) => handedIn !== null);

/** The day as it travelled: its times are dates again. */
export const revive = (day: TabletDay): TabletDay => ({
  ...day,
  sessions: day.sessions.map((session) => ({
    ...session,
    sittings: session.sittings.map((sitting) => ({
      ...sitting,
      startsAt: new Date(sitting.startsAt),
      panelAt: new Date(sitting.panelAt),
      endsAt: new Date(sitting.endsAt)
    }))
  }))
});
