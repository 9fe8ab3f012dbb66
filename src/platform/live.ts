import type { Bus } from './bus.ts';

const heartbeat = 20_000;

/** Streams end when the server is asked to stop: it would otherwise wait for them. */
const open = new Set<() => void>();
let watching = false;

function endAtShutdown(end: () => void): void {
  open.add(end);
  if (watching) return;
  watching = true;
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => open.forEach((each) => each()));
}

/**
 * Server-sent events (WHATWG HTML, section 9.2): what `read` gives now, and again each time the bus
 * speaks of a topic. Changes that come while one is being read are told once, together.
 * @param read what to send, as JSON; null ends the stream (the reader may no longer look)
 */
export function liveStream(
  bus: Bus,
  topics: readonly string[],
  read: () => Promise<unknown>
): Response {
  const encoder = new TextEncoder();
  let stop: () => void = () => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let reading = false;
      let again = false;
      let stopped = false;
      const tell = async () => {
        again = true;
        if (reading) return;
        reading = true;
        while (again && !stopped) {
          again = false;
          const value = await read().catch(() => null);
          if (stopped) break;
          if (value === null) stop();
          else controller.enqueue(encoder.encode(`data: ${JSON.stringify(value)}\n\n`));
        }
        reading = false;
      };
      const subscriptions = topics.map((topic) => bus.subscribe(topic, () => void tell()));
      // Read again as well: what depends on the hour alone is announced by nobody.
      const timer = setInterval(() => void tell(), heartbeat);
      stop = () => {
        if (stopped) return;
        stopped = true;
        clearInterval(timer);
        subscriptions.forEach((unsubscribe) => unsubscribe());
        open.delete(stop);
        controller.close();
      };
      endAtShutdown(stop);
      void tell();
    },
    cancel() {
      stop();
    }
  });
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }
  });
}
