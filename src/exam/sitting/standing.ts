/** Where a sitting stands, as a page is told it: plain numbers, so that it travels as JSON. Pure. */
import { closesAt, penOf, type SittingEvent, type SittingState } from './model.ts';

/** Instants are milliseconds since 1970, by the server's clock. */
export interface Standing {
  /** The server's time when this was told. */
  now: number;
  state: ToldState;
  /** The page that holds the pen, by the name it gave itself; null before anyone wrote. */
  pen: string | null;
}

export type ToldState =
  | { kind: 'expected' | 'waiting' | 'admitted' }
  | { kind: 'turned-away'; reason: string }
  | { kind: 'running'; startedAt: number; endsAt: number; breakLeftMs: number }
  | {
      kind: 'paused';
      startedAt: number;
      since: number;
      leftMs: number;
      by: 'invigilator' | 'candidate';
      reason: string;
      /** When a break ends by itself. */
      until: number | null;
    }
  | { kind: 'handed-in'; startedAt: number; at: number; hash: string }
  | {
      kind: 'ended';
      startedAt: number | null;
      at: number;
      closesAt: number;
      by: 'time' | 'invigilator';
    };

export const standingOf = (
  events: readonly SittingEvent[],
  state: SittingState,
  now: Date
): Standing => ({ now: now.getTime(), state: toldOf(state), pen: penOf(events)?.writer ?? null });

function toldOf(state: SittingState): ToldState {
  switch (state.kind) {
    case 'expected':
    case 'waiting':
    case 'admitted':
      return { kind: state.kind };
    case 'turned-away':
      return { kind: state.kind, reason: state.reason };
    case 'running':
      return {
        kind: state.kind,
        startedAt: state.startedAt.getTime(),
        endsAt: state.endsAt.getTime(),
        breakLeftMs: state.breakLeftMs
      };
    case 'paused':
      return {
        kind: state.kind,
        startedAt: state.startedAt.getTime(),
        since: state.since.getTime(),
        leftMs: state.leftMs,
        by: state.cause.by,
        reason: state.cause.by === 'invigilator' ? state.cause.reason : '',
        until: state.cause.by === 'candidate' ? state.cause.until.getTime() : null
      };
    case 'handed-in':
      return {
        kind: state.kind,
        startedAt: state.startedAt.getTime(),
        at: state.at.getTime(),
        hash: state.hash
      };
    case 'ended':
      return {
        kind: state.kind,
        startedAt: state.startedAt?.getTime() ?? null,
        at: state.at.getTime(),
        closesAt: closesAt(state)!.getTime(),
        by: state.by
      };
  }
}
