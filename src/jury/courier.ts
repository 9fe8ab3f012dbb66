/**
 * Carries a sheet's outbox to the server: at once when there is a network, again and again when
 * there is none, and says where things stand. Knows no browser: storage, network and time are given
 * to it.
 */
import type { CriterionId, Level } from '#referential/model.ts';
import type { Answer } from '#platform/asking.ts';
import type { NoteId } from './jottings.ts';
import type { Receipt } from './marks.ts';
import {
  learn,
  nextSequence,
  openOutbox,
  record,
  retryRefused,
  settle,
  toSend,
  type DeviceMark,
  type Outbox
} from './outbox.ts';
import type { HeldSheet } from './sheet.ts';
import type { HandInIntent, Kept, Shelf } from './shelf.ts';

/** What other tabs of the same sheet are told. */
export type Whisper =
  | { mark: DeviceMark }
  | { marks: readonly DeviceMark[]; receipt: Receipt }
  | { handedIn: HandInIntent };

export interface Ports {
  shelf: Shelf;
  sendMarks(marks: readonly DeviceMark[]): Promise<Answer<Receipt>>;
  sendHandIn(intent: HandInIntent): Promise<Answer<'handed-in'>>;
  /** What the server holds of the sheet now. */
  readHeld(): Promise<Answer<Pick<HeldSheet, 'marks'> & { handedIn: HandInIntent | null }>>;
  /** Calls back later. @returns what cancels it */
  later(milliseconds: number, callback: () => void): () => void;
  whisper(said: Whisper): void;
  newId(): string;
  /** The time of the server, as near as this device knows it. */
  now(): Date;
}

/** Whether things are on their way. */
export type Delivery =
  | { kind: 'idle' }
  | { kind: 'sending' }
  | { kind: 'unreachable' }
  | { kind: 'signed-out' }
  | { kind: 'refused'; message: string };

/** Where the sheet stands: open, said complete on this device alone, or received as complete. */
export type HandInState =
  { kind: 'open' } | { kind: 'waiting'; absent: boolean } | { kind: 'received'; absent: boolean };

/** Whether this device could keep what it had to keep; if not, whether its disk is full. */
export type Keeping = 'kept' | 'full' | 'unavailable';

export interface CourierState {
  outbox: Outbox;
  delivery: Delivery;
  handIn: HandInState;
  keeping: Keeping;
  notes: ReadonlyMap<NoteId, string>;
}

export interface Tap {
  criterionId: CriterionId;
  level: Level | null;
  comment: string;
  reason?: string;
}

export interface Courier {
  readonly state: CourierState;
  /** Reads what the device kept, then sends. Resolves when the shelf has been read. */
  start(): Promise<void>;
  mark(tap: Tap): void;
  /** Keeps a comment that is being typed, or a quick note; without a text, lets it go. */
  note(id: NoteId, text: string | undefined): void;
  handIn(intent: HandInIntent): void;
  /** Tries now: the network is back, the page is shown again, or the juror asks. */
  wake(): void;
  /** Asks the server what it holds: the juror may have another tablet. */
  look(): void;
  hear(said: Whisper): void;
  stop(): void;
}

const longestPause = 30_000;
/** Before trying again to keep what this device could not keep. */
const shelfPause = 10_000;

/** Pauses before trying again: 1 s, 2 s, 4 s… and never more than half a minute. */
export const pauseAfter = (failures: number): number =>
  Math.min(longestPause, 1000 * 2 ** Math.max(0, failures - 1));

/** A sheet as it was when the courier was made. */
export interface KnownSheet {
  marks: readonly DeviceMark[];
  handedIn: HandInIntent | null;
  /** It comes from this device, and the server may hold more. */
  stale?: boolean;
}

