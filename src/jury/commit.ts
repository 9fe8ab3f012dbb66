/** Weighing marks against their sheets, and storing with their trace those that stand. */
import { criteriaOf, readReferential, type CriterionId } from '#referential';
import type { UserId } from '#people/model.ts';
import type { SittingId } from '#session/model.ts';
import type { Database } from '#platform/database.ts';
import { gather } from '#platform/gather.ts';
import { appendIfNext, type LedgerFact } from '#platform/ledger.ts';
import { fail, ok, type Result } from '#platform/result.ts';
import { observationDigest } from './digest.ts';
import type { Observation, ObservationInput, Receipt, RefusedMark } from './model.ts';
import { accessRefusal, markRefusal, unknownSheet, type Standing } from './standing.ts';
import {
  observationsInsert,
  readForWriting,
  readObservations,
  sheetKey,
  type SheetKey
} from './store.ts';

/** A batch whose form is right, before it is weighed against the state of its sheet. */
export interface Write extends SheetKey {
  marks: readonly ObservationInput[];
  refused: readonly RefusedMark[];
  now: Date;
}

export const malformed = {
  fr: 'Cette note n’a pas la forme attendue\u00a0: notez de nouveau ce critère.',
  en: 'This mark does not have the expected form: mark this criterion again.'
};

/** One writer for each database: marks that arrive together are committed together. */
const writers = new WeakMap<Database, (write: Write) => Promise<Result<Receipt>>>();

export function writerOf(db: Database): (write: Write) => Promise<Result<Receipt>> {
  const existing = writers.get(db);
  if (existing) return existing;
  const writer = gather<Write, Result<Receipt>>((writes) => commitTogether(db, writes), 256);
  writers.set(db, writer);
  return writer;
}

/** With a few servers on one database, each loses its turn now and then; never so often. */
const mostTurns = 50;

/**
 * Weighs and stores several batches at once: one reading, one writing. Between a mark and a hand-in, a
 * closing or a removal, the ledger settles which came first: if any was appended since the reading,
 * nothing is written and all is weighed again.
 */
async function commitTogether(db: Database, writes: Write[]): Promise<Result<Receipt>[]> {
  const now = new Date(Math.max(...writes.map((write) => write.now.getTime())));
  const ids = writes.flatMap(({ marks }) => marks.map(({ id }) => id));
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const { standings, known, head } = await readForWriting(db, writes, ids);
    const weighed: Weighed[] = [];
    for (const write of writes)
      weighed.push(await weigh(db, write, standings.get(sheetKey(write))));
    const fresh = freshMarks(weighed, known);
    const held = new Map(fresh.map((mark) => [mark.id, observationDigest(mark)]));
    const facts = fresh.map((mark) => trace(mark, held.get(mark.id)));
    if (
      fresh.length > 0 &&
      !(await appendIfNext(db, head, now, facts, observationsInsert(fresh, now)))
    )
      continue;
    for (const mark of await readObservations(db, known))
      held.set(mark.id, observationDigest(mark));
    return weighed.map((each) => (each.ok ? ok(receiptFor(each.value, held)) : each));
  }
  throw new Error(`The ledger moved ${mostTurns} times in a row`);
}

type Weighed = Result<{ marks: Observation[]; refused: RefusedMark[] }>;

async function weigh(db: Database, write: Write, standing: Standing | undefined): Promise<Weighed> {
  if (!standing) return unknownSheet();
  const barred = accessRefusal(standing);
  if (barred) return fail(barred);
  const referential = await readReferential(db, standing.referentialId);
  const lines = new Set<string>(criteriaOf(referential, standing.assessmentId).map(({ id }) => id));
  const marks: Observation[] = [];
  const refused = [...write.refused];
  for (const mark of write.marks) {
    const why = markRefusal(standing, mark.reason);
    if (why) refused.push({ id: mark.id, message: why.message });
    else if (!lines.has(mark.criterionId)) refused.push({ id: mark.id, message: malformed });
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

/** Marks to store: two requests of one device may carry the same one, and it may be stored already. */
function freshMarks(weighed: readonly Weighed[], known: readonly string[]): Observation[] {
  const fresh = new Map<string, Observation>();
  for (const each of weighed)
    for (const mark of each.ok ? each.value.marks : [])
      if (!fresh.has(mark.id)) fresh.set(mark.id, mark);
  for (const id of known) fresh.delete(id);
  return [...fresh.values()];
}

const trace = (mark: Observation, digest: string | undefined): LedgerFact => ({
  actor: mark.jurorId,
  action: 'jury.observe',
  subject: mark.sittingId,
  payload: { observation: mark.id, digest }
});

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
