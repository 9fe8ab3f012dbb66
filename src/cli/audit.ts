import { Command } from 'commander';
import { verifyObservations } from '#jury';
import { verifyMinutes } from '#verdict';
import { verifyLedger } from '#platform/ledger.ts';
import { withGround } from './ground.ts';
import { print } from './program.ts';

/** `parchemin audit verify`: the ledger's chain, the marks it vouches for, and the signed results. */
export function auditCommand(): Command {
  const audit = new Command('audit').description('contrôler le journal et ce qu’il garantit');
  audit
    .command('verify')
    .description('recalculer la chaîne du journal, l’empreinte des notes et celle des résultats')
    .option('--data <dossier>', 'dossier des données')
    .option('--json', 'écrire le résultat en JSON')
    .action(async (options: { data?: string; json?: boolean }) => {
      const report = await withGround(options.data, async ({ db }) => {
        const ledger = await verifyLedger(db);
        const observations = await verifyObservations(db);
        const minutes = await verifyMinutes(db);
        const valid = ledger.valid && observations.valid && minutes.valid;
        return { valid, ledger, observations, minutes };
      });
      print(options.json, report, inWords(report));
      if (!report.valid) process.exitCode = 1;
    });
  return audit;
}

const inWords = ({ valid, ledger }: { valid: boolean; ledger: { entries: number } }): string =>
  valid
    ? `Le journal est intact\u00a0: ${ledger.entries} écritures, notes et procès-verbaux conformes.`
    : 'Le journal ou ce qu’il garantit a été altéré\u00a0: relancez avec --json pour le détail.';