export function createCourier(
  ports: Ports,
  sheet: KnownSheet,
  changed: (state: CourierState) => void
): Courier {
  let state: CourierState = {
    outbox: openOutbox(sheet.marks),
    delivery: { kind: 'idle' },
    handIn: sheet.handedIn ? { kind: 'received', absent: sheet.handedIn.absent } : { kind: 'open' },
    keeping: 'kept',
    notes: new Map()
  };
  let running = false;
  let stopped = false;
  let failures = 0;
  let behind = sheet.stale ?? false;
  let cancelRetry: () => void = () => undefined;
  let cancelKeeping: () => void = () => undefined;
  // One after another, so that a mark is never removed before it was put.
  let shelved: Promise<unknown> = Promise.resolve();

  function become(change: Partial<CourierState>): void {
    state = { ...state, ...change };
    if (!stopped) changed(state);
  }

  function keep(task: () => Promise<unknown>): void {
    shelved = shelved.then(task).catch(unkept);
  }

  function unkept(error: unknown): void {
    const full = error instanceof Error && error.name === 'QuotaExceededError';
    become({ keeping: full ? 'full' : 'unavailable' });
    cancelKeeping();
    if (!stopped) cancelKeeping = ports.later(shelfPause, () => keep(keepAll));
  }

  /** All that only this device holds, again: some of it may never have reached the shelf. */
  async function keepAll(): Promise<void> {
    await ports.shelf.putMarks(state.outbox.waiting, 'waiting');
    for (const [id, text] of state.notes) await ports.shelf.putNote(id, text);
    if (state.handIn.kind === 'waiting')
      await ports.shelf.putHandIn({ absent: state.handIn.absent }, 'waiting');
    become({ keeping: 'kept' });
  }

  // Of a note being typed, a slow disk is given the newest text alone: it is never far behind. One
  // that goes, goes after the mark that took it.
  const unshelved = new Set<NoteId>();
  function shelveNote(id: NoteId): void {
    if (!state.notes.has(id)) return keep(() => ports.shelf.putNote(id, undefined));
    if (unshelved.has(id)) return;
    unshelved.add(id);
    keep(async () => {
      unshelved.delete(id);
      const text = state.notes.get(id);
      if (text !== undefined) await ports.shelf.putNote(id, text);
    });
  }

  /** Puts an outbox in the place of the current one, on the shelf as on the screen. */
  function turn(outbox: Outbox): void {
    const stays = new Set(outbox.waiting.map(({ id }) => id));
    const known = new Set(state.outbox.received.map(({ id }) => id));
    const arrived = outbox.received.filter(({ id }) => !known.has(id));
    const taken = new Set(arrived.map(({ id }) => id));
    const gone = state.outbox.waiting
      .map(({ id }) => id)
      .filter((id) => !stays.has(id) && !taken.has(id));
    if (arrived.length > 0) keep(() => ports.shelf.putMarks(arrived, 'received'));
    if (gone.length > 0) keep(() => ports.shelf.removeMarks(gone));
    become({ outbox });
  }

  async function run(): Promise<void> {
    if (running || stopped) return;
    running = true;
    cancelRetry();
    while (!stopped) {
      const marks = toSend(state.outbox);
      const sends = marks.length > 0 || state.handIn.kind === 'waiting';
      if (!sends && !behind) {
        become({ delivery: { kind: 'idle' } });
        break;
      }
      if (sends && state.delivery.kind === 'idle') become({ delivery: { kind: 'sending' } });
      const reached = await (marks.length > 0
        ? carryMarks(marks)
        : sends
          ? carryHandIn()
          : catchUp());
      if (!reached) break;
    }
    running = false;
  }

  async function carryMarks(marks: readonly DeviceMark[]): Promise<boolean> {
    const answer = await ports.sendMarks(marks);
    if (answer.kind !== 'answered') return failed(answer);
    // A server that forgot a mark in its answer would otherwise be asked for ever.
    const told = new Set([...answer.value.received, ...answer.value.refused.map(({ id }) => id)]);
    if (!marks.every(({ id }) => told.has(id))) return failed({ kind: 'unreachable' });
    arrived();
    turn(settle(state.outbox, answer.value));
    ports.whisper({ marks, receipt: answer.value });
    return true;
  }

  async function carryHandIn(): Promise<boolean> {
    if (state.handIn.kind !== 'waiting') return true;
    const intent = { absent: state.handIn.absent };
    const answer = await ports.sendHandIn(intent);
    if (answer.kind === 'unreachable' || answer.kind === 'signed-out') return failed(answer);
    if (answer.kind === 'refused') {
      keep(() => ports.shelf.putHandIn(null, 'waiting'));
      become({ handIn: { kind: 'open' } });
      return failed(answer);
    }
    arrived();
    handedIn(intent);
    ports.whisper({ handedIn: intent });
    return true;
  }

  async function catchUp(): Promise<boolean> {
    const answer = await ports.readHeld();
    if (answer.kind !== 'answered') return failed(answer);
    behind = false;
    failures = 0;
    turn(learn(state.outbox, answer.value.marks));
    const theirs = answer.value.handedIn;
    if (theirs && state.handIn.kind !== 'received') handedIn({ absent: theirs.absent });
    return true;
  }

  function handedIn(intent: HandInIntent): void {
    keep(() => ports.shelf.putHandIn(intent, 'received'));
    become({ handIn: { kind: 'received', ...intent } });
  }

  function arrived(): void {
    failures = 0;
    become({ delivery: { kind: 'sending' } });
  }

  function failed(answer: Exclude<Answer<unknown>, { kind: 'answered' }>): false {
    become({ delivery: answer });
    if (answer.kind === 'unreachable') {
      failures += 1;
      cancelRetry = ports.later(pauseAfter(failures), () => void run());
    }
    return false;
  }

  function look(): void {
    behind = true;
    void run();
  }

  /** Takes in what the device kept. */
  function recall(kept: Kept): void {
    const outbox = kept.marks.reduce(record, learn(state.outbox, kept.received));
    const onShelf = new Set(kept.received.map(({ id }) => id));
    const fresh = outbox.received.filter(({ id }) => !onShelf.has(id));
    if (fresh.length > 0) keep(() => ports.shelf.putMarks(fresh, 'received'));
    become({ outbox, notes: kept.notes });
    if (state.handIn.kind === 'received') {
      const { absent } = state.handIn;
      if (kept.handIn?.at !== 'received') keep(() => ports.shelf.putHandIn({ absent }, 'received'));
    } else if (kept.handIn)
      become({ handIn: { kind: kept.handIn.at, absent: kept.handIn.absent } });
  }

  return {
    get state() {
      return state;
    },
    async start() {
      await ports.shelf.read().then(recall, unkept);
      void run();
    },
    mark({ criterionId, level, comment, reason }) {
      const mark: DeviceMark = {
        id: ports.newId(),
        criterionId,
        level,
        comment,
        madeAt: ports.now().toISOString(),
        sequence: nextSequence(state.outbox),
        reason: reason ?? null
      };
      keep(() => ports.shelf.putMarks([mark], 'waiting'));
      turn(record(state.outbox, mark));
      ports.whisper({ mark });
      void run();
    },
    note(id, text) {
      const notes = new Map(state.notes);
      if (text === undefined) notes.delete(id);
      else notes.set(id, text);
      become({ notes });
      shelveNote(id);
    },
    handIn(intent) {
      if (state.handIn.kind !== 'open') return;
      keep(() => ports.shelf.putHandIn(intent, 'waiting'));
      become({ handIn: { kind: 'waiting', absent: intent.absent } });
      void run();
    },
    wake() {
      if (state.outbox.refused.size > 0) become({ outbox: retryRefused(state.outbox) });
      look();
    },
    look,
    hear(said) {
      if ('mark' in said) turn(record(state.outbox, said.mark));
      // A tab opened while these marks were on their way has never heard of them.
      else if ('receipt' in said)
        turn(settle(said.marks.reduce(record, state.outbox), said.receipt));
      else become({ handIn: { kind: 'received', absent: said.handedIn.absent } });
    },
    stop() {
      stopped = true;
      cancelRetry();
      cancelKeeping();
    }
  };
}
