/** Forming panels, and jurors' word on whom they know. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '#people';
import { roleGrant } from '#people/tables.ts';
import { parseForm } from '#platform/form.ts';
import type { Ground } from '#platform/ground.ts';
import { appendToLedger } from '#platform/ledger.ts';
import type { Phrase } from '#platform/language.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { availabilityForm, panelForm } from './forms.ts';
import { factsOf, onSession } from './guards.ts';
import {
  conflictKinds,
  liveMembers,
  type ConflictKind,
  type PanelId,
  type SessionFacts
} from './model.ts';
import { saveSession } from './store.ts';
import { conflictDeclaration, panel, panelMember, sitting } from './tables.ts';

const unknownPanel = () =>
  refuse(
    'session.unknown-panel',
    'Ce jury n’existe plus : rechargez la page.',
    'This panel no longer exists: reload the page.'
  );

/** The refusal of a name that another panel of the session bears. */
function nameTaken({ panels }: SessionFacts, { id, name }: { id: string; name: string }) {
  if (!panels.some((each) => each.id !== id && each.name === name)) return undefined;
  const message: Phrase = {
    fr: `Un jury s’appelle déjà «\u00a0${name}\u00a0»\u00a0: choisissez un autre nom.`,
    en: `A panel is already called “${name}”: choose another name.`
  };
  return refuse('session.panel-name', message.fr, message.en, { name: message });
}

/** Adds a panel to a session that is being prepared. The same form sent twice adds one. */
export function addPanel(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  form: unknown
): Promise<Result<PanelId>> {
  return onSession(
    ground,
    actor,
    'panel.manage',
    sessionId,
    ['preparing'],
    async (tx, session, by) => {
      const parsed = parseForm(panelForm, form);
      if (!parsed.ok) return parsed;
      const { id } = parsed.value;
      const facts = await factsOf(tx, session);
      if (facts.panels.some((each) => each.id === id)) return ok(id);
      const taken = nameTaken(facts, parsed.value);
      if (taken) return taken;
      await tx.insert(panel).values({ sessionId: session.id, ...parsed.value });
      await saveSession(tx, session.id, {});
      await appendToLedger(tx, ground.clock.now(), [
        {
          actor: by.userId,
          action: 'session.add-panel',
          subject: session.id,
          payload: { panel: id }
        }
      ]);
      return ok(id);
    }
  );
}

/** Gives a panel another name or another room, also in the middle of the day. */
export function changePanel(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  form: unknown
): Promise<Result<'changed'>> {
  return onSession(
    ground,
    actor,
    'panel.manage',
    sessionId,
    ['preparing', 'marking'],
    async (tx, session, by) => {
      const parsed = parseForm(panelForm, form);
      if (!parsed.ok) return parsed;
      const { id, name, room } = parsed.value;
      const facts = await factsOf(tx, session);
      const target = facts.panels.find((each) => each.id === id);
      if (!target) return unknownPanel();
      if (target.name === name && target.room === room) return ok('changed');
      const taken = nameTaken(facts, parsed.value);
      if (taken) return taken;
      await tx.update(panel).set({ name, room }).where(eq(panel.id, id));
      await saveSession(tx, session.id, {});
      await appendToLedger(tx, ground.clock.now(), [
        {
          actor: by.userId,
          action: 'session.change-panel',
          subject: session.id,
          payload: { panel: id, name, room }
        }
      ]);
      return ok('changed');
    }
  );
}

/** Removes a panel before the day, with its sittings: those it heard must be planned again. */
export function removePanel(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  panelId: string
): Promise<Result<'removed'>> {
  return onSession(
    ground,
    actor,
    'panel.manage',
    sessionId,
    ['preparing'],
    async (tx, session, by) => {
      const facts = await factsOf(tx, session);
      const target = facts.panels.find(({ id }) => id === panelId);
      if (!target) return ok('removed');
      await tx.delete(sitting).where(eq(sitting.panelId, panelId));
      await tx.delete(panelMember).where(eq(panelMember.panelId, panelId));
      await tx.delete(panel).where(eq(panel.id, panelId));
      const presided = liveMembers(target).some(({ jurorId }) => jurorId === session.presidentId);
      await saveSession(tx, session.id, presided ? { presidentId: null } : {});
      await appendToLedger(tx, ground.clock.now(), [
        {
          actor: by.userId,
          action: 'session.remove-panel',
          subject: session.id,
          payload: { panel: panelId }
        }
      ]);
      return ok('removed');
    }
  );
}

