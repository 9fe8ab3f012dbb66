import {
  changeCentre,
  liftSuspension,
  openCentre,
  openOversight,
  recordVisit,
  suspendCentre
} from '#people';
import { newId } from '#platform/ids.ts';
import { refuseForm, valueOr } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { ground, actor, language } = locals;
  const opened = valueOr(await openCentre(ground, actor, params.centre), language);
  const oversight = valueOr(await openOversight(ground, actor, params.centre), language);
  return { ...opened, ...oversight, freshId: newId() };
};

export const actions: Actions = {
  change: async ({ request, locals, params }) => {
    const form = await request.formData();
    form.set('id', params.centre);
    const changed = await changeCentre(locals.ground, locals.actor, form);
    return changed.ok ? { saved: true } : refuseForm(changed.error, form);
  },
  visit: async ({ request, locals, params }) => {
    const form = await request.formData();
    const recorded = await recordVisit(locals.ground, locals.actor, params.centre, form);
    return recorded.ok ? { recorded: true } : refuseForm(recorded.error, form);
  },
  suspend: async ({ request, locals, params }) => {
    const form = await request.formData();
    const done = await suspendCentre(locals.ground, locals.actor, params.centre, form);
    return done.ok ? { suspended: true } : refuseForm(done.error, form);
  },
  lift: async ({ locals, params }) => {
    const lifted = await liftSuspension(locals.ground, locals.actor, params.centre);
    return lifted.ok ? { lifted: true } : refuseForm(lifted.error);
  }
};
