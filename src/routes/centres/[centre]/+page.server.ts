import { changeCentre, openCentre } from '#people';
import { refuseForm, valueOr } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) =>
  valueOr(await openCentre(locals.ground, locals.actor, params.centre), locals.language);

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    form.set('id', params.centre);
    const changed = await changeCentre(locals.ground, locals.actor, form);
    return changed.ok ? { saved: true } : refuseForm(changed.error, form);
  }
};
