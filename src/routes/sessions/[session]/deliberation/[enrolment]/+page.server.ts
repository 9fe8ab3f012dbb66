import { decide, isCriterionId, openCase } from '#verdict';
import { refuseForm, valueOr } from '../../../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { ground, actor, language } = locals;
  const found = valueOr(await openCase(ground, actor, params.session, params.enrolment), language);
  const asked = url.searchParams.get('target');
  const known = found.competences.some(
    ({ id, criteria }) => id === asked || criteria.some((each) => each.id === asked)
  );
  return {
    found,
    /** The one point whose form is open: the one asked for, else the first that is to be settled. */
    target: found.may === 'decide' ? (known ? asked : (found.open[0] ?? null)) : null
  };
};

export const actions: Actions = {
  decide: async ({ request, locals, params }) => {
    const form = await request.formData();
    const text = (name: string) => String(form.get(name) ?? '');
    const [target, value] = [text('target'), text('value')];
    const decided = await decide(locals.ground, locals.actor, params.session, {
      enrolmentId: params.enrolment,
      target,
      reason: text('reason'),
      ...(isCriterionId(target)
        ? value !== '' && { level: value === 'none' ? null : Number(value) }
        : value !== '' && { validated: value === 'validated' })
    });
    return decided.ok ? { decided: target } : refuseForm(decided.error, form);
  }
};
