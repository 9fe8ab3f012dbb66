import { Command } from 'commander';
import { audit, type AuditReport } from '#parchment';
import { withGround } from './ground.ts';
import { print } from './program.ts';

/** `parchemin audit verify`: the ledger's chain, and the marks, minutes and certificates it vouches for. */
export function auditCommand(): Command {
  const command = new Command('audit').description('contrôler le journal et ce qu’il garantit');
  command
    .command('verify')
    .description('recalculer la chaîne du journal, puis notes, procès-verbaux et certificats')
    .option('--data <dossier>', 'dossier des données')
    .option('--json', 'écrire le résultat en JSON')
    .action(async (options: { data?: string; json?: boolean }) => {
      const report = await withGround(options.data, ({ db }) => audit(db));
      print(options.json, report, inWords(report));
      if (!report.valid) process.exitCode = 1;
    });
  return command;
}

const inWords = ({ valid, ledger }: AuditReport): string =>
  valid
    ? `Le journal est intact\u00a0: ${ledger.entries} écritures\u202f; notes, procès-verbaux et certificats conformes.`
    : 'Le journal ou ce qu’il garantit a été altéré\u00a0: relancez avec --json pour le détail.';
