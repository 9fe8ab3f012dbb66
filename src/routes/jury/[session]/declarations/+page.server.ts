import { redirect } from '@sveltejs/kit';
import { readDeclarations } from '#jury';
import { declareConflicts } from '#session';
import { refuseForm, valueOr } from '../../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) =>
  valueOr(await readDeclarations(locals.ground, locals.actor, params.session), locals.language);

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const said = [...form].map(([enrolmentId, kind]) => ({ enrolmentId, kind: String(kind) }));
    const declared = await declareConflicts(locals.ground, locals.actor, params.session, said);
    if (!declared.ok) return refuseForm(declared.error, form);
    redirect(303, '/jury');
  }
};
