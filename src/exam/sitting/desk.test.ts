import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edit } from '../trace/edits.ts';
import { catchUp, openDesk, settle, write, type Desk } from './desk.ts';
import { replay, type PlacedEdit } from './text.ts';

const typed = { at: 0, origin: { kind: 'typed' } } as const;
const type = (desk: Desk, text: string) => write(desk, 'body', text, typed);
const bodyOf = ({ texts }: Desk) => texts['body'] ?? '';

/** A server: takes changes made on what it holds, and tells what it holds to whoever is behind. */
function server() {
  const log: PlacedEdit[] = [];
  return {
    log,
    text: () => replay(log)['body'] ?? '',
    send(writer: string, { head, pending }: Pick<Desk, 'head' | 'pending'>) {
      if (head < log.length) return { kind: 'behind' as const, since: log.slice(head) };
      pending.forEach((edit: Edit) => log.push({ ...edit, writer, place: log.length + 1 }));
      return { kind: 'saved' as const };
    }
  };
}

/** Sends until all is held, as the courier does. */
function flush(desk: Desk, writer: string, to: ReturnType<typeof server>): Desk {
  for (;;) {
    const sent = desk.pending.length;
    const answer = to.send(writer, desk);
    if (answer.kind === 'saved') return settle(desk, sent);
    desk = catchUp(desk, writer, answer.since);
  }
}

describe('a desk', () => {
  test('numbers each change, and shows them before they are sent', () => {
    let desk = openDesk([]);
    for (const text of ['B', 'Bo', 'Bon']) desk = type(desk, text);
    expect(desk.pending.map(({ seq, position, inserted }) => [seq, position, inserted])).toEqual([
      [1, 0, 'B'],
      [2, 1, 'o'],
      [3, 2, 'n']
    ]);
    expect(bodyOf(settle(desk, 2))).toBe('Bon');
    expect(type(desk, 'Bon')).toBe(desk);
  });

  test('keeps a megabyte pasted to the limit of its field, and marks what cannot be kept', () => {
    const desk = type(openDesk([]), 'x'.repeat(1_000_000));
    expect(bodyOf(desk)).toHaveLength(60_000);
    expect(bodyOf(type(openDesk([]), 'a\0b\ud83d'))).toBe('a\uFFFDb\uFFFD');
  });

  test('finds its own changes on the server when an answer was lost', () => {
    const house = server();
    let desk = type(type(openDesk([]), 'Ch'), 'Chère');
    house.send('a', desk);
    desk = type(desk, 'Chère Madame');
    desk = flush(desk, 'a', house);
    expect(house.text()).toBe('Chère Madame');
    expect(desk.pending).toEqual([]);
  });

  test('what an older device had not sent joins what the newer one wrote', () => {
    const house = server();
    let older = flush(type(openDesk([]), 'Bonjour.'), 'old', house);
    let newer = openDesk(house.log);
    older = type(older, 'Bonjour Madame.');
    newer = flush(type(newer, 'Bonjour. Merci.'), 'new', house);
    older = flush(older, 'old', house);
    expect(house.text()).toBe('Bonjour Madame. Merci.');
    newer = flush(newer, 'new', house);
    expect([bodyOf(older), bodyOf(newer)]).toEqual([house.text(), house.text()]);
  });

  test('a word written by one where the other crosses out survives', () => {
    const house = server();
    let one = flush(type(openDesk([]), 'un long passage à ôter'), 'one', house);
    const two = openDesk(house.log);
    one = type(one, '');
    flush(type(two, 'un long mot passage à ôter'), 'two', house);
    flush(one, 'one', house);
    expect(house.text()).toBe('mot ');
  });

  test('two pages that write and lose answers at random end with one text, and no letter lost', () => {
    const action = fc.record({
      page: fc.integer({ min: 0, max: 1 }),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.integer({ min: 0, max: 3 }),
      insert: fc.constantFrom('', 'a', 'bc', '\n', '👋', 'é'),
      then: fc.constantFrom('nothing', 'flush', 'lost')
    });
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const house = server();
        const pages = [openDesk([]), openDesk([])];
        for (const { page, at, remove, insert, then } of actions) {
          const letters = Array.from(bodyOf(pages[page]!));
          letters.splice(Math.round(at * letters.length), remove, insert);
          pages[page] = type(pages[page]!, letters.join(''));
          if (then === 'flush') pages[page] = flush(pages[page]!, `p${page}`, house);
          if (then === 'lost') house.send(`p${page}`, pages[page]!);
        }
        for (const page of [0, 1, 0]) pages[page] = flush(pages[page]!, `p${page}`, house);
        expect(pages.map(bodyOf)).toEqual([house.text(), house.text()]);
        expect(house.log.map(({ writer, seq }) => `${writer} ${seq}`)).toHaveLength(
          new Set(house.log.map(({ writer, seq }) => `${writer} ${seq}`)).size
        );
      })
    );
  });
});
