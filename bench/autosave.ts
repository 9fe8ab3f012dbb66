/**
 * Two hundred papers written at once, each page saving its keys every second, through the real HTTP
 * route of the built server; beside bare SQL inserts of the same rows, one transaction a saving, on the
 * same database in the same run. Then every text is read back: a keystroke that is missing is a fault.
 * (Twenty-five candidates sit their eight assessments together: two hundred sittings, two hundred pages.)
 *
 *     node bench/autosave.ts [--embedded] [--seconds 20] [--candidates 25]
 */
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { serve } from '../e2e/server.ts';
import { ensureBuilt } from '../scripts/build.ts';
import { startPostgres } from '../scripts/postgres.ts';
import { atTheDesk, candidateOf, examOpened, typing } from '../src/exam/testing.ts';
import { fieldsOf } from '../src/exam/sitting/model.ts';
import { readPlaced } from '../src/exam/sitting/texts.ts';
import { replay } from '../src/exam/sitting/text.ts';
import type { SubjectAssessment } from '../src/exam/subjects/model.ts';
import { markingSession } from '../src/jury/testing.ts';
import { createSignInLink } from '../src/people/index.ts';
import { readConfig } from '../src/platform/config.ts';
import { openGround, type Ground } from '../src/platform/ground.ts';
import { newId } from '../src/platform/ids.ts';
import { summary, type Pace } from './pace.ts';
import { Juror } from './tablet.ts';

const { values } = parseArgs({
  options: {
    embedded: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '20' },
    candidates: { type: 'string', default: '25' }
  }
});
const seconds = Number(values.seconds);
const keysPerSecond = 5;

interface Page {
  sittingId: string;
  writer: string;
  field: string;
  candidate: number;
}

ensureBuilt();
const postgres = values.embedded ? undefined : await startPostgres();
try {
  await measure(postgres?.url);
} finally {
  postgres?.stop();
}

async function measure(databaseUrl: string | undefined): Promise<void> {
  const env: Record<string, string> = databaseUrl ? { DATABASE_URL: databaseUrl } : {};
  const served = await serve((ground) => prepare(ground), env);
  try {
    const { links, pages } = served.seed;
    const port = Number(new URL(served.url).port);
    const cookies: string[] = [];
    for (const link of links) cookies.push((await Juror.signIn(link, port)).cookie);
    const agent = new Agent({ keepAlive: true, maxSockets: pages.length });
    const send = (page: Page, round: number) =>
      save(port, agent, cookies[page.candidate]!, page, round);
    await everySecond(pages, 0, 3, send);
    const http = await everySecond(pages, 3, seconds, send);
    agent.destroy();
    const lost = await lostKeys(served.dataDir, env, pages, seconds + 3, () => served.crash());
    const sql = databaseUrl ? await bare(databaseUrl, pages) : undefined;
    console.log(databaseUrl ? 'PostgreSQL server' : 'Embedded PostgreSQL');
    console.table([
      {
        papers: pages.length,
        'savings/s': Math.round(http.perSecond),
        ...summary('HTTP', http),
        ...(sql ? summary('SQL', sql) : {}),
        'lost keystrokes': lost
      }
    ]);
  } finally {
    await served.stop();
  }
}

/** Every candidate of a session, at the desk of each of their assessments. */
async function prepare(ground: Ground) {
  const session = await markingSession(ground, {
    candidates: Number(values.candidates),
    jurors: 2
  });
  const { manager, facts } = session;
  await examOpened(ground, manager, facts.id);
  const links: string[] = [];
  const pages: Page[] = [];
  for (const { number } of facts.enrolments) {
    const candidate = await candidateOf(ground, facts, number);
    const link = await createSignInLink(ground, candidate.email);
    if (!link.ok) throw new Error(link.error.code);
    const place = links.push(link.value) - 1;
    for (const { id, assessmentId } of facts.sittings.filter(
      ({ enrolmentId }) =>
        facts.enrolments.find((each) => each.id === enrolmentId)?.number === number
    )) {
      const where = { sessionId: facts.id, sittingId: id, device: newId() };
      const writer = await atTheDesk(ground, manager, candidate, where);
      const field = fieldsOf(assessmentId as SubjectAssessment)[0]!;
      pages.push({ sittingId: id, writer, field, candidate: place });
    }
  }
  return { links, pages };
}

