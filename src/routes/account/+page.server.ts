import { readCentres, renameSelf } from '#people';
import { refuseForm } from '../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { name, email, grants } = locals.actor!;
  const centres = new Map((await readCentres(locals.ground.db)).map(({ id, name }) => [id, name]));
  return {
    name,
    email,
    grants: grants.map(({ role, centreId }) => ({
      role,
      centre: centreId && (centres.get(centreId) ?? null)
    }))
  };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const renamed = await renameSelf(locals.ground, locals.actor, form);
    return renamed.ok ? { saved: true } : refuseForm(renamed.error, form);
  }
};
