/** What a juror does with a sheet as a whole: open it, hand it in. */
import { authorise, type Actor } from '#people';
import { readReferential, type CriterionId } from '#referential';
import { dayTopic } from '#session';
import { digest } from '#platform/canonical.ts';
import type { Database } from '#platform/database.ts';
import type { Ground } from '#platform/ground.ts';
import { isId, newId } from '#platform/ids.ts';
import { appendAfter, lockLedger, type LedgerHead } from '#platform/ledger.ts';
import { fail, ok, refuse, type Result } from '#platform/result.ts';
import { currentMarks, isComplete, sheetGaps, sheetLines } from './model.ts';
import { observationDigest } from './digest.ts';
import { accessRefusal, closedRefusal, unknownSheet, type Standing } from './standing.ts';
import { readSheet, readStandings, sheetKey } from './store.ts';
import { handIn } from './tables.ts';

/** The right to a sheet. A juror who was removed, or who declared a tie, has none. */
export async function openSheet(
  ground: Ground,
  actor: Actor | null,
  sittingId: string
): Promise<Result<Standing>> {
  const allowed = authorise(actor, 'marking.write');
  return allowed.ok ? standingOf(ground.db, allowed.value.userId, sittingId) : allowed;
}

async function standingOf(
  db: Database,
  jurorId: string,
  sittingId: string
): Promise<Result<Standing>> {
  if (!isId(sittingId)) return unknownSheet();
  const key = { sittingId, jurorId };
  const standing = (await readStandings(db, [key])).get(sheetKey(key));
  if (!standing) return unknownSheet();
  const barred = accessRefusal(standing);
  return barred ? fail(barred) : ok(standing);
}

/**
 * Hands a sheet in. Refused while a criterion lacks its mark (or « non observé » its comment), except
 * for a candidate who did not come. Handing in twice is harmless.
 */
export async function handInSheet(
  ground: Ground,
  actor: Actor | null,
  sittingId: string,
  { absent = false }: { absent?: boolean } = {}
): Promise<Result<'handed-in'>> {
  const allowed = authorise(actor, 'marking.write');
  if (!allowed.ok) return allowed;
  let sessionId: string | undefined;
  const handedIn = await ground.db.transaction(async (tx): Promise<Result<'handed-in'>> => {
    // Before anything is read: no mark can then slip in between what is read and what is signed for.
    const head = await lockLedger(tx);
    const sheet = await standingOf(tx, allowed.value.userId, sittingId);
    if (!sheet.ok) return sheet;
    if (sheet.value.handedIn) return ok('handed-in');
    const closed = closedRefusal(sheet.value);
    if (closed) return fail(closed);
    ({ sessionId } = sheet.value);
    return recordHandIn(tx, head, sheet.value, absent, ground.clock.now());
  });
  if (handedIn.ok && sessionId) await ground.bus.publish(dayTopic(sessionId));
  return handedIn;
}

async function recordHandIn(
  tx: Database,
  head: LedgerHead,
  { sittingId, jurorId, assessmentId, referentialId }: Standing,
  absent: boolean,
  now: Date
): Promise<Result<'handed-in'>> {
  const lines = sheetLines(await readReferential(tx, referentialId), assessmentId);
  const marks = currentMarks(await readSheet(tx, sittingId, jurorId));
  const gaps = sheetGaps(lines, marks);
  if (absent && marks.size > 0)
    return refuse(
      'jury.absent-with-marks',
      'Des critères sont déjà notés\u00a0: un candidat noté n’est pas absent.',
      'Some criteria are already marked: a candidate who is marked is not absent.'
    );
  if (!absent && !isComplete(gaps)) return incomplete([...gaps.unmarked, ...gaps.uncommented]);
  const marksHash = digest([...marks.values()].map(observationDigest).sort());
  await tx
    .insert(handIn)
    .values({ id: newId(), sittingId, jurorId, handedInAt: now, marksHash, absent });
  await appendAfter(tx, head, now, [
    {
      actor: jurorId,
      action: 'jury.hand-in',
      subject: sittingId,
      payload: { marks: marksHash, absent }
    }
  ]);
  return ok('handed-in');
}

function incomplete(ids: CriterionId[]) {
  const list = ids.join(', ');
  return refuse(
    'jury.incomplete',
    `Il reste à noter, ou à commenter quand «\u00a0non observé\u00a0» est choisi\u00a0: ${list}.`,
    `Still to be marked, or to be commented where “not observed” was chosen: ${list}.`
  );
}
