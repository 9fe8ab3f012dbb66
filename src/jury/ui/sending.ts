/** What a tablet does behind the screen: it keeps the day fresh, and sends what waits of any sheet. */
import { createCourier, type Courier, type CourierState } from '../courier.ts';
import { countWaiting } from '../shelf.ts';
import { readHolder } from '../tablet/vault.ts';
import { browserPorts } from './browser.ts';
import { isFresh, openDay, type Opening } from './opening.ts';

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
  const full = new Set<string>();
  let stopped = false;

  async function again() {
    told.opening?.(await openDay());
    await carryAll();
  }

  async function carryAll() {
    const holder = await readHolder().catch(() => undefined);
    if (!holder) return;
    for (const [sittingId, { marks, handIn }] of await countWaiting(holder.jurorId)) {
      if (stopped || sittingId === except || carried.has(sittingId)) continue;
      tell(sittingId, { marks, handIn, refused: 0 });
      carried.set(sittingId, carry({ sittingId, jurorId: holder.jurorId }, tell));
    }
  }

  function tell(sittingId: string, here: Here) {
    told.here?.(sittingId, here);
    if (here.marks > 0 || here.handIn) full.add(sittingId);
    // All has arrived: the day may be over, and the tablet then forgets it.
    else if (full.delete(sittingId) && full.size === 0) void again();
  }

  const online = () => void again();
  addEventListener('online', online);
  // A sheet finds the day there, and the day's own page asks for it each time.
  if (except === undefined) void again();
  else void isFresh().then((fresh) => (fresh ? carryAll() : again()));
  return {
    again: online,
    stop() {
      stopped = true;
      removeEventListener('online', online);
      carried.forEach((end) => end());
    }
  };
}

function carry(
  sheet: { sittingId: string; jurorId: string },
  tell: (sittingId: string, here: Here) => void
): () => void {
  let started = false;
  const changed = ({ outbox, handIn }: CourierState) => {
    if (!started) return;
    tell(sheet.sittingId, {
      marks: outbox.waiting.length,
      handIn: handIn.kind === 'waiting',
      refused: outbox.refused.size
    });
  };
  const { ports, disconnect } = browserPorts(sheet, () => courier);
  const courier: Courier = createCourier(
    ports,
    { marks: [], handedIn: null, stale: true },
    changed
  );
  void courier.start().then(() => {
    started = true;
    changed(courier.state);
  });
  return () => {
    courier.stop();
    disconnect();
  };
}
