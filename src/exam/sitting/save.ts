/** Keeping what candidates write, many together. */
import { authorise, type Actor } from '#people';
import { inArray } from 'drizzle-orm';
import { certificationSession } from '#session/tables.ts';
import { isTaken, type Database } from '#platform/database.ts';
import { gather } from '#platform/gather.ts';
import type { Ground } from '#platform/ground.ts';
import { isId } from '#platform/ids.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { isField, isUnsealed, stateAt } from './model.ts';
import { unknownSitting } from './open-sitting.ts';
import { standingOf, type Standing } from './standing.ts';
import { readEvents, readHeads, readPlaces, type EditRow } from './store.ts';
import { answerEdit } from './tables.ts';
import {
  isAcceptable,
  replayed,
  savingSchema,
  type PlacedEdit,
  type Saving,
  type Texts
} from './text.ts';
import { heldTexts, readPlaced } from './texts.ts';

/**
 * What became of a saving. `saved`: all that was sent is held, up to `head`. `behind`: nothing was
 * taken, for the page does not know the changes in `since`; it takes them in, then sends again. A page
 * finds its own there when an answer was lost on the way.
 */
export type Saved = Standing &
  ({ kind: 'saved'; head: number } | { kind: 'behind'; since: PlacedEdit[] });

interface Write extends Saving {
  sittingId: string;
  userId: string;
  now: Date;
}

/**
 * Keeps the changes of a page. They are taken whole and in order, or not at all; what is answered
 * « saved » is committed. Changes are kept even when they arrive after the time, apart from those that
 * count: no word that a candidate wrote is ever lost.
 */
export async function saveEdits(
  ground: Ground,
  actor: Actor | null,
  sittingId: string,
  input: unknown
): Promise<Result<Saved>> {
  const allowed = authorise(actor, 'exam.sit');
  if (!allowed.ok) return allowed;
  if (!isId(sittingId)) return unknownSitting();
  const parsed = savingSchema.safeParse(input);
  if (!parsed.success) return malformed();
  const write = {
    ...parsed.data,
    sittingId,
    userId: allowed.value.userId,
    now: ground.clock.now()
  };
  return writerOf(ground.db)(write);
}

const malformed = () =>
  refuse(
    'exam.bad-edit',
    'Ce texte n’a pas la forme attendue : rechargez la page, rien n’est perdu sur cet appareil.',
    'This text does not have the expected form: reload the page, nothing is lost on this device.'
  );

/** One writer for each database: what arrives together is kept together. */
const writers = new WeakMap<Database, (write: Write) => Promise<Result<Saved>>>();

function writerOf(db: Database): (write: Write) => Promise<Result<Saved>> {
  const existing = writers.get(db);
  if (existing) return existing;
  const writer = gather<Write, Result<Saved>>((writes) => saveTogether(db, writes), 256);
  writers.set(db, writer);
  return writer;
}

/** With several servers, two may write one text at once: the loser reads again. */
const mostTurns = 5;

async function saveTogether(db: Database, writes: Write[]): Promise<Result<Saved>[]> {
  for (let turn = 1; ; turn += 1) {
    const known = await readKnown(db, writes);
    const texts = new Map(known.texts);
    const heads = new Map(known.heads);
    const rows: EditRow[] = [];
    const answers = writes.map((write): (() => Promise<Result<Saved>>) => {
      const weighed = weigh(write, known, heads.get(write.sittingId) ?? 0, texts);
      if (!weighed.ok) return async () => weighed;
      const { standing, edits } = weighed.value;
      if (edits === 'behind')
        return async () =>
          ok({
            ...standing,
            kind: 'behind',
            since: await readPlaced(db, write.sittingId, write.base)
          });
      rows.push(...edits);
      const head = write.base + edits.length;
      if (edits.length > 0) {
        heads.set(write.sittingId, head);
        texts.set(write.sittingId, replayed(texts.get(write.sittingId) ?? {}, edits));
      }
      return async () => ok({ ...standing, kind: 'saved', head });
    });
    try {
      if (rows.length > 0) await db.insert(answerEdit).values(rows);
    } catch (error) {
      if (turn === mostTurns || !isTaken(error)) throw error;
      continue;
    }
    for (const sittingId of new Set(rows.map((row) => row.sittingId)))
      heldTexts(db).put(sittingId, heads.get(sittingId) ?? 0, texts.get(sittingId) ?? {});
    return Promise.all(answers.map((answer) => answer()));
  }
}

type Known = Awaited<ReturnType<typeof readKnown>>;

async function readKnown(db: Database, writes: readonly Write[]) {
  const sittingIds = [...new Set(writes.map(({ sittingId }) => sittingId))];
  const [places, events, heads] = await Promise.all([
    readPlaces(db, { sittingIds }),
    readEvents(db, sittingIds),
    readHeads(db, sittingIds)
  ]);
  const sessions = await db
    .select({ id: certificationSession.id, status: certificationSession.status })
    .from(certificationSession)
    .where(
      inArray(certificationSession.id, [...new Set(places.map((each) => each.sessionId)), ''])
    );
  const texts = new Map<string, Texts>();
  for (const sittingId of sittingIds)
    texts.set(sittingId, await heldTexts(db).at(db, sittingId, heads.get(sittingId) ?? 0));
  return {
    places: new Map(places.map((place) => [place.sittingId as string, place])),
    closed: new Set(sessions.filter(({ status }) => status === 'closed').map(({ id }) => id)),
    events,
    heads,
    texts
  };
}

function weigh(
  write: Write,
  known: Known,
  head: number,
  texts: ReadonlyMap<string, Texts>
): Result<{ standing: Standing; edits: EditRow[] | 'behind' }> {
  const place = known.places.get(write.sittingId);
  if (!place || place.userId !== write.userId) return unknownSitting();
  const events = known.events.get(write.sittingId) ?? [];
  const state = stateAt(events, place.allowance, write.now);
  const standing = standingOf(events, state, write.now);
  if (write.edits.length === 0) {
    if (write.base > head) return malformed();
    return ok({ standing, edits: write.base === head ? [] : 'behind' });
  }
  const wrote = events.some(({ fact }) => fact.kind === 'pen' && fact.writer === write.writer);
  if (!wrote || !isUnsealed(state) || known.closed.has(place.sessionId)) return notOpenToText();
  if (write.base < head) return ok({ standing, edits: 'behind' });
  if (write.base > head) return malformed();
  let current = texts.get(write.sittingId) ?? {};
  for (const edit of write.edits) {
    if (!isField(place.assessmentId, edit.field)) return malformed();
    if (!isAcceptable(current[edit.field] ?? '', edit)) return malformed();
    current = replayed(current, [edit]);
  }
  const edits = write.edits.map((edit, index) => ({
    ...edit,
    sittingId: write.sittingId,
    writer: write.writer,
    place: head + index + 1,
    receivedAt: write.now
  }));
  return ok({ standing, edits });
}

const notOpenToText = () =>
  refuse(
    'exam.not-writing',
    'Cette page n’a pas reçu la plume : rechargez-la, votre texte est gardé sur cet appareil.',
    'This page was not given the pen: reload it, your text is kept on this device.'
  );
