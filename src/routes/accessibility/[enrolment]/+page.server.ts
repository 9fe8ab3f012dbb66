import { redirect } from '@sveltejs/kit';
import { decideAdaptations, fullName, openAccessibility } from '#session';
import { refuseForm, valueOr } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const opened = valueOr(
    await openAccessibility(locals.ground, locals.actor, params.enrolment),
    locals.language
  );
  return {
    name: fullName(opened),
    session: opened.sessionTitle,
    day: opened.day,
    file: opened.file,
    adaptations: opened.adaptations,
    seen: opened.seen,
    open: !opened.withdrawn && (opened.status === 'preparing' || opened.status === 'marking'),
    saved: url.searchParams.has('saved')
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const seen = String(form.get('seen') ?? '');
    const done = await decideAdaptations(locals.ground, locals.actor, params.enrolment, form, seen);
    if (done.ok) redirect(303, `/accessibility/${params.enrolment}?saved`);
    const refused = refuseForm(done.error, form);
    return { ...refused, data: { ...refused.data, kinds: form.getAll('kind').map(String) } };
  }
};
