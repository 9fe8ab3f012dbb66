import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { localBus, serverBus, type Bus } from './bus.ts';
import { liveStream } from './live.ts';

const server = process.env['DATABASE_URL'];
const buses: Bus[] = [];
afterAll(async () => {
  for (const bus of buses) await bus.close();
});
const kept = (bus: Bus): Bus => {
  buses.push(bus);
  return bus;
};

/** Publishes until it is heard: a subscription over the network takes a moment to be laid. */
async function untilHeard(speaker: Bus, topic: string, heard: string[]): Promise<void> {
  while (heard.length === 0) {
    await speaker.publish(topic, 'said');
    await pause(20);
  }
}

test('a message reaches those who asked for its topic, and them alone', async () => {
  const bus = kept(localBus());
  const heard: string[] = [];
  const stop = bus.subscribe('one', (message) => heard.push(message));
  bus.subscribe('other', (message) => heard.push(`other ${message}`));
  await bus.publish('one', 'a');
  stop();
  await bus.publish('one', 'b');
  expect(heard).toEqual(['a']);
});

describe.runIf(server)('between two processes of a server', () => {
  test('a message crosses, and is not heard twice at home', async () => {
    const [here, there] = [kept(serverBus(server!)), kept(serverBus(server!))];
    const [near, far]: [string[], string[]] = [[], []];
    there.subscribe('topic', (message) => far.push(message));
    await untilHeard(here, 'topic', far);
    here.subscribe('topic', (message) => near.push(message));
    far.length = 0;
    await here.publish('topic', 'once');
    while (far.length === 0) await pause(20);
    await pause(50);
    expect([near, far]).toEqual([['once'], ['once']]);
  });
});

test('a live stream tells what is, then what becomes, and ends when there is nothing to tell', async () => {
  const bus = kept(localBus());
  let value: number | null = 1;
  const reader = liveStream(bus, ['count'], async () => value).body!.getReader();
  const next = async () => {
    const { done, value: chunk } = await reader.read();
    return done ? 'end' : new TextDecoder().decode(chunk);
  };
  expect(await next()).toBe('data: 1\n\n');
  value = 2;
  await bus.publish('count');
  expect(await next()).toBe('data: 2\n\n');
  value = null;
  await bus.publish('count');
  expect(await next()).toBe('end');
});
