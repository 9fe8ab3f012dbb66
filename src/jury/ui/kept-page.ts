/** What a page opens on when the server does not answer: the day, or one of its sheets. */
import { currentMarks, type SheetState } from '../marks.ts';
import { countSealed, sealedShelf } from '../shelf.ts';
import { sheetOf, type TabletDay } from '../tablet/day.ts';
import type { Holder } from '../tablet/vault.ts';
import type { Sheet } from '../sheet.ts';
import { fill } from './fill.ts';
import { keptDay } from './opening.ts';

export type KeptPage =
  | { kind: 'sheet'; sheet: Sheet; words: TabletDay['words']; title: string }
  /** The subject beside a sheet, as its page draws it. */
  | { kind: 'subject'; subject: unknown; language: TabletDay['language'] }
  | { kind: 'day'; day: TabletDay }
  /** The day is there, and this page is not of it. */
  | { kind: 'elsewhere'; language: TabletDay['language'] }
  /** No day is here; marks may be, sealed. */
  | { kind: 'closed'; sealed: number };

export async function keptPage(pathname: string): Promise<KeptPage> {
  const kept = await keptDay();
  if (!kept) return { kind: 'closed', sealed: await countSealed().catch(() => 0) };
  const { day, holder } = kept;
  if (pathname === '/jury')
    return { kind: 'day', day: { ...day, sessions: await withShelves(holder, day) } };
  const [, sittingId = '', beside] = pathname.slice('/jury'.length).split('/');
  if (beside !== undefined) {
    const subject = beside === 'subject' ? day.subjects?.[sittingId] : undefined;
    const { language } = day;
    return subject ? { kind: 'subject', subject, language } : { kind: 'elsewhere', language };
  }
  const sheet = sheetOf(day, sittingId);
  if (!sheet) return { kind: 'elsewhere', language: day.language };
  const title = fill(day.words.title, { assessment: sheet.assessment.id, ...sheet.candidate });
  return { kind: 'sheet', sheet, words: day.words, title };
}

/** The lines of the day as this tablet knows them: the day when it was opened, and what was done since. */
async function withShelves(holder: Holder, day: TabletDay): Promise<TabletDay['sessions']> {
  const known = new Map<string, { state: SheetState; marked: number }>();
  for (const { sittingId, marks, handedIn } of day.sheets) {
    const kept = await sealedShelf(holder.key, `${holder.jurorId} ${sittingId}`).read();
    const { size } = currentMarks([...marks, ...kept.received, ...kept.marks]);
    const done = kept.handIn ?? handedIn;
    const state = done ? (done.absent ? 'absent' : 'handed-in') : size > 0 ? 'begun' : 'untouched';
    known.set(sittingId, { state, marked: size });
  }
  return day.sessions.map((session) => ({
    ...session,
    sittings: session.sittings.map((sitting) => ({ ...sitting, ...known.get(sitting.id) }))
  }));
}
