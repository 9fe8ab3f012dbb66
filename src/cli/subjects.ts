import { Command } from 'commander';
import {
  bank,
  loadSubject,
  textsOf,
  typographyFaults,
  type Subject
} from '#exam/subjects/index.ts';
import { readTextFile } from './text-file.ts';

/** The document that `parchemin subjects --json` prints: a contract with other programs. */
export interface SubjectsDocument {
  subjects: {
    id: string;
    assessment: string;
    sector: string;
    title: string;
    status: string;
    version: number;
    /** how many documents the candidate receives */
    documents: number;
  }[];
}

export const subjectsDocument = (subjects: readonly Subject[]): SubjectsDocument => ({
  subjects: subjects.map(
    ({ id, assessment, sector, title, lifecycle, version, candidate: { documents } }) => ({
      id,
      assessment,
      sector,
      title,
      status: lifecycle.status,
      version,
      documents: documents.length
    })
  )
});

const columns = 34;

const listed = (subjects: readonly Subject[]): string =>
  subjects
    .map(
      ({ id, sector, title }) => `${id.padEnd(columns)}${sector.padEnd(columns / 2 + 2)}  ${title}`
    )
    .join('\n');

/** What French typography would correct in a subject, each with its place. */
const remarks = (subject: Subject): string[] =>
  [...textsOf(subject)].flatMap(({ path, text }) =>
    typographyFaults(text).map((fault) => `remarque, ${path}\u00a0: ${fault}`)
  );

/**
 * `parchemin subjects [--json]` lists the bank; `parchemin subjects check FILE` validates one.
 * Exit status: 0 valid, 1 faults found, 2 unreadable file or wrong usage. Typography is remarked
 * on standard error and does not make a subject invalid.
 */
export function subjectsCommand(): Command {
  const command = new Command('subjects')
    .description('liste les sujets de la banque')
    .option('--json', 'en JSON');

  const print = (text: string) => command.configureOutput().writeOut?.(`${text}\n`);
  const json = () => command.opts<{ json?: true }>().json === true;

  command.action(() =>
    print(json() ? JSON.stringify(subjectsDocument(bank), null, 2) : listed(bank))
  );

  const check = command
    .command('check')
    .argument('<file>', 'un sujet en JSON')
    .description('vérifie le fichier d’un sujet')
    .action(async (file: string) => {
      const text = await readTextFile(file, 'un sujet');
      if (!text.ok) return check.error(text.error, { exitCode: 2 });
      const loaded = loadSubject(text.value);
      if (json()) {
        const faults = loaded.ok ? [] : loaded.error;
        print(JSON.stringify({ valid: loaded.ok, faults }, null, 2));
      }
      if (!loaded.ok)
        return check.error(loaded.error.map(({ message }) => message.fr).join('\n'), {
          exitCode: 1
        });
      for (const remark of remarks(loaded.value)) check.configureOutput().writeErr?.(`${remark}\n`);
      if (!json()) {
        const { id, assessment, title, candidate } = loaded.value;
        const count = candidate.documents.length;
        print(
          `«\u00a0${title}\u00a0» (${id}, ${assessment})\u00a0: ${count} document${count > 1 ? 's' : ''}. Ce sujet est valide.`
        );
      }
    });
  return command;
}
