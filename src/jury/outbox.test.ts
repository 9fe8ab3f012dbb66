import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CriterionId, Level } from '#referential/model.ts';
import { newId } from '#platform/ids.ts';
import type { Answer } from '#platform/asking.ts';
import {
  createCourier,
  pauseAfter,
  type Courier,
  type CourierState,
  type KnownSheet,
  type Ports,
  type Whisper
} from './courier.ts';
import { currentMarks, type Receipt } from './marks.ts';
import {
  nextSequence,
  openOutbox,
  record,
  settle,
  shownMarks,
  toSend,
  type DeviceMark
} from './outbox.ts';
import type { HandInIntent } from './shelf.ts';
import { MemoryShelf, quiet } from './tablet/testing.ts';

const criteria = ['C6.1', 'C6.2', 'C6.3'] as CriterionId[];
const said = { fr: 'Non.', en: 'No.' };

const mark = (sequence: number, criterionId = criteria[0]!, level: Level = 2): DeviceMark => ({
  id: newId(),
  criterionId,
  level,
  comment: '',
  madeAt: '2026-11-25T10:00:00.000Z',
  sequence,
  reason: null
});

describe('an outbox', () => {
  it('counts above what the server and the device know', () => {
    expect(nextSequence(openOutbox([]))).toBe(1);
    expect(nextSequence(record(openOutbox([mark(4)]), mark(7)))).toBe(8);
  });

  it('holds a mark until the server says that it has it', () => {
    const [a, b] = [mark(1), mark(2)];
    const both = record(record(openOutbox([]), a), b);
    const half = settle(both, { received: [a.id, newId()], refused: [] });
    expect(half.waiting).toEqual([b]);
    expect(half.received).toEqual([a]);
  });

  it('takes a mark once, whoever tells of it', () => {
    const a = mark(1);
    const once = record(openOutbox([]), a);
    expect(record(once, a)).toBe(once);
    expect(record(openOutbox([a]), a).waiting).toEqual([]);
  });

  it('keeps a refused mark in sight, does not send it by itself, and drops it once replaced', () => {
    const a = mark(1);
    const refused = settle(record(openOutbox([]), a), {
      received: [],
      refused: [{ id: a.id, message: said }]
    });
    expect(toSend(refused)).toEqual([]);
    expect(shownMarks(refused).get(a.criterionId)).toMatchObject({ at: 'refused', message: said });
    const b = mark(2);
    const again = record(refused, b);
    expect(again.waiting).toEqual([b]);
    expect(again.refused.size).toBe(0);
  });

  it('shows for each criterion its last mark, and where it is', () => {
    const [old, last, elsewhere] = [mark(1), mark(2), mark(3, criteria[1])];
    const outbox = record(openOutbox([old, elsewhere]), last);
    expect(shownMarks(outbox).get(criteria[0]!)).toMatchObject({ id: last.id, at: 'device' });
    expect(shownMarks(outbox).get(criteria[1]!)).toMatchObject({ at: 'server' });
  });
});

/** A server of one sheet: a set of marks, and whether the sheet was handed in. */
class Server {
  readonly marks = new Map<string, DeviceMark>();
  handedIn: HandInIntent | null = null;
  handIns = 0;

  take(marks: readonly DeviceMark[]): Receipt {
    const receipt: Receipt = { received: [], refused: [] };
    for (const each of marks)
      if (this.handedIn && !each.reason && !this.marks.has(each.id))
        receipt.refused.push({ id: each.id, message: said });
      else {
        this.marks.set(each.id, each);
        receipt.received.push(each.id);
      }
    return receipt;
  }

  sign(intent: HandInIntent): void {
    this.handIns += 1;
    this.handedIn ??= intent;
  }
}

type Weather = 'fine' | 'lost-request' | 'lost-answer' | 'signed-out';

/** A tablet with tabs, that can be reloaded, under a changing network. */
class Tablet {
  server = new Server();
  readonly shelf = new MemoryShelf();
  readonly tabs: Courier[] = [];
  weather: Weather = 'fine';
  retries: (() => void)[] = [];

  open(changed: (state: CourierState) => void = () => undefined, known?: KnownSheet): Courier {
    const others = () => this.tabs.filter((each) => each !== tab);
    const ports: Ports = {
      shelf: this.shelf,
      sendMarks: (marks) => this.through(() => this.server.take(marks)),
      sendHandIn: (intent) =>
        this.through(() => {
          this.server.sign(intent);
          return 'handed-in' as const;
        }),
      readHeld: () =>
        this.through(() => ({
          marks: [...currentMarks(this.server.marks.values()).values()],
          handedIn: this.server.handedIn
        })),
      later: (_, callback) => {
        this.retries.push(callback);
        return () => {
          this.retries = this.retries.filter((each) => each !== callback);
        };
      },
      whisper: (said: Whisper) => others().forEach((each) => each.hear(said)),
      newId,
      now: () => new Date('2026-11-25T10:00:00Z')
    };
    const { marks, handedIn } = this.server;
    const tab = createCourier(
      ports,
      known ?? { marks: [...currentMarks(marks.values()).values()], handedIn },
      changed
    );
    this.tabs.push(tab);
    return tab;
  }

