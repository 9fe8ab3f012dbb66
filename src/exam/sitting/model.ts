/**
 * One candidate's sitting of one assessment: what may happen, where it stands, when it ends. Pure: the
 * same facts at the same instant always give the same standing, on the server as on a device.
 */
export * from './fields.ts';

/** Something that happened, as it is kept for ever. */
export type SittingFact =
  | { kind: 'arrived'; device: string }
  | { kind: 'admitted' }
  | { kind: 'turned-away'; reason: string }
  /** `countedFrom` (ISO 8601) is when the room began: a late arrival shortens the time that is left. */
  | { kind: 'started'; countedFrom: string }
  /** A page was opened to write; earlier ones become readers. */
  | { kind: 'pen'; writer: string; device: string }
  | { kind: 'paused'; reason: string }
  | { kind: 'resumed' }
  | { kind: 'break-began' }
  | { kind: 'break-ended' }
  /** `incidents`: the failures of the assistant, by id, for which these minutes make up. */
  | { kind: 'given-back'; minutes: number; reason: string; incidents?: string[] }
  | { kind: 'handed-in'; upTo: number; hash: string }
  | { kind: 'ended'; reason: string }
  /** Changes that arrived after the time, up to this place, count after all. */
  | { kind: 'late-counted'; upTo: number; reason: string };

export type FactKind = SittingFact['kind'];

/** A fact, when it was told, and by whom. */
export interface SittingEvent {
  place: number;
  at: Date;
  by: string;
  fact: SittingFact;
}

/** What is granted, in milliseconds: the time to work, and breaks during which the clock stands still. */
export interface Allowance {
  workMs: number;
  breakMs: number;
}

export type SittingState =
  | { kind: 'expected' }
  | { kind: 'waiting'; since: Date }
  | { kind: 'turned-away'; at: Date; reason: string }
  | { kind: 'admitted'; at: Date }
  | { kind: 'running'; startedAt: Date; endsAt: Date; breakLeftMs: number }
  | { kind: 'paused'; startedAt: Date; since: Date; leftMs: number; cause: PauseCause }
  | { kind: 'handed-in'; startedAt: Date; at: Date; upTo: number; hash: string }
  | { kind: 'ended'; startedAt: Date | null; at: Date; by: 'time' | 'invigilator' };

export type StateKind = SittingState['kind'];

/** Who stopped the clock; a break gives the clock back by itself at `until`. */
export type PauseCause = { by: 'invigilator'; reason: string } | { by: 'candidate'; until: Date };

export const minute = 60_000;

/** Left to the network after the end: what was written in time may still arrive. Ours. */
export const graceMs = minute;

/** Breaks, when they are granted: ten minutes for each hour of work. Ours; the référentiel is silent. */
const breakShare = 1 / 6;

/**
 * The allowance of a sitting: the référentiel's minutes, stretched by extra time to a whole minute as
 * the timetable does, and breaks in proportion.
 * @param factor 1.33 for a third more time
 */
export function allowanceOf(minutes: number, factor: number, breaks: boolean): Allowance {
  const workMs = Math.ceil(minutes * factor) * minute;
  return { workMs, breakMs: breaks ? Math.ceil((workMs * breakShare) / minute) * minute : 0 };
}

/** Where a sitting stands at an instant. */
export function stateAt(
  events: readonly SittingEvent[],
  allowance: Allowance,
  now: Date
): SittingState {
  let state: SittingState = { kind: 'expected' };
  let ended: SittingState | null = null;
  const clock = new Stopwatch(allowance);
  for (const { at, fact } of events) {
    switch (fact.kind) {
      case 'arrived':
        if (state.kind === 'expected' || state.kind === 'turned-away')
          state = { kind: 'waiting', since: at };
        break;
      case 'admitted':
        state = { kind: 'admitted', at };
        break;
      case 'turned-away':
        state = { kind: 'turned-away', at, reason: fact.reason };
        break;
      case 'started':
        clock.start(at, new Date(fact.countedFrom));
        break;
      case 'paused':
        clock.stop(at, { by: 'invigilator', reason: fact.reason });
        break;
      case 'break-began':
        clock.stop(at, { by: 'candidate', until: clock.breakUntil(at) });
        break;
      case 'resumed':
      case 'break-ended':
        clock.resume(at);
        break;
      case 'given-back':
        clock.give(fact.minutes * minute);
        break;
      case 'handed-in': {
        const startedAt = clock.startedAt ?? at;
        return { kind: 'handed-in', startedAt, at, upTo: fact.upTo, hash: fact.hash };
      }
      case 'ended':
        ended = { kind: 'ended', startedAt: clock.startedAt, at, by: 'invigilator' };
        break;
      case 'pen':
      case 'late-counted':
        break;
    }
  }
  return ended ?? (clock.startedAt ? clock.read(now) : state);
}

