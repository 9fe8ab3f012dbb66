import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { readCertificatePdf } from '#parchment';
import { manualClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { openGround, type Ground } from '#platform/ground.ts';
import { verifyLedger } from '#platform/ledger.ts';
import { CommandFault, print } from './program.ts';
import { repeatableBytes } from './rehearsal/chance.ts';
import {
  conclude,
  deliberate,
  foundHouse,
  markSheets,
  must,
  openDay,
  panelsFor,
  prepareSession
} from './rehearsal/rehearse.ts';

/** What `parchemin demo --json` prints. */
export interface DemoReport {
  /** The session’s id, for `parchemin export`. */
  session: string;
  candidates: number;
  observations: number;
  awarded: number;
  refused: number;
  certificates: { number: string; file: string }[];
  ledger: { entries: number; valid: boolean };
}

const wholeNumber = (least: number, most: number) => (text: string) => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new InvalidArgumentError(`Un nombre entier de ${least} à ${most} est attendu.`);
  return value;
};

/** `parchemin demo`: a whole session, from enrolment to certificates, with no browser. */
export function demoCommand(): Command {
  return new Command('demo')
    .description('jouer une session entière, sans navigateur, avec des personnes fictives')
    .requiredOption('--data <dossier>', 'dossier vide, ou à créer, pour les données')
    .option('--candidates <nombre>', 'nombre de candidats', wholeNumber(1, 300), 12)
    .option(
      '--seed <nombre>',
      'graine du hasard\u00a0: la même donne les mêmes résultats',
      wholeNumber(0, 2 ** 31),
      7
    )
    .option('--json', 'écrire le résultat en JSON')
    .action(async (options: { data: string; candidates: number; seed: number; json?: boolean }) => {
      const report = await playSession(options.data, options.candidates, options.seed);
      print(options.json, report, inWords(report));
    });
}

/** Plays a session in a folder that holds no data yet, and writes each certificate as a PDF. */
async function playSession(data: string, candidates: number, seed: number): Promise<DemoReport> {
  const dataDir = resolve(data);
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0)
    throw new CommandFault(2, `${dataDir} n’est pas vide\u00a0: choisissez un dossier vide.`);
  const config = readConfig(process.env, { dataDir, databaseUrl: undefined, demo: true });
  // A rehearsal has its own time and its own chance, so that it can be repeated to the letter.
  const ground = await openGround(config, {
    clock: manualClock(new Date('2026-03-12T07:00:00Z')),
    random: repeatableBytes(seed)
  });
  try {
    const house = await foundHouse(ground, 2 * panelsFor(candidates));
    const session = await prepareSession(ground, house, {
      title: 'Session de mars',
      day: '2026-03-12',
      candidates,
      seed
    });
    await openDay(ground, house, session);
    const observations = await markSheets(ground, house, session, seed);
    await deliberate(ground, house, session);
    const numbers = await conclude(ground, house, session);
    const { valid, entries } = await verifyLedger(ground.db);
    return {
      session,
      candidates,
      observations,
      awarded: numbers.length,
      refused: candidates - numbers.length,
      certificates: await writeCertificates(ground, house.manager, numbers, dataDir),
      ledger: { entries, valid }
    };
  } finally {
    await ground.close();
  }
}

async function writeCertificates(
  ground: Ground,
  manager: Parameters<typeof readCertificatePdf>[1],
  numbers: readonly string[],
  dataDir: string
) {
  const folder = join(dataDir, 'certificates');
  mkdirSync(folder, { recursive: true });
  const written: DemoReport['certificates'] = [];
  for (const number of numbers) {
    const { pdf, fileName } = must(await readCertificatePdf(ground, manager, number));
    const file = join(folder, fileName);
    writeFileSync(file, pdf);
    written.push({ number, file });
  }
  return written;
}

const inWords = (report: DemoReport): string =>
  [
    `${report.candidates} candidats, ${report.observations} observations\u00a0: ` +
      `${report.awarded} certifiés, ${report.refused} ajournés.`,
    ...report.certificates.map(({ number, file }) => `${number}  ${file}`),
    `Session\u00a0: ${report.session}`,
    `Journal\u00a0: ${report.ledger.entries} écritures, ${report.ledger.valid ? 'intact' : 'ROMPU'}.`
  ].join('\n');
