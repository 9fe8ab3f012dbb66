/** Adaptations: a candidate asks, the accessibility officer decides; nobody else learns why. */
import { authorise, type Actor } from '#people';
import { digest } from '#platform/canonical.ts';
import { seal, unseal } from '#platform/cipher.ts';
import type { Ground } from '#platform/ground.ts';
import type { Phrase } from '#platform/language.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { fail, ok, type Result } from '#platform/result.ts';
import { cleanText } from '#platform/text.ts';
import {
  emptyFile,
  longestRequest,
  readDecision,
  type AccessibilityFile
} from './accessibility.ts';
import { accessibilityFaults } from './accessibility-messages.ts';
import {
  endAdaptations,
  findAccessibilityRow,
  insertAdaptations,
  readAccessibilityRows,
  readAdaptations,
  saveFile,
  type AccessibilityRow
} from './accessibility-store.ts';
import { civilDay } from '#platform/civil-day.ts';
import { undoOnRefusal } from './guards.ts';
import type { Adaptation } from './model.ts';

/** An enrolment as the officer’s list shows it; the sealed file itself stays out. */
export type AccessibilityCase = Omit<AccessibilityRow, 'sealed'> & {
  asked: boolean;
  decided: boolean;
  adaptations: Adaptation[];
};

/** Every live enrolment of sessions to come, with what was asked and granted. The officer’s alone. */
export async function listAccessibility(
  ground: Ground,
  actor: Actor | null
): Promise<Result<AccessibilityCase[]>> {
  const allowed = authorise(actor, 'accessibility.manage');
  if (!allowed.ok) return allowed;
  const rows = await readAccessibilityRows(ground.db);
  const adaptations = await readAdaptations(
    ground.db,
    rows.map(({ enrolmentId }) => enrolmentId)
  );
  return ok(
    rows.map(({ sealed, ...row }) => {
      const file = openFile(ground, row.enrolmentId, sealed);
      return {
        ...row,
        asked: file.request !== '',
        decided: file.decidedAt !== null,
        adaptations: adaptations.get(row.enrolmentId) ?? []
      };
    })
  );
}

/** One file in clear, and the mark that a decision sends back. The officer’s alone. */
export async function openAccessibility(
  ground: Ground,
  actor: Actor | null,
  enrolmentId: string
): Promise<
  Result<
    Omit<AccessibilityRow, 'sealed'> & {
      file: AccessibilityFile;
      adaptations: Adaptation[];
      seen: string;
    }
  >
> {
  const allowed = authorise(actor, 'accessibility.manage');
  if (!allowed.ok) return allowed;
  const found = await findAccessibilityRow(ground.db, enrolmentId);
  if (!found) return refuseWith('accessibility.unknown', accessibilityFaults.unknown());
  const { sealed, ...row } = found;
  const file = openFile(ground, enrolmentId, sealed);
  const adaptations = (await readAdaptations(ground.db, [enrolmentId])).get(enrolmentId) ?? [];
  return ok({ ...row, file, adaptations, seen: digest({ file, adaptations }) });
}

/**
 * Grants exactly the adaptations of the form, ends the others, and keeps the private note. The
 * ledger learns which kinds, never why.
 * @param seen the mark of {@link openAccessibility}; a form drawn from an older state is refused
 */
export function decideAdaptations(
  ground: Ground,
  actor: Actor | null,
  enrolmentId: string,
  form: FormData,
  seen: string
): Promise<Result<'decided'>> {
  return undoOnRefusal(ground, async (tx) => {
    const allowed = authorise(actor, 'accessibility.manage');
    if (!allowed.ok) return allowed;
    const read = readDecision(form);
    if (!read.ok) return read;
    const decision = read.value;
    const found = await findAccessibilityRow(tx, enrolmentId, true);
    if (!found) return refuseWith('accessibility.unknown', accessibilityFaults.unknown());
    if (found.withdrawn)
      return refuseWith('accessibility.withdrawn', accessibilityFaults.withdrawn());
    if (found.status !== 'preparing' && found.status !== 'marking')
      return refuseWith('accessibility.settled', accessibilityFaults.settled());
    const file = openFile(ground, enrolmentId, found.sealed);
    const before = (await readAdaptations(tx, [enrolmentId])).get(enrolmentId) ?? [];
    const done =
      digest(before) === digest(decision.adaptations) &&
      file.note === decision.note &&
      file.decidedAt !== null;
    if (done) return ok('decided');
    if (digest({ file, adaptations: before }) !== seen)
      return refuseWith('accessibility.stale', accessibilityFaults.stale());
    const now = ground.clock.now();
    const same = (one: Adaptation, list: readonly Adaptation[]) =>
      list.some((other) => digest(other) === digest(one));
    const ended = before.filter((each) => !same(each, decision.adaptations));
    const granted = decision.adaptations.filter((each) => !same(each, before));
    await endAdaptations(tx, enrolmentId, kindsOf(ended), now);
    await insertAdaptations(tx, enrolmentId, granted, allowed.value.userId, now);
    await sealFile(ground, tx, enrolmentId, {
      ...file,
      note: decision.note,
      decidedAt: now.toISOString()
    });
    await appendToLedger(tx, now, [
      {
        actor: allowed.value.userId,
        action: 'accessibility.decide',
        subject: enrolmentId,
        payload: { granted: kindsOf(granted), ended: kindsOf(ended) }
      }
    ]);
    return ok('decided');
  });
}

