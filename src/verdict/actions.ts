/** Deliberation and minutes: one function for each intent. */
import { eq, max } from 'drizzle-orm';
import type { Actor } from '#people';
import { findCompetence, findCriterion } from '#referential';
import { factsOf, fullName, jurorsOf, onSession, saveSession, type SessionFacts } from '#session';
import { digest } from '#platform/canonical.ts';
import type { Ground } from '#platform/ground.ts';
import { newId } from '#platform/ids.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { awaitedSheets } from './dossier.ts';
import { draftMinutes } from './minutes.ts';
import { computeResults } from './results.ts';
import { asMinutesDecision, readMarks, readMinutes, readSignatures } from './store.ts';
import { minutes, minutesSignature, panelDecision } from './tables.ts';

const presides = (actor: Actor, facts: SessionFacts) => facts.presidentId === actor.userId;

const forThePresident = () =>
  refuse(
    'verdict.president-only',
    'Seul le président du jury peut le faire : adressez-vous à lui.',
    'Only the president of the jury can do this: ask them.'
  );

/** Ends marking and opens deliberation, by a manager or the president, once every sheet is in. */
export function openDeliberation(
  ground: Ground,
  actor: Actor | null,
  sessionId: string
): Promise<Result<'opened'>> {
  return onSession(
    ground,
    actor,
    'deliberation.open',
    sessionId,
    ['marking'],
    async (tx, session, by) => {
      const facts = await factsOf(tx, session);
      const manages = by.grants.some(({ role }) => role === 'manager');
      if (!manages && !presides(by, facts)) return forThePresident();
      const [awaited, ...others] = awaitedSheets(facts, await readMarks(tx, session.id));
      if (awaited) return stillAwaited(facts, awaited, others.length);
      await saveSession(tx, session.id, { status: 'deliberating' });
      await appendToLedger(tx, ground.clock.now(), [
        { actor: by.userId, action: 'verdict.open-deliberation', subject: session.id }
      ]);
      return ok('opened');
    }
  );
}

function stillAwaited(
  facts: SessionFacts,
  { sitting, jurorId }: ReturnType<typeof awaitedSheets>[number],
  others: number
) {
  const juror = jurorsOf(facts).find((each) => each.jurorId === jurorId)?.name ?? '';
  const enrolment = facts.enrolments.find(({ id }) => id === sitting.enrolmentId);
  const candidate = enrolment ? fullName(enrolment) : '';
  const more = {
    fr: others > 0 ? ` (et ${others} autres)` : '',
    en: others > 0 ? ` (and ${others} more)` : ''
  };
  return refuse(
    'verdict.sheets-awaited',
    `${juror} n’a pas remis la grille ${sitting.assessmentId} de ${candidate}${more.fr}. Attendez-la, ou remplacez ce juré.`,
    `${juror} has not handed in the ${sitting.assessmentId} sheet of ${candidate}${more.en}. Wait for it, or replace this juror.`
  );
}

/** A decision as the deliberation screen sends it. */
export interface DecisionInput {
  enrolmentId: string;
  /** A criterion id (C1.1) or a competence id (C1). */
  target: string;
  /** For a criterion; null is « non observé ». */
  level?: number | null;
  /** For a competence. */
  validated?: boolean;
  reason: string;
}

/** Records what the panel decided, by its president and with its reason. The marks stay as they are. */
export function decide(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  input: DecisionInput
): Promise<Result<'decided'>> {
  return onSession(
    ground,
    actor,
    'deliberation.decide',
    sessionId,
    ['deliberating', 'closed'],
    async (tx, session, by) => {
      const facts = await factsOf(tx, session);
      if (!presides(by, facts)) return forThePresident();
      const reason = input.reason.normalize('NFC').trim();
      if (reason.length < 5 || reason.length > 2000)
        return refuse(
          'verdict.reason',
          'Donnez la raison de la décision en une phrase (2 000 caractères au plus).',
          'Give the reason for the decision in a sentence (at most 2,000 characters).'
        );
      const value = decisionValue(facts, input);
      if (!facts.enrolments.some(({ id }) => id === input.enrolmentId) || !value)
        return refuse(
          'verdict.target',
          'Choisissez un niveau pour un critère, ou une issue pour une compétence : rechargez la page.',
          'Choose a level for a criterion, or an outcome for a competence: reload the page.'
        );
      const [last] = await tx
        .select({ sequence: max(panelDecision.sequence) })
        .from(panelDecision)
        .where(eq(panelDecision.enrolmentId, input.enrolmentId));
      const now = ground.clock.now();
      const id = newId();
      const decision = {
        id,
        enrolmentId: input.enrolmentId,
        target: input.target,
        ...value,
        reason,
        decidedBy: by.userId,
        decidedAt: now,
        sequence: (last?.sequence ?? 0) + 1
      };
      await tx.insert(panelDecision).values(decision);
      await appendToLedger(tx, now, [
        {
          actor: by.userId,
          action: 'verdict.decide',
          subject: input.enrolmentId,
          payload: { decision: id, target: input.target, digest: digest(decision) }
        }
      ]);
      return ok('decided');
    }
  );
}

