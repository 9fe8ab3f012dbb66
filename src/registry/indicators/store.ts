import { asc, eq, inArray, isNull, and } from 'drizzle-orm';
import { centre } from '#people/tables.ts';
import { adaptation, candidate, certificationSession, enrolment } from '#session/tables.ts';
import { readMinutesInForce } from '#verdict';
import type { Database } from '#platform/database.ts';
import { readResponses } from '../surveys/store.ts';
import type { Surveyed } from './follow-up.ts';
import type { Counted } from './model.ts';

/** A session whose results are signed. */
export interface ClosedSession {
  id: string;
  title: string;
  /** YYYY-MM-DD */
  day: string;
  centreId: string;
  centreName: string;
}

/** Sessions whose results are signed, oldest first. */
export const readClosedSessions = (db: Database): Promise<ClosedSession[]> =>
  db
    .select({
      id: certificationSession.id,
      title: certificationSession.title,
      day: certificationSession.day,
      centreId: certificationSession.centreId,
      centreName: centre.name
    })
    .from(certificationSession)
    .innerJoin(centre, eq(centre.id, certificationSession.centreId))
    .where(eq(certificationSession.status, 'closed'))
    .orderBy(asc(certificationSession.day), asc(certificationSession.title));

/** What is counted of everyone enrolled in these sessions, by the minutes in force. */
export async function readCounted(
  db: Database,
  sessions: readonly ClosedSession[]
): Promise<Counted[]> {
  if (sessions.length === 0) return [];
  const enrolled = await db
    .select({ id: enrolment.id, sessionId: enrolment.sessionId, sex: candidate.sex })
    .from(enrolment)
    .innerJoin(candidate, eq(candidate.id, enrolment.candidateId))
    .where(
      and(
        inArray(
          enrolment.sessionId,
          sessions.map(({ id }) => id)
        ),
        isNull(enrolment.withdrawnAt)
      )
    );
  const adapted = new Set(
    (
      await db
        .selectDistinct({ id: adaptation.enrolmentId })
        .from(adaptation)
        .where(isNull(adaptation.withdrawnAt))
    ).map(({ id }) => id)
  );
  const surveys = Map.groupBy(await readResponses(db), ({ enrolmentId }) => enrolmentId);
  const counted: Counted[] = [];
  for (const { id: sessionId, centreId, day } of sessions) {
    const minutes = await readMinutesInForce(db, sessionId);
    const told = new Map(
      minutes?.document.candidates.map((each) => [each.enrolmentId, each] as const)
    );
    for (const { id, sex } of enrolled.filter((each) => each.sessionId === sessionId)) {
      const result = told.get(id);
      const verdicts = result?.competences ?? [];
      const inState = (...states: string[]) =>
        verdicts.filter(({ verdict }) => states.includes(verdict.state)).map((each) => each.id);
      counted.push({
        id,
        sessionId,
        centreId,
        year: day.slice(0, 4),
        sex,
        adapted: adapted.has(id),
        presented: result !== undefined && result.outcome !== 'absent',
        awarded: result?.outcome === 'awarded',
        validated: inState('validated'),
        heard: inState('validated', 'not-validated'),
        surveys: (surveys.get(id) ?? []).map(surveyed)
      });
    }
  }
  return counted;
}

function surveyed({
  wave,
  situation,
  luxury,
  usefulness
}: Awaited<ReturnType<typeof readResponses>>[number]): Surveyed {
  return { wave, answer: situation && usefulness ? { situation, luxury, usefulness } : null };
}
