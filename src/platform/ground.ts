import { randomBytes } from 'node:crypto';
import { localBus, serverBus, type Bus } from './bus.ts';
import { systemClock, type Clock } from './clock.ts';
import { secretKey, type Config } from './config.ts';
import { openDatabase, type Database } from './database.ts';
import { openMailer, type Mailer } from './mail.ts';

/** All that an action stands on. One per process; tests and rehearsals make their own. */
export interface Ground {
  config: Config;
  db: Database;
  clock: Clock;
  mail: Mailer;
  /** Tells other readers that something changed. */
  bus: Bus;
  /** Where unpredictable bytes come from: certificate numbers are drawn from it. */
  random(bytes: number): Uint8Array;
  /** Encrypts disability files, field by field. */
  fieldKey: Buffer;
  close(): Promise<void>;
}

/** Opens the ground described by a configuration. */
export async function openGround(
  config: Config,
  parts: { clock?: Clock; mail?: Mailer; random?: Ground['random'] } = {}
): Promise<Ground> {
  const fieldKey = secretKey(config, 'field');
  // Sessions are signed with it: a server that starts has it whole.
  secretKey(config, 'auth');
  const database = await openDatabase(config);
  const bus = config.databaseUrl ? serverBus(config.databaseUrl) : localBus();
  return {
    config,
    db: database.db,
    clock: parts.clock ?? systemClock,
    mail: parts.mail ?? openMailer(config),
    bus,
    random: parts.random ?? randomBytes,
    fieldKey,
    async close() {
      await bus.close();
      await database.close();
    }
  };
}