function decisionValue(facts: SessionFacts, { target, level, validated }: DecisionInput) {
  if (findCriterion(facts.referential, target)) {
    if (level === null) return { level: null, validated: null };
    return level !== undefined && [0, 1, 2, 3].includes(level)
      ? { level, validated: null }
      : undefined;
  }
  return findCompetence(facts.referential, target) && typeof validated === 'boolean'
    ? { level: null, validated }
    : undefined;
}

/**
 * Draws up the minutes once every result is settled. A first version needs no reason; the next ones
 * say why they replace the one before. Asking twice for the same content gives the version that exists.
 */
export function drawUpMinutes(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  reason = ''
): Promise<Result<{ minutesId: string; version: number }>> {
  return onSession(
    ground,
    actor,
    'minutes.draw-up',
    sessionId,
    ['deliberating', 'closed'],
    async (tx, session, by) => {
      const facts = await factsOf(tx, session);
      const { results, decisions } = await computeResults(tx, facts);
      const pending = facts.enrolments.find(({ id }) => results.get(id)?.outcome === 'pending');
      if (pending)
        return refuse(
          'verdict.pending',
          `Le résultat de ${fullName(pending)} n’est pas arrêté : achevez la délibération.`,
          `The result of ${fullName(pending)} is not settled: finish the deliberation.`
        );
      const document = draftMinutes(facts, results, decisions.map(asMinutesDecision));
      const hash = digest(document);
      const [latest] = await readMinutes(tx, session.id);
      if (latest?.hash === hash) return ok({ minutesId: latest.id, version: latest.version });
      const why = reason.normalize('NFC').trim();
      if (latest && why.length < 5)
        return refuse(
          'verdict.correction-reason',
          'Un procès-verbal existe déjà : dites pourquoi cette version le remplace.',
          'Minutes already exist: say why this version replaces them.'
        );
      const now = ground.clock.now();
      const id = newId();
      const version = (latest?.version ?? 0) + 1;
      await tx.insert(minutes).values({
        id,
        sessionId: session.id,
        version,
        reason: latest ? why : null,
        document,
        hash,
        drawnUpBy: by.userId,
        drawnUpAt: now
      });
      await appendToLedger(tx, now, [
        {
          actor: by.userId,
          action: 'verdict.draw-up-minutes',
          subject: session.id,
          payload: { minutes: id, version, hash }
        }
      ]);
      return ok({ minutesId: id, version });
    }
  );
}

/**
 * A juror signs the newest minutes: they type their name, and sign the hash that their screen showed.
 * Signing twice is harmless. The last signature closes the session.
 */
export function signMinutes(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  input: { hash: string; name: string }
): Promise<Result<'signed' | 'all-signed'>> {
  return onSession(
    ground,
    actor,
    'minutes.sign',
    sessionId,
    ['deliberating', 'closed'],
    async (tx, session, by) => {
      const facts = await factsOf(tx, session);
      const [latest] = await readMinutes(tx, session.id);
      if (!latest)
        return refuse(
          'verdict.no-minutes',
          'Le procès-verbal n’est pas encore établi : le responsable doit l’établir d’abord.',
          'The minutes have not been drawn up yet: the manager must draw them up first.'
        );
      if (latest.hash !== input.hash)
        return refuse(
          'verdict.stale-minutes',
          'Le procès-verbal a été remplacé depuis l’ouverture de la page : relisez la nouvelle version avant de signer.',
          'The minutes have been replaced since you opened the page: read the new version before signing.'
        );
      if (folded(input.name) !== folded(by.name))
        return refuse(
          'verdict.name',
          `Pour signer, écrivez votre nom comme il figure au procès-verbal : ${by.name}.`,
          `To sign, type your name as it appears in the minutes: ${by.name}.`
        );
      const now = ground.clock.now();
      const stored = await tx
        .insert(minutesSignature)
        .values({
          id: newId(),
          minutesId: latest.id,
          jurorId: by.userId,
          name: by.name,
          hash: latest.hash,
          signedAt: now
        })
        .onConflictDoNothing()
        .returning({ id: minutesSignature.id });
      if (stored.length > 0)
        await appendToLedger(tx, now, [
          {
            actor: by.userId,
            action: 'verdict.sign-minutes',
            subject: session.id,
            payload: { minutes: latest.id, hash: latest.hash }
          }
        ]);
      const signed = new Set((await readSignatures(tx, latest.id)).map(({ jurorId }) => jurorId));
      if (!jurorsOf(facts).every(({ jurorId }) => signed.has(jurorId))) return ok('signed');
      if (session.status !== 'closed') {
        await saveSession(tx, session.id, { status: 'closed' });
        await appendToLedger(tx, now, [
          {
            actor: by.userId,
            action: 'verdict.close',
            subject: session.id,
            payload: { minutes: latest.id }
          }
        ]);
      }
      return ok('all-signed');
    }
  );
}

const folded = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
