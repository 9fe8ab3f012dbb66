import { eq } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import { newId, type Id } from '#platform/ids.ts';
import { contentHash } from './hash.ts';
import { parseReferential, type Referential } from './model.ts';
import { referentialVersion } from './tables.ts';

export type ReferentialId = Id<'referential'>;

/** Versions never change once stored, so one reading serves for the life of the process. */
const known = new Map<string, Referential>();

/**
 * The stored version with this content, stored now if it is new.
 * @throws when another content is already stored under the same code and version
 */
export async function ensureReferential(
  tx: Database,
  referential: Referential,
  now: Date
): Promise<ReferentialId> {
  const hash = contentHash(referential);
  const [stored] = await tx
    .select({ id: referentialVersion.id })
    .from(referentialVersion)
    .where(eq(referentialVersion.hash, hash));
  if (stored) return stored.id as ReferentialId;
  const id = newId<'referential'>();
  await tx.insert(referentialVersion).values({
    id,
    code: referential.code,
    version: referential.version,
    document: referential,
    hash,
    createdAt: now
  });
  return id;
}

/** A stored version. @throws when the id is unknown or the stored document is damaged */
export async function readReferential(db: Database, id: string): Promise<Referential> {
  const cached = known.get(id);
  if (cached) return cached;
  const [row] = await db.select().from(referentialVersion).where(eq(referentialVersion.id, id));
  if (!row) throw new Error(`No référentiel ${id} is stored`);
  const parsed = parseReferential(row.document);
  if (!parsed.ok || contentHash(parsed.value) !== row.hash)
    throw new Error(`The stored référentiel ${id} has been altered`);
  known.set(id, parsed.value);
  return parsed.value;
}
