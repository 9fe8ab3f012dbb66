import { randomBytes } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { Juror } from '../bench/tablet.ts';
import { startPostgres, type ThrowawayServer } from '../scripts/postgres.ts';
import { createCourier, type Courier } from '../src/jury/courier.ts';
import type { Answer } from '../src/platform/asking.ts';
import { readSessionMarks, verifyObservations, type Receipt } from '../src/jury/index.ts';
import { MemoryShelf } from '../src/jury/tablet/testing.ts';
import { markingSession } from '../src/jury/testing.ts';
import { createSignInLink } from '../src/people/index.ts';
import { readConfig } from '../src/platform/config.ts';
import { openGround } from '../src/platform/ground.ts';
import { newId } from '../src/platform/ids.ts';
import { verifyLedger } from '../src/platform/ledger.ts';
import { criteriaOf, luxe, type AssessmentId } from '../src/referential/index.ts';
import { startProxy } from './proxy.ts';
import { serve } from './server.ts';

const criteria = criteriaOf(luxe, 'MS4' as AssessmentId).map(({ id }) => id);
const levels = [0, 1, 2, 3] as const;
const perJuror = 120;

let database: ThrowawayServer | undefined;
test.beforeAll(async () => {
  database = await startPostgres();
});
test.afterAll(() => database?.stop());

test('two servers share a day behind one address, and one of them dies while jurors mark', async () => {
  test.skip(!database, 'No PostgreSQL server on this machine.');
  test.setTimeout(300_000);
  const proxy = await startProxy();
  const shared = {
    DATABASE_URL: database!.url,
    PARCHEMIN_URL: proxy.url,
    PARCHEMIN_FIELD_KEY: randomBytes(32).toString('base64'),
    PARCHEMIN_AUTH_KEY: randomBytes(32).toString('base64')
  };
  const first = await serve(async (ground) => {
    const session = await markingSession(ground, { candidates: 1, jurors: 4 });
    const links: string[] = [];
    for (const { email } of session.jurors) {
      const link = await createSignInLink(ground, email);
      if (!link.ok) throw new Error(link.error.code);
      links.push(link.value);
    }
    return { links, sessionId: session.facts.id, sittingId: session.sitting(1, 'MS4') };
  }, shared);
  const second = await serve(async () => undefined, shared);
  const port = ({ url }: { url: string }) => Number(new URL(url).port);
  proxy.targets = [port(first), port(second)];
  try {
    const { links, sessionId, sittingId } = first.seed;
    const made: string[] = [];
    const jurors: Juror[] = [];
    for (const link of links) jurors.push(await Juror.signIn(link, port(proxy)));
    const couriers = jurors.map((juror) => tablet(juror, sittingId, made));
    for (const courier of couriers) await courier.start();

    const arrived = () =>
      couriers.reduce((sum, { state }) => sum + state.outbox.received.length, 0);
    const marking = couriers.map(async (courier) => {
      for (let place = 0; place < perJuror; place += 1) {
        courier.mark({
          criterionId: criteria[place % criteria.length]!,
          level: levels[place % levels.length]!,
          comment: ''
        });
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    });
    await expect.poll(arrived).toBeGreaterThan(perJuror);
    await first.crash();
    await Promise.all(marking);
    await expect.poll(arrived, { timeout: 120_000 }).toBe(perJuror * jurors.length);

    await first.revive();
    await second.crash();
    couriers[0]!.mark({ criterionId: criteria[0]!, level: 3, comment: '' });
    await expect.poll(arrived, { timeout: 60_000 }).toBe(perJuror * jurors.length + 1);

    const ground = await openGround(readConfig({ ...shared, PARCHEMIN_DATA: first.dataDir }));
    const stored = await readSessionMarks(ground.db, sessionId);
    expect(stored.map(({ id }) => id).sort()).toEqual([...made].sort());
    expect(await verifyLedger(ground.db)).toMatchObject({ valid: true });
    expect(await verifyObservations(ground.db)).toMatchObject({ valid: true });
    await ground.close();
    couriers.forEach((courier) => courier.stop());
    jurors.forEach((juror) => juror.close());
  } finally {
    await first.stop();
    await second.stop();
    await proxy.stop();
  }
});

/** A tablet without a browser: the true courier, over HTTP. */
function tablet(juror: Juror, sittingId: string, made: string[]): Courier {
  const unreachable = { kind: 'unreachable' } as const;
  return createCourier(
    {
      shelf: new MemoryShelf(),
      sendMarks: (observations): Promise<Answer<Receipt>> =>
        juror.send(sittingId, observations).then(
          (value) => ({ kind: 'answered', value }),
          () => unreachable
        ),
      sendHandIn: async () => unreachable,
      readHeld: async () => unreachable,
      later(milliseconds, callback) {
        const timer = setTimeout(callback, Math.min(milliseconds, 200));
        return () => clearTimeout(timer);
      },
      whisper: () => undefined,
      newId() {
        const id = newId();
        made.push(id);
        return id;
      },
      now: () => new Date()
    },
    { marks: [], handedIn: null },
    () => undefined
  );
}
