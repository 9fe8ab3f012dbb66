import { Command } from 'commander';
import { retentions, runRetention } from '#registry/privacy/index.ts';
import { frenchSpaces } from '#platform/typography.ts';
import { withGround } from './ground.ts';
import { print } from './program.ts';

/** `parchemin retention run`: takes away what has been kept as long as it may. */
export function retentionCommand(): Command {
  const command = new Command('retention').description('durées de conservation');
  command
    .command('run')
    .description('effacer ce qui est arrivé à son terme')
    .option('--data <dossier>', 'dossier des données')
    .option('--dry-run', 'compter, sans rien effacer')
    .option('--json', 'écrire le résultat en JSON')
    .action(async (options: { data?: string; dryRun?: true; json?: true }) => {
      const dry = options.dryRun ?? false;
      const report = await withGround(options.data, (ground) => runRetention(ground, dry));
      const lines = retentions.map(({ id, what }) => `${report[id]}  ${what.fr}`);
      const head = dry ? 'À effacer :' : 'Effacé :';
      print(options.json, { dryRun: dry, ...report }, frenchSpaces([head, ...lines].join('\n')));
    });
  return command;
}
