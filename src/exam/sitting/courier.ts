/**
 * Carries a desk's changes to the server: a moment after each pause when there is a network, again and
 * again when there is none, and says where things stand. Knows no browser: storage, network and time
 * are given to it.
 */
import type { Answer } from '#platform/asking.ts';
import type { Edit, Origin } from '../trace/edits.ts';
import { catchUp, openDesk, settle, write, type Desk } from './desk.ts';
import type { KeptEdits, Shelf } from './shelf.ts';
import type { Standing } from './standing.ts';
import { replayed, type PlacedEdit, type Saving } from './text.ts';

export type SavedAnswer = Standing &
  ({ kind: 'saved'; head: number } | { kind: 'behind'; since: PlacedEdit[] });

export interface Ports {
  shelf: Shelf;
  save(saving: Saving): Promise<Answer<SavedAnswer>>;
  handIn(paper: { base: number; texts: Desk['texts'] }): Promise<Answer<Standing>>;
  /** Calls back later. @returns what cancels it */
  later(milliseconds: number, callback: () => void): () => void;
  /** This device's clock, in milliseconds since 1970. */
  now(): number;
  /** Pages of this sitting that are open on this device, this one included. */
  alive(): Promise<ReadonlySet<string>>;
}

export type Delivery = 'idle' | 'waiting' | 'sending' | 'unreachable' | 'signed-out';

export interface CourierState {
  desk: Desk;
  standing: Standing;
  /** How far the server's clock is ahead of this device's, in milliseconds. */
  ahead: number;
  delivery: Delivery;
  /** The server's sentence, when it would not take something. */
  refusal: string;
  /** Whether this device could keep what it had to keep (false: no room, or private browsing). */
  keeps: boolean;
  /** The candidate has handed in; the server does not know it yet. */
  handingIn: boolean;
  /** Words that an earlier page had not sent were found on this device and joined the text. */
  recovered: number;
}

export interface Courier {
  readonly state: CourierState;
  /** Sends what earlier pages left on this device, then listens. */
  start(): Promise<void>;
  write(field: string, text: string, origin: Origin): void;
  handIn(): void;
  /** What the server says between two savings. */
  hear(standing: Standing): void;
  /** Tries now: the network is back, or the page is shown again. */
  wake(): void;
  /** Whatever waits, to be sent as the page closes. */
  leftover(): Saving | null;
  stop(): void;
}

/** Sent when the hand rests this long, and this long after the first key at the latest. */
const restMs = 350;
const mostMs = 900;
const mostEdits = 400;
const longestPause = 10_000;
const pulse = 15_000;

