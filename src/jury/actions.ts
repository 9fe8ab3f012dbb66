/** What a juror does: mark, hand in, correct. */
import { authorise, type Actor } from '#people';
import {
  criteriaOf,
  readReferential,
  type AssessmentId,
  type CriterionId,
  type Level
} from '#referential';
import { findSittingForJuror, type SittingId } from '#session';
import type { UserId } from '#people/model.ts';
import { digest } from '#platform/canonical.ts';
import type { Database } from '#platform/database.ts';
import { gather } from '#platform/gather.ts';
import type { Ground } from '#platform/ground.ts';
import { isId, newId } from '#platform/ids.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { ok, refuse, type Refusal, type Result } from '#platform/result.ts';
import {
  batchSchema,
  currentMarks,
  isComplete,
  observationSchema,
  sheetGaps,
  type Observation,
  type Receipt,
  type RefusedMark
} from './model.ts';
import { findHandIn, insertObservations, ownersOf, readSheet } from './store.ts';
import { handIn } from './tables.ts';

/** A sheet that this juror may open: their panel's, with no declared tie. */
export type OpenSheet = NonNullable<Awaited<ReturnType<typeof findSittingForJuror>>>;

/** The right to a sheet. A juror who was removed, or who declared a tie, has none. */
export async function openSheet(
  ground: Ground,
  actor: Actor | null,
  sittingId: string
): Promise<Result<OpenSheet>> {
  const allowed = authorise(actor, 'marking.write');
  if (!allowed.ok) return allowed;
  const found = isId(sittingId)
    ? await findSittingForJuror(ground.db, sittingId, allowed.value.userId)
    : undefined;
  if (!found)
    return refuse(
      'jury.unknown-sheet',
      'Cette grille n’est pas la vôtre, ou n’existe plus : revenez à votre journée.',
      'This sheet is not yours, or no longer exists: go back to your day.'
    );
  if (found.removedAt)
    return refuse(
      'jury.removed',
      'Vous avez été retiré de ce jury : vos notes sont conservées, mais vous ne pouvez plus en ajouter.',
      'You have been removed from this panel: your marks are kept, but you cannot add any.'
    );
  if (found.conflict === null)
    return refuse(
      'jury.undeclared',
      'Déclarez d’abord si vous avez un lien avec ce candidat.',
      'First declare whether you have a tie with this candidate.'
    );
  if (found.conflict !== 'none')
    return refuse(
      'jury.conflict',
      'Vous avez déclaré un lien avec ce candidat : un autre jury doit l’entendre.',
      'You have declared a tie with this candidate: another panel must hear them.'
    );
  return ok(found);
}

interface Write {
  now: Date;
  marks: Observation[];
}

/** One writer for each database: marks that arrive together are committed together. */
const writers = new WeakMap<Database, (write: Write) => Promise<Set<string>>>();

function writerOf(db: Database) {
  const existing = writers.get(db);
  if (existing) return existing;
  const writer = gather<Write, Set<string>>(async (writes) => {
    // Two requests of one device may carry the same mark: it is stored, and traced, once.
    const all = [
      ...new Map(writes.flatMap(({ marks }) => marks.map((mark) => [mark.id, mark]))).values()
    ];
    const now = writes[0]?.now ?? new Date(0);
    const fresh = await db.transaction(async (tx) => {
      const stored = await insertObservations(tx, all, now);
      await appendToLedger(
        tx,
        now,
        all
          .filter(({ id }) => stored.has(id))
          .map((mark) => ({
            actor: mark.jurorId,
            action: 'jury.observe',
            subject: mark.sittingId,
            payload: { observation: mark.id, digest: observationDigest(mark) }
          }))
      );
      return stored;
    });
    return writes.map(() => fresh);
  }, 256);
  writers.set(db, writer);
  return writer;
}

/** What the ledger holds of a mark: enough to prove that the stored row is the one that was sent. */
export const observationDigest = (mark: Observation): string =>
  digest({
    id: mark.id,
    sitting: mark.sittingId,
    juror: mark.jurorId,
    criterion: mark.criterionId,
    level: mark.level,
    comment: mark.comment,
    madeAt: mark.madeAt,
    sequence: mark.sequence,
    reason: mark.reason
  });

/**
 * Receives marks from a juror's device. Each mark is taken or refused on its own; what is answered
 * « received » is committed. Sending a batch again, whole or in part, in any order, is harmless.
 */
