import { betterAuth, type BetterAuthPlugin } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { createAuthEndpoint, createAuthMiddleware } from 'better-auth/api';
import { magicLink, twoFactor as twoFactorPlugin } from 'better-auth/plugins';
import { eq } from 'drizzle-orm';
import { secretKey } from '#platform/config.ts';
import type { Ground } from '#platform/ground.ts';
import { newId } from '#platform/ids.ts';
import { account, authSession, twoFactor, user, verification } from './tables.ts';

/** How long a link sent by mail opens the door. */
export const linkMinutes = 15;
/** A signed-in browser is asked again after this many days. */
const sessionDays = 7;

/** A link that was made: whom it is for, and its single-use token. */
export interface SignInLink {
  email: string;
  token: string;
  /** What the caller of the endpoint gave along (language, next page). */
  metadata: Record<string, unknown>;
}

export type Auth = ReturnType<typeof createAuth>;

/** The header through which our own server tells better-auth the address of the browser. */
export const addressHeader = 'x-parchemin-address';

/**
 * better-auth on our tables. Accounts are made by managers alone; the door is a link by mail, whose
 * token is stored hashed. `deliver` receives each link made, also for addresses that nobody has.
 */
export function createAuth(
  ground: Ground,
  deliver: (link: SignInLink) => void | Promise<void>,
  linkSeconds = linkMinutes * 60
) {
  const { config, db } = ground;
  return betterAuth({
    appName: 'Parchemin',
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret: secretKey(config, 'auth').toString('base64'),
    trustedOrigins: [config.publicUrl],
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: { user, session: authSession, account, verification, twoFactor }
    }),
    session: {
      expiresIn: sessionDays * 86_400,
      // Its life is fixed at sign-in: reading a page writes nothing, and no cookie is sent again.
      disableSessionRefresh: true,
      additionalFields: { secondFactorAt: { type: 'date', required: false, input: false } }
    },
    advanced: {
      database: { generateId: () => newId() },
      useSecureCookies: config.publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [addressHeader] }
    },
    // A room of jurors often shares one address, so these are wide; links are also counted per person.
    rateLimit: {
      enabled: true,
      window: 60,
      max: 100,
      customRules: {
        '/sign-in/magic-link': { window: 60, max: 30 },
        '/magic-link/verify': { window: 60, max: 100 }
      }
    },
    logger: { disabled: true },
    telemetry: { enabled: false },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: linkSeconds,
        storeToken: 'hashed',
        sendMagicLink: ({ email, token, metadata }) =>
          deliver({ email, token, metadata: metadata ?? {} })
      }),
      twoFactorPlugin({ issuer: 'Parchemin', allowPasswordless: true }),
      sessionToken
    ],
    hooks: {
      // better-auth asks for a second factor after passwords only. Ours is a fact of the browser
      // session: this marks it, on the new session where the first proof of a device makes one.
      after: createAuthMiddleware(async (context) => {
        if (!secondFactorPaths.has(context.path) || context.context.returned instanceof Error)
          return;
        const session = context.context.newSession?.session ?? context.context.session?.session;
        if (!session) return;
        await db
          .update(authSession)
          .set({ secondFactorAt: new Date() })
          .where(eq(authSession.id, session.id));
      })
    }
  });
}

/** Reads the token in the session cookie, once its signature holds; for our server alone. */
const sessionToken = {
  id: 'session-token',
  endpoints: {
    sessionToken: createAuthEndpoint.serverOnly(
      { method: 'GET', requireHeaders: true },
      async (context) => {
        const { authCookies, secret } = context.context;
        return (await context.getSignedCookie(authCookies.sessionToken.name, secret)) || null;
      }
    )
  }
} satisfies BetterAuthPlugin;

const secondFactorPaths = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code']);
