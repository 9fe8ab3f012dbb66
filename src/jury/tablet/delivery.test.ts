import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from 'drizzle-orm';
import type { Actor } from '#people';
import { criteriaOf, luxe, type AssessmentId, type CriterionId, type Level } from '#referential';
import { newId } from '#platform/ids.ts';
import { verifyLedger } from '#platform/ledger.ts';
import type { Result } from '#platform/result.ts';
import { ledgerEntry } from '#platform/tables.ts';
import { testGround, type TestGround } from '#platform/testing.ts';
import type { Answer } from '#platform/asking.ts';
import { createCourier, type Courier } from '../courier.ts';
import { currentMarks, handInSheet, observe, readHeldSheet, readSheet } from '../index.ts';
import { shownMarks } from '../outbox.ts';
import { markingSession, type MarkingSession } from '../testing.ts';
import { MemoryShelf, quiet } from './testing.ts';

/*
 * The tablet's own courier, outbox and seal, against the server's own actions on a real database, under
 * a network that loses requests, loses answers, says things twice and says them late.
 */

const schedules = 200;
const [candidates, jurors] = [5, 5];
const assessments = ['EC1', 'EC2', 'EC3', 'MS1', 'MS2', 'MS3', 'MS4', 'MS5'];

let ground: TestGround;
let session: MarkingSession;

beforeAll(async () => {
  ground = await testGround();
  session = await markingSession(ground, { candidates, jurors });
});
afterAll(() => ground.close());

/** A sheet of its own for each schedule. */
let used = 0;
function freshSheet(): { juror: Actor; sittingId: string; criteria: CriterionId[] } {
  const place = used;
  used += 1;
  const assessment = assessments[place % assessments.length]!;
  const rest = Math.floor(place / assessments.length);
  return {
    juror: session.jurors[rest % jurors]!,
    sittingId: session.sitting(1 + (Math.floor(rest / jurors) % candidates), assessment),
    criteria: criteriaOf(luxe, assessment as AssessmentId).map(({ id }) => id)
  };
}

type Weather = 'fine' | 'lost-request' | 'lost-answer' | 'twice' | 'late';

/** One juror's sheet, two tablets, and the air between them and the server. */
class Room {
  weather: Weather = 'fine';
  readonly sheet = freshSheet();
  readonly shelves = [new MemoryShelf(), new MemoryShelf()];
  readonly couriers: Courier[] = [];
  readonly taps: string[] = [];
  #late: (() => Promise<unknown>)[] = [];
  #asked = 0;

  start(tablet: number): Promise<void> {
    this.couriers[tablet]?.stop();
    const { juror, sittingId } = this.sheet;
    const courier = createCourier(
      {
        shelf: this.shelves[tablet]!,
        sendMarks: (observations) =>
          this.#through(() => observe(ground, juror, sittingId, { observations })),
        sendHandIn: (intent) => this.#through(() => handInSheet(ground, juror, sittingId, intent)),
        readHeld: () => this.#through(() => readHeldSheet(ground, juror, sittingId, 'fr')),
        later: () => () => undefined,
        whisper: () => undefined,
        newId: () => {
          const id = newId();
          this.taps.push(id);
          return id;
        },
        now: () => ground.clock.now()
      },
      // As a tablet that was opened before the first mark: all the rest comes from its shelf.
      { marks: [], handedIn: null, stale: true },
      () => undefined
    );
    this.couriers[tablet] = courier;
    return courier.start();
  }

