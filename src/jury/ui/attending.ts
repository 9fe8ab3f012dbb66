/** Behind a sheet on the screen: its own courier, and the rest of the day. Its code comes after the page. */
import { createCourier, type Courier, type CourierState, type KnownSheet } from '../courier.ts';
import type { SheetOfJuror } from './ask.ts';
import { browserPorts } from './browser.ts';
import { tendDay } from './sending.ts';

export interface Attended {
  courier: Courier;
  /** Resolves when what the device kept has been read: marks can then be made. */
  start(): Promise<void>;
  stop(): void;
}

export function attend(
  sheet: SheetOfJuror & KnownSheet,
  changed: (state: CourierState) => void
): Attended {
  let tended: ReturnType<typeof tendDay> | undefined;
  let stopped = false;
  let handIn = sheet.handedIn ? 'received' : 'open';
  const { ports, disconnect } = browserPorts(sheet, () => courier);
  const courier: Courier = createCourier(ports, sheet, (state) => {
    // The last sheet of the day may have been received: the tablet then forgets the day.
    if (handIn === 'waiting' && state.handIn.kind === 'received') tended?.again();
    handIn = state.handIn.kind;
    changed(state);
  });
  return {
    courier,
    async start() {
      await courier.start();
      if (!stopped) tended = tendDay({}, sheet.sittingId);
    },
    stop() {
      stopped = true;
      tended?.stop();
      courier.stop();
      disconnect();
    }
  };
}