  calm = () => quiet(() => this.shelf.busy > 0);

  async through<T>(reach: () => T): Promise<Answer<T>> {
    const weather = this.weather;
    await Promise.resolve();
    if (weather === 'signed-out') return { kind: 'signed-out' };
    if (weather === 'lost-request') return { kind: 'unreachable' };
    const value = reach();
    return weather === 'lost-answer' ? { kind: 'unreachable' } : { kind: 'answered', value };
  }

  reload(place: number): void {
    this.tabs[place]!.stop();
    this.tabs.splice(place, 1);
    void this.open().start();
  }
}

type Step =
  | { do: 'mark'; tab: number; criterionId: CriterionId; level: Level }
  | { do: 'weather'; weather: Weather }
  | { do: 'reload'; tab: number }
  | { do: 'wake'; tab: number }
  | { do: 'pause' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('mark' as const),
      tab: fc.nat({ max: 1 }),
      criterionId: fc.constantFrom(...criteria),
      level: fc.constantFrom<Level[]>(0, 1, 2, 3)
    })
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('weather' as const),
      weather: fc.constantFrom<Weather[]>('fine', 'lost-request', 'lost-answer', 'signed-out')
    })
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('reload' as const), tab: fc.nat({ max: 1 }) })
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wake' as const), tab: fc.nat({ max: 1 }) })
  },
  { weight: 2, arbitrary: fc.constant({ do: 'pause' as const }) }
);

