import { redirect } from '@sveltejs/kit';
import { isLanguage } from '#platform/language.ts';
import { localPath } from '#platform/local-path.ts';
import type { RequestHandler } from './$types';

/** Keeps the language that a person chose, and shows them the same page in it. */
export const POST: RequestHandler = async ({ request, locals, cookies }) => {
  const form = await request.formData();
  const chosen = String(form.get('language'));
  if (isLanguage(chosen))
    cookies.set('language', chosen, {
      path: '/',
      maxAge: 365 * 86_400,
      sameSite: 'lax',
      secure: locals.ground.config.publicUrl.startsWith('https:')
    });
  redirect(303, localPath(form.get('next')) ?? '/');
};
