/** Asking the server, from a tablet that learns the time from its answers. */
import { askServer, type Answer } from '#platform/asking.ts';
import { learnTime } from './device-clock.ts';

export interface SheetOfJuror {
  sittingId: string;
  jurorId: string;
}

/** @param body what is posted; without it, the path is read */
export const ask = <T>(path: string, body?: unknown): Promise<Answer<T>> =>
  askServer<T>(path, {
    body,
    patience: 15_000,
    // No longer signed in, or no longer a juror: the tablet closes all the same.
    shut: [401, 403],
    heard: learnTime
  });
