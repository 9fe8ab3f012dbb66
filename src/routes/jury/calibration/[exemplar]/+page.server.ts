import { calibrate, openExemplar } from '#jury';
import { competencesOf, luxe, type AssessmentId } from '#referential';
import { refuseForm, valueOr } from '../../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
  const exemplar = valueOr(openExemplar(locals.actor, params.exemplar), locals.language);
  return {
    exemplar,
    criteria: competencesOf(luxe, exemplar.assessment as AssessmentId).flatMap(({ criteria }) =>
      criteria.map(({ id, text }) => ({ id: id as string, text }))
    ),
    levels: luxe.scale.levels.map(({ level, label }) => ({
      value: String(level),
      label: label[locals.language]
    }))
  };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const compared = calibrate(locals.actor, params.exemplar, Object.fromEntries(form));
    return compared.ok ? { comparison: compared.value } : refuseForm(compared.error, form);
  }
};
