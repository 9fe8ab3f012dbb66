import { authOf } from '#people';
import { addressHeader } from '#people/auth.ts';
import type { RequestHandler } from './$types';

/** Spends a sign-in link; the only endpoint of better-auth that browsers reach. */
export const GET: RequestHandler = ({ request, locals, getClientAddress, url }) => {
  const headers = new Headers(request.headers);
  headers.set(addressHeader, getClientAddress());
  return authOf(locals.ground).handler(new Request(url, { headers }));
};

/** Mail scanners try links with HEAD: that must not spend them. */
export const HEAD: RequestHandler = () => new Response(null);
