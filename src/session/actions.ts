/** What managers do to a session as a whole: one function for each intent. */
import {
  authorise,
  centresFor,
  habilitationOn,
  readCentres,
  suspensionRefusal,
  type Actor
} from '#people';
import { ensureReferential, luxe, type Referential } from '#referential';
import type { Database } from '#platform/database.ts';
import type { Ground } from '#platform/ground.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { ok, refuse, type Refusal, type Result } from '#platform/result.ts';
import { parseForm } from '#platform/form.ts';
import { sessionChangeForm, sessionForm } from './forms.ts';
import { daysOf } from './days.ts';
import { factsOf, onSession, undoOnRefusal } from './guards.ts';
import type { SessionId } from './model.ts';
import { obstacles } from './readiness.ts';
import { listSessions, moveDays, saveSession } from './store.ts';
import { certificationSession } from './tables.ts';

/** The sessions that a person may follow, newest day first: all of them, or those of their centre. */
export async function readSessions(ground: Ground, actor: Actor | null) {
  const allowed = authorise(actor, 'session.read');
  if (!allowed.ok) return allowed;
  return ok(await listSessions(ground.db, centresFor(allowed.value, 'session.read')));
}

/**
 * Opens a session in a centre that is habilitated that day, on a référentiel version that is stored
 * now if it is new. The same form sent twice makes one session.
 */
export async function createSession(
  ground: Ground,
  actor: Actor | null,
  form: unknown,
  referential: Referential = luxe
): Promise<Result<SessionId>> {
  const parsed = parseForm(sessionForm, form);
  if (!parsed.ok) return parsed;
  const allowed = authorise(actor, 'session.manage', parsed.value.centreId);
  if (!allowed.ok) return allowed;
  const { id, centreId, day, lastDay } = parsed.value;
  return undoOnRefusal(ground, async (tx) => {
    const closed =
      (await centreRefusal(tx, centreId, { day, lastDay })) ??
      (await suspensionRefusal(tx, centreId, ground.clock.now()));
    if (closed) return { ok: false, error: closed };
    const now = ground.clock.now();
    const referentialId = await ensureReferential(tx, referential, now);
    const inserted = await tx
      .insert(certificationSession)
      .values({ ...parsed.value, referentialId, status: 'preparing', createdAt: now })
      .onConflictDoNothing()
      .returning({ id: certificationSession.id });
    if (inserted.length > 0)
      await appendToLedger(tx, now, [
        {
          actor: allowed.value.userId,
          action: 'session.create',
          subject: id,
          payload: { centre: centreId, referential: referentialId, day, lastDay }
        }
      ]);
    return ok(id);
  });
}

/** Why a centre cannot hold a session on some days. */
async function centreRefusal(
  tx: Database,
  centreId: string,
  days: { day: string; lastDay: string }
): Promise<Refusal | undefined> {
  const centre = (await readCentres(tx)).find(({ id }) => id === centreId);
  if (!centre) {
    const message = {
      fr: 'Ce centre est introuvable\u00a0: choisissez-le dans la liste.',
      en: 'This centre cannot be found: choose it from the list.'
    };
    return refuse('session.centre', message.fr, message.en, { centreId: message }).error;
  }
  const [closed] = daysOf(days).filter((day) => habilitationOn(centre, day) !== 'current');
  if (!closed) return undefined;
  const message = {
    fr: `${centre.name} n’est pas habilité à cette date\u00a0: choisissez-en une autre, ou mettez à jour son habilitation à la page Centres.`,
    en: `${centre.name} is not habilitated on that day: choose another, or update its habilitation on the Centres page.`
  };
  return refuse('session.habilitation', message.fr, message.en, {
    [closed === days.day ? 'day' : 'lastDay']: message
  }).error;
}

/**
 * Changes title, days or place while the session is prepared; a stale form is refused. A plan that
 * exists keeps its hours on the new day.
 */
export function updateSession(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  revision: number,
  form: unknown
): Promise<Result<'saved'>> {
  return onSession(
    ground,
    actor,
    'session.manage',
    sessionId,
    ['preparing'],
    async (tx, session, by) => {
      if (session.revision !== revision)
        return refuse(
          'session.stale',
          'Cette session a changé depuis l’ouverture de la page. Rechargez-la, puis refaites votre modification.',
          'This session has changed since you opened the page. Reload it, then make your change again.'
        );
      const parsed = parseForm(sessionChangeForm, form);
      if (!parsed.ok) return parsed;
      const closed = await centreRefusal(tx, session.centreId, parsed.value);
      if (closed) return { ok: false, error: closed };
      if (parsed.value.day !== session.day) await moveDays(tx, session, parsed.value.day);
      await saveSession(tx, session.id, parsed.value);
      await appendToLedger(tx, ground.clock.now(), [
        {
          actor: by.userId,
          action: 'session.update',
          subject: session.id,
          payload: { day: parsed.value.day, lastDay: parsed.value.lastDay }
        }
      ]);
      return ok('saved');
    }
  );
}

/** Opens the day: marking can start. Refused while anything is missing, with the first obstacle. */
export function openMarking(
  ground: Ground,
  actor: Actor | null,
  sessionId: string
): Promise<Result<'opened'>> {
  return onSession(
    ground,
    actor,
    'session.manage',
    sessionId,
    ['preparing'],
    async (tx, session, by) => {
      const [first] = obstacles(await factsOf(tx, session));
      if (first) return refuse('session.not-ready', first.message.fr, first.message.en);
      await saveSession(tx, session.id, { status: 'marking' });
      await appendToLedger(tx, ground.clock.now(), [
        { actor: by.userId, action: 'session.open-marking', subject: session.id }
      ]);
      return ok('opened');
    }
  );
}
