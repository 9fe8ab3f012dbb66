/**
 * How long the marks of a day without a network take to leave a tablet: 500 marks kept and sealed, carried
 * by the tablet's own courier over HTTP to the built server, beside as many bare SQL inserts of the same
 * rows, one a transaction, in the same database and the same run.
 *
 *     node bench/sync.ts [--url postgresql://…] [--marks 500]
 *
 * Without --url it starts a PostgreSQL server of its own where the machine has one.
 */
import { parseArgs } from 'node:util';
import pg from 'pg';
import { serve } from '../e2e/server.ts';
import { ensureBuilt } from '../scripts/build.ts';
import { startPostgres } from '../scripts/postgres.ts';
import { createCourier } from '../src/jury/courier.ts';
import type { Answer } from '../src/platform/asking.ts';
import type { Receipt } from '../src/jury/index.ts';
import type { DeviceMark } from '../src/jury/outbox.ts';
import { MemoryShelf } from '../src/jury/tablet/testing.ts';
import { markingSession } from '../src/jury/testing.ts';
import { createSignInLink } from '../src/people/index.ts';
import { criteriaOf, luxe, type AssessmentId } from '../src/referential/index.ts';
import { newId } from '../src/platform/ids.ts';
import { Juror } from './tablet.ts';

const { values } = parseArgs({
  options: { url: { type: 'string' }, marks: { type: 'string', default: '500' } }
});
const count = Number(values.marks);
const rounds = 5;
const criteria = criteriaOf(luxe, 'MS4' as AssessmentId).map(({ id }) => id);

const dayOfMarks = (from: number): DeviceMark[] =>
  Array.from({ length: count }, (_, place) => ({
    id: newId(),
    criterionId: criteria[place % criteria.length]!,
    level: ([0, 1, 2, 3] as const)[place % 4]!,
    comment: place % 5 === 0 ? 'Regard soutenu, sourire vrai.' : '',
    madeAt: new Date().toISOString(),
    sequence: from + place,
    reason: null
  }));

ensureBuilt();
const postgres = values.url ? undefined : await startPostgres();
const databaseUrl = values.url ?? postgres?.url;
if (!databaseUrl) throw new Error('No PostgreSQL server here: give one with --url.');
const served = await serve(
  async (ground) => {
    const session = await markingSession(ground, { candidates: 1, jurors: 2 });
    const juror = session.jurors[0]!;
    const link = await createSignInLink(ground, juror.email);
    if (!link.ok) throw new Error(link.error.code);
    return { link: link.value, jurorId: juror.userId, sittingId: session.sitting(1, 'MS4') };
  },
  { DATABASE_URL: databaseUrl }
);
const client = new pg.Client({ connectionString: databaseUrl });
try {
  await client.connect();
  const { link, jurorId, sittingId } = served.seed;
  const juror = await Juror.signIn(link, Number(new URL(served.url).port));
  const results = [];
  for (let round = 0; round < rounds; round += 1) {
    const bare = await timed(() => insert(dayOfMarks(1), sittingId, jurorId));
    const sync = await timed(await offlineDay(juror, sittingId, 1 + round * count));
    results.push({
      'SQL ms': Math.round(bare),
      'sync ms': Math.round(sync),
      'sync / SQL': (sync / bare).toFixed(2)
    });
  }
  console.log(`${count} marks made without a network`);
  console.table(results);
  juror.close();
} finally {
  await client.end();
  await served.stop();
  postgres?.stop();
}

async function timed(work: () => Promise<void>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

/** A tablet that kept its marks during the cut. @returns what opens it again, with the network back */
async function offlineDay(
  juror: Juror,
  sittingId: string,
  from: number
): Promise<() => Promise<void>> {
  const shelf = new MemoryShelf();
  await shelf.putMarks(dayOfMarks(from), 'waiting');
  return () =>
    new Promise((arrived, lost) => {
      const courier = createCourier(
        {
          shelf,
          sendMarks: async (observations): Promise<Answer<Receipt>> => ({
            kind: 'answered',
            value: await juror.send(sittingId, observations)
          }),
          sendHandIn: async () => ({ kind: 'unreachable' }),
          readHeld: async () => ({ kind: 'unreachable' }),
          later: () => () => undefined,
          whisper: () => undefined,
          newId,
          now: () => new Date()
        },
        { marks: [], handedIn: null },
        ({ outbox, delivery }) => {
          if (outbox.refused.size > 0) lost(new Error('A mark was refused'));
          if (outbox.received.length === count && delivery.kind === 'idle') arrived();
        }
      );
      void courier.start();
    });
}

async function insert(
  marks: readonly DeviceMark[],
  sittingId: string,
  jurorId: string
): Promise<void> {
  for (const mark of marks)
    await client.query({
      name: 'insert',
      text: `insert into observation (id, sitting_id, juror_id, criterion_id, level, comment, made_at, sequence, reason, received_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now())`,
      values: [
        mark.id,
        sittingId,
        jurorId,
        mark.criterionId,
        mark.level,
        mark.comment,
        mark.madeAt,
        mark.sequence,
        mark.reason
      ]
    });
}
