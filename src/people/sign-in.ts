import { createHash } from 'node:crypto';
import { z } from 'zod';
import { and, count, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Config } from '#platform/config.ts';
import type { Database } from '#platform/database.ts';
import { gather } from '#platform/gather.ts';
import type { Ground } from '#platform/ground.ts';
import { isLanguage, type Language } from '#platform/language.ts';
import { localPath } from '#platform/local-path.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { cleanEmail } from '#platform/text.ts';
import { addressHeader, createAuth, linkMinutes, type Auth, type SignInLink } from './auth.ts';
import { accountTopic } from './account-topic.ts';
import { signInLetter } from './letters.ts';
import {
  authorise,
  owed,
  type Actor,
  type CentreId,
  type Role,
  type SignedIn,
  type UserId
} from './model.ts';
import { findPerson } from './store.ts';
import { authSession, roleGrant, user, verification } from './tables.ts';

const auths = new WeakMap<Ground, Auth>();

/** better-auth on a ground: one instance each. */
export function authOf(ground: Ground): Auth {
  const known = auths.get(ground);
  if (known) return known;
  const auth = createAuth(ground, (link) => mailLink(ground, link));
  auths.set(ground, auth);
  return auth;
}

/** Links that one person may have waiting: enough for an impatient one, too few to fill a mailbox. */
const maxWaitingLinks = 5;

/**
 * Sends a sign-in link to an address, if it is someone's. The answer, and the work done before it,
 * are the same when it is nobody's: the form tells no one who has an account.
 * @param request.address the network address of the browser, for the rate limit
 */
export async function requestSignInLink(
  ground: Ground,
  request: { email: string; next?: string | undefined; language: Language; address: string }
): Promise<Result<'sent'>> {
  const email = cleanEmail(request.email);
  if (!email.ok) return refuseField(email.error.message);
  if (ground.mail.unavailable) return { ok: false, error: ground.mail.unavailable };
  const [waiting] = await ground.db
    .select({ links: count() })
    .from(verification)
    .where(
      and(
        eq(verification.value, JSON.stringify({ type: 'magic-link', email: email.value })),
        gt(verification.expiresAt, new Date())
      )
    );
  if ((waiting?.links ?? 0) >= maxWaitingLinks) return ok('sent');
  const response = await authOf(ground).handler(
    new Request(`${ground.config.publicUrl}/api/auth/sign-in/magic-link`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: ground.config.publicUrl,
        [addressHeader]: request.address
      },
      body: JSON.stringify({
        email: email.value,
        metadata: { next: localPath(request.next), language: request.language }
      })
    })
  );
  if (response.ok) return ok('sent');
  return refuse(
    'people.too-many-links',
    'Trop de liens ont été demandés d’ici\u00a0: attendez une minute, puis recommencez.',
    'Too many links were asked for from here: wait a minute, then try again.'
  );
}

/** Sends someone a link on a manager's word: to a newcomer, or to who cannot find theirs. */
export async function sendSignInLink(
  ground: Ground,
  actor: Actor | null,
  userId: string,
  request: { language: Language; address: string }
): Promise<Result<'sent'>> {
  const allowed = authorise(actor, 'people.manage');
  if (!allowed.ok) return allowed;
  const person = await findPerson(ground.db, { id: userId });
  return person
    ? requestSignInLink(ground, { ...request, email: person.email })
    : refuse(
        'people.unknown',
        'Cette personne est introuvable\u00a0: rechargez la page.',
        'This person cannot be found: reload the page.'
      );
}

const refuseField = (message: { fr: string; en: string }) =>
  refuse('people.email', message.fr, message.en, { email: message });

async function mailLink(ground: Ground, link: SignInLink): Promise<void> {
  const [person] = await ground.db
    .select({ id: user.id })
    .from(user)
    .where(eq(user.email, link.email));
  if (!person) return;
  const { next, language } = link.metadata;
  const url = new URL('/sign-in/link', ground.config.publicUrl);
  url.searchParams.set('token', link.token);
  if (typeof next === 'string') url.searchParams.set('next', next);
  const spoken = typeof language === 'string' && isLanguage(language) ? language : 'fr';
  // Not awaited: how long a mail server takes would tell that the address is known.
  void ground.mail.send(signInLetter(link.email, url.href, linkMinutes, spoken)).then((sent) => {
    if (!sent.ok) process.stderr.write(`sign-in link not sent: ${sent.error.code}\n`);
  });
}

/**
 * A single-use link that signs a person in, for a terminal (demonstration, first manager).
 * @param hours how long it opens the door
 */
export async function createSignInLink(
  ground: Ground,
  email: string,
  options: { next?: string; hours?: number } = {}
): Promise<Result<string>> {
  const [person] = await ground.db
    .select({ email: user.email })
    .from(user)
    .where(eq(user.email, email.trim().toLowerCase()));
  if (!person)
    return refuse(
      'people.unknown',
      'Personne n’a cette adresse\u00a0: créez d’abord la personne.',
      'Nobody has this address: create the person first.'
    );
  let token = '';
  const auth = createAuth(
    ground,
    (link) => {
      token = link.token;
    },
    (options.hours ?? 24) * 3600
  );
  await auth.api.signInMagicLink({ body: { email: person.email }, headers: new Headers() });
  return ok(verifyUrl(ground.config, token, options.next));
}

