import { writeFile } from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import {
  clashesOf,
  gantt,
  readChange,
  readProblem,
  replan,
  solve,
  type Outcome,
  type Plan,
  type Problem,
  type Sitting
} from '#session/timetable/index.ts';
import { frenchSpaces, lengthOf } from '#platform/typography.ts';
import { CommandFault, print } from './program.ts';
import { readTextFile } from './text-file.ts';

interface Options {
  json?: true;
  seed: number;
  seconds: number;
  rounds: number;
  gap: number;
  gantt?: string;
  by: 'room' | 'panel' | 'candidate';
  replan?: string;
}

/**
 * `parchemin timetable FILE.json`: makes the timetable of a session; with `--replan CHANGE.json`,
 * puts a running one right after incidents. Exit status: 0 a plan was found, 1 none (the constraints that clash on stderr), 2 unreadable file or wrong usage.
 */
export function timetableCommand(): Command {
  const number = (smallest: number) => (text: string) => {
    const value = Number(text);
    if (!Number.isFinite(value) || value < smallest)
      throw new InvalidArgumentError(`un nombre d’au moins ${smallest} est attendu.`);
    return value;
  };
  return new Command('timetable')
    .argument('<file.json>', 'le problème, voir docs/timetable.md / the problem')
    .description('établit le planning d’une session / make the timetable of a session')
    .option('--json', 'en JSON sur la sortie / JSON on standard output')
    .option('--seed <n>', 'graine du hasard / random seed', number(0), 1)
    .option('--seconds <n>', 'temps de calcul / time budget', number(1), 120)
    .option('--rounds <n>', 'pas de recherche / search steps', number(0), 4000)
    .option('--gap <share>', 'écart à la borne qui suffit / gap that is enough', number(0), 0.01)
    .option('--gantt <file.svg>', 'dessine le premier jour / draw the first day')
    .option(
      '--by <room|panel|candidate>',
      'lignes du dessin / lanes of the drawing',
      lanes,
      'panel'
    )
    .option(
      '--replan <change.json>',
      'remet en ordre une journée commencée / put a running day right'
    )
    .action(async (file: string, options: Options) => {
      const problem = await problemOf(file);
      if (options.replan !== undefined) return putRight(problem, options.replan, options.json);
      const outcome = await solve(problem, {
        seed: options.seed,
        seconds: options.seconds,
        rounds: options.rounds,
        gap: options.gap,
        ...(process.stderr.isTTY && !options.json ? { onProgress: showProgress } : {})
      });
      if (process.stderr.isTTY && !options.json) process.stderr.write('\r\u001b[K');
      const plan = 'plan' in outcome ? outcome.plan : null;
      if (!plan) return refuse(problem, outcome, options.json);
      if (options.gantt) await writeFile(options.gantt, gantt(problem, plan, options).svg);
      print(options.json, documentOf(plan), summaryOf(plan));
    });
}

/** The document of `parchemin timetable --json` when a plan was found: a contract with programs. */
const documentOf = (plan: Plan) => ({
  status: 'planned',
  plan: plan.sittings,
  objective: plan.objective.total,
  bound: plan.bound,
  gap: plan.gap,
  parts: plan.objective
});

function lanes(text: string): Options['by'] {
  if (text === 'room' || text === 'panel' || text === 'candidate') return text;
  throw new InvalidArgumentError('room, panel ou candidate est attendu.');
}

async function putRight(problem: Problem, file: string, json: true | undefined): Promise<void> {
  const change = readChange(problem, await readJson(file, 'un incident'));
  if (!change.ok) throw new CommandFault(2, change.error.map(({ fr }) => fr).join('\n'));
  const { now, plan, incidents } = change.value;
  const outcome = await replan(problem, { sittings: plan }, now, incidents);
  if (outcome.status === 'impossible') {
    const messages = outcome.messages.map(({ fr }) => fr);
    if (json) print(json, { status: outcome.status, messages }, '');
    throw new CommandFault(1, messages.join('\n'));
  }
  const { moved } = outcome;
  print(
    json,
    { status: outcome.status, plan: outcome.plan.sittings, moved },
    moved.length === 0 ? 'Rien ne bouge.' : moved.map(movedLine).join('\n')
  );
}

const movedLine = ({ before, after }: { before: Sitting; after: Sitting }): string =>
  `${after.candidate}, ${after.assessment} : ${before.start} → ${after.start}, ${after.panel ?? after.room}`;

async function problemOf(file: string): Promise<Problem> {
  const problem = readProblem(await readJson(file, 'un problème de planning'));
  if (!problem.ok) throw new CommandFault(2, problem.error.map(({ fr }) => fr).join('\n'));
  return problem.value;
}

async function readJson(file: string, what: string): Promise<unknown> {
  const text = await readTextFile(file, what);
  if (!text.ok) throw new CommandFault(2, text.error);
  try {
    return JSON.parse(text.value);
  } catch {
    throw new CommandFault(
      2,
      frenchSpaces(`« ${file} » n’est pas du JSON valide : vérifiez guillemets et virgules.`)
    );
  }
}

async function refuse(problem: Problem, outcome: Outcome, json: true | undefined): Promise<never> {
  const clashes = 'clashes' in outcome ? outcome.clashes : await clashesOf(problem);
  const proved = 'proved' in outcome && outcome.proved;
  const sentences = clashes.map(({ kind, about, message }) => ({
    kind,
    about,
    message: message.fr
  }));
  if (json) print(json, { status: 'infeasible', proved, clashes: sentences }, '');
  throw new CommandFault(1, sentences.map(({ message }) => message).join('\n'));
}

function summaryOf({ sittings, objective, bound, gap }: Plan): string {
  const candidates = new Set(sittings.map(({ candidate }) => candidate)).size;
  const share = (gap * 100).toFixed(2).replace('.', ',');
  return [
    `${sittings.length} passages placés pour ${candidates} candidats.`,
    `Présence : ${lengthOf(Math.round(objective.presence / candidates))} et ${(objective.days / candidates).toFixed(2).replace('.', ',')} jour par candidat en moyenne.`,
    `Coût ${objective.total}, borne ${bound} : le meilleur planning possible est à ${share} % près.`
  ]
    .map(frenchSpaces)
    .join('\n');
}

const barWidth = 30;

function showProgress({
  share,
  gap,
  unplaced
}: {
  share: number;
  gap: number | null;
  unplaced: number;
}) {
  const done = Math.round(share * barWidth);
  const state = gap === null ? `${unplaced} à placer` : `écart ${(gap * 100).toFixed(2)} %`;
  process.stderr.write(`\r\u001b[K[${'#'.repeat(done)}${'-'.repeat(barWidth - done)}] ${state}`);
}
