import { readFile, stat } from 'node:fs/promises';
import { Command } from 'commander';
import { fail, ok, type Result } from '#platform/result.ts';
import { frenchSpaces } from '#platform/typography.ts';
import {
  assessmentOf,
  criterionCount,
  instructionBlocks,
  loadReferential,
  luxe,
  totalMinutes,
  type Assessment,
  type Competence,
  type Referential
} from '#referential';

/** The document that `parchemin referential --json` prints: a contract with other programs. */
export interface ReferentialDocument {
  code: string;
  title: string;
  version: string;
  competences: {
    id: string;
    statement: string;
    /** the id of the assessment where it is assessed */
    assessment: string;
    criteria: { id: string; text: string }[];
  }[];
  assessments: {
    id: string;
    kind: 'case-study' | 'role-play';
    competences: string[];
    /** verbatim; one line for each paragraph or bullet */
    instructions: string;
  }[];
}

export const referentialDocument = (referential: Referential): ReferentialDocument => ({
  code: referential.code,
  title: referential.title,
  version: referential.version,
  competences: referential.competences.map(({ id, statement, criteria }) => ({
    id,
    statement,
    assessment: assessmentOf(referential, id).id,
    criteria: criteria.map((criterion) => ({ id: criterion.id, text: criterion.text }))
  })),
  assessments: referential.assessments.map(({ id, kind, competences, instructions }) => ({
    id,
    kind,
    competences: [...competences],
    instructions: instructions.join('\n')
  }))
});

const columns = 78;
const gutter = 8;

/** Cuts a text into lines of a width, at plain spaces only: « 4C » stays whole. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of frenchSpaces(text).split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Sets a text in a column to the right of a label. */
const hanging = (label: string, text: string, indent = gutter): string =>
  wrapped(text, columns - indent)
    .map((line, at) => (at === 0 ? label : '').padEnd(indent) + line)
    .join('\n');

const competenceText = ({ id, statement, criteriaIntro, criteria }: Competence): string =>
  [
    hanging(id, statement),
    hanging('', criteriaIntro),
    criteria.map((criterion) => hanging(`  ${criterion.id}`, criterion.text)).join('\n')
  ].join('\n\n');

function assessmentText(assessment: Assessment): string {
  const { id, title, competences, durations } = assessment;
  const dash = `${' '.repeat(gutter)}–`;
  const instructions = instructionBlocks(assessment).map((block) =>
    block.kind === 'paragraph'
      ? hanging('', block.text)
      : block.items.map((item) => hanging(dash, item, gutter + 2)).join('\n')
  );
  const heading = `${title}, ${totalMinutes(durations)} min (${competences.join(', ')})`;
  return [hanging(id, heading), ...instructions].join('\n\n');
}

/** The whole certification, to be read in a terminal. */
export function referentialText(referential: Referential): string {
  const { code, version, title, competences, assessments } = referential;
  const counts = `${competences.length} compétences, ${assessments.length} épreuves, ${criterionCount(referential)} critères`;
  return [
    hanging('', title, 0),
    `${code}, version ${version}\n${counts}`,
    'ÉPREUVES',
    ...assessments.map(assessmentText),
    'COMPÉTENCES',
    ...competences.map(competenceText)
  ].join('\n\n');
}

const megabyte = 1_000_000;

/** The text of a file, or a French sentence that says why it cannot be read. */
async function readText(file: string): Promise<Result<string, string>> {
  try {
    const { size } = await stat(file);
    if (size > megabyte) return fail(`« ${file} » dépasse 1 Mo : ce n’est pas un référentiel.`);
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)));
  } catch (error) {
    if (error instanceof TypeError)
      return fail(`« ${file} » n’est pas un texte UTF-8 : enregistrez-le dans ce codage.`);
    return fail(`« ${file} » ne peut pas être lu : vérifiez le chemin et vos droits.`);
  }
}

/**
 * `parchemin referential [--json]` shows the certification; `parchemin referential check FILE`
 * validates another one. Exit status: 0 valid, 1 faults found, 2 unreadable file or wrong usage.
 */
export function referentialCommand(): Command {
  const command = new Command('referential')
    .description('montre le référentiel de la certification')
    .option('--json', 'en JSON');

  const print = (text: string) => command.configureOutput().writeOut?.(`${text}\n`);
  const json = () => command.opts<{ json?: true }>().json === true;

  command.action(() =>
    print(json() ? JSON.stringify(referentialDocument(luxe), null, 2) : referentialText(luxe))
  );

  const check = command
    .command('check')
    .argument('<file>', 'un référentiel en JSON')
    .description('vérifie le fichier d’une autre certification')
    .action(async (file: string) => {
      const text = await readText(file);
      if (!text.ok) return check.error(text.error, { exitCode: 2 });
      const loaded = loadReferential(text.value);
      if (json()) {
        const faults = loaded.ok ? [] : loaded.error;
        print(JSON.stringify({ valid: loaded.ok, faults }, null, 2));
      }
      if (!loaded.ok)
        return check.error(loaded.error.map(({ message }) => message.fr).join('\n'), {
          exitCode: 1
        });
      if (!json()) {
        const { title, competences, assessments } = loaded.value;
        print(
          `« ${title} » : ${competences.length} compétences, ${assessments.length} épreuves, ${criterionCount(loaded.value)} critères. Ce référentiel est valide.`
        );
      }
    });
  return command;
}
