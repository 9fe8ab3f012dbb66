/** What managers do to a session as a whole: one function for each intent. */
import { authorise, type Actor } from '#people';
import { ensureReferential, luxe, type Referential } from '#referential';
import type { Ground } from '#platform/ground.ts';
import { newId } from '#platform/ids.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { parseForm } from '#platform/form.ts';
import { sessionForm } from './forms.ts';
import { factsOf, onSession } from './guards.ts';
import type { SessionId } from './model.ts';
import { obstacles } from './readiness.ts';
import { saveSession } from './store.ts';
import { certificationSession } from './tables.ts';

/** Opens a session for a centre, on a référentiel version that is stored now if it is new. */
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
  const now = ground.clock.now();
  const id = newId<'session'>();
  await ground.db.transaction(async (tx) => {
    const referentialId = await ensureReferential(tx, referential, now);
    await tx.insert(certificationSession).values({
      id,
      ...parsed.value,
      referentialId,
      status: 'preparing',
      createdAt: now
    });
    await appendToLedger(tx, now, [
      {
        actor: allowed.value.userId,
        action: 'session.create',
        subject: id,
        payload: {
          centre: parsed.value.centreId,
          referential: referentialId,
          day: parsed.value.day
        }
      }
    ]);
  });
  return ok(id);
}

/** Changes title, day or place while the session is prepared; a stale form is refused. */
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
      const parsed = parseForm(sessionForm.omit({ centreId: true }), form);
      if (!parsed.ok) return parsed;
      await saveSession(tx, session.id, parsed.value);
      await appendToLedger(tx, ground.clock.now(), [
        {
          actor: by.userId,
          action: 'session.update',
          subject: session.id,
          payload: { day: parsed.value.day }
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
