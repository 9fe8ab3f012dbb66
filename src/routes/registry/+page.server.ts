import { can } from '#people';
import { changeSender, openSender } from '#registry/cdc/index.ts';
import { refuseForm, valueOr } from '../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { ground, actor, language } = locals;
  const { sender, fixed } = valueOr(await openSender(ground, actor), language);
  return { sender, mayChange: !fixed && can(actor, 'registry.manage'), fixed };
};

export const actions: Actions = {
  sender: async ({ request, locals }) => {
    const form = await request.formData();
    const changed = await changeSender(locals.ground, locals.actor, form);
    return changed.ok ? { saved: true } : refuseForm(changed.error, form);
  }
};
