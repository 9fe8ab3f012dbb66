import { and, asc, count, countDistinct, desc, eq, inArray, ne } from 'drizzle-orm';
import { centre, centreSuspension, centreVisit, user } from '#people/tables.ts';
import { readReferential, type Referential } from '#referential';
import { referentialVersion } from '#referential/tables.ts';
import { certificationSession, conflictDeclaration, enrolment } from '#session/tables.ts';
import { readMinutesInForce } from '#verdict';
import type { Database } from '#platform/database.ts';
import { renewalVersion } from './tables.ts';

export type RenewalVersion = typeof renewalVersion.$inferSelect & { savedByName: string };

/** What was saved, newest first. */
export async function readVersions(db: Database): Promise<RenewalVersion[]> {
  const rows = await db
    .select({ version: renewalVersion, savedByName: user.name })
    .from(renewalVersion)
    .innerJoin(user, eq(user.id, renewalVersion.savedBy))
    .orderBy(desc(renewalVersion.version));
  return rows.map(({ version, savedByName }) => ({ ...version, savedByName }));
}

/** A partner centre, how long it is entitled, what visits found, and when it was suspended. */
export type Partner = typeof centre.$inferSelect & {
  visits: (typeof centreVisit.$inferSelect)[];
  suspensions: (typeof centreSuspension.$inferSelect)[];
};

/** Every partner centre, by name; visits and suspensions oldest first. */
export async function readPartners(db: Database): Promise<Partner[]> {
  const centres = await db.select().from(centre).orderBy(asc(centre.name), asc(centre.id));
  const visits = await db.select().from(centreVisit).orderBy(asc(centreVisit.day));
  const suspensions = await db
    .select()
    .from(centreSuspension)
    .orderBy(asc(centreSuspension.startsOn));
  return centres.map((each) => ({
    ...each,
    visits: visits.filter(({ centreId }) => centreId === each.id),
    suspensions: suspensions.filter(({ centreId }) => centreId === each.id)
  }));
}

/** A version of the référentiel, the day when it was first used here, and its sessions. */
export interface UsedReferential {
  id: string;
  storedAt: Date;
  referential: Referential;
  sessionIds: string[];
}

/** The versions that some sessions used, oldest first. */
export async function readReferentials(
  db: Database,
  sessionIds: readonly string[]
): Promise<UsedReferential[]> {
  if (sessionIds.length === 0) return [];
  const used = await db
    .select({
      sessionId: certificationSession.id,
      id: referentialVersion.id,
      storedAt: referentialVersion.createdAt
    })
    .from(certificationSession)
    .innerJoin(referentialVersion, eq(referentialVersion.id, certificationSession.referentialId))
    .where(inArray(certificationSession.id, [...sessionIds]))
    .orderBy(asc(referentialVersion.createdAt), asc(referentialVersion.id));
  return Promise.all(
    [...Map.groupBy(used, ({ id }) => id)].map(async ([id, sessions]) => ({
      id,
      storedAt: sessions[0]!.storedAt,
      referential: await readReferential(db, id),
      sessionIds: sessions.map(({ sessionId }) => sessionId)
    }))
  );
}

/** Who sat on the panels of a session, by its signed minutes, and the ties that were declared. */
export interface Jury {
  sessionId: string;
  panels: number;
  /** Ids of those who sat. */
  jurors: string[];
  presidentId: string | null;
  declarations: number;
  ties: number;
}

export const readJuries = (db: Database, sessionIds: readonly string[]): Promise<Jury[]> =>
  Promise.all(
    sessionIds.map(async (sessionId) => {
      const minutes = await readMinutesInForce(db, sessionId);
      const { panels = [], presidentId = null } = minutes?.document ?? {};
      const seated = panels.flatMap(({ jurors }) =>
        jurors.filter(({ present, removed }) => present !== false && !removed).map(({ id }) => id)
      );
      return {
        sessionId,
        panels: panels.length,
        jurors: [...new Set(seated)],
        presidentId,
        declarations: await countTies(db, sessionId, false),
        ties: await countTies(db, sessionId, true)
      };
    })
  );

async function countTies(db: Database, sessionId: string, forbidding: boolean): Promise<number> {
  const [found] = await db
    .select({ declarations: count(), candidates: countDistinct(conflictDeclaration.enrolmentId) })
    .from(conflictDeclaration)
    .innerJoin(enrolment, eq(enrolment.id, conflictDeclaration.enrolmentId))
    .where(
      and(
        eq(enrolment.sessionId, sessionId),
        forbidding ? ne(conflictDeclaration.kind, 'none') : undefined
      )
    );
  return (forbidding ? found?.candidates : found?.declarations) ?? 0;
}
