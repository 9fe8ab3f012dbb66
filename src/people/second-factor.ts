import { createHash } from 'node:crypto';
import { and, eq, isNull, lte, or, sql } from 'drizzle-orm';
import type { Ground } from '#platform/ground.ts';
import type { LedgerAct } from '#platform/ledger-acts.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { authorise, hasRole, type Actor, type SignedIn } from './model.ts';
import { authOf } from './sign-in.ts';
import { accountTopic } from './account-topic.ts';
import { forgetSecondFactor } from './store.ts';
import { spentCode, twoFactor } from './tables.ts';

/** Wrong codes in a row before the second factor rests, and for how long. */
const maxAttempts = 5;
const restMinutes = 15;

/** A device being set up: what to scan or type, and the codes to keep for the day it is lost. */
export interface SecondFactorDraft {
  /** otpauth:// address, for a QR code. */
  uri: string;
  /** The same secret, in Base32, for a person to type. */
  secret: string;
  backupCodes: string[];
}

/** Where a person stands with their second factor. */
export type SecondFactorState = 'absent' | 'being-set-up' | 'active';

export async function secondFactorState(
  ground: Ground,
  userId: string
): Promise<SecondFactorState> {
  const [row] = await ground.db
    .select({ verified: twoFactor.verified })
    .from(twoFactor)
    .where(eq(twoFactor.userId, userId));
  if (!row) return 'absent';
  return row.verified ? 'active' : 'being-set-up';
}

/** Begins to set up a device, or begins again with a new secret while none is confirmed. */
export async function startSecondFactor(
  ground: Ground,
  headers: Headers,
  person: SignedIn
): Promise<Result<'started'>> {
  if ((await secondFactorState(ground, person.actor.userId)) === 'active') return alreadyActive();
  await authOf(ground).api.enableTwoFactor({ body: { method: 'totp' }, headers });
  return ok('started');
}

/** What to show while a device is being set up; null once it is confirmed: then it is never shown again. */
export async function secondFactorDraft(
  ground: Ground,
  headers: Headers,
  person: SignedIn
): Promise<SecondFactorDraft | null> {
  const { userId } = person.actor;
  if ((await secondFactorState(ground, userId)) !== 'being-set-up') return null;
  const { api } = authOf(ground);
  const { totpURI } = await api.getTOTPURI({ body: {}, headers });
  const { backupCodes } = await api.viewBackupCodes({ body: { userId } });
  const secret = new URL(totpURI).searchParams.get('secret') ?? '';
  return { uri: totpURI, secret, backupCodes };
}

/**
 * Takes a code of the device, or a backup code, and opens this browser. The first code of a new
 * device also confirms it. Five wrong codes in a row close the second factor for fifteen minutes.
 * @returns headers whose cookies must reach the browser
 */
export async function giveSecondFactor(
  ground: Ground,
  headers: Headers,
  person: SignedIn,
  typed: string
): Promise<Result<Headers>> {
  const { userId } = person.actor;
  const before = await secondFactorState(ground, userId);
  if (before === 'absent')
    return refuse(
      'people.no-second-factor',
      'Aucun appareil n’est associé à ce compte\u00a0: commencez par en associer un.',
      'No device is linked to this account: begin by linking one.'
    );
  const code = typed.replace(/\s/g, '');
  if (!(await takeAttempt(ground, userId))) return resting();
  if (!(await spend(ground, userId, code))) return wrongCode();
  const answer = await verify(ground, headers, code, before === 'active');
  if (!answer) {
    // A code that is not of its time yet may still come.
    await ground.db.delete(spentCode).where(isCode(userId, code));
    return wrongCode();
  }
  await ground.db
    .update(twoFactor)
    .set({ failedVerificationCount: 0, lockedUntil: null })
    .where(eq(twoFactor.userId, userId));
  if (before === 'being-set-up') await note(ground, person.actor, 'people.second-factor-set-up');
  return ok(answer);
}

/** Makes ten new backup codes; the former ones open nothing any more. Shown once. */
export async function renewBackupCodes(
  ground: Ground,
  headers: Headers,
  person: SignedIn
): Promise<Result<string[]>> {
  const allowed = whole(person);
  if (!allowed.ok) return allowed;
  if ((await secondFactorState(ground, person.actor.userId)) !== 'active') return notActive();
  const { backupCodes } = await authOf(ground).api.generateBackupCodes({ body: {}, headers });
  await note(ground, person.actor, 'people.backup-codes-renew');
  return ok(backupCodes);
}

/** Lets go of one's device, with one last code of it. A manager must then set up another. */
export async function removeSecondFactor(
  ground: Ground,
  headers: Headers,
  person: SignedIn,
  typed: string
): Promise<Result<'removed'>> {
  const allowed = whole(person);
  if (!allowed.ok) return allowed;
  if ((await secondFactorState(ground, person.actor.userId)) !== 'active') return notActive();
  const given = await giveSecondFactor(ground, headers, person, typed);
  if (!given.ok) return given;
  await forget(ground, person.actor.userId, person.actor, 'people.second-factor-remove');
  return ok('removed');
}

