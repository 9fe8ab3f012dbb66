import { redirect } from '@sveltejs/kit';
import { requestSignInLink } from '#people';
import { localPath } from '#platform/local-path.ts';
import { refuseForm } from '../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  const next = localPath(url.searchParams.get('next'));
  if (locals.actor) redirect(303, next ?? '/');
  return { next, spent: url.searchParams.has('error') };
};

export const actions: Actions = {
  default: async ({ request, locals, getClientAddress }) => {
    const form = await request.formData();
    const email = String(form.get('email') ?? '');
    const sent = await requestSignInLink(locals.ground, {
      email,
      next: localPath(form.get('next')),
      language: locals.language,
      address: getClientAddress()
    });
    return sent.ok ? { sentTo: email.trim() } : refuseForm(sent.error, form);
  }
};