/** The keys of one second: letters that tell where they belong. */
function keysOf(page: Page, round: number) {
  const from = round * keysPerSecond;
  const letters = Array.from({ length: keysPerSecond }, (_, n) => letterAt(from + n));
  return typing(page.field, letters.join(''), from, from + 1);
}

function letterAt(place: number): string {
  return String.fromCharCode(97 + (place % 26));
}

/** Each page saves once a second, at its own moment of it, as people do not press keys together. */
async function everySecond(
  pages: readonly Page[],
  from: number,
  rounds: number,
  send: (page: Page, round: number) => Promise<void>
): Promise<Pace> {
  const times: number[] = [];
  const start = performance.now();
  await Promise.all(
    pages.map(async (page, place) => {
      await pause((1000 * place) / pages.length);
      for (let round = from; round < from + rounds; round += 1) {
        const began = performance.now();
        await send(page, round);
        times.push(performance.now() - began);
        await pause(Math.max(0, 1000 - (performance.now() - began)));
      }
    })
  );
  const perSecond = (times.length * 1000) / (performance.now() - start);
  return { perSecond, times: times.sort((one, other) => one - other) };
}

function save(
  port: number,
  agent: Agent,
  cookie: string,
  page: Page,
  round: number
): Promise<void> {
  const { writer, sittingId } = page;
  const body = JSON.stringify({ writer, base: round * keysPerSecond, edits: keysOf(page, round) });
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        port,
        agent,
        host: '127.0.0.1',
        method: 'POST',
        path: `/exam/${sittingId}/edits`,
        headers: {
          cookie,
          origin: `http://127.0.0.1:${port}`,
          'content-type': 'application/json',
          accept: 'application/json'
        }
      },
      (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
        answer.on('end', () =>
          answer.statusCode === 200 && text.includes('"saved"')
            ? resolve()
            : reject(new Error(`${answer.statusCode} ${text.slice(0, 200)}`))
        );
      }
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Kills the server, opens its data again and counts the keys that are not in their text. */
async function lostKeys(
  dataDir: string,
  env: Record<string, string>,
  pages: readonly Page[],
  rounds: number,
  crash: () => Promise<void>
): Promise<number> {
  await crash();
  const ground = await openGround(readConfig({ PARCHEMIN_DATA: dataDir, ...env }));
  let lost = 0;
  for (const page of pages) {
    const text = replay(await readPlaced(ground.db, page.sittingId))[page.field] ?? '';
    for (let n = 0; n < rounds * keysPerSecond; n += 1) if (text[n] !== letterAt(n)) lost += 1;
  }
  await ground.close();
  return lost;
}

/** The same rows by bare inserts, into a table without our keys' history, at the same pace. */
async function bare(url: string, pages: readonly Page[]): Promise<Pace> {
  const pool = new pg.Pool({ connectionString: url, max: 16 });
  await pool.query('create table bare_edit (like answer_edit including indexes)');
  const insert = async (page: Page, round: number) => {
    const rows = keysOf(page, round);
    const places = rows.map(
      (_, n) => `($1, $2 + ${n}, $3, $2 + ${n}, $4, 0, 0, 0, 'x', '{}', now())`
    );
    await pool.query(`insert into bare_edit values ${places.join(',')}`, [
      page.sittingId,
      round * keysPerSecond + 1,
      page.writer,
      page.field
    ]);
  };
  await everySecond(pages, 0, 3, insert);
  const measured = await everySecond(pages, 3, Math.min(seconds, 10), insert);
  await pool.end();
  return measured;
}
