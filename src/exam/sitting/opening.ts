/** Opening the exam of a session: its subjects are drawn, its door has a code. */
import { type Actor } from '#people';
import { onSession, type SessionStatus } from '#session';
import { desc, eq } from 'drizzle-orm';
import { digest } from '#platform/canonical.ts';
import { seal, unseal } from '#platform/cipher.ts';
import { civilDay } from '#platform/civil-day.ts';
import type { Database } from '#platform/database.ts';
import type { Ground } from '#platform/ground.ts';
import { newId } from '#platform/ids.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { drawSubject, type Exposure } from '../subjects/draw.ts';
import { transition } from '../subjects/lifecycle.ts';
import type { Subject } from '../subjects/model.ts';
import {
  insertDraws,
  readDraws,
  readExposures,
  readSubjects,
  saveLifecycle,
  type DrawRow
} from '../subjects/store.ts';
import { readPlaces } from './store.ts';
import { examOpening, sessionCode } from './tables.ts';
import { examTopic } from './topics.ts';

const openStates: readonly SessionStatus[] = ['marking'];

/**
 * Draws a subject for every sitting that has none, with exposure control, and gives the room its first
 * code. The seed is secret and sealed: with it the draw can be made again for an appeal; the ledger
 * holds the digest of both. Done again, it draws for those who came since, and nothing else.
 */
export async function openExam(
  ground: Ground,
  actor: Actor | null,
  sessionId: string
): Promise<Result<{ drawn: number }>> {
  const opened = await onSession(
    ground,
    actor,
    'exam.invigilate',
    sessionId,
    openStates,
    async (tx, session, by) => {
      const now = ground.clock.now();
      const seed = await seedOf(ground, tx, session.id, by.userId, now);
      const draws = await drawFor(tx, session.id, seed, now);
      if (!draws.ok) return draws;
      if (!(await currentCode(tx, session.id))) await issueCode(ground, tx, session.id, by.userId);
      if (draws.value.length > 0)
        await appendToLedger(tx, now, [
          {
            actor: by.userId,
            action: 'exam.open',
            subject: session.id,
            payload: { drawn: draws.value.length, draw: digest({ seed, draws: draws.value }) }
          }
        ]);
      return ok({ drawn: draws.value.length });
    }
  );
  if (opened.ok) await ground.bus.publish(examTopic(sessionId));
  return opened;
}

async function seedOf(
  ground: Ground,
  tx: Database,
  sessionId: string,
  openedBy: string,
  openedAt: Date
): Promise<string> {
  const [row] = await tx.select().from(examOpening).where(eq(examOpening.sessionId, sessionId));
  if (row) return unseal(ground.fieldKey, row.sealedSeed, sessionId);
  const seed = Buffer.from(ground.random(32)).toString('hex');
  const sealedSeed = seal(ground.fieldKey, seed, sessionId);
  await tx.insert(examOpening).values({ sessionId, sealedSeed, openedAt, openedBy });
  return seed;
}

async function drawFor(
  tx: Database,
  sessionId: string,
  seed: string,
  drawnAt: Date
): Promise<Result<DrawRow[]>> {
  const subjects = await readSubjects(tx);
  const history: Exposure[] = await readExposures(tx);
  const has = new Set(
    (await readDraws(tx, sessionId)).map((each) => `${each.enrolmentId} ${each.assessment}`)
  );
  const draws: DrawRow[] = [];
  const used = new Map<string, Subject>();
  for (const { enrolmentId, candidateId, assessmentId } of await readPlaces(tx, { sessionId })) {
    if (has.has(`${enrolmentId} ${assessmentId}`)) continue;
    const drawn = drawSubject({
      candidate: candidateId,
      assessment: assessmentId,
      history,
      bank: subjects,
      seed
    });
    if (!drawn.ok) return drawn;
    const { id, version } = drawn.value;
    history.push({ candidate: candidateId, subject: id });
    used.set(`${id} ${version}`, drawn.value);
    draws.push({
      enrolmentId,
      assessment: assessmentId,
      subjectId: id,
      subjectVersion: version,
      drawnAt
    });
  }
  const on = civilDay(drawnAt);
  for (const subject of used.values()) {
    const next = transition(subject.lifecycle, { kind: 'use', on });
    if (!next.ok) return next;
    if (subject.lifecycle.status !== 'in-use')
      await saveLifecycle(tx, subject, next.value, drawnAt);
  }
  await insertDraws(tx, draws);
  return ok(draws);
}

/** Whether the exam of a session has been opened. */
export async function isExamOpen(db: Database, sessionId: string): Promise<boolean> {
  const found = await db
    .select({ sessionId: examOpening.sessionId })
    .from(examOpening)
    .where(eq(examOpening.sessionId, sessionId));
  return found.length > 0;
}

/** No letter that is read or heard as another. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTVWXYZ';
const codeLength = 6;

async function issueCode(
  ground: Ground,
  tx: Database,
  sessionId: string,
  issuedBy: string
): Promise<void> {
  const letters: string[] = [];
  while (letters.length < codeLength) {
    // Bytes past the last whole alphabet would make its first letters likelier.
    const [byte = 255] = ground.random(1);
    if (byte < 256 - (256 % alphabet.length)) letters.push(alphabet[byte % alphabet.length]!);
  }
  const code = letters.join('');
  await tx
    .insert(sessionCode)
    .values({ id: newId(), sessionId, code, issuedAt: ground.clock.now(), issuedBy });
}

/** The code that lets in now; null when the door is closed or was never opened. */
export async function currentCode(db: Database, sessionId: string): Promise<string | null> {
  const [last] = await db
    .select({ code: sessionCode.code })
    .from(sessionCode)
    .where(eq(sessionCode.sessionId, sessionId))
    .orderBy(desc(sessionCode.issuedAt), desc(sessionCode.id))
    .limit(1);
  return last?.code ?? null;
}

/** Gives the room another code, or closes the door; whoever is in stays in. */
export async function changeCode(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  change: 'renew' | 'close'
): Promise<Result<'changed'>> {
  const changed = await onSession(
    ground,
    actor,
    'exam.invigilate',
    sessionId,
    openStates,
    async (tx, session, by) => {
      if (!(await isExamOpen(tx, session.id))) return notOpen();
      const now = ground.clock.now();
      if (change === 'renew') await issueCode(ground, tx, session.id, by.userId);
      else
        await tx.insert(sessionCode).values({
          id: newId(),
          sessionId: session.id,
          code: null,
          issuedAt: now,
          issuedBy: by.userId
        });
      await appendToLedger(tx, now, [
        { actor: by.userId, action: `exam.${change}-code`, subject: session.id }
      ]);
      return ok('changed' as const);
    }
  );
  if (changed.ok) await ground.bus.publish(examTopic(sessionId));
  return changed;
}

export const notOpen = () =>
  refuse(
    'exam.not-open',
    'Les sujets de cette session ne sont pas encore tirés : attendez l’ouverture des épreuves.',
    'The subjects of this session have not been drawn yet: wait for the exam to open.'
  );
