/** What the ids of the ledger stand for, for those who read it. Names are looked up, never stored there. */
import { eq, inArray } from 'drizzle-orm';
import { centre, user } from '#people/tables.ts';
import { fullName } from '#session/model.ts';
import { candidate, certificationSession, enrolment, sitting } from '#session/tables.ts';
import type { Database } from '#platform/database.ts';

/** What an id stands for; an id of something that is gone stands for nothing. */
export interface Subject {
  kind: 'person' | 'centre' | 'session' | 'enrolment' | 'candidate' | 'sitting';
  name: string;
}

const person = {
  firstNames: candidate.firstNames,
  birthName: candidate.birthName,
  usageName: candidate.usageName
};

/** The subjects that some ids name. */
export async function subjectsOf(
  db: Database,
  ids: readonly string[]
): Promise<Map<string, Subject>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const people = await db
    .select({ id: user.id, name: user.name })
    .from(user)
    .where(inArray(user.id, wanted));
  const centres = await db
    .select({ id: centre.id, name: centre.name })
    .from(centre)
    .where(inArray(centre.id, wanted));
  const sessions = await db
    .select({ id: certificationSession.id, name: certificationSession.title })
    .from(certificationSession)
    .where(inArray(certificationSession.id, wanted));
  const candidates = await db
    .select({ id: candidate.id, ...person })
    .from(candidate)
    .where(inArray(candidate.id, wanted));
  const enrolments = await db
    .select({ id: enrolment.id, ...person })
    .from(enrolment)
    .innerJoin(candidate, eq(candidate.id, enrolment.candidateId))
    .where(inArray(enrolment.id, wanted));
  const sittings = await db
    .select({ id: sitting.id, assessmentId: sitting.assessmentId, ...person })
    .from(sitting)
    .innerJoin(enrolment, eq(enrolment.id, sitting.enrolmentId))
    .innerJoin(candidate, eq(candidate.id, enrolment.candidateId))
    .where(inArray(sitting.id, wanted));
  const named = (kind: Subject['kind'], rows: readonly { id: string; name: string }[]) =>
    rows.map(({ id, name }) => [id, { kind, name }] as const);
  return new Map([
    ...named('person', people),
    ...named('centre', centres),
    ...named('session', sessions),
    ...named(
      'candidate',
      candidates.map(({ id, ...row }) => ({ id, name: fullName(row) }))
    ),
    ...named(
      'enrolment',
      enrolments.map(({ id, ...row }) => ({ id, name: fullName(row) }))
    ),
    ...named(
      'sitting',
      sittings.map(({ id, assessmentId, ...row }) => ({
        id,
        name: `${fullName(row)}, ${assessmentId}`
      }))
    )
  ]);
}
