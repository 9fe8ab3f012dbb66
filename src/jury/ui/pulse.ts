/** What this tablet still keeps for itself: the marking screen counts it. */
export const kept = { marks: 0 };

/** Every so often, in seconds: three missed make a tablet « away » on the control room. */
const every = 20;

/**
 * Gives the control room a sign of life now and every twenty seconds, with what this tablet still keeps.
 * One that is lost is not sent again: the next one says more.
 * @returns what ends it
 */
export function startPulse(): () => void {
  const send = () =>
    void fetch('/jury/pulse', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ waiting: kept.marks })
    }).catch(() => undefined);
  send();
  const timer = setInterval(send, every * 1000);
  addEventListener('online', send);
  return () => {
    clearInterval(timer);
    removeEventListener('online', send);
  };
}
