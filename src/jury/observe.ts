/** Receiving marks from jurors' devices. */
import { authorise, type Actor } from '#people';
import { criteriaOf, readReferential, type CriterionId } from '#referential';
import type { UserId } from '#people/model.ts';
import type { SittingId } from '#session/model.ts';
import { digest } from '#platform/canonical.ts';
import type { Database } from '#platform/database.ts';
import { gather } from '#platform/gather.ts';
import type { Ground } from '#platform/ground.ts';
import { isId } from '#platform/ids.ts';
import { appendAfter, lockLedger, type LedgerHead } from '#platform/ledger.ts';
import { fail, ok, refuse, type Result } from '#platform/result.ts';
import {
  batchSchema,
  observationSchema,
  type Observation,
  type ObservationInput,
  type Receipt,
  type RefusedMark
} from './model.ts';
import { accessRefusal, markRefusal, unknownSheet, type Standing } from './standing.ts';
import {
  insertObservations,
  readObservations,
  readStandings,
  sheetKey,
  type SheetKey
} from './store.ts';

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
  const allowed = authorise(actor, 'marking.write');
  if (!allowed.ok) return allowed;
  if (!isId(sittingId)) return unknownSheet();
  const batch = batchSchema.safeParse(input);
  if (!batch.success)
    return refuse(
      'jury.bad-batch',
      'Ces notes n’ont pas la forme attendue\u00a0: rechargez la page, rien n’est perdu sur cette tablette.',
      'These marks do not have the expected form: reload the page, nothing is lost on this tablet.'
    );
  const marks: ObservationInput[] = [];
  const refused: RefusedMark[] = [];
  for (const each of batch.data.observations) {
    const parsed = observationSchema.safeParse(each);
    if (parsed.success) marks.push(parsed.data);
    else refused.push({ id: idOf(each), message: malformed });
  }
  return writerOf(ground.db)({
    sittingId,
    jurorId: allowed.value.userId,
    marks,
    refused,
    now: ground.clock.now()
  });
}

const malformed = {
  fr: 'Cette note n’a pas la forme attendue\u00a0: notez de nouveau ce critère.',
  en: 'This mark does not have the expected form: mark this criterion again.'
};

const idOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : '';

/** A batch whose form is right, before it is weighed against the state of its sheet. */
interface Write extends SheetKey {
  marks: ObservationInput[];
  refused: RefusedMark[];
  now: Date;
}

/** One writer for each database: marks that arrive together are committed together. */
const writers = new WeakMap<Database, (write: Write) => Promise<Result<Receipt>>>();

function writerOf(db: Database) {
  const existing = writers.get(db);
  if (existing) return existing;
  const writer = gather<Write, Result<Receipt>>(
    (writes) => db.transaction((tx) => commitTogether(tx, writes)),
    256
  );
  writers.set(db, writer);
  return writer;
}

/**
 * Weighs and stores several batches in one transaction. The ledger's lock is taken first: between
 * a mark and a hand-in, a closing or a removal, it settles which came before.
 */
async function commitTogether(tx: Database, writes: Write[]): Promise<Result<Receipt>[]> {
  const head = await lockLedger(tx);
  const standings = await readStandings(tx, writes);
  const weighed: Weighed[] = [];
  for (const write of writes) weighed.push(await weigh(tx, write, standings.get(sheetKey(write))));
  const taken = weighed.flatMap((each) => (each.ok ? each.value.marks : []));
  const held = await store(tx, head, taken, latest(writes));
  return weighed.map((each) => (each.ok ? ok(receiptFor(each.value, held)) : each));
}

type Weighed = Result<{ marks: Observation[]; refused: RefusedMark[] }>;

async function weigh(tx: Database, write: Write, standing: Standing | undefined): Promise<Weighed> {
  if (!standing) return unknownSheet();
  const barred = accessRefusal(standing);
  if (barred) return fail(barred);
  const referential = await readReferential(tx, standing.referentialId);
  const known = new Set<string>(criteriaOf(referential, standing.assessmentId).map(({ id }) => id));
  const marks: Observation[] = [];
  const refused = [...write.refused];
  for (const mark of write.marks) {
    const why = markRefusal(standing, mark.reason);
    if (why) refused.push({ id: mark.id, message: why.message });
    else if (!known.has(mark.criterionId)) refused.push({ id: mark.id, message: malformed });
    else
      marks.push({
        ...mark,
        sittingId: write.sittingId as SittingId,
        jurorId: write.jurorId as UserId,
        criterionId: mark.criterionId as CriterionId
      });
  }
  return ok({ marks, refused });
}

const latest = (writes: readonly Write[]): Date =>
  new Date(Math.max(...writes.map(({ now }) => now.getTime())));

/**
 * Stores marks and traces each that is new, once, even when two requests carry it.
 * @returns the digest of what is now held under each id
 */
async function store(
  tx: Database,
  head: LedgerHead,
  marks: readonly Observation[],
  now: Date
): Promise<Map<string, string>> {
  const byId = new Map<string, Observation>();
  for (const mark of marks) if (!byId.has(mark.id)) byId.set(mark.id, mark);
  const all = [...byId.values()];
  const stored = await insertObservations(tx, all, now);
  const fresh = all.filter(({ id }) => stored.has(id));
  const digests = new Map(fresh.map((mark) => [mark.id, observationDigest(mark)]));
  await appendAfter(
    tx,
    head,
    now,
    fresh.map((mark) => ({
      actor: mark.jurorId,
      action: 'jury.observe',
      subject: mark.sittingId,
      payload: { observation: mark.id, digest: digests.get(mark.id) }
    }))
  );
  const known = all.filter(({ id }) => !stored.has(id)).map(({ id }) => id);
  for (const mark of await readObservations(tx, known))
    digests.set(mark.id, observationDigest(mark));
  return digests;
}

/** « Received » only if what is held under the id is this very mark: an id is one mark's for ever. */
function receiptFor(
  { marks, refused }: { marks: Observation[]; refused: RefusedMark[] },
  held: ReadonlyMap<string, string>
): Receipt {
  const isHeld = (mark: Observation) => held.get(mark.id) === observationDigest(mark);
  return {
    received: [...new Set(marks.filter(isHeld).map(({ id }) => id))],
    refused: [
      ...refused,
      ...marks.filter((mark) => !isHeld(mark)).map(({ id }) => ({ id, message: malformed }))
    ]
  };
}
