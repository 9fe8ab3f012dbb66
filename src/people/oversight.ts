/** Control visits of a centre, and suspensions of its habilitation. */
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { civilDay } from '#platform/civil-day.ts';
import type { Database } from '#platform/database.ts';
import { field, freshId, parseForm, says } from '#platform/form.ts';
import type { Ground } from '#platform/ground.ts';
import type { LedgerAct } from '#platform/ledger-acts.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { ok, refuse, type Refusal, type Result } from '#platform/result.ts';
import { cleanName, cleanText } from '#platform/text.ts';
import { day } from './forms.ts';
import { authorise, suspendedOn, visitConclusions, type Actor } from './model.ts';
import { findCentre } from './store.ts';
import { centreSuspension, centreVisit } from './tables.ts';

export interface Oversight {
  visits: (typeof centreVisit.$inferSelect)[];
  suspensions: (typeof centreSuspension.$inferSelect)[];
}

/** Visits, newest first, and suspensions, for whoever manages centres. */
export async function openOversight(
  ground: Ground,
  actor: Actor | null,
  centreId: string
): Promise<Result<Oversight>> {
  const allowed = authorise(actor, 'centre.manage');
  if (!allowed.ok) return allowed;
  const visits = await ground.db
    .select()
    .from(centreVisit)
    .where(eq(centreVisit.centreId, centreId))
    .orderBy(desc(centreVisit.day), desc(centreVisit.recordedAt));
  return ok({ visits, suspensions: await readSuspensions(ground.db, centreId) });
}

const readSuspensions = (db: Database, centreId: string) =>
  db
    .select()
    .from(centreSuspension)
    .where(eq(centreSuspension.centreId, centreId))
    .orderBy(asc(centreSuspension.startsOn));

const sentence = (typed: string): Result<string> => {
  const text = cleanText(typed, 2000);
  return text.ok && text.value.length < 5
    ? refuse('centre.sentence', 'Dites-le en une phrase.', 'Say it in a sentence.')
    : text;
};

const visitForm = z.object({
  id: freshId<'visit'>(),
  day: field(day),
  visitor: field(cleanName),
  conclusion: z.enum(visitConclusions, says('Choisissez une conclusion.', 'Choose a conclusion.')),
  findings: field(sentence)
});

/** Records a control visit. The same form sent twice records one. */
export function recordVisit(
  ground: Ground,
  actor: Actor | null,
  centreId: string,
  form: unknown
): Promise<Result<'recorded'>> {
  const parsed = parseForm(visitForm, form);
  return onCentre(ground, actor, centreId, async (tx, by, now) => {
    if (!parsed.ok) return parsed;
    const { id, conclusion } = parsed.value;
    const made = await tx
      .insert(centreVisit)
      .values({ ...parsed.value, centreId, recordedBy: by.userId, recordedAt: now })
      .onConflictDoNothing()
      .returning({ id: centreVisit.id });
    if (made.length > 0) await note(tx, now, by, 'centre.visit', centreId, { id, conclusion });
    return ok('recorded');
  });
}

const suspensionForm = z.object({
  id: freshId<'suspension'>(),
  startsOn: field(day),
  reason: field(sentence)
});

/** Suspends a centre from a day on: it opens no session and enrols no one until this is lifted. */
export function suspendCentre(
  ground: Ground,
  actor: Actor | null,
  centreId: string,
  form: unknown
): Promise<Result<'suspended'>> {
  const parsed = parseForm(suspensionForm, form);
  return onCentre(ground, actor, centreId, async (tx, by, now) => {
    if (!parsed.ok) return parsed;
    const { id, startsOn } = parsed.value;
    const made = await tx
      .insert(centreSuspension)
      .values({ ...parsed.value, centreId, recordedBy: by.userId, recordedAt: now })
      .onConflictDoNothing()
      .returning({ id: centreSuspension.id });
    if (made.length > 0) await note(tx, now, by, 'centre.suspend', centreId, { id, startsOn });
    return ok('suspended');
  });
}

/** Lifts every suspension of a centre, from today on. Twice is once. */
export function liftSuspension(
  ground: Ground,
  actor: Actor | null,
  centreId: string
): Promise<Result<'lifted'>> {
  return onCentre(ground, actor, centreId, async (tx, by, now) => {
    const yesterday = civilDay(new Date(now.getTime() - 86_400_000));
    const lifted = await tx
      .update(centreSuspension)
      .set({ liftedOn: yesterday, liftedBy: by.userId })
      .where(and(eq(centreSuspension.centreId, centreId), isNull(centreSuspension.liftedOn)))
      .returning({ id: centreSuspension.id });
    for (const { id } of lifted) await note(tx, now, by, 'centre.lift', centreId, { id });
    return ok('lifted');
  });
}

/** Why a centre may neither open a session nor enrol today; undefined when it may. */
export async function suspensionRefusal(
  db: Database,
  centreId: string,
  now: Date
): Promise<Refusal | undefined> {
  const today = civilDay(now);
  if (!suspendedOn(await readSuspensions(db, centreId), today)) return undefined;
  return refuse(
    'centre.suspended',
    'L’habilitation de ce centre est suspendue : il n’ouvre aucune session et n’inscrit personne. Adressez-vous au responsable de la certification.',
    'The habilitation of this centre is suspended: it opens no session and enrols nobody. Ask the certification manager.'
  ).error;
}

async function onCentre<T>(
  ground: Ground,
  actor: Actor | null,
  centreId: string,
  work: (tx: Database, by: Actor, now: Date) => Promise<Result<T>>
): Promise<Result<T>> {
  const allowed = authorise(actor, 'centre.manage');
  if (!allowed.ok) return allowed;
  return ground.db.transaction(async (tx) =>
    (await findCentre(tx, centreId, true))
      ? work(tx, allowed.value, ground.clock.now())
      : refuse(
          'centre.unknown',
          'Ce centre est introuvable : revenez à la liste des centres.',
          'This centre cannot be found: go back to the list of centres.'
        )
  );
}

const note = (
  tx: Database,
  now: Date,
  by: Actor,
  action: LedgerAct,
  subject: string,
  payload: Record<string, unknown>
) => appendToLedger(tx, now, [{ actor: by.userId, action, subject, payload }]);
