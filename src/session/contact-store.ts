import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Role } from '#people/model.ts';
import { roleGrant, user } from '#people/tables.ts';
import type { Database } from '#platform/database.ts';

/** The person who has held a role the longest, of those who hold it everywhere. */
export async function firstHolder(
  db: Database,
  role: Role
): Promise<{ name: string; email: string } | undefined> {
  const [holder] = await db
    .select({ name: user.name, email: user.email })
    .from(roleGrant)
    .innerJoin(user, eq(user.id, roleGrant.userId))
    .where(and(eq(roleGrant.role, role), isNull(roleGrant.revokedAt), isNull(roleGrant.centreId)))
    .orderBy(asc(roleGrant.grantedAt), asc(roleGrant.id))
    .limit(1);
  return holder;
}
