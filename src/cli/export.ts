import { Command, InvalidArgumentError } from 'commander';
import {
  batchFile,
  flux,
  makeBatchByHand,
  samplePassages,
  sampleSender
} from '#registry/cdc/index.ts';
import { newId } from '#platform/ids.ts';
import type { Result } from '#platform/result.ts';
import { withGround } from './ground.ts';
import { CommandFault, print } from './program.ts';
import { writePieces } from './write-pieces.ts';

interface Options {
  data?: string;
  session?: string;
  sample?: number;
  out: string;
  json?: true;
}

/** `parchemin export cdc`: the file that the Caisse des Dépôts takes. */
export function exportCommand(): Command {
  const command = new Command('export').description(
    'fichiers dus à l’État / what the State is owed'
  );
  command
    .command('cdc')
    .description('titulaires d’une session pour la Caisse des Dépôts / holders of a session')
    .option('--data <dossier>', 'dossier des données / data folder')
    .option('--session <id>', 'session dont les résultats sont signés / a session that is closed')
    .option('--sample <n>', 'n titulaires fictifs, sans données / fictitious holders', count)
    .requiredOption('--out <fichier.xml>', 'fichier à écrire / file to write')
    .option('--json', 'écrire le résumé en JSON / summary as JSON')
    .action(async (options: Options) => {
      if ((options.sample === undefined) === (options.session === undefined))
        throw new CommandFault(2, 'Indiquez --session, ou --sample\u00a0: l’un des deux.');
      if (options.session === undefined) await writeSample(options, options.sample ?? 0);
      else await writeSession(options, options.session);
    });
  return command;
}

function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('un nombre entier d’au moins 1 est attendu.');
  return value;
}

/**
 * The file of what the Caisse has not been told of a session. Run again, it writes the same file: a
 * file that was lost can be had again, and nothing is declared twice.
 */
async function writeSession({ data, out, json }: Options, sessionId: string): Promise<void> {
  await withGround(data, async (ground) => {
    const { batchId, passages, repeated } = made(await makeBatchByHand(ground, sessionId));
    const { pieces } = made(await batchFile(ground.db, batchId));
    const written = await writePieces(out, pieces);
    print(
      json,
      { flux: batchId, sample: false, session: sessionId, holders: passages, repeated, ...written },
      repeated
        ? `Rien de nouveau\u00a0: le dernier fichier (${passages} titulaires) est réécrit dans ${out}.`
        : `${passages} titulaires écrits dans ${out}.`
    );
  });
}

function made<T>(result: Result<T>): T {
  if (!result.ok) throw new CommandFault(1, result.error.message.fr);
  return result.value;
}

async function writeSample({ out, json }: Options, holders: number): Promise<void> {
  const heading = { ...sampleSender, id: newId(), at: new Date() };
  const written = await writePieces(out, flux(heading, samplePassages(holders)));
  print(
    json,
    { flux: heading.id, sample: true, holders, ...written },
    `${holders} titulaires fictifs écrits dans ${out}.`
  );
}
