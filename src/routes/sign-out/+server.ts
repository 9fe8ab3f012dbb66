import { redirect } from '@sveltejs/kit';
import { signOut } from '#people';
import { passCookies } from '../answer.ts';
import type { RequestHandler } from './$types';

/** Ends the session of this browser. Sent twice, it does nothing more. */
export const POST: RequestHandler = async ({ request, locals, cookies }) => {
  passCookies(await signOut(locals.ground, request.headers), cookies);
  redirect(303, '/');
};