/**
 * Seats a juror on a panel, also in the middle of the day to replace another. Refused for someone
 * without the role, already seated elsewhere in the session, or tied to a candidate of the panel.
 */
export function seatJuror(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  input: { panelId: string; jurorId: string }
): Promise<Result<'seated'>> {
  return onSession(
    ground,
    actor,
    'panel.manage',
    sessionId,
    ['preparing', 'marking'],
    async (tx, session, by) => {
      const facts = await factsOf(tx, session);
      const target = facts.panels.find(({ id }) => id === input.panelId);
      if (!target) return unknownPanel();
      if (liveMembers(target).some(({ jurorId }) => jurorId === input.jurorId)) return ok('seated');
      const [grant] = await tx
        .select({ id: roleGrant.id })
        .from(roleGrant)
        .where(
          and(
            eq(roleGrant.userId, input.jurorId),
            eq(roleGrant.role, 'juror'),
            isNull(roleGrant.revokedAt)
          )
        );
      if (!grant)
        return refuse(
          'session.not-a-juror',
          'Cette personne n’a pas le rôle de juré : donnez-le-lui d’abord, à la page Personnes.',
          'This person does not have the juror role: grant it first, on the People page.'
        );
      const elsewhere = facts.panels.find(
        (each) =>
          each.id !== target.id &&
          liveMembers(each).some(({ jurorId }) => jurorId === input.jurorId)
      );
      if (elsewhere)
        return refuse(
          'session.already-seated',
          `Cette personne siège déjà dans ${elsewhere.name} : retirez-la d’abord de ce jury.`,
          `This person already sits on ${elsewhere.name}: remove them from it first.`
        );
      const heard = new Set(
        facts.sittings
          .filter(({ panelId }) => panelId === target.id)
          .map(({ enrolmentId }) => enrolmentId)
      );
      const tie = facts.conflicts.find(
        ({ jurorId, enrolmentId, kind }) =>
          jurorId === input.jurorId && kind !== 'none' && heard.has(enrolmentId)
      );
      if (tie)
        return refuse(
          'session.conflict',
          'Cette personne a déclaré un lien avec un candidat que ce jury entend : choisissez un autre juré.',
          'This person has declared a tie with a candidate this panel hears: choose another juror.'
        );
      const now = ground.clock.now();
      await tx
        .insert(panelMember)
        .values({ panelId: target.id, jurorId: input.jurorId, joinedAt: now })
        .onConflictDoUpdate({
          target: [panelMember.panelId, panelMember.jurorId],
          set: { removedAt: null }
        });
      await saveSession(tx, session.id, {});
      await appendToLedger(tx, now, [
        {
          actor: by.userId,
          action: 'session.seat-juror',
          subject: input.jurorId,
          payload: { session: session.id, panel: target.id }
        }
      ]);
      return ok('seated');
    }
  );
}

/** Notes the hours when a juror can come; the plan that exists stays, and says what no longer holds. */
export function setAvailability(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  form: unknown
): Promise<Result<'set'>> {
  return onSession(
    ground,
    actor,
    'panel.manage',
    sessionId,
    ['preparing'],
    async (tx, session, by) => {
      const parsed = parseForm(availabilityForm, form);
      if (!parsed.ok) return parsed;
      const { panelId, jurorId, availability } = parsed.value;
      const { panels } = await factsOf(tx, session);
      const target = panels.find(({ id }) => id === panelId);
      if (!target || !liveMembers(target).some((member) => member.jurorId === jurorId))
        return unknownPanel();
      await tx
        .update(panelMember)
        .set({
          availableFrom: availability?.from ?? null,
          availableUntil: availability?.until ?? null
        })
        .where(and(eq(panelMember.panelId, target.id), eq(panelMember.jurorId, jurorId)));
      await saveSession(tx, session.id, {});
      await appendToLedger(tx, ground.clock.now(), [
        {
          actor: by.userId,
          action: 'session.juror-availability',
          subject: jurorId,
          payload: { session: session.id, panel: target.id, availability }
        }
      ]);
      return ok('set');
    }
  );
}

