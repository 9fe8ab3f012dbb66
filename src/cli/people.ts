import { Command } from 'commander';
import { suspectJoins, type SuspectJoin } from '#parchment';
import { longDateTime } from '#platform/typography.ts';
import { withGround } from './ground.ts';
import { print } from './program.ts';

/** `parchemin people suspects`: dossiers that an enrolment may have joined to somebody else's. */
export function peopleCommand(): Command {
  const command = new Command('people').description('dossiers des candidats');
  command
    .command('suspects')
    .description('changements d’adresse ou de lieu de naissance à vérifier\u00a0: deux homonymes ?')
    .option('--data <dossier>', 'dossier des données')
    .option('--json', 'écrire le résultat en JSON')
    .action(async (options: { data?: string; json?: true }) => {
      const found = await withGround(options.data, ({ db }) => suspectJoins(db));
      print(options.json, { suspects: found }, inWords(found));
    });
  return command;
}

function inWords(found: readonly SuspectJoin[]): string {
  if (found.length === 0) return 'Aucun dossier n’a changé d’adresse ni de lieu de naissance.';
  return found
    .map(({ at, candidateId, name, sessionTitle, fields, byEnrolment, held }) =>
      [
        longDateTime(at, 'fr'),
        `${name ?? 'données effacées'} (${candidateId})`,
        sessionTitle ?? '–',
        `a changé\u00a0: ${fields.join(', ')}`,
        byEnrolment ? 'par une inscription' : 'à la page du dossier',
        ...(held ? ['le dossier portait un certificat'] : [])
      ].join(' · ')
    )
    .join('\n');
}
