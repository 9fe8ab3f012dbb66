import { openBoard, openDeliberation } from '#verdict';
import { refuseForm, valueOr } from '../../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  board: valueOr(await openBoard(locals.ground, locals.actor, params.session), locals.language)
});

export const actions: Actions = {
  open: async ({ locals, params }) => {
    const opened = await openDeliberation(locals.ground, locals.actor, params.session);
    return opened.ok ? { opened: true } : refuseForm(opened.error);
  }
};