/** Takes a juror off a panel, even in the middle of the day; sheets already handed in stay. */
export function removeJuror(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  input: { panelId: string; jurorId: string }
): Promise<Result<'removed'>> {
  return onSession(
    ground,
    actor,
    'panel.manage',
    sessionId,
    ['preparing', 'marking', 'deliberating'],
    async (tx, session, by) => {
      const facts = await factsOf(tx, session);
      const target = facts.panels.find(({ id }) => id === input.panelId);
      if (!target) return unknownPanel();
      if (!liveMembers(target).some(({ jurorId }) => jurorId === input.jurorId))
        return ok('removed');
      const now = ground.clock.now();
      await tx
        .update(panelMember)
        .set({ removedAt: now })
        .where(and(eq(panelMember.panelId, target.id), eq(panelMember.jurorId, input.jurorId)));
      await saveSession(
        tx,
        session.id,
        session.presidentId === input.jurorId ? { presidentId: null } : {}
      );
      await appendToLedger(tx, now, [
        {
          actor: by.userId,
          action: 'session.remove-juror',
          subject: input.jurorId,
          payload: { session: session.id, panel: target.id }
        }
      ]);
      return ok('removed');
    }
  );
}

/** Names the president: one of the session's live jurors. */
export function namePresident(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  jurorId: string
): Promise<Result<'named'>> {
  return onSession(
    ground,
    actor,
    'panel.manage',
    sessionId,
    ['preparing', 'marking', 'deliberating'],
    async (tx, session, by) => {
      const facts = await factsOf(tx, session);
      if (!facts.panels.flatMap(liveMembers).some((member) => member.jurorId === jurorId))
        return refuse(
          'session.president',
          'Le président doit être l’un des jurés de la session.',
          'The president must be one of the session’s jurors.'
        );
      if (session.presidentId === jurorId) return ok('named');
      await saveSession(tx, session.id, { presidentId: jurorId });
      await appendToLedger(tx, ground.clock.now(), [
        {
          actor: by.userId,
          action: 'session.name-president',
          subject: jurorId,
          payload: { session: session.id }
        }
      ]);
      return ok('named');
    }
  );
}

/**
 * A juror's word on each candidate of their session, at most once each; a later word replaces the
 * earlier one and is traced. A tie declared after the plan shows in the session's obstacles, and
 * from that moment the juror cannot mark that candidate.
 */
export function declareConflicts(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  declarations: readonly { enrolmentId: string; kind: string }[]
): Promise<Result<'declared'>> {
  return onSession(
    ground,
    actor,
    'conflict.declare',
    sessionId,
    ['preparing', 'marking', 'deliberating'],
    async (tx, session, juror) => {
      const facts = await factsOf(tx, session);
      const known = new Set<string>(facts.enrolments.map(({ id }) => id));
      const valid = declarations.filter(
        (each): each is { enrolmentId: string; kind: ConflictKind } =>
          known.has(each.enrolmentId) && conflictKinds.includes(each.kind as ConflictKind)
      );
      if (valid.length === 0 || valid.length < declarations.length)
        return refuse(
          'session.declaration',
          'Répondez pour chaque candidat, puis envoyez de nouveau : la liste a peut-être changé, rechargez la page.',
          'Answer for each candidate, then send again: the list may have changed, reload the page.'
        );
      const said = new Map<string, ConflictKind>(
        facts.conflicts
          .filter(({ jurorId }) => jurorId === juror.userId)
          .map(({ enrolmentId, kind }) => [enrolmentId, kind])
      );
      // Of two words on one candidate, the last counts.
      const last = new Map(valid.map((each) => [each.enrolmentId, each]));
      const news = [...last.values()].filter(
        ({ enrolmentId, kind }) => said.get(enrolmentId) !== kind
      );
      const now = ground.clock.now();
      if (news.length > 0)
        await tx
          .insert(conflictDeclaration)
          .values(
            news.map(({ enrolmentId, kind }) => ({
              jurorId: juror.userId,
              enrolmentId,
              kind,
              declaredAt: now
            }))
          )
          .onConflictDoUpdate({
            target: [conflictDeclaration.jurorId, conflictDeclaration.enrolmentId],
            set: { kind: sql`excluded.kind`, declaredAt: now }
          });
      await appendToLedger(
        tx,
        now,
        news.map(({ enrolmentId, kind }) => ({
          actor: juror.userId,
          action: 'session.declare-conflict',
          subject: enrolmentId,
          payload: { kind }
        }))
      );
      return ok('declared');
    }
  );
}
