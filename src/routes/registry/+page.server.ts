import { can, changeSender, openSender } from '#people';
import { openNights } from '#registry/nightly/index.ts';
import { inWords, nightWords } from '#registry/nightly/words.ts';
import { refuseForm, valueOr } from '../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { ground, actor, language } = locals;
  const { sender, fixed } = valueOr(await openSender(ground, actor), language);
  const { at, last } = valueOr(await openNights(ground, actor), language);
  const words = nightWords[language];
  const night = last && {
    at: last.finishedAt ?? last.claimedAt,
    papers: inWords(last.papers, words.told, words),
    retention: inWords(last.retention, words.took, words),
    surveys: inWords(last.surveys, words.sent, words)
  };
  return { nightAt: at, night, sender, mayChange: !fixed && can(actor, 'registry.manage'), fixed };
};

export const actions: Actions = {
  sender: async ({ request, locals }) => {
    const form = await request.formData();
    const changed = await changeSender(locals.ground, locals.actor, form);
    return changed.ok ? { saved: true } : refuseForm(changed.error, form);
  }
};
