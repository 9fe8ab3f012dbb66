/**
 * Marks per second through the real HTTP route of the built server, one mark at a time for 1, 8 and 64
 * jurors, against bare SQL inserts of the same row, one a transaction, over as many connections of the
 * same database in the same run; and the JavaScript that the marking page ships.
 *
 *     node bench/marking.ts [--url postgresql://…] [--embedded] [--marks 2000]
 *
 * Without --url it starts a PostgreSQL server of its own where the machine has one.
 */
import { parseArgs } from 'node:util';
import pg from 'pg';
import { serve } from '../e2e/server.ts';
import { ensureBuilt } from '../scripts/build.ts';
import { startPostgres } from '../scripts/postgres.ts';
import type { Observation } from '../src/jury/index.ts';
import type { DeviceMark } from '../src/jury/outbox.ts';
import { observation } from '../src/jury/tables.ts';
import { markingSession } from '../src/jury/testing.ts';
import { createSignInLink } from '../src/people/index.ts';
import { criteriaOf, luxe, type AssessmentId } from '../src/referential/index.ts';
import type { Ground } from '../src/platform/ground.ts';
import { newId } from '../src/platform/ids.ts';
import { inTurn, summary, type Pace } from './pace.ts';
import { Juror, shippedScript } from './tablet.ts';

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    embedded: { type: 'boolean', default: false },
    marks: { type: 'string', default: '2000' }
  }
});
const marks = Number(values.marks);
const crowds = [1, 8, 64];
const criteria = criteriaOf(luxe, 'MS4' as AssessmentId).map(({ id }) => id);
const levels = [0, 1, 2, 3] as const;

/** A mark as a tablet sends it, and as the row of a bare insert begins. */
const deviceMark = (sequence: number): DeviceMark => ({
  id: newId(),
  criterionId: criteria[sequence % criteria.length]!,
  level: levels[sequence % levels.length]!,
  comment: '',
  madeAt: new Date().toISOString(),
  sequence,
  reason: null
});

type MakeRow = (who: number, sequence: number) => Observation;

ensureBuilt();
const postgres = values.embedded || values.url ? undefined : await startPostgres();
try {
  await measure(values.embedded ? undefined : (values.url ?? postgres?.url));
} finally {
  postgres?.stop();
}

async function measure(databaseUrl: string | undefined): Promise<void> {
  const served = await serve(
    (ground) => prepare(ground, databaseUrl === undefined),
    databaseUrl ? { DATABASE_URL: databaseUrl } : {}
  );
  try {
    const { links, sittingId, row, embedded } = served.seed;
    const port = Number(new URL(served.url).port);
    const jurors: Juror[] = [];
    for (const link of links) jurors.push(await Juror.signIn(link, port));
    const send = (who: number, n: number) => jurors[who]!.mark(sittingId, deviceMark(n + 1));
    // A server that has been running for a minute is what jurors meet, not one whose code is cold.
    await inTurn(8, 800, send);
    const results = [];
    for (const crowd of crowds) {
      const sql = databaseUrl ? await bareServer(databaseUrl, crowd, row) : embedded.get(crowd)!;
      await inTurn(crowd, 20 * crowd, send);
      const http = await inTurn(crowd, share(crowd), send);
      results.push({
        jurors: crowd,
        'SQL marks/s': Math.round(sql.perSecond),
        'HTTP marks/s': Math.round(http.perSecond),
        'SQL / HTTP': (sql.perSecond / http.perSecond).toFixed(2),
        ...summary('SQL', sql),
        ...summary('HTTP', http)
      });
    }
    console.log(databaseUrl ? 'PostgreSQL server' : 'Embedded PostgreSQL');
    console.table(results);
    const script = await shippedScript(port, `/jury/${sittingId}`, jurors[0]!.cookie);
    console.log(`Marking page: ${script.gzip} bytes of JavaScript (gzip), ${script.files} files`);
    for (const juror of jurors) juror.close();
  } finally {
    await served.stop();
  }
}

/**
 * A session with as many jurors as the largest crowd. The embedded database has one owner: its bare
 * inserts are made now, before the server opens it.
 */
async function prepare(ground: Ground, embeddedToo: boolean) {
  const session = await markingSession(ground, { candidates: 1, jurors: Math.max(...crowds) });
  const sittingId = session.sitting(1, 'MS4') as Observation['sittingId'];
  const links: string[] = [];
  for (const { email } of session.jurors) {
    const link = await createSignInLink(ground, email);
    if (!link.ok) throw new Error(link.error.code);
    links.push(link.value);
  }
  const row: MakeRow = (who, sequence) => ({
    ...deviceMark(sequence),
    madeAt: new Date(),
    sittingId,
    jurorId: session.jurors[who]!.userId
  });
  const embedded = new Map<number, Pace>();
  if (embeddedToo)
    for (const crowd of crowds)
      embedded.set(
        crowd,
        await inTurn(crowd, share(crowd), (who, n) =>
          ground.db.insert(observation).values({ ...row(who, n + 1), receivedAt: new Date() })
        )
      );
  return { links, sittingId, row, embedded };
}

/** Fewer marks for a juror alone, who waits for each commit. */
function share(crowd: number): number {
  return Math.max(200, Math.round((marks * Math.min(crowd, 16)) / 16));
}

async function bareServer(url: string, crowd: number, row: MakeRow): Promise<Pace> {
  const clients = await Promise.all(
    Array.from({ length: crowd }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    })
  );
  const insert = (who: number, n: number) => {
    const each = row(who, n + 1);
    return clients[who]!.query({
      name: 'insert',
      text: `insert into observation (id, sitting_id, juror_id, criterion_id, level, comment, made_at, sequence, reason, received_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now())`,
      values: [
        each.id,
        each.sittingId,
        each.jurorId,
        each.criterionId,
        each.level,
        each.comment,
        each.madeAt,
        each.sequence,
        each.reason
      ]
    });
  };
  try {
    await inTurn(crowd, 20 * crowd, insert);
    return await inTurn(crowd, share(crowd), insert);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}
