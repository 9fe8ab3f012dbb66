/** Deliberation and minutes: one function for each intent. */
import type { Actor } from '#people';
import { findCompetence, findCriterion } from '#referential';
import { factsOf, fullName, jurorsOf, onSession, saveSession, type SessionFacts } from '#session';
import { canonicalJson, digest } from '#platform/canonical.ts';
import type { Ground } from '#platform/ground.ts';
import { newId } from '#platform/ids.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { cleanText } from '#platform/text.ts';
import { asMinutesDecision, readDecisions } from './decisions.ts';
import { awaitedSheets, type Awaited } from './dossier.ts';
import { draftMinutes, saysTheSame, signersOf } from './minutes.ts';
import { isTied, presides } from './presidency.ts';
import { computeResults } from './results.ts';
import { isSigned, readMarks, readMinutes } from './store.ts';
import { minutes, minutesSignature, panelDecision } from './tables.ts';

const forThePresident = () =>
  refuse(
    'verdict.president-only',
    'Seul le président du jury peut le faire\u00a0: adressez-vous à lui.',
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

function stillAwaited(facts: SessionFacts, awaited: Awaited, others: number) {
  const { sitting } = awaited;
  const enrolment = facts.enrolments.find(({ id }) => id === sitting.enrolmentId);
  const candidate = enrolment ? fullName(enrolment) : '';
  const more = {
    fr: others > 0 ? ` (et ${others} autres)` : '',
    en: others > 0 ? ` (and ${others} more)` : ''
  };
  if (awaited.why === 'short-handed')
    return refuse(
      'verdict.short-handed',
      `Trop peu de jurés ont entendu ${candidate} en ${sitting.assessmentId}${more.fr}\u00a0: ajoutez un juré, sans lien avec ce candidat, à son jury.`,
      `Too few jurors have heard ${candidate} in ${sitting.assessmentId}${more.en}: add a juror without ties to this candidate to the panel.`
    );
  const juror = jurorsOf(facts).find(({ jurorId }) => jurorId === awaited.jurorId)?.name ?? '';
  return refuse(
    'verdict.sheets-awaited',
    `${juror} n’a pas remis la grille ${sitting.assessmentId}, ${candidate}${more.fr}. Attendez-la, ou remplacez ce juré.`,
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
      if (isTied(facts, by.userId, input.enrolmentId)) return tied();
      const why = reasonOf(input.reason, [
        'Donnez la raison de la décision en une phrase.',
        'Give the reason for the decision in a sentence.'
      ]);
      if (!why.ok) return why;
      const value = decisionValue(facts, input);
      if (!facts.enrolments.some(({ id }) => id === input.enrolmentId) || !value)
        return refuse(
          'verdict.target',
          'Choisissez un niveau pour un critère, ou une issue pour une compétence\u00a0: rechargez la page.',
          'Choose a level for a criterion, or an outcome for a competence: reload the page.'
        );
      const before = (await readDecisions(tx, session.id)).filter(
        ({ enrolmentId }) => enrolmentId === input.enrolmentId
      );
      const same = { ...value, reason: why.value, decidedBy: by.userId };
      const held = before.findLast(({ target }) => target === input.target);
      // The same word twice is a double click, or a second tab.
      if (held && canonicalJson({ ...held, ...same }) === canonicalJson(held)) return ok('decided');
      const now = ground.clock.now();
      const id = newId();
      const decision = {
        id,
        enrolmentId: input.enrolmentId,
        target: input.target,
        ...same,
        decidedAt: now,
        sequence: Math.max(0, ...before.map(({ sequence }) => sequence)) + 1
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
          `Le résultat de ${fullName(pending)} n’est pas arrêté\u00a0: achevez la délibération.`,
          `The result of ${fullName(pending)} is not settled: finish the deliberation.`
        );
      const document = draftMinutes(facts, results, decisions.map(asMinutesDecision));
      const hash = digest(document);
      const [latest] = await readMinutes(tx, session.id);
      if (latest && saysTheSame(document, latest.hash))
        return ok({ minutesId: latest.id, version: latest.version });
      const why = latest
        ? reasonOf(reason, [
            'Un procès-verbal existe déjà\u00a0: dites pourquoi cette version le remplace.',
            'Minutes already exist: say why this version replaces them.'
          ])
        : ok(null);
      if (!why.ok) return why;
      const now = ground.clock.now();
      const id = newId();
      const version = (latest?.version ?? 0) + 1;
      await tx.insert(minutes).values({
        id,
        sessionId: session.id,
        version,
        reason: why.value,
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
      const [latest] = await readMinutes(tx, session.id);
      if (!latest)
        return refuse(
          'verdict.no-minutes',
          'Le procès-verbal n’est pas encore établi\u00a0: le responsable doit l’établir d’abord.',
          'The minutes have not been drawn up yet: the manager must draw them up first.'
        );
      if (!signersOf(latest.document).includes(by.userId))
        return refuse(
          'verdict.not-a-signer',
          'Vous n’êtes pas au nombre des jurés de ce procès-verbal\u00a0: le responsable doit établir une nouvelle version.',
          'You are not among the jurors of these minutes: the manager must draw up a new version.'
        );
      if (latest.hash !== input.hash)
        return refuse(
          'verdict.stale-minutes',
          'Le procès-verbal a été remplacé depuis l’ouverture de la page\u00a0: relisez la nouvelle version avant de signer.',
          'The minutes have been replaced since you opened the page: read the new version before signing.'
        );
      if (folded(input.name) !== folded(by.name))
        return refuse(
          'verdict.name',
          `Pour signer, écrivez votre nom comme il figure au procès-verbal\u00a0: ${by.name}.`,
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
      if (!(await isSigned(tx, latest))) return ok('signed');
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

/** A reason that is kept for good: a sentence, with nothing invisible in it. */
function reasonOf(raw: string, [fr, en]: [string, string]): Result<string> {
  const text = cleanText(raw, 2000);
  if (text.ok && text.value.length >= 5) return text;
  const message = text.ok ? { fr, en } : text.error.message;
  return refuse('verdict.reason', message.fr, message.en, { reason: message });
}

const tied = () =>
  refuse(
    'verdict.tied',
    'Vous avez déclaré un lien avec ce candidat\u00a0: un autre juré doit présider sa délibération. Voyez le responsable.',
    'You have declared a tie with this candidate: another juror must preside over this deliberation. See the manager.'
  );

const folded = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
