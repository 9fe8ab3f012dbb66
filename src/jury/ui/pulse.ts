/** Every so often, in seconds: three missed make a tablet « away » on the control room. */
const every = 20;

/**
 * Gives the control room a sign of life now and every twenty seconds, with what this tablet still keeps.
 * One that is lost is not sent again: the next one says more.
 * @returns what ends it
 */
export function startPulse(): () => void {
  const send = async () => {
    const body = JSON.stringify({ waiting: await waitingHere() });
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    await fetch('/jury/pulse', { method: 'POST', headers, body }).catch(() => undefined);
  };
  const beat = () => void send();
  beat();
  const timer = setInterval(beat, every * 1000);
  addEventListener('online', beat);
  return () => {
    clearInterval(timer);
    removeEventListener('online', beat);
  };
}

/** Marks of any sheet that only this tablet holds; its code comes after the page. */
const waitingHere = (): Promise<number> =>
  import('../shelf.ts').then(({ countSealed }) => countSealed()).catch(() => 0);
