import { EventEmitter } from 'node:events';
import type { Client } from 'pg';
import { newId } from './ids.ts';

/**
 * Tells whoever listens that something changed, in this process and, on a PostgreSQL server, in all
 * the others. A message says what to read again, never the news itself: one that is lost (a cut
 * connection) costs a little time, so listeners also read again by themselves now and then.
 *
 * @example
 * const stop = ground.bus.subscribe(`exam ${sessionId}`, () => void readAgain());
 * await ground.bus.publish(`exam ${sessionId}`);
 */
export interface Bus {
  /** Publish after the commit: a listener that reads at once must find what it was told of. */
  publish(topic: string, message?: string): Promise<void>;
  /** @returns what ends the subscription */
  subscribe(topic: string, listener: (message: string) => void): () => void;
  close(): Promise<void>;
}

const channel = 'parchemin_bus';
const retryAfter = 2000;

/** Messages inside one process: the embedded database has no other. */
export function localBus(): Bus {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    async publish(topic, message = '') {
      emitter.emit(topic, message);
    },
    subscribe(topic, listener) {
      emitter.on(topic, listener);
      return () => emitter.off(topic, listener);
    },
    async close() {
      emitter.removeAllListeners();
    }
  };
}

/**
 * Messages between the processes of one PostgreSQL server, by LISTEN and NOTIFY. One connection of its
 * own, opened with the first publication or subscription; when it is cut, it is made again.
 */
export function serverBus(databaseUrl: string): Bus {
  const local = localBus();
  const here = newId();
  let closed = false;
  let connecting: Promise<Client | undefined> | undefined;
  // One connection says one thing at a time.
  let said: Promise<unknown> = Promise.resolve();

  const connection = () => (connecting ??= connect());

  async function connect(): Promise<Client | undefined> {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: databaseUrl });
    const lost = () => {
      if (closed || connecting === undefined) return;
      connecting = undefined;
      setTimeout(() => !closed && void connection(), retryAfter).unref();
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({ payload }) => {
      const { from, topic, message } = JSON.parse(payload ?? '{}') as Record<string, string>;
      if (from !== here && topic) void local.publish(topic, message);
    });
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      return client;
    } catch {
      lost();
      return undefined;
    }
  }

  return {
    async publish(topic, message = '') {
      await local.publish(topic, message);
      const payload = JSON.stringify({ from: here, topic, message });
      said = said
        .then(async () =>
          (await connection())?.query('select pg_notify($1, $2)', [channel, payload])
        )
        .catch(() => undefined);
      await said;
    },
    subscribe(topic, listener) {
      void connection();
      return local.subscribe(topic, listener);
    },
    async close() {
      closed = true;
      await local.close();
      await (await connecting)?.end();
    }
  };
}
