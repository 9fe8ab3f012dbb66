/**
 * The juror's outbox: marks made on this device, and what became of each. Pure values: each change
 * makes a new outbox, so that the same taps and answers always give the same one, in a test as on
 * a tablet. `courier.ts` carries it to the server, `shelf.ts` keeps it when the tablet sleeps.
 */
import type { CriterionId, Level } from '#referential/model.ts';
import type { Phrase } from '#platform/language.ts';
import { currentMarks, type Receipt } from './marks.ts';

/** A mark as it travels: an observation before the server says whose it is. */
export interface DeviceMark {
  id: string;
  criterionId: CriterionId;
  level: Level | null;
  comment: string;
  /** ISO 8601, by this device's clock. */
  madeAt: string;
  sequence: number;
  reason: string | null;
}

export interface Outbox {
  /** Marks that the server holds, current ones at least. */
  received: readonly DeviceMark[];
  /** Marks that only this device holds, in the order they were made. */
  waiting: readonly DeviceMark[];
  /** Why the server would not take some of those that wait; they are not sent again by themselves. */
  refused: ReadonlyMap<string, Phrase>;
}

export const openOutbox = (received: readonly DeviceMark[]): Outbox => ({
  received,
  waiting: [],
  refused: new Map()
});

/** The next sequence: above whatever this device knows, from the server, itself or another tab. */
export const nextSequence = ({ received, waiting }: Outbox): number =>
  Math.max(0, ...[...received, ...waiting].map(({ sequence }) => sequence)) + 1;

/**
 * Adds a mark that was made here, in another tab, or before a reload. Known ids are left as they
 * are; a refused mark on the same criterion gives way to the one that replaces it.
 */
export function record(outbox: Outbox, mark: DeviceMark): Outbox {
  if (isKnown(outbox, mark.id)) return outbox;
  const replaced = new Set(
    outbox.waiting
      .filter(({ id, criterionId }) => criterionId === mark.criterionId && outbox.refused.has(id))
      .map(({ id }) => id)
  );
  return {
    ...outbox,
    waiting: [...outbox.waiting.filter(({ id }) => !replaced.has(id)), mark],
    refused: without(outbox.refused, replaced)
  };
}

const isKnown = ({ received, waiting }: Outbox, id: string): boolean =>
  received.some((mark) => mark.id === id) || waiting.some((mark) => mark.id === id);

/** Marks to send now: the oldest that the server has not refused, within what one sending carries. */
export const toSend = ({ waiting, refused }: Outbox, most = 50): DeviceMark[] =>
  waiting.filter(({ id }) => !refused.has(id)).slice(0, most);

/** Takes the server's answer in. Only what it says it holds leaves the device. */
export function settle(outbox: Outbox, receipt: Receipt): Outbox {
  const arrived = new Set(receipt.received);
  const waits = new Set(outbox.waiting.map(({ id }) => id));
  return {
    received: [...outbox.received, ...outbox.waiting.filter(({ id }) => arrived.has(id))],
    waiting: outbox.waiting.filter(({ id }) => !arrived.has(id)),
    refused: new Map([
      ...without(outbox.refused, arrived),
      ...receipt.refused
        .filter(({ id }) => waits.has(id) && !arrived.has(id))
        .map(({ id, message }) => [id, message] as const)
    ])
  };
}

/** Takes in marks that the server holds: made on the juror's other tablet, or before an answer was lost. */
export function learn(outbox: Outbox, held: readonly DeviceMark[]): Outbox {
  const ids = new Set(held.map(({ id }) => id));
  const known = new Set(outbox.received.map(({ id }) => id));
  const fresh = held.filter(({ id }) => !known.has(id));
  if (fresh.length === 0) return outbox;
  return {
    received: [...outbox.received, ...fresh],
    waiting: outbox.waiting.filter(({ id }) => !ids.has(id)),
    refused: without(outbox.refused, ids)
  };
}

/** Marks refused for a reason that may have passed (the sheet was closed) may be sent once more. */
export const retryRefused = (outbox: Outbox): Outbox => ({ ...outbox, refused: new Map() });

const without = <T>(map: ReadonlyMap<string, T>, ids: ReadonlySet<string>): Map<string, T> =>
  new Map([...map].filter(([id]) => !ids.has(id)));

/** A mark as the screen shows it, and where it is. */
export type ShownMark = DeviceMark &
  ({ at: 'server' | 'device' } | { at: 'refused'; message: Phrase });

/** The current mark of each criterion, wherever it is. */
export function shownMarks({ received, waiting, refused }: Outbox): Map<CriterionId, ShownMark> {
  const here = new Set(waiting.map(({ id }) => id));
  const shown = new Map<CriterionId, ShownMark>();
  for (const [criterionId, mark] of currentMarks([...received, ...waiting])) {
    const message = refused.get(mark.id);
    if (message) shown.set(criterionId, { ...mark, at: 'refused', message });
    else shown.set(criterionId, { ...mark, at: here.has(mark.id) ? 'device' : 'server' });
  }
  return shown;
}
