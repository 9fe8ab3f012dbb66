/** Papers that nobody handed in: the ledger holds their hash from the moment they are seen closed. */
import { gt, inArray } from 'drizzle-orm';
import type { Ground } from '#platform/ground.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { paperHashes, readAnswer, type Answer } from './answer.ts';
import { closesAt, isOver, stateAt, type SittingEvent, type SittingState } from './model.ts';
import { readEvents, readPlaces, type SittingPlace } from './store.ts';
import { closedPaper, sittingEvent } from './tables.ts';

/** A sitting as someone just read it. */
interface Seen {
  place: Pick<SittingPlace, 'sittingId' | 'allowance'>;
  events: readonly SittingEvent[];
}

/**
 * Whether a paper is closed and its hash told by none of its events: its time and the grace are over
 * without a hand-in, or late words were counted since. Minutes given back open it again.
 */
export function isClosedUntold(
  events: readonly SittingEvent[],
  state: SittingState,
  now: Date
): boolean {
  if (state.kind === 'handed-in') return events.at(-1)?.fact.kind === 'late-counted';
  return state.kind === 'ended' && state.startedAt !== null && closesAt(state)! < now;
}

/**
 * Writes the hash of each paper that is closed and untold into the ledger, once for each closing,
 * whoever sees it first and however many do at once. @returns how many it wrote
 */
export async function tellClosed(ground: Ground, seen: readonly Seen[]): Promise<number> {
  const now = ground.clock.now();
  const closed = seen.flatMap(({ place, events }) => {
    const state = stateAt(events, place.allowance, now);
    const facts = events.at(-1)?.place ?? 0;
    return isClosedUntold(events, state, now)
      ? [{ sittingId: place.sittingId as string, events, state, facts }]
      : [];
  });
  const untold = await withoutTold(ground, closed);
  if (untold.length === 0) return 0;
  const papers = await Promise.all(
    untold.map(async ({ sittingId, events, state, facts }) => {
      const { edits } = await readAnswer(ground.db, sittingId, events, state);
      const upTo = edits.at(-1)?.place ?? 0;
      return { sittingId, facts, upTo, ...paperHashes(edits), seenAt: now };
    })
  );
  return ground.db.transaction(async (tx) => {
    const told = await tx
      .insert(closedPaper)
      // In one order for all: two who write the same papers never wait for each other.
      .values(papers.toSorted((one, other) => (one.sittingId < other.sittingId ? -1 : 1)))
      .onConflictDoNothing()
      .returning();
    await appendToLedger(
      tx,
      now,
      told.map(({ sittingId, facts, upTo, answer, trail }) => ({
        actor: 'system',
        action: 'exam.closed',
        subject: sittingId,
        payload: { answer, upTo, trail, facts }
      }))
    );
    return told.length;
  });
}

/** For how long after its last fact a paper that nobody looks at is looked for. */
const leftDays = 7;

/** Tells the papers that closed and that nobody came to see, lately. @returns how many there were */
export async function tellLeft(ground: Ground): Promise<number> {
  const since = new Date(ground.clock.now().getTime() - leftDays * 86_400_000);
  const moved = await ground.db
    .selectDistinct({ sittingId: sittingEvent.sittingId })
    .from(sittingEvent)
    .where(gt(sittingEvent.at, since));
  const sittingIds = moved.map(({ sittingId }) => sittingId);
  const places = await readPlaces(ground.db, { sittingIds });
  const events = await readEvents(ground.db, sittingIds);
  return tellClosed(
    ground,
    places.map((place) => ({ place, events: events.get(place.sittingId) ?? [] }))
  );
}

/** The answer of a sitting that is over, whose closing is told by the way; null while it goes on. */
export async function readOver(
  ground: Ground,
  { place, events, state }: Seen & { state: SittingState }
): Promise<Answer | null> {
  if (!isOver(state)) return null;
  await tellClosed(ground, [{ place, events }]);
  return readAnswer(ground.db, place.sittingId, events, state);
}

async function withoutTold<T extends { sittingId: string; facts: number }>(
  { db }: Ground,
  closed: readonly T[]
): Promise<T[]> {
  if (closed.length === 0) return [];
  const told = await db
    .select({ sittingId: closedPaper.sittingId, facts: closedPaper.facts })
    .from(closedPaper)
    .where(
      inArray(
        closedPaper.sittingId,
        closed.map(({ sittingId }) => sittingId)
      )
    );
  const known = new Set(told.map(({ sittingId, facts }) => `${sittingId} ${facts}`));
  return closed.filter(({ sittingId, facts }) => !known.has(`${sittingId} ${facts}`));
}
