import { erasePerson } from '#registry/privacy/index.ts';
import { fullName, openEnrolment } from '#session';
import { refuseForm, valueOr } from '../../../../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { enrolment } = valueOr(
    await openEnrolment(locals.ground, locals.actor, params.session, params.enrolment),
    locals.language
  );
  return { name: fullName(enrolment.candidate.identity) };
};

export const actions: Actions = {
  default: async ({ locals, params }) => {
    const { ground, actor } = locals;
    const opened = await openEnrolment(ground, actor, params.session, params.enrolment);
    if (!opened.ok) return refuseForm(opened.error);
    const erased = await erasePerson(ground, actor, opened.value.enrolment.candidate.id);
    return erased.ok ? { erased: erased.value } : refuseForm(erased.error);
  }
};
