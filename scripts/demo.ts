/**
 * `npm run demo`: a fictitious house in data/demo, or in an empty folder that is named, one sign-in link
 * a role, and the server.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { createSignInLink, type Actor } from '#people';
import { currentCode } from '#exam/sitting/opening.ts';
import { isOral } from '#referential';
import { fullName } from '#session';
import { manualClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { openGround, type Ground } from '#platform/ground.ts';
import {
  conclude,
  deliberate,
  factsFor,
  foundHouse,
  markSheets,
  must,
  openDay,
  prepareSession
} from '../src/cli/rehearsal/rehearse.ts';
import { rehearsePaper, rehearsePreparation } from '../src/cli/rehearsal/papers.ts';
import { ensureBuilt } from './build.ts';

const port = process.env['PORT'] ?? '3000';
const url = `http://127.0.0.1:${port}`;
const named = process.argv[2];
const dataDir = resolve(named ?? 'data/demo');
const env = { PARCHEMIN_DATA: dataDir, PARCHEMIN_DEMO: '1', PARCHEMIN_URL: url };

/** YYYY-MM-DD, some days from today. */
const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A session that is over, one whose jurors are at work today, and one that is being prepared. */
async function seed(ground: Ground, clock: ReturnType<typeof manualClock>) {
  const house = await foundHouse(ground, 6);
  const past = await prepareSession(ground, house, {
    title: 'Session d’automne',
    day: dayFromNow(-30),
    candidates: 6,
    seed: 7
  });
  await openDay(ground, house, past);
  await markSheets(ground, house, past, 7);
  await deliberate(ground, house, past);
  await conclude(ground, house, past);
  catchUp(clock, -60);
  const today = await prepareSession(ground, house, {
    title: 'Session du jour',
    day: dayFromNow(0),
    candidates: 5,
    seed: 11
  });
  await openDay(ground, house, today);
  // All but one have written their e-mail; the last one's is for whoever visits to write.
  const late = 5;
  await rehearsePaper(ground, clock, house, today, {
    seed: 11,
    writes: ({ number }) => number !== late
  });
  const facts = await factsFor(ground, today);
  const writer = facts.enrolments.find(({ number }) => number === late);
  // Each of the others has then been heard once.
  const orals = facts.enrolments
    .filter(({ number }) => number !== late)
    .flatMap(({ id }) =>
      facts.sittings
        .filter((each) => each.enrolmentId === id && isOral(facts.referential, each.assessmentId))
        .slice(0, 1)
    );
  for (const oral of orals) await rehearsePreparation(ground, house, facts, oral);
  catchUp(clock, 0);
  await markSheets(ground, house, today, 11, ({ id, assessmentId, enrolmentId }) =>
    assessmentId === 'EC2' ? enrolmentId !== writer?.id : orals.some((oral) => oral.id === id)
  );
  await prepareSession(ground, house, {
    title: 'Session de printemps',
    day: dayFromNow(60),
    candidates: 4,
    seed: 23
  });
  const [holder] = (await factsFor(ground, past)).enrolments;
  return { house, holder, writer, code: await currentCode(ground.db, today) };
}

/** Brings the rehearsal's clock to some minutes from now. */
function catchUp(clock: ReturnType<typeof manualClock>, minutes: number): void {
  clock.advance(Date.now() + minutes * 60_000 - clock.now().getTime());
}

async function link(ground: Ground, person: Pick<Actor, 'email'>): Promise<string> {
  return must(await createSignInLink(ground, person.email, { hours: 24 }));
}

ensureBuilt();
if (named === undefined) rmSync(dataDir, { recursive: true, force: true });
else if (existsSync(dataDir) && readdirSync(dataDir).length > 0)
  throw new Error(`${dataDir} is not empty`);
const clock = manualClock(new Date(Date.now() - 30 * 86_400_000));
const ground = await openGround(readConfig(env), { clock });
const { house, holder, writer, code } = await seed(ground, clock);
const links: [string, string, string][] = [
  ['Responsable de la certification', house.manager.name, await link(ground, house.manager)],
  ['Responsable de centre', house.centreManager.name, await link(ground, house.centreManager)],
  ['Présidente du jury', house.jurors[0]!.name, await link(ground, house.jurors[0]!)],
  ['Juré', house.jurors[1]!.name, await link(ground, house.jurors[1]!)],
  ['Référente handicap', house.officer.name, await link(ground, house.officer)],
  ['Auditeur', house.auditor.name, await link(ground, house.auditor)],
  ['Titulaire d’un certificat', fullName(holder!), await link(ground, holder!)],
  ['Candidat du jour', fullName(writer!), await link(ground, writer!)]
];
await ground.close();

const server = spawn(process.execPath, ['build/index.js'], {
  stdio: ['ignore', 'pipe', 'inherit'],
  // Lists of candidates may weigh five megabytes.
  env: { BODY_SIZE_LIMIT: '6M', ...process.env, ...env, HOST: '127.0.0.1', PORT: port }
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
server.stdout.on('data', (chunk: Buffer) => {
  const text = chunk.toString('utf8');
  if (!text.startsWith('Listening on')) {
    process.stdout.write(text);
    return;
  }
  process.stdout.write(
    [
      '',
      `Parchemin est ouvert\u00a0: ${url}`,
      '',
      'Un lien de connexion par rôle (valable une fois, vingt-quatre heures)\u00a0:',
      ...links.map(([role, name, href]) => `\n  ${role} (${name})\n  ${href}`),
      '',
      `Code de la salle, pour composer EC2\u00a0: ${code} (le responsable admet et donne le départ, « Surveillance »)`,
      '',
      `Personnes fictives, données dans ${named ?? 'data/demo, refaites à chaque démarrage'}. Ctrl+C pour arrêter.`,
      ''
    ].join('\n')
  );
});
