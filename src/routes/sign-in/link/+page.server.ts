import { redirect } from '@sveltejs/kit';
import { holderOfLink, verifyFields } from '#people';
import { localPath } from '#platform/local-path.ts';
import type { PageServerLoad } from './$types';

/**
 * Where a link from a letter leads. Mail filters open every link to look behind it: this page spends
 * nothing, and the button on it does.
 */
export const load: PageServerLoad = async ({ url, locals }) => {
  const token = url.searchParams.get('token');
  if (!token) redirect(303, '/sign-in');
  return {
    /** Whom the link signs in: a link that somebody else sent is seen to be theirs. */
    whose: await holderOfLink(locals.ground, token),
    fields: verifyFields(token, localPath(url.searchParams.get('next')))
  };
};
