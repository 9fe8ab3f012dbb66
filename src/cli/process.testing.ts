/** The command in a process of its own, as a shell runs it. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** `parchemin …`: its exit code, and what it printed. Of the environment, only what is given. */
export async function parchemin(words: readonly string[], env: Record<string, string> = {}) {
  const { PATH, HOME } = process.env;
  try {
    const { stdout, stderr } = await run(process.execPath, ['src/cli/main.ts', ...words], {
      env: { PATH, HOME, ...env }
    });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}
