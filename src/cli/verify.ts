import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import {
  authorityOfFiles,
  failed,
  verifyFile,
  verifyOwnFile,
  type CredentialReport
} from '#parchment';
import { longDate } from '#platform/typography.ts';
import type { Result } from '#platform/result.ts';
import { withGround } from './ground.ts';
import { CommandFault, print } from './program.ts';

interface Options {
  data?: string;
  did?: string;
  status: string[];
  json?: boolean;
}

/** `parchemin verify`: whether a certificate is genuine and in force. 0 valid, 1 not, 2 unreadable. */
export function verifyCommand(): Command {
  const gather = (file: string, before: string[]) => [...before, file];
  return new Command('verify')
    .description('vérifier un certificat\u00a0: PDF, PNG, SVG, JSON ou JWT')
    .argument('<fichier>', 'fichier à vérifier')
    .option('--data <dossier>', 'dossier des données de l’émetteur')
    .option('--did <fichier>', 'document DID de l’émetteur, pour vérifier hors ligne')
    .option('--status <fichier>', 'liste de statuts signée\u00a0; une fois par liste', gather, [])
    .option('--json', 'écrire le résultat en JSON')
    .action(async (file: string, options: Options) => {
      const verified = await unlessBroken(() => verify(file, options)).catch((error: unknown) => {
        // Whoever reads JSON reads it of a fault as well.
        if (options.json && error instanceof CommandFault)
          print(true, { ...shown(failed('unreadable')), error: error.message }, '');
        throw error;
      });
      const report = verified.ok ? verified.value : failed('unreadable');
      if (verified.ok || options.json) print(options.json, shown(report), inWords(report));
      if (!verified.ok) throw new CommandFault(2, verified.error.message.fr);
      if (!report.valid) process.exitCode = 1;
    });
}

async function verify(
  file: string,
  { data, did, status }: Options
): Promise<Result<CredentialReport>> {
  if (data && did) throw new CommandFault(2, 'Donnez --data ou --did, pas les deux.');
  if (!did && status.length > 0)
    throw new CommandFault(
      2,
      'Avec --status, donnez aussi le document DID de l’émetteur\u00a0: --did.'
    );
  const bytes = readBytes(file);
  if (!did) return withGround(data, (ground) => verifyOwnFile(ground, bytes, verifyFile));
  return verifyFile(bytes, authorityOfFiles(readJson(did), status.map(readJson)), new Date());
}

/** Whatever stops a verification is not a verdict: its code is 2, for 1 says that a file is not valid. */
async function unlessBroken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CommandFault) throw error;
    throw new CommandFault(2, (error as Error).message);
  }
}

function readBytes(file: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(file));
  } catch {
    throw new CommandFault(2, `${file} est introuvable ou illisible.`);
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(Buffer.from(readBytes(file)).toString('utf8'));
  } catch (error) {
    if (error instanceof CommandFault) throw error;
    throw new CommandFault(2, `${file} n’est pas un fichier JSON.`);
  }
}

const shown = ({ problems, ...report }: CredentialReport) => ({
  ...report,
  problems: problems.map(({ check, code, message }) => ({ check, code, message: message.fr }))
});

function inWords(report: CredentialReport): string {
  const { valid, problems, holder, certification, awardedOn, issuer, number, pages } = report;
  if (!valid) return problems.map(({ message }) => message.fr).join('\n');
  return [
    'Ce certificat est authentique et en vigueur.',
    `Titulaire\u00a0: ${holder ?? '–'}`,
    `Certification\u00a0: ${certification ?? '–'}`,
    `Délivré le\u00a0: ${awardedOn ? longDate(awardedOn, 'fr') : '–'}`,
    `Certificateur\u00a0: ${issuer ?? '–'}`,
    `Numéro\u00a0: ${number ?? '–'}`,
    ...(pages === 'to-compare'
      ? [
          '',
          `Attention\u00a0: la signature ne couvre pas les pages imprimées de ce PDF. Comparez-y le nom, « ${holder ?? '–'} », et le numéro, « ${number ?? '–'} »\u00a0: s’ils diffèrent, le PDF a été modifié.`
        ]
      : [])
  ].join('\n');
}
