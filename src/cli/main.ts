import { Command } from 'commander';
import { run } from './program.ts';

/** Each command’s code is fetched when it is asked for: a command of figures loads no database. */
const commands = {
  referential: async () => (await import('./referential.ts')).referentialCommand(),
  subjects: async () => (await import('./subjects.ts')).subjectsCommand(),
  timetable: async () => (await import('./timetable.ts')).timetableCommand(),
  analyse: async () => (await import('./analyse.ts')).analyseCommand(),
  demo: async () => (await import('./demo.ts')).demoCommand(),
  manager: async () => (await import('./manager.ts')).managerCommand(),
  people: async () => (await import('./people.ts')).peopleCommand(),
  verify: async () => (await import('./verify.ts')).verifyCommand(),
  keys: async () => (await import('./keys.ts')).keysCommand(),
  export: async () => (await import('./export.ts')).exportCommand(),
  surveys: async () => (await import('./surveys.ts')).surveysCommand(),
  retention: async () => (await import('./retention.ts')).retentionCommand(),
  audit: async () => (await import('./audit.ts')).auditCommand(),
  backup: async () => (await import('./backup.ts')).backupCommand(),
  restore: async () => (await import('./backup.ts')).restoreCommand()
};

const asked = process.argv.slice(2);
const named = Object.entries(commands).filter(([name]) => name === asked[0]);
const program = new Command('parchemin').description('Parchemin, du référentiel au parchemin');
for (const [, load] of named.length > 0 ? named : Object.entries(commands))
  program.addCommand(await load());

process.exitCode = await run(program, asked);
