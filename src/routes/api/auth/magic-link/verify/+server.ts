import { redirect } from '@sveltejs/kit';
import { authOf } from '#people';
import { addressHeader } from '#people/auth.ts';
import type { RequestHandler } from './$types';

/**
 * Spends a sign-in link; the only endpoint of better-auth that browsers reach. Another site may lead a
 * browser here, to sign its person in as somebody else without a word: whoever comes from elsewhere is
 * shown the page whose button they press.
 */
export const GET: RequestHandler = ({ request, locals, getClientAddress, url }) => {
  if (isFromElsewhere(request.headers, locals.ground.config.publicUrl)) {
    const asked = new URLSearchParams({ token: url.searchParams.get('token') ?? '' });
    const next = url.searchParams.get('callbackURL');
    if (next) asked.set('next', next);
    redirect(303, `/sign-in/link?${asked}`);
  }
  const headers = new Headers(request.headers);
  headers.set(addressHeader, getClientAddress());
  return authOf(locals.ground).handler(new Request(url, { headers }));
};

/**
 * Whether another site led the browser here. Browsers say so (Sec-Fetch-Site, Fetch Metadata), but over
 * plain http, where the referrer is all there is; an address that is typed or pasted has neither.
 */
function isFromElsewhere(headers: Headers, publicUrl: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  const referrer = headers.get('referer');
  return referrer !== null && new URL(referrer).origin !== new URL(publicUrl).origin;
}

/** Mail scanners try links with HEAD: that must not spend them. */
export const HEAD: RequestHandler = () => new Response(null);
