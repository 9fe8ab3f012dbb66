import { redirect } from '@sveltejs/kit';
import { createCentre } from '#people';
import { newId } from '#platform/ids.ts';
import { refuseForm } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ id: newId<'centre'>() });

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const created = await createCentre(locals.ground, locals.actor, form);
    if (!created.ok) return refuseForm(created.error, form);
    redirect(303, '/centres');
  }
};
