import { changeContact, openContact } from '#people';
import { refuseForm, valueOr } from '../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ground, actor, language } }) => ({
  contact: valueOr(await openContact(ground, actor), language)
});

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const changed = await changeContact(locals.ground, locals.actor, form);
    return changed.ok ? { saved: true } : refuseForm(changed.error, form);
  }
};
