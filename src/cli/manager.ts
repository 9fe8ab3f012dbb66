import { Command } from 'commander';
import { createFirstManager, createSignInLink, letManagerBackIn } from '#people';
import { readConfig } from '#platform/config.ts';
import { openGround } from '#platform/ground.ts';
import type { Result } from '#platform/result.ts';
import { CommandFault, print } from './program.ts';

interface Options {
  name?: string;
  email?: string;
  link?: boolean;
  resetSecondFactor?: boolean;
  data?: string;
  json?: boolean;
}

/**
 * `parchemin manager`: the first manager of a new installation and their sign-in link; or, for whoever
 * has the machine, the way back in of a manager who has lost mail, device or codes.
 */
export function managerCommand(): Command {
  return new Command('manager')
    .description('créer le premier responsable, ou rouvrir la porte à un responsable')
    .option('--name <nom>', 'prénom et nom du premier responsable')
    .option('--email <adresse>', 'adresse électronique (inutile s’il n’y a qu’un responsable)')
    .option('--link', 'faire un lien de connexion pour un responsable')
    .option('--reset-second-factor', 'oublier aussi son appareil, et fermer ses sessions')
    .option('--data <dossier>', 'dossier des données')
    .option('--json', 'écrire le résultat en JSON')
    .action(async (options: Options) => {
      const config = readConfig(process.env, options.data ? { dataDir: options.data } : {});
      const ground = await openGround(config);
      try {
        const { userId, email } = must(
          options.link || options.resetSecondFactor
            ? await letManagerBackIn(ground, options)
            : await createFirstManager(ground, required(options))
        );
        const link = must(await createSignInLink(ground, email));
        print(options.json, { userId, link }, link);
      } finally {
        await ground.close();
      }
    });
}

function required({ name, email }: Options): { name: string; email: string } {
  if (!name || !email)
    throw new CommandFault(
      2,
      'Donnez --name et --email pour créer le premier responsable, ou --link pour rouvrir la porte à un responsable.'
    );
  return { name, email };
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new CommandFault(1, result.error.message.fr);
  return result.value;
}