/** For someone who lost both device and codes: they set up another at their next sign-in. */
export async function resetSecondFactor(
  ground: Ground,
  actor: Actor | null,
  userId: string
): Promise<Result<'reset'>> {
  const allowed = authorise(actor, 'people.manage');
  if (!allowed.ok) return allowed;
  if ((await secondFactorState(ground, userId)) === 'absent') return ok('reset');
  await forget(ground, userId, allowed.value, 'people.second-factor-reset');
  return ok('reset');
}

/** Removes the device. Done by someone else, it also signs the person out everywhere. */
async function forget(ground: Ground, userId: string, by: Actor, action: LedgerAct): Promise<void> {
  await ground.db.transaction(async (tx) => {
    await forgetSecondFactor(tx, userId, by.userId === userId ? 'keep' : 'end');
    await appendToLedger(tx, ground.clock.now(), [{ actor: by.userId, action, subject: userId }]);
  });
  await ground.bus.publish(accountTopic(userId));
}

/** Counts an attempt before it is checked, so that many at once cannot pass uncounted. */
async function takeAttempt(ground: Ground, userId: string): Promise<boolean> {
  const now = new Date();
  const rest = new Date(now.getTime() + restMinutes * 60_000).toISOString();
  const next = sql`case when ${twoFactor.lockedUntil} is null then ${twoFactor.failedVerificationCount} + 1 else 1 end`;
  const taken = await ground.db
    .update(twoFactor)
    .set({
      failedVerificationCount: next,
      lockedUntil: sql`case when ${next} >= ${maxAttempts} then ${rest}::timestamptz end`
    })
    .where(
      and(
        eq(twoFactor.userId, userId),
        or(isNull(twoFactor.lockedUntil), lte(twoFactor.lockedUntil, now))
      )
    )
    .returning({ id: twoFactor.id });
  return taken.length > 0;
}

/** How long a code that was spent is remembered: longer than it is of its time, before and after. */
const spentMinutes = 5;

/** A backup code opens for years: none is kept as it is typed. */
const digestOf = (userId: string, code: string): string =>
  createHash('sha256').update(`${userId} ${code}`).digest('base64url');

const isCode = (userId: string, code: string) =>
  and(eq(spentCode.userId, userId), eq(spentCode.code, digestOf(userId, code)));

/**
 * Takes a code before it is checked, so that of two browsers that send it at once, on one server or on
 * two, one is opened.
 * @returns false when it was spent before
 */
async function spend(ground: Ground, userId: string, code: string): Promise<boolean> {
  const now = new Date();
  const forgotten = new Date(now.getTime() - spentMinutes * 60_000);
  await ground.db
    .delete(spentCode)
    .where(and(eq(spentCode.userId, userId), lte(spentCode.spentAt, forgotten)));
  const taken = await ground.db
    .insert(spentCode)
    .values({ userId, code: digestOf(userId, code), spentAt: now })
    .onConflictDoNothing()
    .returning({ code: spentCode.code });
  return taken.length > 0;
}

async function verify(
  ground: Ground,
  headers: Headers,
  code: string,
  backupAllowed: boolean
): Promise<Headers | null> {
  const { api } = authOf(ground);
  try {
    if (/^\d{6}$/.test(code))
      return (await api.verifyTOTP({ body: { code }, headers, returnHeaders: true })).headers;
    if (backupAllowed && /^[A-Za-z0-9]{5}-[A-Za-z0-9]{5}$/.test(code))
      return (await api.verifyBackupCode({ body: { code }, headers, returnHeaders: true })).headers;
    return null;
  } catch (error) {
    if (error instanceof Error && error.name === 'APIError') return null;
    throw error;
  }
}

const note = (ground: Ground, actor: Actor, action: LedgerAct) =>
  ground.db.transaction((tx) =>
    appendToLedger(tx, ground.clock.now(), [{ actor: actor.userId, action, subject: actor.userId }])
  );

/** Someone who owes nothing. */
const whole = (person: SignedIn): Result<SignedIn> =>
  person.owes === null
    ? ok(person)
    : refuse(
        'people.half-signed-in',
        'Terminez d’abord votre connexion.',
        'Finish signing in first.'
      );

const alreadyActive = () =>
  refuse(
    'people.second-factor-active',
    'Un appareil est déjà associé à ce compte.',
    'A device is already linked to this account.'
  );

const notActive = () =>
  refuse(
    'people.no-second-factor',
    'Aucun appareil n’est associé à ce compte.',
    'No device is linked to this account.'
  );

const wrongCode = () => {
  const message = {
    fr: 'Ce code n’est pas le bon\u00a0: attendez le suivant sur votre appareil, puis tapez ses six chiffres.',
    en: 'This is not the right code: wait for the next one on your device, then type its six digits.'
  };
  return refuse('people.wrong-code', message.fr, message.en, { code: message });
};

const resting = () =>
  refuse(
    'people.second-factor-resting',
    `Trop de codes faux\u00a0: réessayez dans ${restMinutes}\u00a0minutes.`,
    `Too many wrong codes: try again in ${restMinutes} minutes.`
  );

/** Whether a person must keep a second factor. */
export const mustKeepSecondFactor = (actor: Actor): boolean => hasRole(actor, 'manager');
