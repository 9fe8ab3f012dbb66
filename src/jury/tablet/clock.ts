/** How far a tablet's clock is from the server's. */

/** Milliseconds to add to this device's time. Below what a slow answer may explain, it is none. */
export function offsetOf(sentAt: number, answeredAt: number, server: number): number {
  const offset = server - (sentAt + answeredAt) / 2;
  return Math.abs(offset) <= 2000 + (answeredAt - sentAt) ? 0 : Math.round(offset);
}

/** Beyond a minute the juror is told: other programs of the tablet go by that clock too. */
export const isWrong = (offset: number): boolean => Math.abs(offset) >= 60_000;
