import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '#platform/asking.ts';
import { createCourier, type Ports, type SavedAnswer } from './courier.ts';
import type { KeptEdits, Shelf } from './shelf.ts';
import type { Standing } from './standing.ts';
import { replay, type PlacedEdit, type Saving } from './text.ts';

const standing: Standing = {
  now: 1_000_000,
  state: { kind: 'running', startedAt: 1_000_000, endsAt: 4_600_000, breakLeftMs: 0 },
  pen: 'page'
};
const typed = { kind: 'typed' } as const;

/** A server, a device and the network between them; time moves when it is told to. */
function world() {
  const log: PlacedEdit[] = [];
  const shelves = new Map<string, KeptEdits>();
  let handIn = false;
  let network: 'up' | 'down' | 'answers lost' = 'up';
  let handedIn: number | null = null;
  let told = standing;
  const timers = new Map<number, () => void>();
  let timer = 0;

  /** How many changes each write to the device carried, and what makes the disk slow. */
  const puts: number[] = [];
  let disk: Promise<void> | undefined;

  const shelf: Shelf = {
    read: async () => structuredClone([...shelves.values()]),
    async put(writer, edits) {
      puts.push(edits.length);
      await disk;
      shelves.get(writer)?.edits.push(...structuredClone(edits));
    },
    replace: async (kept) => void shelves.set(kept.writer, structuredClone(kept)),
    forget: async (writer) => void shelves.delete(writer),
    putHandIn: async (asked) => void (handIn = asked),
    readHandIn: async () => handIn
  };
  const save = async ({ writer, base, edits }: Saving): Promise<Answer<SavedAnswer>> => {
    if (network === 'down') return { kind: 'unreachable' };
    const behind = base < log.length;
    if (!behind) edits.forEach((edit) => log.push({ ...edit, writer, place: log.length + 1 }));
    if (network === 'answers lost') return { kind: 'unreachable' };
    return {
      kind: 'answered',
      value: behind
        ? { ...told, kind: 'behind', since: log.slice(base) }
        : { ...told, kind: 'saved', head: log.length }
    };
  };
  const ports = (alive: string): Ports => ({
    shelf,
    save,
    async handIn({ base }) {
      if (network !== 'up') return { kind: 'unreachable' };
      if (base !== log.length) return { kind: 'refused', message: 'not all' };
      handedIn = base;
      const state = { kind: 'handed-in', startedAt: 1_000_000, at: 1_100_000, hash: '' } as const;
      told = { ...standing, state };
      return { kind: 'answered', value: told };
    },
    later(_, callback) {
      timers.set((timer += 1), callback);
      const mine = timer;
      return () => timers.delete(mine);
    },
    now: () => 1_000_000,
    alive: async () => new Set([alive])
  });
  return {
    log,
    text: () => replay(log)['body'] ?? '',
    handedIn: () => handedIn,
    puts,
    shelved: (writer: string) => shelves.get(writer)?.edits.map(({ seq }) => seq),
    /** Each write to the device waits until the disk is let go. @returns what lets it go */
    holdDisk() {
      let letGo: () => void = () => undefined;
      disk = new Promise((resolve) => (letGo = resolve));
      return () => {
        disk = undefined;
        letGo();
      };
    },
    cut: (how: typeof network) => (network = how),
    open: (writer: string) =>
      createCourier(ports(writer), { writer, edits: [...log], standing }, () => undefined),
    /** Lets every promise settle, and every timer that waits go off once. */
    async passes() {
      const due = [...timers.values()];
      timers.clear();
      for (const callback of due) callback();
      for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
    }
  };
}

describe('a courier', () => {
  test('sends after a pause, and says that all is held', async () => {
    const { open, passes, text } = world();
    const courier = open('page');
    await courier.start();
    courier.write('body', 'Bonjour', typed);
    expect(courier.state.delivery).toBe('waiting');
    await passes();
    expect(courier.state.delivery).toBe('idle');
    expect(text()).toBe('Bonjour');
  });

  test('keeps trying without a network, and hands in when it is back', async () => {
    const { open, passes, cut, text, handedIn } = world();
    const courier = open('page');
    await courier.start();
    cut('down');
    courier.write('body', 'Merci', typed);
    courier.handIn();
    await passes();
    expect([courier.state.delivery, courier.state.handingIn]).toEqual(['unreachable', true]);
    cut('up');
    await passes();
    await passes();
    expect([text(), handedIn()]).toEqual(['Merci', 1]);
    expect(courier.state.standing.state.kind).toBe('handed-in');
  });

  test('on a slow disk, all that was typed meanwhile is kept by the next write', async () => {
    const { open, passes, cut, puts, shelved, holdDisk } = world();
    const courier = open('page');
    await courier.start();
    await passes();
    cut('down');
    const letGo = holdDisk();
    courier.write('body', 'a', typed);
    await passes();
    for (let length = 2; length <= 12; length += 1)
      courier.write('body', 'a'.repeat(length), typed);
    await passes();
    expect(shelved('page')).toEqual([]);
    letGo();
    await passes();
    expect(puts).toEqual([1, 11]);
    expect(shelved('page')).toHaveLength(12);
  });

  test('whatever the network does, a page that dies leaves its words to the next one', async () => {
    const step = fc.oneof(
      fc.record({ write: fc.constantFrom('a', 'b ', 'é', '👋') }),
      fc.constantFrom({ cut: 'down' }, { cut: 'answers lost' }, { cut: 'up' }, { die: true }, {
        pass: true
      } as const)
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { open, passes, cut, text } = world();
        let opened = 1;
        let courier = open('page 1');
        await courier.start();
        let written = '';
        for (const each of steps) {
          if ('write' in each) {
            written += each.write;
            courier.write('body', (courier.state.desk.texts['body'] ?? '') + each.write, typed);
          } else if ('cut' in each) cut(each.cut as 'up');
          else if ('die' in each) {
            courier.stop();
            // A page opens only when the server gives it the pen.
            cut('up');
            for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
            courier = open(`page ${(opened += 1)}`);
            await courier.start();
            await passes();
          } else await passes();
        }
        cut('up');
        for (let turn = 0; turn < 6; turn += 1) await passes();
        expect(text()).toBe(written);
        courier.stop();
      }),
      { numRuns: 60 }
    );
  });
});
