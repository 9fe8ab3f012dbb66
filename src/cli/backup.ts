import { Command } from 'commander';
import { readConfig } from '#platform/config.ts';
import { resolve } from 'node:path';
import { readBackup, writeBackup, BackupFault } from '#platform/backup.ts';
import { openGround } from '#platform/ground.ts';
import { withGround } from './ground.ts';
import { CommandFault, print } from './program.ts';

interface Options {
  data?: string;
  json?: boolean;
}

/** `parchemin backup`: everything in one file, keys included; readable by its owner alone. */
export function backupCommand(): Command {
  return new Command('backup')
    .description('sauvegarder toutes les données, et les clés, dans un fichier')
    .argument('<fichier>', 'fichier à écrire')
    .option('--data <dossier>', 'dossier des données')
    .option('--json', 'écrire le résultat en JSON')
    .action((file: string, options: Options) =>
      withGround(options.data, async ({ db, config }) => {
        const summary = await writeBackup(db, config.dataDir, file);
        print(options.json, summary, `${summary.rows} lignes sauvegardées dans ${file}.`);
      })
    );
}

/** `parchemin restore`: the whole of a backup, into an installation that holds nothing yet. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description('rétablir une sauvegarde dans une installation vide')
    .argument('<fichier>', 'sauvegarde à lire')
    .option('--data <dossier>', 'dossier des données, vide ou à créer')
    .option('--json', 'écrire le résultat en JSON')
    .action(async (file: string, options: Options) => {
      const config = options.data
        ? readConfig(process.env, { dataDir: resolve(options.data), databaseUrl: undefined })
        : readConfig();
      try {
        const summary = await readBackup(file, config.dataDir, async () => {
          const { db, close } = await openGround(config);
          return { db, close };
        });
        print(options.json, summary, `${summary.rows} lignes rétablies depuis ${file}.`);
      } catch (error) {
        if (error instanceof BackupFault) throw new CommandFault(1, error.message);
        throw error;
      }
    });
}
