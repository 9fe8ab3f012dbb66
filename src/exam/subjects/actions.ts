/** What a manager does with the bank: put a subject in it, have it reviewed, retire it. */
import { authorise, type Actor } from '#people';
import { digest } from '#platform/canonical.ts';
import { civilDay } from '#platform/civil-day.ts';
import type { Database } from '#platform/database.ts';
import type { Ground } from '#platform/ground.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { fail, ok, refuse, type Result } from '#platform/result.ts';
import { bank } from './bank.ts';
import { transition, type Step } from './lifecycle.ts';
import type { Subject } from './model.ts';
import { loadSubject } from './parse.ts';
import { findSubject, insertSubject, readSubjects, saveLifecycle } from './store.ts';

/** Names one version of a subject: « ec1-hotel-palace@1 ». */
export const subjectKey = ({ id, version }: Pick<Subject, 'id' | 'version'>): string =>
  `${id}@${version}`;

const keyPattern = /^([a-z0-9]+(?:-[a-z0-9]+)*)@([1-9]\d{0,4})$/;

/** Every version in the bank: those of this body, and those that Parchemin ships, as drafts. */
export async function listSubjects(
  ground: Ground,
  actor: Actor | null
): Promise<Result<Subject[]>> {
  const allowed = authorise(actor, 'subject.manage');
  if (!allowed.ok) return allowed;
  const own = await readSubjects(ground.db);
  const known = new Set(own.map(subjectKey));
  return ok(
    [...own, ...bank.filter((each) => !known.has(subjectKey(each)))].sort((one, other) =>
      subjectKey(one) < subjectKey(other) ? -1 : 1
    )
  );
}

/** One version, to be read whole before it is reviewed. */
export async function readSubject(
  ground: Ground,
  actor: Actor | null,
  key: string
): Promise<Result<Subject>> {
  const allowed = authorise(actor, 'subject.manage');
  if (!allowed.ok) return allowed;
  const found = await findByKey(ground.db, key);
  return found ? ok(found.subject) : unknownSubject();
}

async function findByKey(db: Database, key: string) {
  const [, id = '', version = ''] = keyPattern.exec(key) ?? [];
  const stored = await findSubject(db, id, Number(version));
  if (stored) return { ...stored, stored: true };
  const shipped = bank.find((each) => subjectKey(each) === key);
  return shipped && { subject: shipped, authorId: null, hash: contentHash(shipped), stored: false };
}

const contentHash = (subject: Subject): string => digest({ ...subject, lifecycle: undefined });

const unknownSubject = () =>
  refuse(
    'subject.unknown',
    'Ce sujet est introuvable : revenez à la banque de sujets.',
    'This subject cannot be found: go back to the bank of subjects.'
  );

/**
 * Moves a subject on. A review is signed by whoever acts, who must not be its author, neither by name
 * nor by account; a shipped subject enters the database with its review.
 */
export function stepSubject(
  ground: Ground,
  actor: Actor | null,
  key: string,
  asked: { kind: 'review' } | { kind: 'return' } | { kind: 'retire'; reason: string }
): Promise<Result<Subject>> {
  return ground.db.transaction(async (tx) => {
    const allowed = authorise(actor, 'subject.manage');
    if (!allowed.ok) return allowed;
    const by = allowed.value;
    const found = await findByKey(tx, key);
    if (!found) return unknownSubject();
    const now = ground.clock.now();
    const on = civilDay(now);
    const { subject, authorId } = found;
    if (asked.kind === 'review' && authorId === by.userId) return refuseOwn();
    const step: Step =
      asked.kind === 'review'
        ? { kind: 'review', reviewer: by.name, on }
        : asked.kind === 'retire'
          ? { ...asked, on }
          : asked;
    const next = transition(subject.lifecycle, step);
    if (!next.ok) return next;
    if (!found.stored) await insertSubject(tx, subject, { hash: found.hash, authorId: null, now });
    const reviewer = { review: by.userId, return: null, retire: undefined }[asked.kind];
    await saveLifecycle(tx, subject, next.value, now, reviewer);
    await appendToLedger(tx, now, [
      {
        actor: by.userId,
        action: `subject.${asked.kind}`,
        subject: key,
        payload: { hash: found.hash }
      }
    ]);
    return ok({ ...subject, lifecycle: next.value });
  });
}

const refuseOwn = () =>
  refuse(
    'subject.own',
    'Vous avez écrit ce sujet : confiez sa relecture à une autre personne.',
    'You wrote this subject: ask another person to review it.'
  );

/** Puts a subject file in the bank, as a draft of whoever acts. A known subject needs a new version. */
export function addSubject(
  ground: Ground,
  actor: Actor | null,
  text: string
): Promise<Result<Subject>> {
  return ground.db.transaction(async (tx) => {
    const allowed = authorise(actor, 'subject.manage');
    if (!allowed.ok) return allowed;
    const by = allowed.value;
    const read = loadSubject(text);
    if (!read.ok) {
      const [first] = read.error;
      return fail({ code: 'subject.invalid', message: first!.message });
    }
    const now = ground.clock.now();
    const authoredOn = civilDay(now);
    const draft: Subject = {
      ...read.value,
      lifecycle: { status: 'draft', author: by.name, authoredOn }
    };
    const key = subjectKey(draft);
    const hash = contentHash(draft);
    const shipped = bank.some((each) => subjectKey(each) === key);
    if (shipped || !(await insertSubject(tx, draft, { hash, authorId: by.userId, now })))
      return refuse(
        'subject.taken',
        `La banque contient déjà ${key} : donnez à ce fichier un autre numéro de version.`,
        `The bank already holds ${key}: give this file another version number.`
      );
    await appendToLedger(tx, now, [
      { actor: by.userId, action: 'subject.add', subject: key, payload: { hash } }
    ]);
    return ok(draft);
  });
}