/** The clock of one sitting: runs, stands still, and gives time back. */
class Stopwatch {
  startedAt: Date | null = null;
  private readonly allowance: Allowance;
  private countedFrom = 0;
  private addedMs = 0;
  private breakUsedMs = 0;
  private stopped: { since: Date; cause: PauseCause } | null = null;

  constructor(allowance: Allowance) {
    this.allowance = allowance;
  }

  start(at: Date, countedFrom: Date): void {
    this.startedAt ??= at;
    this.countedFrom = countedFrom.getTime();
  }

  breakUntil(at: Date): Date {
    return new Date(at.getTime() + this.allowance.breakMs - this.breakUsedMs);
  }

  stop(at: Date, cause: PauseCause): void {
    this.resume(at);
    this.stopped = { since: at, cause };
  }

  /** The clock runs again: what it stood still is added to the end. */
  resume(at: Date): void {
    if (!this.stopped) return;
    const { since, cause } = this.stopped;
    const until = cause.by === 'candidate' && cause.until < at ? cause.until : at;
    const stoodMs = Math.max(0, until.getTime() - since.getTime());
    this.addedMs += stoodMs;
    if (cause.by === 'candidate') this.breakUsedMs += stoodMs;
    this.stopped = null;
  }

  give(milliseconds: number): void {
    this.addedMs += milliseconds;
  }

  read(now: Date): SittingState {
    const startedAt = this.startedAt!;
    if (this.stopped?.cause.by === 'candidate' && this.stopped.cause.until <= now)
      this.resume(this.stopped.cause.until);
    const endsAt = new Date(this.countedFrom + this.allowance.workMs + this.addedMs);
    if (this.stopped) {
      const { since, cause } = this.stopped;
      const leftMs = endsAt.getTime() - since.getTime();
      return { kind: 'paused', startedAt, since, cause, leftMs };
    }
    if (endsAt <= now) return { kind: 'ended', startedAt, at: endsAt, by: 'time' };
    const breakLeftMs = this.allowance.breakMs - this.breakUsedMs;
    return { kind: 'running', startedAt, endsAt, breakLeftMs };
  }
}

/** Whether the candidate has the subject before their eyes: from the start, and ever after. */
export const isUnsealed = ({ kind }: SittingState): boolean =>
  kind === 'running' || kind === 'paused' || kind === 'handed-in' || kind === 'ended';

type OverState = Extract<SittingState, { kind: 'handed-in' | 'ended' }>;
/** Whether the candidate writes no more: handed in, or ended by the time or the invigilator. */
export const isOver = (state: SittingState): state is OverState =>
  state.kind === 'handed-in' || state.kind === 'ended';

/** Until when changes that arrive count; null while the sitting goes on or has not begun. */
export const closesAt = (state: SittingState): Date | null =>
  state.kind === 'ended' ? new Date(state.at.getTime() + graceMs) : null;

/** The page that holds the pen: the last one opened to write. */
export function penOf(events: readonly SittingEvent[]): { writer: string; device: string } | null {
  const last = events.findLast(({ fact }) => fact.kind === 'pen');
  return last?.fact.kind === 'pen' ? last.fact : null;
}

/** Devices that gave a valid code for this sitting. */
export const devicesOf = (events: readonly SittingEvent[]): Set<string> =>
  new Set(events.flatMap(({ fact }) => (fact.kind === 'arrived' ? [fact.device] : [])));

/** Failures of the assistant whose minutes were given back. */
export const settledIncidents = (events: readonly SittingEvent[]): Set<string> =>
  new Set(events.flatMap(({ fact }) => (fact.kind === 'given-back' ? (fact.incidents ?? []) : [])));

/** What may be told next of a sitting; the rule behind every button of the exam and of the board. */
export function mayFollow(state: SittingState, kind: FactKind): boolean {
  switch (kind) {
    case 'arrived':
    case 'ended':
      return !isOver(state);
    case 'admitted':
    case 'turned-away':
      return state.kind === 'waiting';
    case 'started':
      return state.kind === 'admitted';
    case 'pen':
      return state.kind === 'running' || state.kind === 'paused';
    case 'paused':
      return (
        state.kind === 'running' || (state.kind === 'paused' && state.cause.by === 'candidate')
      );
    case 'resumed':
      return state.kind === 'paused' && state.cause.by === 'invigilator';
    case 'break-began':
      return state.kind === 'running' && state.breakLeftMs > 0;
    case 'break-ended':
      return state.kind === 'paused' && state.cause.by === 'candidate';
    case 'given-back':
      return (
        state.kind === 'running' ||
        state.kind === 'paused' ||
        (state.kind === 'ended' && state.by === 'time')
      );
    case 'handed-in':
      return (
        state.kind === 'running' ||
        state.kind === 'paused' ||
        (state.kind === 'ended' && state.startedAt !== null)
      );
    case 'late-counted':
      return isOver(state);
  }
}
