import { CommanderError, type Command } from 'commander';

/** A fault that ends a command: its sentence goes to stderr, and its code to the shell. */
export class CommandFault extends Error {
  readonly exitCode: 1 | 2;
  constructor(exitCode: 1 | 2, sentence: string) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

/** Prints a result: one line of JSON with --json, else lines for a person. */
export function print(json: boolean | undefined, value: unknown, text: string): void {
  process.stdout.write(json ? `${JSON.stringify(value)}\n` : `${text}\n`);
}

/**
 * Runs a program and returns its exit code: 0 done, 1 it could not be done, 2 misused. What went
 * wrong is one sentence on stderr; an unforeseen fault shows its trace with PARCHEMIN_DEBUG=1.
 */
export async function run(program: Command, argv: readonly string[]): Promise<number> {
  for (const command of family(program)) command.exitOverride();
  try {
    await program.parseAsync(argv, { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const { message, stack } = error as Error;
    process.stderr.write(`${process.env['PARCHEMIN_DEBUG'] ? stack : message}\n`);
    return error instanceof CommandFault ? error.exitCode : 1;
  }
}

const family = (command: Command): Command[] => [command, ...command.commands.flatMap(family)];
