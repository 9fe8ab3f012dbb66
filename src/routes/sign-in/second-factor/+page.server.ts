import { redirect } from '@sveltejs/kit';
import { giveSecondFactor } from '#people';
import { localPath } from '#platform/local-path.ts';
import { passCookies, refuseForm } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

const nextOf = (url: URL): string => localPath(url.searchParams.get('next')) ?? '/';

export const load: PageServerLoad = ({ locals, url }) => {
  if (!locals.person) redirect(303, '/sign-in');
  if (locals.person.owes !== 'second-factor') redirect(303, nextOf(url));
};

export const actions: Actions = {
  default: async ({ request, locals, cookies, url }) => {
    if (!locals.person) redirect(303, '/sign-in');
    if (locals.person.owes !== 'second-factor') redirect(303, nextOf(url));
    const typed = String((await request.formData()).get('code') ?? '');
    const given = await giveSecondFactor(locals.ground, request.headers, locals.person, typed);
    if (!given.ok) return refuseForm(given.error);
    passCookies(given.value, cookies);
    redirect(303, nextOf(url));
  }
};