  calm = () => quiet(() => this.#asked > 0 || this.shelves.some(({ busy }) => busy > 0));

  /** What was on its way for long arrives. */
  async arrive(): Promise<void> {
    for (const send of this.#late.splice(0).reverse()) await send();
  }

  async settle(): Promise<void> {
    this.weather = 'fine';
    await this.arrive();
    for (const courier of this.couriers) {
      courier.wake();
      await this.calm();
    }
    this.couriers[0]!.look();
    await this.calm();
  }

  async #through<T>(reach: () => Promise<Result<T>>): Promise<Answer<T>> {
    const { weather } = this;
    this.#asked += 1;
    try {
      await Promise.resolve();
      if (weather === 'lost-request') return { kind: 'unreachable' };
      if (weather === 'late') {
        this.#late.push(reach);
        return { kind: 'unreachable' };
      }
      if (weather === 'twice') await Promise.all([reach(), reach()]);
      const result = await reach();
      if (weather === 'lost-answer') return { kind: 'unreachable' };
      return result.ok
        ? { kind: 'answered', value: result.value }
        : { kind: 'refused', message: result.error.message.fr };
    } finally {
      this.#asked -= 1;
    }
  }
}

const tablet = fc.nat({ max: 1 });
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('mark' as const),
      tablet,
      line: fc.nat({ max: 3 }),
      level: fc.constantFrom<(Level | null)[]>(0, 1, 2, 3, null)
    })
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('weather' as const),
      weather: fc.constantFrom<Weather[]>('fine', 'lost-request', 'lost-answer', 'twice', 'late')
    })
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('close' as const), tablet }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wake' as const), tablet }) },
  { weight: 1, arbitrary: fc.constant({ do: 'arrive' as const }) }
);

it(`loses no mark and doubles none, over ${schedules} schedules of cuts, repeats, delays and closings`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 4, maxLength: 18 }),
      fc.constantFrom<Weather[]>('lost-request', 'lost-answer', 'twice', 'late'),
      async (steps, atHandIn) => {
        const room = new Room();
        const { juror, sittingId, criteria } = room.sheet;
        await room.start(0);
        await room.start(1);
        await room.calm();
        for (const each of steps) {
          if (each.do === 'mark')
            room.couriers[each.tablet]!.mark({
              criterionId: criteria[each.line]!,
              level: each.level,
              comment: each.level === null ? 'Hors de vue' : ''
            });
          else if (each.do === 'weather') room.weather = each.weather;
          else if (each.do === 'wake') room.couriers[each.tablet]!.wake();
          else if (each.do === 'arrive') await room.arrive();
          else {
            await room.calm();
            await room.start(each.tablet);
          }
          await room.calm();
        }
        await room.settle();

        const stored = await readSheet(ground.db, sittingId, juror.userId);
        expect(stored.map(({ id }) => id).sort()).toEqual([...room.taps].sort());
        const ids = ({ state }: Courier) =>
          [...shownMarks(state.outbox).values()].map(({ id }) => id).sort();
        const current = [...currentMarks(stored).values()].map(({ id }) => id).sort();
        for (const courier of room.couriers) expect(ids(courier)).toEqual(current);
        expect(room.shelves.map((shelf) => shelf.waiting())).toEqual([0, 0]);

        const [first] = room.couriers as [Courier];
        room.weather = atHandIn;
        const marked = shownMarks(first.state.outbox);
        for (const criterionId of criteria.filter((id) => !marked.has(id)))
          first.mark({ criterionId, level: 2, comment: '' });
        first.handIn({ absent: false });
        await room.calm();
        await room.start(0);
        await room.calm();
        await room.settle();
        for (const courier of room.couriers) {
          courier.look();
          await room.calm();
          expect(courier.state.handIn).toEqual({ kind: 'received', absent: false });
        }
        expect(await readSheet(ground.db, sittingId, juror.userId)).toHaveLength(room.taps.length);
        expect(await handIns(sittingId, juror)).toBe(1);
        for (const courier of room.couriers) courier.stop();
      }
    ),
    { numRuns: schedules }
  );
  expect(await verifyLedger(ground.db)).toMatchObject({ valid: true });
}, 400_000);

const handIns = async (sittingId: string, juror: Actor): Promise<number> =>
  (
    await ground.db
      .select({ place: ledgerEntry.place })
      .from(ledgerEntry)
      .where(
        sql`${ledgerEntry.action} = 'jury.hand-in' and ${ledgerEntry.subject} = ${sittingId} and ${ledgerEntry.actor} = ${juror.userId}`
      )
  ).length;