/** A candidate’s own request, in clear for them alone, and whether it may still be changed. */
export async function ownRequest(
  ground: Ground,
  actor: Actor | null,
  enrolmentId: string
): Promise<Result<{ request: string; open: boolean }>> {
  const own = await ownRow(ground, actor, enrolmentId);
  if (!own.ok) return own;
  const { request } = openFile(ground, enrolmentId, own.value.row.sealed);
  return ok({ request, open: tooLate(ground, own.value.row) === undefined });
}

/**
 * A candidate asks for adaptations, in their own words, before the day; an empty text takes the
 * request back. The text is sealed at once: only the officer and the candidate read it.
 */
export function askAdaptations(
  ground: Ground,
  actor: Actor | null,
  enrolmentId: string,
  text: string
): Promise<Result<'asked'>> {
  return undoOnRefusal(ground, async (tx) => {
    const own = await ownRow({ ...ground, db: tx }, actor, enrolmentId, true);
    if (!own.ok) return own;
    const late = tooLate(ground, own.value.row);
    if (late) return refuseWith('accessibility.closed', late);
    const request = cleanText(text, longestRequest);
    if (!request.ok) return fail({ ...request.error, fields: { request: request.error.message } });
    const file = openFile(ground, enrolmentId, own.value.row.sealed);
    if (file.request === request.value) return ok('asked');
    const now = ground.clock.now();
    await sealFile(ground, tx, enrolmentId, {
      ...file,
      request: request.value,
      askedAt: request.value === '' ? null : now.toISOString(),
      decidedAt: null
    });
    await appendToLedger(tx, now, [
      { actor: own.value.by.userId, action: 'accessibility.ask', subject: enrolmentId }
    ]);
    return ok('asked');
  });
}

async function ownRow(
  ground: Pick<Ground, 'db'>,
  actor: Actor | null,
  enrolmentId: string,
  lock = false
): Promise<Result<{ row: AccessibilityRow; by: Actor }>> {
  const allowed = authorise(actor, 'dossier.read-own');
  if (!allowed.ok) return allowed;
  const row = await findAccessibilityRow(ground.db, enrolmentId, lock);
  return row && row.userId === allowed.value.userId
    ? ok({ row, by: allowed.value })
    : refuseWith('accessibility.unknown', accessibilityFaults.unknown());
}

function tooLate(ground: Ground, row: AccessibilityRow): Phrase | undefined {
  if (row.withdrawn) return accessibilityFaults.withdrawn();
  const before = row.status === 'preparing' && civilDay(ground.clock.now()) < row.day;
  return before ? undefined : accessibilityFaults.dayCome();
}

const kindsOf = (adaptations: readonly Adaptation[]) => adaptations.map(({ kind }) => kind);

/** The enrolment is authenticated with the text: a sealed file cannot be moved to another person. */
function openFile(ground: Ground, enrolmentId: string, sealed: string | null): AccessibilityFile {
  return sealed
    ? (JSON.parse(unseal(ground.fieldKey, sealed, enrolmentId)) as AccessibilityFile)
    : emptyFile;
}

const sealFile = (
  ground: Ground,
  tx: Ground['db'],
  enrolmentId: string,
  file: AccessibilityFile
): Promise<void> =>
  saveFile(
    tx,
    enrolmentId,
    seal(ground.fieldKey, JSON.stringify(file), enrolmentId),
    ground.clock.now()
  );

const refuseWith = (code: string, message: Phrase) => fail({ code, message });
