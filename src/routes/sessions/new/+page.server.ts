import { redirect } from '@sveltejs/kit';
import { readCentres } from '#people';
import { newId } from '#platform/ids.ts';
import { createSession } from '#session';
import { refuseForm } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  id: newId<'session'>(),
  centres: (await readCentres(locals.ground.db)).map(({ id, name }) => ({ value: id, label: name }))
});

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const created = await createSession(locals.ground, locals.actor, form);
    if (!created.ok) return refuseForm(created.error, form);
    redirect(303, `/sessions/${created.value}`);
  }
};