export function createCourier(
  ports: Ports,
  page: { writer: string; edits: readonly PlacedEdit[]; standing: Standing },
  changed: (state: CourierState) => void
): Courier {
  const { writer } = page;
  let state: CourierState = {
    desk: openDesk(page.edits),
    standing: page.standing,
    ahead: page.standing.now - ports.now(),
    delivery: 'idle',
    refusal: '',
    keeps: true,
    handingIn: false,
    recovered: 0
  };
  let running = false;
  let stopped = false;
  let failures = 0;
  let waitingSince: number | null = null;
  let cancelNext: () => void = () => undefined;
  let cancelPulse: () => void = () => undefined;
  // One after another, so that a change is never removed before it was put.
  let shelved: Promise<unknown> = Promise.resolve();

  function become(change: Partial<CourierState>): void {
    state = { ...state, ...change };
    if (!stopped) changed(state);
  }

  function keep(task: () => Promise<unknown>): void {
    shelved = shelved.then(task).catch(() => become({ keeps: false }));
  }

  const shelve = () =>
    keep(() => {
      const { head, pending } = state.desk;
      return ports.shelf.replace({ writer, base: head, edits: [...pending] });
    });

  // A slow disk is given all that was typed since its last write at once: it is never far behind.
  let unshelved: Edit[] = [];
  function shelveEdit(edit: Edit): void {
    unshelved.push(edit);
    if (unshelved.length > 1) return;
    keep(() => {
      const edits = unshelved;
      unshelved = [];
      return ports.shelf.put(writer, edits);
    });
  }

  const told = (standing: Standing): Partial<CourierState> => ({
    standing,
    ahead: standing.now - ports.now()
  });

  function soon(): void {
    const now = ports.now();
    waitingSince ??= now;
    cancelNext();
    cancelNext = ports.later(
      Math.max(0, Math.min(restMs, waitingSince + mostMs - now)),
      () => void run()
    );
  }

  /** Sends until nothing is left, or something stands in the way. */
  async function run(): Promise<void> {
    if (running || stopped) return;
    running = true;
    cancelNext();
    waitingSince = null;
    while (!stopped) {
      const edits = state.desk.pending.slice(0, mostEdits);
      if (edits.length === 0) {
        if (state.handingIn && !(await carryHandIn())) break;
        if (state.desk.pending.length > 0) continue;
        become({ delivery: 'idle' });
        break;
      }
      if (!(await carry(edits))) break;
    }
    running = false;
  }

  async function carry(edits: Saving['edits']): Promise<boolean> {
    become({ delivery: 'sending' });
    const answer = await ports.save({ writer, base: state.desk.head, edits });
    if (answer.kind !== 'answered') return failed(answer);
    failures = 0;
    const { value } = answer;
    const desk =
      value.kind === 'saved'
        ? settle(state.desk, edits.length)
        : catchUp(state.desk, writer, value.since);
    become({ desk, ...told(standingIn(value)), refusal: '' });
    shelve();
    return true;
  }

  async function carryHandIn(): Promise<boolean> {
    become({ delivery: 'sending' });
    const { head, texts } = state.desk;
    const answer = await ports.handIn({ base: head, texts });
    if (answer.kind === 'answered') {
      keep(() => ports.shelf.putHandIn(false));
      become({ ...told(answer.value), handingIn: false, refusal: '' });
      return true;
    }
    if (answer.kind === 'refused') {
      keep(() => ports.shelf.putHandIn(false));
      become({ handingIn: false });
      void ask();
    }
    return failed(answer);
  }

  /** Asks where things stand, and takes in what another page wrote. */
  async function ask(): Promise<void> {
    if (running || stopped) return;
    if (state.desk.pending.length > 0 || state.handingIn) return run();
    running = true;
    const base = state.desk.head;
    const answer = await ports.save({ writer, base, edits: [] });
    running = false;
    if (answer.kind !== 'answered') failed(answer);
    else {
      failures = 0;
      const { value } = answer;
      const desk = value.kind === 'behind' ? catchUp(state.desk, writer, value.since) : state.desk;
      become({ desk, ...told(standingIn(value)), delivery: 'idle' });
      if (value.kind === 'behind') shelve();
      if (desk.pending.length > 0) soon();
    }
  }

  function failed(answer: Exclude<Answer<unknown>, { kind: 'answered' }>): false {
    if (answer.kind === 'refused') become({ delivery: 'waiting', refusal: answer.message });
    else {
      become({ delivery: answer.kind });
      failures += 1;
      const pause = Math.min(longestPause, 500 * 2 ** failures);
      cancelNext();
      cancelNext = ports.later(pause, () => void ask());
    }
    return false;
  }

  /** What an earlier page of this device had not sent, carried in its name. */
  async function recover({ writer: earlier, base, edits }: KeptEdits): Promise<void> {
    let desk: Desk = {
      ...openDesk(page.edits.slice(0, base)),
      pending: edits,
      nextSeq: (edits.at(-1)?.seq ?? 0) + 1
    };
    desk = { ...desk, texts: replayed(desk.held, edits) };
    while (desk.pending.length > 0) {
      const some = desk.pending.slice(0, mostEdits);
      const answer = await ports.save({ writer: earlier, base: desk.head, edits: some });
      if (answer.kind !== 'answered') return;
      desk =
        answer.value.kind === 'saved'
          ? settle(desk, some.length)
          : catchUp(desk, earlier, answer.value.since);
    }
    await ports.shelf.forget(earlier);
    become({ recovered: state.recovered + edits.length });
  }

  function beat(): void {
    cancelPulse = ports.later(pulse, () => {
      void ask();
      beat();
    });
  }

  return {
    get state() {
      return state;
    },
    async start() {
      try {
        const alive = await ports.alive();
        for (const kept of await ports.shelf.read()) {
          if (kept.writer === writer || alive.has(kept.writer)) continue;
          if (kept.edits.length === 0) await ports.shelf.forget(kept.writer);
          else await recover(kept).catch(() => undefined);
        }
        if (await ports.shelf.readHandIn()) become({ handingIn: true });
      } catch {
        become({ keeps: false });
      }
      shelve();
      await ask();
      beat();
    },
    write(field, text, origin) {
      const { state: standing } = state.standing;
      const began = 'startedAt' in standing ? (standing.startedAt ?? 0) : 0;
      const at = ports.now() + state.ahead - began;
      const desk = write(state.desk, field, text, { at, origin });
      const edit = desk.pending.at(-1);
      if (desk === state.desk || !edit) return;
      shelveEdit(edit);
      become({ desk, ...(state.delivery === 'idle' ? { delivery: 'waiting' } : {}) });
      if (state.delivery !== 'unreachable') soon();
    },
    handIn() {
      if (state.handingIn) return;
      keep(() => ports.shelf.putHandIn(true));
      become({ handingIn: true });
      void run();
    },
    hear(standing) {
      become(told(standing));
    },
    wake() {
      failures = 0;
      void ask();
    },
    leftover() {
      const { head, pending } = state.desk;
      if (pending.length === 0) return null;
      return { writer, base: head, edits: pending.slice(0, mostEdits) };
    },
    stop() {
      stopped = true;
      cancelNext();
      cancelPulse();
    }
  };
}

const standingIn = ({ now, state, pen }: Standing): Standing => ({ now, state, pen });
