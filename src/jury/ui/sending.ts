/** What a tablet does behind the screen: it keeps the day fresh, and sends what waits of any sheet. */
import { createCourier, type Courier, type CourierState } from '../courier.ts';
import { countWaiting } from '../shelf.ts';
import { readHolder } from '../tablet/vault.ts';
import { browserPorts } from './browser.ts';
import { openDay, type Opening } from './opening.ts';

/** What is on this tablet alone of one sheet. */
export interface Here {
  marks: number;
  handIn: boolean;
  /** Marks that the server would not take; the sheet says why. */
  refused: number;
}

export interface Told {
  opening?(opening: Opening): void;
  here?(sittingId: string, here: Here): void;
}

/**
 * Opens the day, again each time the network is back, and carries every sheet of which something
 * waits, but for the one that is on the screen.
 * @returns to open the day again, and to end
 */
export function tendDay(told: Told, except?: string): { again(): void; stop(): void } {
  const carried = new Map<string, () => void>();
  let stopped = false;

  async function again() {
    told.opening?.(await openDay());
    const holder = await readHolder().catch(() => undefined);
    if (!holder) return;
    for (const [sittingId, { marks, handIn }] of await countWaiting(holder.jurorId)) {
      if (stopped || sittingId === except || carried.has(sittingId)) continue;
      told.here?.(sittingId, { marks, handIn, refused: 0 });
      carried.set(sittingId, carry({ sittingId, jurorId: holder.jurorId }, told));
    }
  }

  const online = () => void again();
  addEventListener('online', online);
  void again();
  return {
    again: online,
    stop() {
      stopped = true;
      removeEventListener('online', online);
      carried.forEach((end) => end());
    }
  };
}

function carry(sheet: { sittingId: string; jurorId: string }, told: Told): () => void {
  let started = false;
  const tell = ({ outbox, handIn }: CourierState) => {
    if (!started) return;
    told.here?.(sheet.sittingId, {
      marks: outbox.waiting.length,
      handIn: handIn.kind === 'waiting',
      refused: outbox.refused.size
    });
  };
  const { ports, disconnect } = browserPorts(sheet, () => courier);
  const courier: Courier = createCourier(ports, { marks: [], handedIn: null, stale: true }, tell);
  void courier.start().then(() => {
    started = true;
    tell(courier.state);
  });
  return () => {
    courier.stop();
    disconnect();
  };
}