/**
 * The address that a link signs in; null when it opens nothing any more. Whoever has the link may enter
 * with it: nothing is told that it does not open.
 */
export async function holderOfLink(ground: Ground, token: string): Promise<string | null> {
  // As better-auth stores it (`storeToken: 'hashed'`).
  const identifier = createHash('sha256').update(token).digest('base64url');
  const [found] = await ground.db
    .select({ value: verification.value })
    .from(verification)
    .where(and(eq(verification.identifier, identifier), gt(verification.expiresAt, new Date())));
  const link = linkValue.safeParse(found ? JSON.parse(found.value) : null);
  return link.success ? link.data.email : null;
}

const linkValue = z.object({ type: z.literal('magic-link'), email: z.string() });

/** Where a token is spent: the browser is signed in and sent on to `next`. */
export function verifyUrl(config: Config, token: string, next: string | undefined): string {
  const url = new URL('/api/auth/magic-link/verify', config.publicUrl);
  for (const [key, value] of Object.entries(verifyFields(token, next)))
    url.searchParams.set(key, value);
  return url.href;
}

/** The same as `verifyUrl`, as the fields of a form. */
export const verifyFields = (token: string, next: string | undefined) => ({
  token,
  callbackURL: localPath(next) ?? '/',
  errorCallbackURL: '/sign-in'
});

/**
 * Who is signed in by these request headers, with the roles they hold at this instant: a role that
 * was revoked is gone at the next request.
 */
export async function actorOf(ground: Ground, headers: Headers): Promise<SignedIn | null> {
  const token = await tokenOf(ground, headers);
  if (!token) return null;
  const rows = await lookUp(ground.db)(token);
  const [found] = rows;
  if (!found) return null;
  const actor: Actor = {
    userId: found.userId as UserId,
    name: found.name,
    email: found.email,
    grants: rows.flatMap(({ role, centreId }) =>
      role === null ? [] : [{ role: role as Role, centreId: centreId as CentreId | null }]
    )
  };
  const secondFactor = {
    enabled: found.hasSecondFactor,
    given: found.secondFactorAt !== null
  };
  return {
    actor,
    sessionId: found.sessionId,
    owes: owed(actor, secondFactor, ground.config.demo)
  };
}

const provenCookies = new WeakMap<Ground, Map<string, string>>();
const mostProven = 2000;

/**
 * The token of the session cookie, if its signature holds. A signature that held once holds for ever:
 * the cookies seen last are remembered, and the database alone says whether a token still opens.
 */
async function tokenOf(ground: Ground, headers: Headers): Promise<string | null> {
  const cookie = headers.get('cookie');
  if (!cookie) return null;
  const proven = provenCookies.get(ground) ?? new Map<string, string>();
  provenCookies.set(ground, proven);
  const known = proven.get(cookie);
  if (known) return known;
  const token = await authOf(ground).api.sessionToken({ headers });
  if (!token) return null;
  if (proven.size >= mostProven) proven.delete(proven.keys().next().value ?? '');
  proven.set(cookie, token);
  return token;
}

type SignedInRows = Awaited<ReturnType<ReturnType<typeof prepareSignedIn>['execute']>>;

const lookUps = new WeakMap<Database, (token: string) => Promise<SignedInRows>>();

/** Asked at every request: those that come during an earlier look-up share the next one. */
function lookUp(db: Database): (token: string) => Promise<SignedInRows> {
  const known = lookUps.get(db);
  if (known) return known;
  const query = prepareSignedIn(db);
  const made = gather<string, SignedInRows>(async (tokens) => {
    const found = await query.execute({ tokens: [...new Set(tokens)], now: new Date() });
    const byToken = Map.groupBy(found, ({ token }) => token);
    return tokens.map((token) => byToken.get(token) ?? []);
  }, 256);
  lookUps.set(db, made);
  return made;
}

/** Built once for a database, and planned once on each of its connections. */
const prepareSignedIn = (db: Database) =>
  db
    .select({
      token: authSession.token,
      sessionId: authSession.id,
      secondFactorAt: authSession.secondFactorAt,
      userId: user.id,
      name: user.name,
      email: user.email,
      hasSecondFactor: user.twoFactorEnabled,
      role: roleGrant.role,
      centreId: roleGrant.centreId
    })
    .from(authSession)
    .innerJoin(user, eq(user.id, authSession.userId))
    .leftJoin(roleGrant, and(eq(roleGrant.userId, user.id), isNull(roleGrant.revokedAt)))
    .where(
      and(
        sql`${authSession.token} = any(${sql.placeholder('tokens')}::text[])`,
        gt(authSession.expiresAt, sql.placeholder('now'))
      )
    )
    .prepare('signed_in');

/** Ends the browser's session. @returns the headers that take its cookies back */
export async function signOut(ground: Ground, headers: Headers): Promise<Headers> {
  const person = await actorOf(ground, headers);
  const { headers: answer } = await authOf(ground).api.signOut({ headers, returnHeaders: true });
  if (person) await ground.bus.publish(accountTopic(person.actor.userId));
  return answer;
}
