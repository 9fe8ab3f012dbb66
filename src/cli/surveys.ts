import { Command } from 'commander';
import { sendSurveys, type SurveySending } from '#registry/surveys/index.ts';
import { withGround } from './ground.ts';
import { CommandFault, print } from './program.ts';

/** `parchemin surveys send`: asks holders what became of them, at 6, 12 and 24 months. */
export function surveysCommand(): Command {
  const command = new Command('surveys').description('enquêtes auprès des titulaires');
  command
    .command('send')
    .description('envoyer les enquêtes dues aujourd’hui, une fois chacune')
    .option('--data <dossier>', 'dossier des données')
    .option('--dry-run', 'compter, sans rien envoyer')
    .option('--json', 'écrire le résultat en JSON')
    .action(async (options: { data?: string; dryRun?: true; json?: true }) => {
      const dry = options.dryRun ?? false;
      const sending = await withGround(options.data, (ground) => sendSurveys(ground, dry));
      if (!sending.ok) throw new CommandFault(1, sending.error.message.fr);
      print(options.json, { dryRun: dry, ...sending.value }, inWords(sending.value, dry));
      if (sending.value.failed > 0) process.exitCode = 1;
    });
  return command;
}

const inWords = ({ due, sent, failed }: SurveySending, dry: boolean): string =>
  dry
    ? `${due} enquêtes à envoyer aujourd’hui.`
    : `${sent} enquêtes envoyées${failed > 0 ? `, ${failed} n’ont pas pu partir` : ''}.`;
