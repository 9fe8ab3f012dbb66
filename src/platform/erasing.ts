import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';

/**
 * Does what append-only tables allow to erasures alone: their triggers ask for this setting, which is
 * off again afterwards and, whatever happens, at the end of the caller's transaction.
 */
export async function whileErasing<T>(tx: Database, work: () => Promise<T>): Promise<T> {
  await tx.execute(sql`select set_config('parchemin.erasing', 'on', true)`);
  const done = await work();
  await tx.execute(sql`select set_config('parchemin.erasing', 'off', true)`);
  return done;
}
