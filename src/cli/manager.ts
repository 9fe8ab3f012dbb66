import { Command } from 'commander';
import { createFirstManager, createSignInLink } from '#people';
import { readConfig } from '#platform/config.ts';
import { openGround } from '#platform/ground.ts';
import { CommandFault, print } from './program.ts';

/** `parchemin manager`: the first manager of a new installation, and their sign-in link. */
export function managerCommand(): Command {
  return new Command('manager')
    .description('créer le premier responsable, et son lien de connexion')
    .requiredOption('--name <nom>', 'prénom et nom')
    .requiredOption('--email <adresse>', 'adresse électronique')
    .option('--data <dossier>', 'dossier des données')
    .option('--json', 'écrire le résultat en JSON')
    .action(async (options: { name: string; email: string; data?: string; json?: boolean }) => {
      const config = readConfig(process.env, options.data ? { dataDir: options.data } : {});
      const ground = await openGround(config);
      try {
        const made = await createFirstManager(ground, options);
        if (!made.ok) throw new CommandFault(1, made.error.message.fr);
        const link = await createSignInLink(ground, made.value.email);
        if (!link.ok) throw new CommandFault(1, link.error.message.fr);
        print(options.json, { userId: made.value.userId, link: link.value }, link.value);
      } finally {
        await ground.close();
      }
    });
}
