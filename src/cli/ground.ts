import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readConfig } from '#platform/config.ts';
import { openGround, type Ground } from '#platform/ground.ts';
import { CommandFault } from './program.ts';

/**
 * Opens the data that --data names (by default those of PARCHEMIN_DATA), or the server of
 * DATABASE_URL when no --data is given, runs the work, and closes whatever happens.
 */
export async function withGround<T>(
  data: string | undefined,
  work: (ground: Ground) => Promise<T>
): Promise<T> {
  const config = data
    ? readConfig(process.env, { dataDir: resolve(data), databaseUrl: undefined })
    : readConfig();
  if (!config.databaseUrl && !existsSync(join(config.dataDir, 'database')))
    throw new CommandFault(
      2,
      `Il n’y a pas de données Parchemin dans ${config.dataDir}\u00a0: vérifiez --data.`
    );
  const ground = await openGround(config);
  try {
    return await work(ground);
  } finally {
    await ground.close();
  }
}