export async function observe(
  ground: Ground,
  actor: Actor | null,
  sittingId: string,
  input: unknown
): Promise<Result<Receipt>> {
  const sheet = await openSheet(ground, actor, sittingId);
  if (!sheet.ok) return sheet;
  const jurorId = (actor as Actor).userId;
  const batch = batchSchema.safeParse(input);
  if (!batch.success)
    return refuse(
      'jury.bad-batch',
      'Ces notes n’ont pas la forme attendue : rechargez la page, rien n’est perdu sur cette tablette.',
      'These marks do not have the expected form: reload the page, nothing is lost on this tablet.'
    );
  const closed = await closedRefusal(ground, sheet.value, jurorId);
  const referential = await readReferential(ground.db, sheet.value.referentialId);
  const known = new Set<string>(
    criteriaOf(referential, sheet.value.assessmentId as AssessmentId).map(({ id }) => id)
  );
  const marks: Observation[] = [];
  const refused: RefusedMark[] = [];
  for (const each of batch.data.observations) {
    const parsed = observationSchema.safeParse(each);
    if (!parsed.success || !known.has(parsed.data.criterionId)) {
      refused.push({ id: idOf(each), message: malformed });
      continue;
    }
    const why = closed(parsed.data.reason);
    if (why) refused.push({ id: parsed.data.id, message: why.message });
    else
      marks.push({
        ...parsed.data,
        sittingId: sheet.value.id as SittingId,
        jurorId: jurorId as UserId,
        criterionId: parsed.data.criterionId as CriterionId,
        level: parsed.data.level as Level | null
      });
  }
  const received = await commit(ground, marks, refused);
  return ok({ received, refused });
}

async function commit(ground: Ground, marks: Observation[], refused: RefusedMark[]) {
  if (marks.length === 0) return [];
  const fresh = await writerOf(ground.db)({ now: ground.clock.now(), marks });
  const again = marks.filter(({ id }) => !fresh.has(id));
  if (again.length === 0) return marks.map(({ id }) => id);
  const owners = await ownersOf(
    ground.db,
    again.map(({ id }) => id)
  );
  const stolen = new Set(
    again
      .filter(({ id, sittingId, jurorId }) => {
        const owner = owners.get(id);
        return owner?.sittingId !== sittingId || owner.jurorId !== jurorId;
      })
      .map(({ id }) => id)
  );
  for (const id of stolen) refused.push({ id, message: malformed });
  return marks.filter(({ id }) => !stolen.has(id)).map(({ id }) => id);
}

const malformed = {
  fr: 'Cette note n’a pas la forme attendue : notez de nouveau ce critère.',
  en: 'This mark does not have the expected form: mark this criterion again.'
};

const idOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : '';

/** Whether marks may still be added to a sheet: freely before hand-in, with a reason after it. */
async function closedRefusal(ground: Ground, sheet: OpenSheet, jurorId: string) {
  const handedIn = await findHandIn(ground.db, sheet.id, jurorId);
  return (reason: string | null): Refusal | undefined => {
    if (sheet.status !== 'marking')
      return refuse(
        'jury.closed',
        'La notation de cette session n’est pas ouverte : voyez le président du jury.',
        'Marking is not open for this session: see the panel’s president.'
      ).error;
    if (handedIn && !reason)
      return refuse(
        'jury.handed-in',
        'Cette grille est remise : pour corriger une note, donnez-en la raison.',
        'This sheet has been handed in: to correct a mark, give the reason.'
      ).error;
    return undefined;
  };
}

/**
 * Hands a sheet in. Refused while a criterion lacks its mark (or « non observé » its comment), except
 * for a candidate who did not come. Handing in twice is harmless.
 */
export async function handInSheet(
  ground: Ground,
  actor: Actor | null,
  sittingId: string,
  options: { absent?: boolean } = {}
): Promise<Result<'handed-in'>> {
  const sheet = await openSheet(ground, actor, sittingId);
  if (!sheet.ok) return sheet;
  const jurorId = (actor as Actor).userId;
  if (await findHandIn(ground.db, sheet.value.id, jurorId)) return ok('handed-in');
  if (sheet.value.status !== 'marking')
    return refuse(
      'jury.closed',
      'La notation de cette session n’est pas ouverte : voyez le président du jury.',
      'Marking is not open for this session: see the panel’s president.'
    );
  const referential = await readReferential(ground.db, sheet.value.referentialId);
  const absent = options.absent ?? false;
  const now = ground.clock.now();
  return ground.db.transaction(async (tx) => {
    const marks = currentMarks(await readSheet(tx, sheet.value.id, jurorId));
    const gaps = sheetGaps(referential, sheet.value.assessmentId as AssessmentId, marks);
    if (!absent && !isComplete(gaps)) return incomplete([...gaps.unmarked, ...gaps.uncommented]);
    if (absent && marks.size > 0)
      return refuse(
        'jury.absent-with-marks',
        'Des critères sont déjà notés : un candidat noté n’est pas absent.',
        'Some criteria are already marked: a candidate who is marked is not absent.'
      );
    const marksHash = digest(
      [...marks.values()].map(observationDigest).sort((a, b) => (a < b ? -1 : 1))
    );
    const stored = await tx
      .insert(handIn)
      .values({
        id: newId(),
        sittingId: sheet.value.id,
        jurorId,
        handedInAt: now,
        marksHash,
        absent
      })
      .onConflictDoNothing()
      .returning({ id: handIn.id });
    if (stored.length > 0)
      await appendToLedger(tx, now, [
        {
          actor: jurorId,
          action: 'jury.hand-in',
          subject: sheet.value.id,
          payload: { marks: marksHash, absent }
        }
      ]);
    return ok('handed-in' as const);
  });
}

function incomplete(ids: CriterionId[]) {
  const list = ids.join(', ');
  return refuse(
    'jury.incomplete',
    `Il reste à noter, ou à commenter quand « non observé » est choisi : ${list}.`,
    `Still to be marked, or to be commented where “not observed” was chosen: ${list}.`
  );
}
