import type { SQL } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** A database or a transaction on it: the same SQL on the embedded engine and on a server. */
export type Database = PgDatabase<PgQueryResultHKT>;

export interface OpenDatabase {
  db: Database;
  kind: 'embedded' | 'server';
  close(): Promise<void>;
}

/** Rows of a raw query, whichever driver answers. */
export async function rows<T>(db: Database, query: SQL): Promise<T[]> {
  const answer = (await db.execute(query)) as unknown as { rows: T[] };
  return answer.rows;
}

const uniqueViolation = '23505';

/** Whether an error says that another row already holds a unique place. */
export function isTaken(error: unknown): boolean {
  for (let each = error; each instanceof Error; each = each.cause)
    if ('code' in each && each.code === uniqueViolation) return true;
  return false;
}
