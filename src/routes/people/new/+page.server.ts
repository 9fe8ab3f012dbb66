import { redirect } from '@sveltejs/kit';
import { createPerson, readCentres } from '#people';
import { newId } from '#platform/ids.ts';
import { refuseForm } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  id: newId<'user'>(),
  centres: (await readCentres(locals.ground.db)).map(({ id, name }) => ({ value: id, label: name }))
});

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const created = await createPerson(locals.ground, locals.actor, form);
    if (!created.ok) return refuseForm(created.error, form);
    redirect(303, `/people/${created.value}`);
  }
};
