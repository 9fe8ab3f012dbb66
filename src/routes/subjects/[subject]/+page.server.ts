import { readSubject, stepSubject } from '#exam';
import { juryPart, readable, writtenChannel } from '#exam/subjects/render.ts';
import { forCandidate } from '#exam/subjects/model.ts';
import { refuseForm, valueOr } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ground, actor, language }, params }) => {
  const subject = valueOr(await readSubject(ground, actor, params.subject), language);
  return {
    given: readable(forCandidate(subject)),
    title: subject.title,
    version: subject.version,
    lifecycle: subject.lifecycle,
    part: juryPart(subject),
    written: writtenChannel(subject)
  };
};

export const actions: Actions = {
  step: async ({ request, locals, params }) => {
    const form = await request.formData();
    const kind = String(form.get('kind') ?? '');
    const stepped = await stepSubject(
      locals.ground,
      locals.actor,
      params.subject,
      kind === 'retire'
        ? { kind, reason: String(form.get('reason') ?? '') }
        : { kind: kind === 'return' ? 'return' : 'review' }
    );
    return stepped.ok ? { done: true } : refuseForm(stepped.error, form);
  }
};