describe('a courier', () => {
  it('brings every mark once, through any sequence of cuts, reloads and tabs', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const tablet = new Tablet();
        await Promise.all([tablet.open().start(), tablet.open().start()]);
        let taps = 0;
        const last = new Map<CriterionId, Level>();
        for (const each of steps) {
          if (each.do === 'mark') {
            tablet.tabs[each.tab]!.mark({ ...each, comment: '' });
            taps += 1;
            last.set(each.criterionId, each.level);
          } else if (each.do === 'weather') tablet.weather = each.weather;
          else if (each.do === 'reload') {
            // A page that dies before its last write has reached the disk loses that write.
            await tablet.calm();
            tablet.reload(each.tab);
          } else if (each.do === 'wake') tablet.tabs[each.tab]!.wake();
          if (each.do !== 'mark') await tablet.calm();
        }
        await tablet.calm();
        tablet.weather = 'fine';
        for (const tab of tablet.tabs) tab.wake();
        await tablet.calm();
        expect(tablet.server.marks.size).toBe(taps);
        const current = currentMarks(tablet.server.marks.values());
        for (const [criterionId, level] of last)
          expect(current.get(criterionId)?.level).toBe(level);
        expect(tablet.shelf.waiting()).toBe(0);
        for (const tab of tablet.tabs) expect(tab.state.delivery).toEqual({ kind: 'idle' });
      }),
      { numRuns: 200 }
    );
  });

  it('hands in after the marks, once they have arrived, even over a reload', async () => {
    const tablet = new Tablet();
    tablet.weather = 'lost-request';
    const tab = tablet.open();
    await tab.start();
    tab.mark({ criterionId: criteria[0]!, level: 3, comment: '' });
    tab.handIn({ absent: false });
    await tablet.calm();
    expect(tab.state.handIn).toEqual({ kind: 'waiting', absent: false });
    tablet.reload(0);
    await tablet.calm();
    expect(tablet.tabs[0]!.state.handIn.kind).toBe('waiting');
    tablet.weather = 'fine';
    tablet.retries.splice(0).forEach((retry) => retry());
    await tablet.calm();
    expect(tablet.server.marks.size).toBe(1);
    expect(tablet.server.handedIn).toEqual({ absent: false });
    expect((await tablet.shelf.read()).handIn).toEqual({ absent: false, at: 'received' });
    expect(tablet.tabs[0]!.state.handIn).toEqual({ kind: 'received', absent: false });
  });

  it('keeps a comment that is being typed, even emptied, until a mark carries it', async () => {
    const tablet = new Tablet();
    await tablet.open().start();
    const [id, other] = criteria as [CriterionId, CriterionId];
    tablet.tabs[0]!.note(id, 'Regard');
    tablet.tabs[0]!.note(other, '');
    await tablet.calm();
    tablet.reload(0);
    await tablet.calm();
    expect(tablet.tabs[0]!.state.notes).toEqual(
      new Map([
        [id, 'Regard'],
        [other, '']
      ])
    );
    tablet.tabs[0]!.note(id, undefined);
    expect(tablet.tabs[0]!.state.notes.has(id)).toBe(false);
  });

  it('writes the newest text of a note alone when the disk is behind the hand', async () => {
    const tablet = new Tablet();
    await tablet.open().start();
    const [id] = criteria as [CriterionId];
    for (const text of ['R', 'Re', 'Reg', 'Rega', 'Regard']) tablet.tabs[0]!.note(id, text);
    await tablet.calm();
    expect(tablet.shelf.noted).toBe(1);
    expect((await tablet.shelf.read()).notes.get(id)).toBe('Regard');
    tablet.tabs[0]!.note(id, 'Regard franc');
    tablet.tabs[0]!.mark({ criterionId: id, level: 2, comment: 'Regard franc' });
    tablet.tabs[0]!.note(id, undefined);
    await tablet.calm();
    const kept = await tablet.shelf.read();
    expect([kept.notes.size, kept.received.length]).toEqual([0, 1]);
  });

  it('says that the disk is full, sends all the same, and keeps again once there is room', async () => {
    const tablet = new Tablet();
    tablet.shelf.full = true;
    tablet.weather = 'lost-request';
    const tab = tablet.open();
    await tab.start();
    tab.mark({ criterionId: criteria[0]!, level: 1, comment: '' });
    tab.handIn({ absent: false });
    await tablet.calm();
    expect(tab.state.keeping).toBe('full');
    expect(tablet.shelf.waiting()).toBe(0);
    tablet.shelf.full = false;
    tablet.retries.splice(0).forEach((retry) => retry());
    await tablet.calm();
    expect(tab.state.keeping).toBe('kept');
    expect(tablet.shelf.waiting()).toBe(1);
    expect((await tablet.shelf.read()).handIn).toEqual({ absent: false, at: 'waiting' });
    tablet.shelf.full = true;
    tablet.weather = 'fine';
    tab.wake();
    await tablet.calm();
    expect(tablet.server.marks.size).toBe(1);
    expect(tablet.server.handedIn).toEqual({ absent: false });
  });

  it('opens without a network on all that it made, what was received included', async () => {
    const tablet = new Tablet();
    const tab = tablet.open();
    await tab.start();
    tab.mark({ criterionId: criteria[0]!, level: 3, comment: '' });
    await tablet.calm();
    tablet.weather = 'lost-request';
    tab.mark({ criterionId: criteria[1]!, level: 0, comment: '' });
    tab.stop();
    await tablet.calm();
    // The day was opened before any of these marks: the tablet's copy of the sheet is empty.
    const again = tablet.open(() => undefined, { marks: [], handedIn: null, stale: true });
    await again.start();
    const shown = shownMarks(again.state.outbox);
    expect(shown.get(criteria[0]!)).toMatchObject({ level: 3, at: 'server' });
    expect(shown.get(criteria[1]!)).toMatchObject({ level: 0, at: 'device' });
    again.mark({ criterionId: criteria[0]!, level: 1, comment: '' });
    expect(again.state.outbox.waiting.at(-1)!.sequence).toBe(3);
  });

  it('shows the same on two tablets of one juror: all their marks, the highest sequence current', async () => {
    const [left, right] = [new Tablet(), new Tablet()];
    right.server = left.server;
    for (const each of [left, right]) {
      await each.open().start();
      each.weather = 'lost-request';
    }
    left.tabs[0]!.mark({ criterionId: criteria[0]!, level: 3, comment: '' });
    left.tabs[0]!.mark({ criterionId: criteria[0]!, level: 2, comment: '' });
    right.tabs[0]!.mark({ criterionId: criteria[0]!, level: 0, comment: '' });
    right.tabs[0]!.mark({ criterionId: criteria[1]!, level: 1, comment: '' });
    await left.calm();
    for (const each of [left, right]) {
      each.weather = 'fine';
      each.tabs[0]!.wake();
      await each.calm();
    }
    left.tabs[0]!.look();
    await left.calm();
    const [a, b] = [left, right].map((each) => shownMarks(each.tabs[0]!.state.outbox));
    expect(left.server.marks.size).toBe(4);
    expect(a).toEqual(b);
    expect(a!.get(criteria[0]!)).toMatchObject({ level: 2, at: 'server' });
  });

  it('says on one tablet that the sheet was handed in on the other', async () => {
    const [left, right] = [new Tablet(), new Tablet()];
    right.server = left.server;
    await left.open().start();
    await right.open().start();
    left.tabs[0]!.handIn({ absent: true });
    await left.calm();
    right.tabs[0]!.look();
    await right.calm();
    expect(right.tabs[0]!.state.handIn).toEqual({ kind: 'received', absent: true });
  });

  it('keeps a mark that the server refuses, with its sentence, and says that delivery is done', async () => {
    const tablet = new Tablet();
    tablet.server.sign({ absent: false });
    tablet.server.handedIn = { absent: false };
    const tab = tablet.open();
    await tab.start();
    tab.mark({ criterionId: criteria[0]!, level: 1, comment: '' });
    await tablet.calm();
    expect(shownMarks(tab.state.outbox).get(criteria[0]!)).toMatchObject({ at: 'refused' });
    expect(tablet.shelf.waiting()).toBe(1);
    expect(tab.state.delivery).toEqual({ kind: 'idle' });
    tab.mark({ criterionId: criteria[0]!, level: 1, comment: '', reason: 'Erreur de ligne' });
    await tablet.calm();
    expect(tablet.shelf.waiting()).toBe(0);
    expect(tablet.server.marks.size).toBe(1);
  });

  it('waits longer after each failure, and never more than half a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 20].map(pauseAfter)).toEqual([
      1000, 2000, 4000, 8000, 16_000, 30_000, 30_000
    ]);
  });
});
