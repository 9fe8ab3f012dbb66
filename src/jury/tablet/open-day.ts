/** Opening the day: a juror's tablet receives in one go all that it needs to mark without a network. */
import { hkdfSync } from 'node:crypto';
import { z } from 'zod';
import { authorise, type Actor } from '#people';
import { readSessionFacts } from '#session';
import type { Ground } from '#platform/ground.ts';
import type { Language } from '#platform/language.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { readJurorDay } from '../day.ts';
import { accessRefusal } from '../standing.ts';
import { composeSheet } from '../sheet.ts';
import { readSheetsOf, readStandings, sheetKey } from '../store.ts';
import { sheetWords } from '../ui/words.ts';
import { form, type SheetGrid, type TabletDay } from './day.ts';

export interface OpenedDay {
  /** 32 bytes in base64, the same each time for this juror and this tablet. */
  secret: string;
  day: TabletDay;
}

const requestSchema = z.strictObject({ tablet: z.uuid() });

/**
 * The sheets of every session of the juror that is being marked, and the secret from which the
 * tablet makes its key. The secret is computed, not stored: whoever is no longer a juror, or no
 * longer signed in, has no way to it; the same juror finds it again.
 */
export async function openDay(
  ground: Ground,
  actor: Actor | null,
  input: unknown,
  language: Language
): Promise<Result<OpenedDay>> {
  const allowed = authorise(actor, 'marking.write');
  if (!allowed.ok) return allowed;
  const asked = requestSchema.safeParse(input);
  if (!asked.success)
    return refuse(
      'jury.bad-tablet',
      'Cette demande n’a pas la forme attendue\u00a0: rechargez la page.',
      'This request does not have the expected form: reload the page.'
    );
  const juror = allowed.value;
  const lines = await readJurorDay(ground, juror);
  if (!lines.ok) return lines;
  const sessions = lines.value.open.filter(({ status }) => status === 'marking');
  const grids: Record<string, SheetGrid> = {};
  const sheets: TabletDay['sheets'] = [];
  for (const session of sessions)
    for (const sheet of await readSheets(ground, session.id, juror.userId, language)) {
      const { assessment, competences, choices, commentRequired, referentialId, ...own } = sheet;
      const grid = `${referentialId} ${assessment.id}`;
      grids[grid] ??= { assessment, competences, choices, commentRequired };
      sheets.push({ ...own, grid });
    }
  return ok({
    secret: secretOf(ground.fieldKey, juror.userId, asked.data.tablet),
    day: {
      form,
      juror: { id: juror.userId, name: juror.name },
      language,
      openedAt: ground.clock.now().toISOString(),
      sessions,
      grids,
      sheets,
      words: sheetWords[language]
    }
  });
}

/** The sheets of one session that a juror may open, all read together. */
async function readSheets(ground: Ground, sessionId: string, jurorId: string, language: Language) {
  const facts = await readSessionFacts(ground.db, sessionId);
  if (!facts) return [];
  const keys = facts.sittings.map(({ id }) => ({ sittingId: id, jurorId }));
  const standings = await readStandings(ground.db, keys);
  const marks = await readSheetsOf(ground.db, sessionId, jurorId);
  return keys.flatMap((key) => {
    const standing = standings.get(sheetKey(key));
    if (!standing || accessRefusal(standing)) return [];
    const sheet = composeSheet(facts, standing, marks.get(key.sittingId) ?? [], language);
    return [{ ...sheet, referentialId: standing.referentialId }];
  });
}

/** HKDF (RFC 5869) of the server's key: bound to one juror and one tablet. */
const secretOf = (key: Buffer, jurorId: string, tablet: string): string =>
  Buffer.from(hkdfSync('sha256', key, tablet, `jury tablet ${jurorId}`, 32)).toString('base64');
