/** The server's time, as this device knows it; remembered for when there is no network. */
import { offsetOf } from '../tablet/clock.ts';

const name = 'parchemin-clock';

export const clockOffset = (): number => Number(localStorage.getItem(name) ?? 0) || 0;

export const serverTime = (): Date => new Date(Date.now() + clockOffset());

/** Learns from an answer, whose Date header (RFC 9110, section 6.6.1) is cut to the second. */
export function learnTime(sentAt: number, { headers }: Response): void {
  const said = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(said)) return;
  localStorage.setItem(name, String(offsetOf(sentAt, Date.now(), said + 500)));
}
