import { answerSurvey, openSurvey } from '#registry/surveys/index.ts';
import { refuseForm, valueOr } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  const { wave, answer } = valueOr(await openSurvey(locals.ground, params.token), locals.language);
  setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  return {
    wave,
    answer: answer && {
      situation: answer.situation,
      luxury: answer.luxury,
      usefulness: answer.usefulness,
      comment: answer.comment
    }
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const kept = await answerSurvey(locals.ground, params.token, form);
    return kept.ok ? { kept: true } : refuseForm(kept.error, form);
  }
};
