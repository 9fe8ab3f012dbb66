import { Command } from 'commander';
import { KeysGivenError, rotateKeys } from '#parchment';
import { withGround } from './ground.ts';
import { CommandFault, print } from './program.ts';

/** `parchemin keys rotate`: a new key signs from now on; the old ones still verify what they signed. */
export function keysCommand(): Command {
  const command = new Command('keys').description('les clés qui signent les attestations');
  command
    .command('rotate')
    .description('mettre une nouvelle clé en service\u00a0; les anciennes vérifient toujours')
    .option('--data <dossier>', 'dossier des données')
    .option('--json', 'écrire le résultat en JSON')
    .action(async (options: { data?: string; json?: boolean }) => {
      try {
        const keys = await withGround(options.data, rotateKeys);
        print(
          options.json,
          keys,
          `Nouvelle clé en service\u00a0: ${keys.current}. Clés retirées, qui vérifient toujours\u00a0: ${keys.retired.length}.`
        );
      } catch (error) {
        if (error instanceof KeysGivenError)
          throw new CommandFault(
            1,
            'Les clés viennent de PARCHEMIN_ISSUER_KEYS\u00a0: changez-les là, la nouvelle en tête et les anciennes sans « d ».'
          );
        throw error;
      }
    });
  return command;
}
